"""From a query to evidence: full-text search finds, what claim and article hold of the question ranks."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.answer.places import standing_for
from bot.answer.query import Query
from bot.track.stories import share_of
from bot.words import families, stem, stems
from storage import claims, events, search
from storage.models import Claim, Event
from storage.session import AsyncSession

_POOL = 300  # claims looked at
_ENOUGH = 0.45  # of the weight of the question's words that evidence must hold
_BEFORE, _AFTER = 300, 120  # characters around a claim that are read with it
_OPENING = 400  # characters that tell what an article is about
_ARTICLES = 8  # read whole, for what else they say
_PARTS = {"content": 1.0, "context": 0.7, "title": 0.6, "opening": 0.45}
_BY_ARTICLE = 0.5  # how much an article that has much to say lifts each of its claims
_OWN = 0.6  # how much more what the one asked about says counts
_PAST = timedelta(days=30)


async def evidence(session: AsyncSession, query: Query, *, limit: int) -> list[Claim]:
    """Return the claims that answer the query, best first, articles loaded; none where nothing does."""
    if not query.topic:
        asks = query.speakers or query.acts or query.since or query.until
        hits = await _search(session, query, ()) if asks else []
        return await claims.by_ids(session, [hit.claim_id for hit in hits][:limit])
    scores: dict[int, float] = {}
    for words in _wordings(query.topic):
        for hit in await _search(session, query, words):
            scores[hit.claim_id] = max(hit.score, scores.get(hit.claim_id, 0))
    found = await claims.by_ids(session, sorted(scores, key=lambda claim_id: -scores[claim_id]))
    # An article about the question says more on it than the sentences that hold its words.
    about = list(dict.fromkeys(claim.article_id for claim in found))[:_ARTICLES]
    if query.speakers:
        said = await _search(session, query, ())
        about += [c.article_id for c in await claims.by_ids(session, [hit.claim_id for hit in said])]
    known = {claim.id for claim in found}
    found += [c for c in await claims.of_articles(session, about) if c.id not in known and _asked(c, query)]
    held = {claim.id: _held(claim, query.topic) for claim in found}
    found = [claim for claim in found if held[claim.id] >= _ENOUGH]
    strength = {
        claim.id: held[claim.id] + scores.get(claim.id, 0) / 2 + _OWN * (claim.speaker_id in query.named)
        for claim in found
    }
    by_article: defaultdict[int, float] = defaultdict(float)
    for claim in found:
        by_article[claim.article_id] = max(by_article[claim.article_id], strength[claim.id])
    found.sort(
        key=lambda c: (strength[c.id] + _BY_ARTICLE * by_article[c.article_id], _day(c), -c.start),
        reverse=True,
    )
    return found[:limit]


def _asked(claim: Claim, query: Query) -> bool:
    """Tell whether a claim is by whom, as, and of when the query asks."""
    day = _day(claim)[:10]
    return (
        (not query.speakers or claim.speaker_id in query.speakers)
        and (not query.acts or claim.act in query.acts)
        and (query.since is None or (bool(day) and day >= query.since.isoformat()[: len(day)]))
        and (query.until is None or (bool(day) and day <= query.until.isoformat()[: len(day)]))
    )


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


def _about(topic: Sequence[str], pool: list[Event]) -> list[Event]:
    """Return the events a topic names, best first; without a topic all of them."""
    if not topic:
        return pool
    held = {event.id: _held_by(topic, _event_stems(event)) for event in pool}
    pool = [event for event in pool if held[event.id] >= _ENOUGH]
    return sorted(pool, key=lambda event: held[event.id], reverse=True)


async def _search(session: AsyncSession, query: Query, words: Sequence[str]) -> list[search.Hit]:
    return await search.claims(
        session,
        words,
        since=query.since,
        until=query.until,
        speaker_ids=query.speakers,
        acts=query.acts,
        limit=_POOL,
    )


def _wordings(topic: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the topic as asked, and with the other names of the places and bodies in it."""
    others: set[str] = set()
    for length in (1, 2, 3):
        for first in range(len(topic) - length + 1):
            name = tuple(topic[first : first + length])
            others |= {" ".join(other) for other in standing_for(name) if other != name}
    return [tuple(topic), *((tuple(sorted(others)),) if others else ())]


def _held(claim: Claim, topic: Sequence[str]) -> float:
    """Return the share of the topic's words a claim holds, what it says itself counting most."""
    text = claim.article.text
    first = min(start for start, _ in claim.content)
    last = max(end for _, end in claim.content)
    parts = {
        "content": " ".join(text[start:end] for start, end in claim.content),
        "context": f"{text[max(0, first - _BEFORE) : last + _AFTER]} {claim.speaker or ''}",
        "title": claim.article.title or "",
        "opening": text[:_OPENING],
    }
    return _held_by(
        topic, {stemmed: _PARTS[part] for part in reversed(parts) for stemmed in stems(parts[part])}
    )


def _held_by(topic: Sequence[str], held: dict[str, float]) -> float:
    kinds = {kind: weight for stemmed, weight in held.items() for kind in families([stemmed])}
    total = worth = 0.0
    for word in topic:
        stemmed = stem(word)
        weight = math.log(1 / share_of(stemmed))
        ways = [held.get(stemmed, 0)]
        ways += [min(held.get(stem(part), 0) for part in other) for other in standing_for((word,))]
        ways += [0.8 * kinds.get(kind, 0) for kind in families([stemmed])]
        total += weight
        worth += weight * max(ways)
    return worth / total if total else 0


def _event_stems(event: Event) -> dict[str, float]:
    phrases: Iterable[str] = [event.what, *(mention.what for mention in event.mentions)]
    titles = (mention.article.title or "" for mention in event.mentions)
    held = {stemmed: 0.6 for title in titles for stemmed in stems(title)}
    return held | {stemmed: 1.0 for phrase in phrases for stemmed in stems(phrase)}


def _behind(event: Event, today: date) -> bool:
    gone = event.status in {"over", "cancelled"}
    return gone or (event.last_day is not None and event.last_day < today)


def _day(claim: Claim) -> str:
    return claim.said_on or claim.article.published or ""
