"""Speakers on record and the names they go by."""

from collections.abc import Sequence
from dataclasses import dataclass
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Speaker

def fold(name: str) -> str:
    """A name in lower case without accents, articles and punctuation: how names are compared."""
    raise NotImplementedError
async def ensure(session: AsyncSession, name: str, kind: str) -> Speaker:
    """The speaker of this name, made on first sight (aliases: the folded name, and for a person the surname)."""
    raise NotImplementedError
async def named(session: AsyncSession, names: Sequence[str]) -> list[Speaker]:
    """Speakers one of whose aliases equals one of the (unfolded) names."""
    raise NotImplementedError
async def get(session: AsyncSession, speaker_id: int) -> Speaker | None: raise NotImplementedError
async def names(session: AsyncSession) -> list[tuple[int, str]]:
    """(speaker id, alias) of all aliases: for finding names in a question."""
    raise NotImplementedError
