"""Stories."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Article, Story


async def add(session: AsyncSession, title: str, now: datetime) -> Story:
    """Add a story; `now` counts as its last update."""
    story = Story(title=title, created_at=now, updated_at=now)
    session.add(story)
    await session.flush()
    return story


async def get(session: AsyncSession, story_id: int) -> Story | None:
    """The story of this id."""
    return await session.get(Story, story_id)


async def latest(session: AsyncSession, *, limit: int, offset: int = 0) -> list[tuple[Story, int]]:
    """Stories with their number of articles, copies not counted, last updated first."""
    own = select(func.count()).where(Article.story_id == Story.id, Article.copy_of_id.is_(None))
    articles = own.scalar_subquery()
    page = select(Story, articles).order_by(Story.updated_at.desc(), Story.id.desc())
    return [(story, number) for story, number in await session.execute(page.limit(limit).offset(offset))]


async def count(session: AsyncSession) -> int:
    """The number of stories."""
    return await session.scalar(select(func.count()).select_from(Story)) or 0


async def recent_articles(
    session: AsyncSession, since: datetime, until: datetime, *, limit: int
) -> list[Article]:
    """Articles published in the window, newest first: what a new one may join (with and without a story).

    Without copies, whose words would count twice.
    """
    window = select(Article).where(Article.published_at.between(since, until), Article.copy_of_id.is_(None))
    newest = window.order_by(Article.published_at.desc(), Article.id.desc())
    return list(await session.scalars(newest.limit(limit)))
