"""Full-text search over claims: FTS5 on SQLite, tsvector on PostgreSQL."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import pairwise
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Float,
    Insert,
    Integer,
    String,
    bindparam,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
)
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import is_postgresql
from storage.models import Article, Claim

_BEFORE, _AFTER = 300, 120
_LONGEST = 10_000  # characters of a part of a window that are indexed
_WORD = 64  # characters; what is longer is no word
_PHRASES = 64  # of a question that are looked for

_WEIGHTS = {"title": 1.0, "context": 0.6, "speaker": 1.0, "content": 3.0}
_LETTERS = {"title": "'C'", "context": "'D'", "speaker": "'B'", "content": "'A'"}  # 0.2, 0.1, 0.4, 1
_ENGLISH: ColumnElement[str] = literal_column("'english'::regconfig")

_fts5 = table("claim_search", *map(column, ("rowid", "title", "context", "speaker", "content")))
_tsvector = table("claim_search", column("claim_id"), column("vector"))

_DAY = func.coalesce(Claim.said_on, func.substr(Article.published, 1, 10))
"""When a claim was said, ISO at the precision told, else the day its article appeared where it appeared."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found, better with a higher score (comparable within one search).

    With words, the score lies in 0..1, plus 1 for a claim that holds all of them.
    """

    claim_id: int
    score: float


async def index(session: AsyncSession, article: Article) -> None:
    """Index each claim of a flushed article as a window of the text around it.

    A window is the title, 300 characters before, the speaker, the content and 120 characters after.
    Indexing it again replaces its windows; they go by themselves when their claims are deleted.
    """
    if not article.claims:
        return
    windows, key = (_tsvector, "claim_id") if is_postgresql(session) else (_fts5, "rowid")
    claim_ids = [claim.id for claim in article.claims]
    await session.execute(delete(windows).where(windows.c[key].in_(claim_ids)))
    adding = _add_vectors() if is_postgresql(session) else insert(_fts5)
    await session.execute(adding, [_window(article, claim) for claim in article.claims])


def _window(article: Article, claim: Claim) -> dict[str, Any]:
    spans = sorted((start, end) for start, end in claim.content)
    first, last = spans[0][0], spans[-1][1]
    around = [(max(0, first - _BEFORE), first), (last, last + _AFTER)]
    around += [(end, start) for (_, end), (start, _) in pairwise(spans)]
    parts = {
        "title": article.title or "",
        "context": " ".join(article.text[start:end] for start, end in around),
        "speaker": " ".join([claim.speaker or "", *(article.text[s:e] for s, e in claim.source)]),
        "content": " ".join(article.text[start:end] for start, end in spans),
    }
    return {"rowid": claim.id, **{name: " ".join(_words(text[:_LONGEST])) for name, text in parts.items()}}


def _words(text: str) -> list[str]:
    """The words both databases see: without marks and punctuation, which each would treat in its own way."""
    marked = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"[^\W_]+", "".join(c for c in marked if not unicodedata.combining(c)))
    return [word for word in words if len(word) <= _WORD]


def _add_vectors() -> Insert:
    """Insert windows as vectors; a window's parts are the statement's parameters."""
    parts: list[ColumnElement[Any]] = [
        func.setweight(func.to_tsvector(_ENGLISH, bindparam(name, type_=String)), literal_column(letter))
        for name, letter in _LETTERS.items()
    ]
    vector = reduce(lambda a, b: a.op("||")(b), parts)
    return insert(_tsvector).values(claim_id=bindparam("rowid", type_=Integer), vector=vector)


async def claims(
    session: AsyncSession,
    words: Sequence[str],
    *,
    since: date | None = None,
    until: date | None = None,
    speaker_ids: Sequence[int] = (),
    acts: Sequence[str] = (),
    story_id: int | None = None,
    limit: int = 50,
) -> list[Hit]:
    """Claims that hold any of the words (stemmed; those that hold all first), best first.

    A word of several parts ("Franco-German") is looked for as a phrase. With no words: newest first.
    `since` and `until` bound the day said, else the day published.
    """
    wanted = _filters(since, until, speaker_ids, acts, story_id)
    if not words:
        newest = select(Claim.id).join(Claim.article).where(*wanted)
        newest = newest.order_by(_DAY.desc().nulls_last(), Article.id.desc(), Claim.start).limit(limit)
        return [Hit(claim_id, 1 / place) for place, claim_id in enumerate(await session.scalars(newest), 1)]
    phrases = list(dict.fromkeys(" ".join(parts) for parts in map(_words, words) if parts))[:_PHRASES]
    if not phrases:
        return []
    found = await _find(session, phrases, "AND", wanted, limit)
    hits = {claim_id: Hit(claim_id, 1 + score) for claim_id, score in found}
    if len(phrases) > 1 and len(hits) < limit:
        for claim_id, score in await _find(session, phrases, "OR", wanted, limit):
            hits.setdefault(claim_id, Hit(claim_id, score))
    return list(hits.values())[:limit]


def _filters(
    since: date | None,
    until: date | None,
    speaker_ids: Sequence[int],
    acts: Sequence[str],
    story_id: int | None,
) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if since is not None:
        wanted.append(func.substr(since.isoformat(), 1, func.length(_DAY)) <= _DAY)
    if until is not None:
        wanted.append(func.substr(until.isoformat(), 1, func.length(_DAY)) >= _DAY)
    if speaker_ids:
        wanted.append(Claim.speaker_id.in_(speaker_ids))
    if acts:
        wanted.append(Claim.act.in_(acts))
    if story_id is not None:
        wanted.append(Article.story_id == story_id)
    return wanted


async def _find(
    session: AsyncSession,
    phrases: list[str],
    operator: Literal["AND", "OR"],
    wanted: list[ColumnElement[bool]],
    limit: int,
) -> list[tuple[int, float]]:
    """(claim id, score in 0..1) of the claims that hold all or any of the phrases, best first."""
    windows, key = (_tsvector, "claim_id") if is_postgresql(session) else (_fts5, "rowid")
    score, holds = (_match_tsvector if is_postgresql(session) else _match_fts5)(phrases, operator)
    ranked = select(Claim.id, score).join(windows, windows.c[key] == Claim.id).join(Claim.article)
    rows = await session.execute(ranked.where(holds, *wanted).order_by(score.desc(), Claim.id).limit(limit))
    return [(claim_id, rank / (1 + rank)) for claim_id, rank in rows]


def _match_fts5(phrases: list[str], operator: str) -> tuple[ColumnElement[float], ColumnElement[bool]]:
    """FTS5 takes what is in double quotes for words alone; phrases hold letters and digits."""
    query = f" {operator} ".join(f'"{phrase}"' for phrase in phrases)
    whole_row: ColumnElement[Any] = literal_column("claim_search")
    return -func.bm25(whole_row, *_WEIGHTS.values(), type_=Float), whole_row.bool_op("MATCH")(query)


def _match_tsvector(phrases: list[str], operator: str) -> tuple[ColumnElement[float], ColumnElement[bool]]:
    """phraseto_tsquery takes words and nothing else."""
    queries = [func.phraseto_tsquery(_ENGLISH, phrase) for phrase in phrases]
    query: ColumnElement[Any] = queries[0]
    for further in queries[1:]:
        query = query.bool_op("&&" if operator == "AND" else "||")(further)
    return func.ts_rank_cd(_tsvector.c.vector, query, 1, type_=Float), _tsvector.c.vector.bool_op("@@")(query)
