"""Full-text search over claims: FTS5 on SQLite, tsvector on PostgreSQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Article


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found, better with a higher score (comparable within one search)."""

    claim_id: int
    score: float


async def index(session: AsyncSession, article: Article) -> None:
    """Index each claim of a flushed article as a window: title, 300 characters before, speaker, content, 120 after."""
    raise NotImplementedError
async def claims(session: AsyncSession, words: Sequence[str], *, since: date | None = None, until: date | None = None,
                 speaker_ids: Sequence[int] = (), acts: Sequence[str] = (), story_id: int | None = None, limit: int = 50) -> list[Hit]:
    """Claims that hold any of the words (stemmed; those that hold all first), best first. With no words: newest first.
    since/until bound the day said, else the day published."""
    raise NotImplementedError
