"""Articles: one text from one source, once."""

from collections.abc import AsyncIterator
from datetime import datetime
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Article

def fingerprint(text: str) -> str:
    """SHA-256 of the text's words in lower case, so that spacing and punctuation make no second article."""
    raise NotImplementedError
async def find(session: AsyncSession, *, text: str, url: str | None, doc: str | None = None) -> Article | None:
    """The article already on record with this text, address or doc name."""
    raise NotImplementedError
async def add(session: AsyncSession, article: Article) -> Article:
    """Add the article with its claims (and index them for search); doc defaults to `a<id>`."""
    raise NotImplementedError
async def note_addition(session: AsyncSession, chat_id: int, article_id: int, now: datetime) -> None:
    """Remember that the chat added it; twice is once."""
    raise NotImplementedError
async def get(session: AsyncSession, article_id: int) -> Article | None:
    """With claims (and mentions with their events) loaded."""
    raise NotImplementedError
async def of_story(session: AsyncSession, story_id: int, *, limit: int = 20, offset: int = 0) -> list[Article]:
    """Newest first."""
    raise NotImplementedError
async def in_order(session: AsyncSession) -> AsyncIterator[Article]:
    """Every article with claims, mentions and their events, by published_at then id, in batches (for export)."""
    raise NotImplementedError
    yield
