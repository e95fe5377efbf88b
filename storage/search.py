"""Full-text search over claims: FTS5 on SQLite, tsvector on PostgreSQL."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    Integer,
    Select,
    String,
    bindparam,
    column,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import is_postgresql
from storage.models import Article, Claim, Speaker

_BEFORE, _AFTER = 300, 120
_LONGEST = 10_000  # characters of a part of a window that are indexed
_WORD = 64  # characters; what is longer is no word
_PHRASES = 16  # of a question that are looked for
_SPEAKERS = 40  # of whom each one's newest claims are looked up
_SCANNED = 2_000  # newest claims with a word among which those within bounds are looked for

_LETTERS = {"title": "'C'", "context": "'D'", "speaker": "'B'", "content": "'A'"}
_ENGLISH: ColumnElement[str] = literal_column("'english'::regconfig")

_fts5 = table("claim_search", *map(column, ("rowid", "title", "context", "speaker", "content")))
_tsvector = table("claim_search", column("claim_id"), column("vector"))

_DAY = func.coalesce(Claim.said_on, func.substr(Article.published, 1, 10))
"""When a claim was said, ISO at the precision told, else the day its article appeared where it appeared."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a claim must be. `since` and `until` bound the day said, else the day published.

    `names` are what the speakers are called: a claim that has none of them in its window isn't looked at.
    """

    speaker_ids: Sequence[int] = ()
    names: Sequence[str] = ()
    acts: Sequence[str] = ()
    since: date | None = None
    until: date | None = None


ANY = Bounds()
"""Every claim."""


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
    session: AsyncSession, words: Sequence[Sequence[str]], bounds: Bounds = ANY, *, limit: int = 300
) -> dict[int, frozenset[int]]:
    """Claims that hold all the words, and for each word claims that hold it, with which of them they hold.

    A word is given in all its wordings, any of which will do; one of several parts ("Franco-German") is
    looked for as a phrase, and any form of it is found. Of each kind the `limit` newest are found: those of
    common words are past counting, and so past ranking.
    """
    wordings = [[" ".join(parts) for parts in map(_words, forms) if parts] for forms in words]
    numbered = [(n, forms) for n, forms in enumerate(wordings) if forms][:_PHRASES]
    if not numbered:
        return {}
    every = [forms for _, forms in numbered]
    asked = [(n, [forms]) for n, forms in numbered]
    if len(numbered) > 1:
        asked.append((-1, every))
    wanted = _filters(bounds)
    parts = [
        select(_newest(session, forms, bounds.names, _SCANNED if wanted else limit, n).subquery())
        for n, forms in asked
    ]
    hits = union_all(*parts).subquery()
    found = select(hits.c.id, hits.c.n)
    if wanted:
        found = found.join(Claim, Claim.id == hits.c.id).join(Claim.article).where(*wanted)
    holds: defaultdict[int, set[int]] = defaultdict(set)
    for claim_id, n in await session.execute(found):
        holds[claim_id] |= {n} if n >= 0 else {number for number, _ in numbered}
    return {claim_id: frozenset(held) for claim_id, held in holds.items()}


async def newest(session: AsyncSession, bounds: Bounds, *, limit: int) -> list[int]:
    """Ids of the claims within bounds that were said last, newest first."""
    # A statement for each speaker lets an index give each one's newest without sorting all there are.
    each = [[speaker_id] for speaker_id in bounds.speaker_ids][:_SPEAKERS] or [[]]
    hits = union_all(
        *(
            select(_last(replace(bounds, speaker_ids=speakers), limit, dated=dated).subquery())
            for speakers in each
            for dated in (True, False)
        )
    ).subquery()
    found = select(hits.c.id).order_by(hits.c.day.desc().nulls_last(), hits.c.article_id.desc(), hits.c.start)
    return list(await session.scalars(found.limit(limit)))


def _last(bounds: Bounds, limit: int, *, dated: bool) -> Select[int, str, int, int]:
    wanted = _filters(bounds)
    if dated:
        wanted.append(Claim.said_on.is_not(None))
        if bounds.since is not None:  # days are told at any precision: 2024 begins 2024-05-06
            wanted.append(Claim.said_on >= bounds.since.isoformat()[:4])
        if bounds.until is not None:
            wanted.append(Claim.said_on <= bounds.until.isoformat())
    else:
        wanted.append(Claim.said_on.is_(None))
    last = select(Claim.id, _DAY.label("day"), Claim.article_id, Claim.start).join(Claim.article)
    last = last.where(*wanted).limit(limit)
    return last.order_by(Claim.said_on.desc(), Claim.id.desc()) if dated else last.order_by(Claim.id.desc())


async def of_articles(
    session: AsyncSession, article_ids: Sequence[int], bounds: Bounds = ANY, *, limit: int
) -> list[int]:
    """Ids of the articles' claims within bounds."""
    found = select(Claim.id).join(Claim.article).where(Claim.article_id.in_(article_ids), *_filters(bounds))
    return list(await session.scalars(found.order_by(Claim.id.desc()).limit(limit)))


async def names_of(session: AsyncSession, speaker_ids: Sequence[int]) -> list[str]:
    """The names of the speakers, as they stand in the windows of what they said."""
    names = select(Speaker.name).where(Speaker.id.in_(speaker_ids)).order_by(Speaker.id).limit(_SPEAKERS)
    return list(await session.scalars(names))


async def speaking(session: AsyncSession, words: Sequence[str], *, limit: int = 300) -> set[int]:
    """Ids of the speakers of the newest claims by a source that any one of the words stands in."""
    known = [word for words_ in map(_words, words) for word in [" ".join(words_)] if word]
    if not known:
        return set()
    parts = [
        select(_newest(session, [], [], limit, 0, called=[word]).subquery()) for word in dict.fromkeys(known)
    ]
    hits = union_all(*parts).subquery()
    ids = await session.scalars(select(Claim.speaker_id).join(hits, hits.c.id == Claim.id).distinct())
    return {speaker_id for speaker_id in ids if speaker_id is not None}


async def called(session: AsyncSession, words: Sequence[str], *, limit: int = 50) -> list[int]:
    """Ids of the speakers whose newest claims are by a source called all these words ("the port's chief")."""
    parts = [part for word in words for part in _words(word)]
    if not parts:
        return []
    hits = _newest(session, [], [], limit, 0, called=parts).subquery()
    ids = await session.scalars(select(Claim.speaker_id).join(hits, hits.c.id == Claim.id).distinct())
    return [speaker_id for speaker_id in ids if speaker_id is not None]


def _filters(bounds: Bounds) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if bounds.since is not None:
        wanted.append(func.substr(bounds.since.isoformat(), 1, func.length(_DAY)) <= _DAY)
    if bounds.until is not None:
        wanted.append(func.substr(bounds.until.isoformat(), 1, func.length(_DAY)) >= _DAY)
    if bounds.speaker_ids:
        wanted.append(Claim.speaker_id.in_(bounds.speaker_ids))
    if bounds.acts:
        wanted.append(Claim.act.in_(bounds.acts))
    return wanted


def _newest(
    session: AsyncSession,
    words: Sequence[Sequence[str]],
    names: Sequence[str],
    limit: int,
    n: int,
    *,
    called: Sequence[str] = (),
) -> Select[Any]:
    """The newest claims whose windows hold each word, one of the names, and all they are `called`."""
    postgresql = is_postgresql(session)
    windows, key = (_tsvector, "claim_id") if postgresql else (_fts5, "rowid")
    spoken = [" ".join(parts) for parts in map(_words, names) if parts]
    ands = [(forms, False) for forms in words] + [([word], True) for word in called]
    ands += [(spoken, True)] if spoken else []
    if postgresql:
        query = " & ".join(f"({' | '.join(_lexemes(form, said) for form in forms)})" for forms, said in ands)
        holds = _tsvector.c.vector.bool_op("@@")(func.to_tsquery(_ENGLISH, query))
    else:
        query = " AND ".join(_quoted(forms, said) for forms, said in ands)
        whole_row: ColumnElement[Any] = literal_column("claim_search")
        holds = whole_row.bool_op("MATCH")(query)
    found = select(windows.c[key].label("id"), literal(n).label("n")).where(holds)
    return found.order_by(windows.c[key].desc()).limit(limit)


def _quoted(forms: Sequence[str], said: bool) -> str:  # noqa: FBT001 - which of two columns
    """FTS5 takes what is in double quotes for words alone; phrases hold letters and digits."""
    query = " OR ".join(f'"{form}"' for form in forms)
    return f"speaker : ({query})" if said else f"({query})"


def _lexemes(form: str, said: bool) -> str:  # noqa: FBT001 - which of two columns
    """The same for to_tsquery."""
    letter = ":B" if said else ""
    return "(" + " <-> ".join(f"'{word}'{letter}" for word in form.split()) + ")"
