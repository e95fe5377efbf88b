"""From a question to ranked evidence."""

from dataclasses import replace
from datetime import date

from bot.answer.acts import acts_as
from bot.answer.names import forms
from bot.answer.occasions import dated, occasions
from bot.answer.query import Answer, Dispute, Query
from bot.answer.ranking import Evidence, evidence
from bot.answer.statements import disputes, folded
from bot.answer.understanding import question_words, understand
from bot.words import words
from storage import search, speakers
from storage.models import Claim
from storage.session import AsyncSession

__all__ = ["Answer", "Dispute", "Query", "ask", "understand"]

LONGEST = 400
"""Characters of a question; what is longer is no question, and its end is not read."""

_NEAREST = 5


async def ask(session: AsyncSession, question: str, *, today: date, limit: int = 50) -> Answer:
    """Answer a question asked on `today` (the asker's day)."""
    question = question[:LONGEST]
    query = await _understood(session, question, today)
    if query.unknown_name is not None:
        mentioned = replace(query, topic=tuple(words(query.unknown_name)), acts=())
        found = await evidence(session, query.unknown_name, mentioned, limit=_NEAREST)
        return Answer(query, nearest=tuple(found.own))
    if query.kind != "claims":
        events = await occasions(session, query, today, limit=limit)
        said = Evidence()
        if query.topic and not events:
            said = await evidence(session, question, replace(query, kind="claims"), limit=_NEAREST)
        return Answer(query, events=tuple(events), nearest=tuple(said.own))
    found = await _within_occasion(session, question, query, today, limit)
    acting = [claim for claim in found.own if acts_as(claim.act, _said(claim), query.acts)]
    if found.own and (acting or not query.acts):
        others = [claim for claim in found.own if claim not in acting] if query.acts else []
        return _answer(query, Evidence(acting or found.own, [*others, *found.beside]))
    if found.own:
        return Answer(query, nearest=tuple(found.own[:_NEAREST]))
    return Answer(query, nearest=await _nearest(session, question, query))


async def _understood(session: AsyncSession, question: str, today: date) -> Query:
    """Take the question apart with those names on record that its words may be part of."""
    asked = question_words(question)
    known = await search.speaking(session, forms(asked))
    known |= await speakers.bearing(session, _runs(asked))
    query = understand(
        question, await speakers.names(session, known), today, await speakers.voices(session, known)
    )
    if query.unknown_name is not None and not query.role:
        known = await speakers.like(session, words(query.unknown_name)[0][:2] or " ")
        query = understand(
            question, await speakers.names(session, known), today, await speakers.voices(session, known)
        )
    if query.role:
        called = await search.called(session, query.role)
        if called:
            query = replace(query, speakers=tuple(sorted(called)), unknown_name=None)
    return query


def _runs(asked: list[str]) -> set[str]:
    """Return every run of up to six words, as a name may be."""
    return {" ".join(asked[n : n + size]) for size in range(1, 7) for n in range(len(asked) - size + 1)}


async def _within_occasion(
    session: AsyncSession, question: str, query: Query, today: date, limit: int
) -> Evidence:
    """Look only at the days the event tells where something was said then, else at all."""
    bounded = await dated(session, query, today)
    if bounded is not query:
        found = await evidence(session, question, bounded, limit=limit)
        if found.own:
            return found
    return await evidence(session, question, query, limit=limit)


def _answer(query: Query, found: Evidence) -> Answer:
    leading, repeats = folded(found.own)
    beside, _ = folded(found.beside)
    pairs = disputes([*leading, *beside])
    return Answer(query, tuple(leading), beside=tuple(beside), repeats=repeats, disputes=tuple(pairs))


async def _nearest(session: AsyncSession, question: str, query: Query) -> tuple[Claim, ...]:
    """Return what is on record where the answer is not: without the act, the days, or else the topic."""
    for wider in (
        replace(query, acts=()),
        replace(query, acts=(), since=None, until=None),
        replace(query, acts=(), topic=(), since=None, until=None),
    ):
        if wider != query and (wider.speakers or wider.topic):
            found = await evidence(session, question, wider, limit=_NEAREST)
            if found.own:
                return tuple(found.own)
    return ()


def _said(claim: Claim) -> str:
    return " ".join(claim.article.text[start:end] for start, end in claim.content)
