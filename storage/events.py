"""Events, their mentions and their history."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from storage.models import Addition, Event, Mention

_SOONEST = (Event.first_day.asc().nulls_last(), Event.time.asc().nulls_first(), Event.id)
_WITH_MENTIONS = selectinload(Event.mentions)
_WITH_ARTICLES = _WITH_MENTIONS.selectinload(Mention.article)


async def get(session: AsyncSession, event_id: int) -> Event | None:
    """With mentions (and their articles), changes and corrections loaded."""
    options = (_WITH_ARTICLES, selectinload(Event.changes), selectinload(Event.corrections))
    # Not session.get: it gives an event the session has seen as it is, with nothing more loaded.
    return await session.scalar(select(Event).where(Event.id == event_id).options(*options))


async def of_story(session: AsyncSession, story_id: int) -> list[Event]:
    """By first day, undated last; mentions loaded."""
    of_story = select(Event).where(Event.story_id == story_id).order_by(*_SOONEST)
    return list(await session.scalars(of_story.options(_WITH_MENTIONS)))


async def upcoming(session: AsyncSession, today: date, *, limit: int, offset: int = 0) -> list[Event]:
    """Events not over or cancelled whose last day is today or later, soonest first.

    Mentions and their articles are loaded.
    """
    ahead = select(Event).where(Event.last_day >= today, Event.status.not_in(("over", "cancelled")))
    page = ahead.order_by(*_SOONEST).limit(limit).offset(offset)
    return list(await session.scalars(page.options(_WITH_ARTICLES)))


async def candidates(session: AsyncSession, story_ids: Sequence[int]) -> list[Event]:
    """Events a new mention may be about: those of the stories.

    Mentions, their articles and corrections are loaded.
    """
    of_stories = select(Event).where(Event.story_id.in_(story_ids)).order_by(*_SOONEST)
    options = (_WITH_ARTICLES, selectinload(Event.corrections))
    return list(await session.scalars(of_stories.options(*options)))


async def brought_by(session: AsyncSession, event_id: int) -> set[int]:
    """Ids of the chats that added an article which mentions the event."""
    adding = select(Addition.chat_id).join(Mention, Mention.article_id == Addition.article_id)
    return set(await session.scalars(adding.where(Mention.event_id == event_id)))


async def before(session: AsyncSession, day: date, *, limit: int) -> list[Event]:
    """Events of any status whose last day is before `day`, latest first; mentions and articles loaded."""
    page = select(Event).where(Event.last_day < day).order_by(Event.last_day.desc(), Event.id).limit(limit)
    return list(await session.scalars(page.options(_WITH_ARTICLES)))


async def since(session: AsyncSession, day: date, *, limit: int) -> list[Event]:
    """Events of any status whose last day is `day` or later, or that have no date, soonest first.

    Mentions and their articles are loaded.
    """
    wanted = or_(Event.last_day >= day, Event.last_day.is_(None))
    page = select(Event).where(wanted).order_by(*_SOONEST).limit(limit)
    return list(await session.scalars(page.options(_WITH_ARTICLES)))
