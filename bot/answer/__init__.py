"""From a question to ranked evidence."""

from dataclasses import replace
from datetime import date

from bot.answer.acts import acts_as
from bot.answer.occasions import dated, occasions
from bot.answer.query import Answer, Dispute, Near, Query
from bot.answer.ranking import Evidence, evidence
from bot.answer.statements import disputes, folded
from bot.answer.understanding import understand
from bot.answer.understood import understood
from bot.words import words
from storage.models import Claim
from storage.session import AsyncSession

__all__ = ["Answer", "Dispute", "Query", "ask", "understand", "understood"]

LONGEST = 400
"""Characters of a question; what is longer is no question, and its end is not read."""

_NEAREST = 5


async def ask(session: AsyncSession, question: str, *, today: date, limit: int = 50) -> Answer:
    """Answer a question asked on `today` (the asker's day)."""
    question = question[:LONGEST]
    query = await understood(session, question, today)
    if query.unknown_name is not None:
        mentioned = replace(query, topic=tuple(words(query.unknown_name)), acts=())
        found = await evidence(session, query.unknown_name, mentioned, limit=_NEAREST)
        return Answer(query, nearest=tuple(found.own), near="mentions")
    if query.kind != "claims":
        events = await occasions(session, query, today, limit=limit)
        said = Evidence()
        if query.topic and not events:
            said = await evidence(session, question, replace(query, kind="claims"), limit=_NEAREST)
        return Answer(query, events=tuple(events), nearest=tuple(said.own), near="said")
    found = await _within_occasion(session, question, query, today, limit)
    acting = [claim for claim in found.own if acts_as(claim.act, _said(claim), query.acts)]
    if found.own and (acting or not query.acts):
        others = [claim for claim in found.own if claim not in acting] if query.acts else []
        return _answer(query, Evidence(acting or found.own, [*others, *found.beside]))
    if found.own:
        return Answer(query, nearest=tuple(found.own[:_NEAREST]), near="otherwise")
    return await _silence(session, question, query)


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


async def _silence(session: AsyncSession, question: str, query: Query) -> Answer:
    """Offer what is on record where the answer is not: on other days, by others, or about something else."""
    days = replace(query, acts=(), since=None, until=None)
    ways: tuple[tuple[Near, Query], ...] = (
        ("other days", days),
        ("latest", replace(days, topic=())),
        ("others", replace(days, speakers=(), who="")),
    )
    for near, wider in ways:
        if wider != query and (wider.speakers or wider.topic):
            found = await evidence(session, question, wider, limit=_NEAREST)
            if found.own:
                return Answer(query, nearest=tuple(found.own), near=near)
    return Answer(query)


def _said(claim: Claim) -> str:
    return " ".join(claim.article.text[start:end] for start, end in claim.content)
