"""Events, their mentions and their history."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Event

async def get(session: AsyncSession, event_id: int) -> Event | None:
    """With mentions (and their articles) and changes loaded."""
    raise NotImplementedError
async def of_story(session: AsyncSession, story_id: int) -> list[Event]:
    """By first day, undated last; mentions loaded."""
    raise NotImplementedError
async def upcoming(session: AsyncSession, today: date, *, limit: int, offset: int = 0) -> list[Event]:
    """Events not over or cancelled whose last day is today or later, soonest first; mentions and articles loaded."""
    raise NotImplementedError
async def candidates(session: AsyncSession, story_ids: Sequence[int], words: Sequence[str]) -> list[Event]:
    """Events a new mention may be about: those of the stories, mentions loaded."""
    raise NotImplementedError
