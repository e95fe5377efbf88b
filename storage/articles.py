"""Articles: one text from one source, once."""

import hashlib
import re
import unicodedata
from collections.abc import AsyncIterator
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from storage import search
from storage.conflicts import insert, is_postgresql
from storage.models import Addition, Article, Mention

_BATCH = 200
_FILING_LOCK = 0x66696C696E67  # "filing"


def _whole() -> tuple[ORMOption, ...]:
    return selectinload(Article.claims), selectinload(Article.mentions).selectinload(Mention.event)


def fingerprint(text: str) -> str:
    """SHA-256 of the text's words in lower case, so that spacing and punctuation make no second article."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()


async def find(
    session: AsyncSession, *, text: str, url: str | None, doc: str | None = None
) -> Article | None:
    """The article already on record with this text, address or doc name."""
    await one_filing_at_a_time(session)
    for known in (
        Article.url == url if url else None,
        Article.doc == doc if doc else None,
        Article.fingerprint == fingerprint(text),
    ):
        if known is not None:
            article = await session.scalar(select(Article).where(known).order_by(Article.id).limit(1))
            if article is not None:
                return article
    return None


async def one_filing_at_a_time(session: AsyncSession) -> None:
    """Until the transaction's end, keep others from filing what is new, and from saying who is who.

    On SQLite a transaction that may write is the only one of its kind anyway.
    """
    if session.info.get("writes") and is_postgresql(session):
        await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _FILING_LOCK})


async def add(session: AsyncSession, article: Article) -> Article:
    """Add the article with its claims (and index them for search); doc defaults to `a<id>`."""
    for collection in ("claims", "mentions"):  # so that they count as loaded when they are empty
        if collection not in article.__dict__:
            setattr(article, collection, [])
    named = article.doc is not None
    if not named:
        article.doc = uuid4().hex
    session.add(article)
    await session.flush()
    if not named:
        doc = f"a{article.id}"
        taken = await session.scalar(select(Article.id).where(Article.doc == doc))
        article.doc = doc if taken is None else f"{doc}-{article.fingerprint[:8]}"
        await session.flush()
    await search.index(session, article)
    return article


async def note_addition(session: AsyncSession, chat_id: int, article_id: int, now: datetime) -> None:
    """Remember that the chat added it; twice is once."""
    row = {"chat_id": chat_id, "article_id": article_id, "added_at": now}
    await session.execute(insert(session, Addition).values(row).on_conflict_do_nothing())


async def get(session: AsyncSession, article_id: int) -> Article | None:
    """With claims (and mentions with their events) loaded."""
    # Not session.get: it gives an article the session has seen as it is, with nothing more loaded.
    return await session.scalar(select(Article).where(Article.id == article_id).options(*_whole()))


async def copies_of(session: AsyncSession, article_id: int, *, limit: int | None = None) -> list[Article]:
    """Articles that copy this one, in the order they came."""
    found = select(Article).where(Article.copy_of_id == article_id).order_by(Article.id)
    return list(await session.scalars(found.limit(limit)))


async def of_story(
    session: AsyncSession, story_id: int, *, limit: int = 20, offset: int = 0
) -> list[Article]:
    """Newest first, without copies."""
    newest = (Article.published_at.desc().nulls_last(), Article.id.desc())
    found = select(Article).where(Article.story_id == story_id, Article.copy_of_id.is_(None))
    found = found.order_by(*newest)
    return list(await session.scalars(found.limit(limit).offset(offset)))


async def in_order(session: AsyncSession) -> AsyncIterator[Article]:
    """Every article with claims, mentions and their events, by published_at then id, in batches (for export).

    Those without a publication date come last.
    """
    oldest = (Article.published_at.asc().nulls_last(), Article.id)
    ids = list(await session.scalars(select(Article.id).order_by(*oldest)))
    for first in range(0, len(ids), _BATCH):
        batch = select(Article).where(Article.id.in_(ids[first : first + _BATCH])).order_by(*oldest)
        for article in await session.scalars(batch.options(*_whole())):
            yield article
