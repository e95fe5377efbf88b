"""From a query to claims: full-text search and embeddings find, what a claim means, holds and is ranks it.

The figures were set on questions about news articles by hand, together and by few steps: ranking hardly
changes when one of them is half or twice as large.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from bot.answer.acts import acts_as
from bot.answer.query import Query
from bot.answer.wording import held, weight, wordings
from bot.extract.model.embedding import Embedding, embedder
from storage import claims, embeddings, search
from storage.claims import Outline
from storage.models import Claim
from storage.search import Bounds
from storage.session import AsyncSession

SAID_ENOUGH = 0.4
"""How near a claim must be to the topic, and how many of its words it must hold (half as much), to answer."""

_POOL = 200  # claims looked at of each kind
_ARTICLES = 25  # nearest articles, whose claims are looked at
_OF_ARTICLES = 600  # of their claims
_CLOSELY = 120  # claims read in full
_HELD = 0.2  # what holding all of the topic's words adds to a cosine
_OWN = 0.3  # what being said by whom the question asks about adds
_NAMED = 0.05  # and by somebody whom it speaks of
_ACT = 0.05  # what being the act asked for adds
_BY_ARTICLE = 1.0  # how much of an article's best claim counts for each of its claims
_BEHIND = 0.7  # how far behind the best one a claim may be and still answer
_UNSEEN = 0.6  # a claim without an embedding counts as this near for all the words


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims best first: those that answer, and what others say on the same."""

    own: Sequence[Claim] = ()
    beside: Sequence[Claim] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query and what its question and its topic mean."""

    query: Query
    question: Embedding
    topic: Embedding


async def evidence(session: AsyncSession, question: str, query: Query, *, limit: int) -> Evidence:
    """Return the claims that answer the query, articles loaded; none where nothing does."""
    bounds = Bounds((), (), (), query.since, query.until)
    if not query.topic:
        if not (query.speakers or query.acts or query.since or query.until):
            return Evidence()
        within = replace(bounds, speaker_ids=query.speakers, acts=query.acts)
        return Evidence(await claims.by_ids(session, await search.newest(session, within, limit=limit)))
    asked = await asyncio.to_thread(_embedded, question, query)
    found = await _candidates(session, asked, bounds)
    outlines = await claims.outlines(session, list(found))
    near = _likeness(asked, outlines)
    rough = {
        one.id: _strength(query, one.speaker_id, near[one.id][0], found[one.id])
        + _ACT * acts_as(one.act, "", query.acts or query.leaning)
        for one in outlines
    }
    best = sorted(rough, key=lambda claim_id: -rough[claim_id])[:_CLOSELY]
    return _ranked(query, await claims.by_ids(session, best), near, limit)


def _embedded(question: str, query: Query) -> _Asked:
    return _Asked(query, _meaning(question), _meaning(" ".join(query.topic)))


@lru_cache(maxsize=256)
def _meaning(words: str) -> Embedding:
    """Return the embedding of a question or topic, which is looked for in several ways one after another."""
    return embedder().embed(words)


async def _candidates(session: AsyncSession, asked: _Asked, bounds: Bounds) -> dict[int, float]:
    """Return ids of claims that may answer, each with the share of the topic's words it is known to hold."""
    query = asked.query
    words = wordings(query.topic)
    weights = [weight(forms[0]) for forms in words]
    held_words: Mapping[int, frozenset[int]] = await search.claims(session, words, bounds, limit=_POOL)
    if query.speakers:
        said = replace(bounds, speaker_ids=query.speakers)
        spoken = replace(said, names=await search.names_of(session, query.speakers))
        held_words = {**held_words, **await search.claims(session, words, spoken, limit=_POOL)}
        last = await search.newest(session, said, limit=_POOL)
    else:
        last = []
    about = await embeddings.nearest_articles(session, asked.question, limit=_ARTICLES)
    within = await search.of_articles(session, list(about), bounds, limit=_OF_ARTICLES)
    found = dict.fromkeys([*last, *within], 0.0)
    total = sum(weights) or 1
    return found | {one: sum(weights[n] for n in which) / total for one, which in held_words.items()}


def _likeness(asked: _Asked, found: Sequence[Outline]) -> dict[int, tuple[float | None, float | None]]:
    """Return each claim's cosine to the question and to the topic; None for one without an embedding."""
    near: dict[int, tuple[float | None, float | None]] = {one.id: (None, None) for one in found}
    vectors = {one.id: one.embedding for one in found if one.embedding is not None}
    if vectors:
        both = np.stack([asked.question, asked.topic], axis=1)
        for claim_id, row in zip(vectors, embeddings.cosines(list(vectors.values()), both), strict=True):
            near[claim_id] = (float(row[0]), float(row[1]))
    return near


def _strength(query: Query, speaker_id: int | None, near: float | None, holds: float) -> float:
    return (
        (_UNSEEN * holds if near is None else near)
        + _HELD * holds
        + _OWN * (speaker_id in query.speakers)
        + _NAMED * (speaker_id in query.named)
    )


def _ranked(
    query: Query,
    found: list[Claim],
    near: Mapping[int, tuple[float | None, float | None]],
    limit: int,
) -> Evidence:
    holds = {claim.id: held(claim, query.topic) for claim in found}
    strength = {
        claim.id: _strength(query, claim.speaker_id, near[claim.id][0], holds[claim.id])
        + _ACT * acts_as(claim.act, _words(claim), query.acts or query.leaning)
        for claim in found
    }
    by_article: defaultdict[int, float] = defaultdict(float)
    for claim in found:
        by_article[claim.article_id] = max(by_article[claim.article_id], strength[claim.id])

    def rank(claim: Claim) -> float:
        return strength[claim.id] + _BY_ARTICLE * by_article[claim.article_id]

    found.sort(key=lambda claim: (round(rank(claim), 2), said_on(claim), -claim.start), reverse=True)
    own = [claim for claim in found if is_own(claim, query)]
    if not any(_relevance(near[one.id][1], holds[one.id]) >= SAID_ENOUGH for one in own):
        return Evidence()
    enough = max(rank(claim) for claim in own) - _BEHIND
    answering = [claim for claim in found if rank(claim) >= enough]
    beside = [claim for claim in answering if not is_own(claim, query)]
    return Evidence([one for one in answering if is_own(one, query)][:limit], beside[:limit])


def _relevance(near: float | None, holds: float) -> float:
    return (_UNSEEN * holds if near is None else near) + holds / 2


def is_own(claim: Claim, query: Query) -> bool:
    """Tell whether a claim is by whom the query asks about, or by what calls itself so ("Lind blames…")."""
    if not query.speakers or claim.speaker_id in query.speakers:
        return True
    source = " ".join(claim.article.text[start:end] for start, end in claim.source)
    return claim.kind != "person" and bool(query.who) and query.who.lower() in source.lower()


def _words(claim: Claim) -> str:
    return " ".join(claim.article.text[start:end] for start, end in claim.content)


def said_on(claim: Claim) -> str:
    """Return the day said, else the day published, ISO; empty for neither."""
    return claim.said_on or (claim.article.published or "")[:10]
