"""Stories."""

from datetime import datetime
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Article, Story

async def add(session: AsyncSession, title: str, now: datetime) -> Story: raise NotImplementedError
async def get(session: AsyncSession, story_id: int) -> Story | None: raise NotImplementedError
async def latest(session: AsyncSession, *, limit: int, offset: int = 0) -> list[tuple[Story, int]]:
    """Stories with their number of articles, last updated first."""
    raise NotImplementedError
async def count(session: AsyncSession) -> int: raise NotImplementedError
async def recent_articles(session: AsyncSession, since: datetime, until: datetime, *, limit: int) -> list[Article]:
    """Articles published in the window, newest first: what a new one may join (with and without a story)."""
    raise NotImplementedError
