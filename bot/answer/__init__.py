"""From a question to ranked evidence."""

from dataclasses import replace
from datetime import date

from bot.answer.query import Answer, Query
from bot.answer.ranking import evidence, occasions
from bot.answer.understanding import understand
from bot.words import words
from storage import speakers
from storage.session import AsyncSession

__all__ = ["Answer", "Query", "ask", "understand"]

_NEAREST = 5


async def ask(session: AsyncSession, question: str, *, today: date, limit: int = 50) -> Answer:
    """Answer a question asked on `today` (the asker's day)."""
    query = understand(question, await speakers.names(session), today, await speakers.voices(session))
    if query.unknown_name is not None:
        mentioned = replace(query, topic=tuple(words(query.unknown_name)), acts=())
        return Answer(query, nearest=tuple(await evidence(session, mentioned, limit=_NEAREST)))
    if query.kind != "claims":
        events = await occasions(session, query, today, limit=limit)
        said = await evidence(session, replace(query, kind="claims"), limit=_NEAREST) if query.topic else []
        return Answer(query, events=tuple(events), nearest=() if events else tuple(said))
    found = await evidence(session, query, limit=limit)
    if found:
        return Answer(query, claims=tuple(found))
    for wider in (replace(query, acts=()), replace(query, acts=(), topic=(), since=None, until=None)):
        if wider != query and (wider.speakers or wider.topic):
            near = await evidence(session, wider, limit=_NEAREST)
            if near:
                return Answer(query, nearest=tuple(near))
    return Answer(query)
