"""Claims and the speakers who made them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Claim

async def by_ids(session: AsyncSession, ids: Sequence[int]) -> list[Claim]:
    """In the order of `ids`, each with its article loaded; ids not on record are left out."""
    raise NotImplementedError
async def of_story_since(session: AsyncSession, story_id: int, since: datetime, *, limit: int) -> list[Claim]:
    """Claims of a story's articles published at or after `since`, newest first, articles loaded."""
    raise NotImplementedError
