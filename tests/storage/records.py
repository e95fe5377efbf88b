"""Records for storage tests, with what a test does not care about filled in."""

from datetime import UTC, date, datetime
from typing import Any

from storage import articles, chats
from storage.models import Article, Chat, Claim, Event, Mention
from storage.session import AsyncSession

NOW = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """An instant of May 2024."""
    return datetime(2024, 5, day, hour, minute, tzinfo=UTC)


async def chat(session: AsyncSession, chat_id: int = 1) -> Chat:
    return await chats.ensure(session, chat_id, NOW, chats.Defaults())


def article(text: str, *, published: datetime | None = NOW, **given: Any) -> Article:
    """An article not yet added; `doc` None has it named by its number."""
    fields: dict[str, Any] = {
        "doc": None,
        "fingerprint": articles.fingerprint(text),
        "url": None,
        "title": None,
        "source": "The Harbour Post",
        "authors": [],
        "language": "en",
        "published": published.isoformat() if published else None,
        "zone_from": "page",
        "published_at": published,
        "text": text,
        "timexes": [],
        "added_at": NOW,
        "story_id": None,
    }
    return Article(**fields | given)


def claim(text: str, source: str, content: str, **given: Any) -> Claim:
    """A claim whose spans are found in the text by their words."""
    spans = {
        name: [[text.index(words), text.index(words) + len(words)]]
        for name, words in (("source", source), ("content", content))
    }
    fields: dict[str, Any] = {
        "start": spans["content"][0][0],
        **spans,
        "cue": [],
        "speaker": source,
        "speaker_id": None,
        "kind": "person",
        "act": "state",
        "quote": "indirect",
        "said_on": None,
        "confidence": 0.9,
    }
    return Claim(**fields | given)


def event(what: str, day: date | None, **given: Any) -> Event:
    fields: dict[str, Any] = {
        "story_id": None,
        "what": what,
        "date": day.isoformat() if day else None,
        "time": None,
        "zone": None,
        "date_end": None,
        "precision": "day",
        "status": "scheduled",
        "first_day": day,
        "last_day": day,
        "updated_at": NOW,
    }
    return Event(**fields | given)


def mention(of: Event, **given: Any) -> Mention:
    fields: dict[str, Any] = {
        "event": of,
        "start": 0,
        "end": 3,
        "what": of.what,
        "date": of.date,
        "time": None,
        "zone": None,
        "date_end": None,
        "precision": of.precision,
        "status": of.status,
        "former_date": None,
    }
    return Mention(**fields | given)
