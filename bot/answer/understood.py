"""A question taken apart with the names on record."""

from dataclasses import replace
from datetime import date

from bot.answer.names import forms
from bot.answer.query import Query
from bot.answer.understanding import question_words, understand
from bot.words import words
from storage import search, speakers
from storage.session import AsyncSession


async def understood(session: AsyncSession, question: str, today: date) -> Query:
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
            topic = tuple(word for word in query.topic if word not in query.role)
            who = " ".join(query.role)
            query = replace(query, speakers=tuple(sorted(called)), unknown_name=None, topic=topic, who=who)
    return query


def _runs(asked: list[str]) -> set[str]:
    """Return every run of up to six words, as a name may be."""
    return {" ".join(asked[n : n + size]) for size in range(1, 7) for n in range(len(asked) - size + 1)}
