"""Events a question asks for, or dates things by."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answer.query import Query
from bot.answer.wording import ENOUGH, held_by
from bot.words import stems
from storage import events
from storage.models import Event
from storage.session import AsyncSession

_POOL = 300  # events looked at
_PAST = timedelta(days=30)
_TITLE = 0.6  # how much a word in an article's title counts beside one in an event's own


async def occasions(session: AsyncSession, query: Query, today: date, *, limit: int) -> list[Event]:
    """Return the events a "when" or a "what's next" asks for, what is ahead first; mentions loaded."""
    if query.kind == "next":
        found = _about(query.topic, await events.upcoming(session, today, limit=_POOL))
    else:
        recently = today - _PAST
        found = _about(query.topic, await events.since(session, recently, limit=_POOL))
        if not found and query.topic:
            found = _about(query.topic, await events.before(session, recently, limit=_POOL))
    found.sort(key=lambda event: _behind(event, today))
    return found[:limit]


async def dated(session: AsyncSession, query: Query, today: date) -> Query:
    """Return the query bounded by the day of its occasion, as it is where none is on record."""
    if query.occasion is None:
        return query
    side, words = query.occasion
    near = await events.since(session, today - timedelta(days=365), limit=_POOL)
    days = [event.first_day for event in _about(words, near) if event.first_day and event.first_day <= today]
    if not days:
        return query
    if side == "after":
        return replace(query, since=max(days))
    return replace(query, until=max(days) - timedelta(days=1))


def _about(topic: Sequence[str], pool: list[Event]) -> list[Event]:
    """Return the events a topic names, best first; without a topic all of them."""
    if not topic:
        return pool
    held = {event.id: held_by(topic, _event_stems(event)) for event in pool}
    pool = [event for event in pool if held[event.id] >= ENOUGH]
    return sorted(pool, key=lambda event: held[event.id], reverse=True)


def _event_stems(event: Event) -> dict[str, float]:
    phrases: Iterable[str] = [event.what, *(mention.what for mention in event.mentions)]
    titles = (mention.article.title or "" for mention in event.mentions)
    held = {stemmed: _TITLE for title in titles for stemmed in stems(title)}
    return held | {stemmed: 1.0 for phrase in phrases for stemmed in stems(phrase)}


def _behind(event: Event, today: date) -> bool:
    gone = event.status in {"over", "cancelled"}
    return gone or (event.last_day is not None and event.last_day < today)
