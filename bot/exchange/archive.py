"""Import and export: records into the archive as if they had just arrived, and out as they now stand."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from bot.clock import Clock
from bot.exchange.record import Record
from bot.llm import FindAttributions
from bot.track import embedding, filing
from storage import articles
from storage.models import Article
from storage.session import Database


async def take(database: Database, record: Record, clock: Clock, find: FindAttributions) -> bool:
    """File one record at its publication instant; False when it was on record already. Raises RecordError."""
    reading = record.reading(await record.find(find))
    async with database.begin() as session:
        filed = await filing.file(
            session, record.article, reading, now=_arrival(record) or clock.now(), doc=record.doc
        )
    if filed.new:
        await embedding.catch_up(database)
    return filed.new


def _arrival(record: Record) -> datetime | None:
    published = record.instant
    if published is None:
        return None
    if not isinstance(published, datetime):
        return datetime(published.year, published.month, published.day, tzinfo=UTC)
    return published if published.tzinfo else published.replace(tzinfo=UTC)


async def lines(database: Database) -> AsyncIterator[str]:
    """Every article on record as a line of JSON, oldest first, its events in their present state."""
    async with database.read() as session:
        async for article in articles.in_order(session):
            yield json.dumps(_row(article), ensure_ascii=False)


def _row(article: Article) -> dict[str, Any]:
    return {
        "doc": article.doc,
        "title": article.title,
        "published": article.published,
        "zone_from": article.zone_from,
        "source": article.source,
        "authors": article.authors,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "story": article.story_id,
        "claims": [
            {
                "source": claim.source,
                "cue": claim.cue,
                "content": claim.content,
                "speaker": claim.speaker,
                "kind": claim.kind,
                "act": claim.act,
                "quote": claim.quote,
                "said_on": claim.said_on,
                "confidence": claim.confidence,
            }
            for claim in article.claims
        ],
        "timexes": article.timexes,
        "events": [
            {
                "event": mention.event_id,
                "date": mention.event.date,
                "time": mention.event.time,
                "zone": mention.event.zone,
                "date_end": mention.event.date_end,
                "precision": mention.event.precision,
                "status": mention.event.status,
                "what": mention.what,
                "start": mention.start,
                "end": mention.end,
            }
            for mention in article.mentions
        ],
    }
