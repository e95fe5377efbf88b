"""Filing a reading: its story, its speakers, its events, and what is owed to followers because of it."""
from dataclasses import dataclass
from datetime import datetime
from sqlalchemy.ext.asyncio import AsyncSession
from bot.extract.reading import Reading
from bot.ingest.article import Article


@dataclass(frozen=True, slots=True)
class Filed:
    """Where an article went. `new` is False when it was on record already (then nothing was changed)."""
    article_id: int
    new: bool


async def file(session: AsyncSession, article: Article, reading: Reading, *, now: datetime, chat_id: int | None = None, doc: str | None = None) -> Filed:
    """File the article with what was read out of it, and owe followers what follows from it."""
    raise NotImplementedError
async def redate(session: AsyncSession, article_id: int, article: Article, reading: Reading, *, now: datetime) -> None:
    """Replace an article's publication instant and all that was read with it (a person has said the date)."""
    raise NotImplementedError
