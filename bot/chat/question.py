"""A question simply asked, and /said: answers, paged, every line with its source."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby

from bot.answer import Answer, ask
from bot.chat import dates
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.render import QUOTE, act_of, bold, escape, fit, quote, shorten, speaker_of, title_link, words_of
from bot.chat.turn import Command, Press, Reply, Turn
from storage import chats
from storage.models import Claim, Event, Question

PAGE = 5
NEAREST = 3
LONGEST = 400  # characters of a question

ACTS_ASKED = {
    "deny": "denying it", "confirm": "confirming it", "demand": "demanding it", "promise": "promising it",
    "accept": "accepting it", "refuse": "refusing it", "warn": "warning of it", "accuse": "accusing anybody",
    "propose": "proposing it",
}  # fmt: skip


async def answer(turn: Turn, words: str) -> Reply:
    """Keep the question, so that its buttons work later, and return the first page of its answer."""
    question = await chats.keep_question(turn.session, turn.chat.id, shorten(words, LONGEST), turn.now)
    await turn.session.flush()
    return await page(turn, question, 0)


async def page(turn: Turn, question: Question, offset: int) -> Reply:
    """Return one page of the answer to a question, as of the day it was asked."""
    today = question.asked_at.astimezone(turn.zone).date()
    found = await ask(turn.session, question.words, today=today)
    if found.events:
        return _events_page(turn, question, found.events, offset)
    if found.claims:
        return _claims_page(question, found.claims, offset)
    return _nothing(found, question)


async def turn_page(turn: Turn, question_id: int, offset: int) -> Reply:
    """Return another page of an answer. Another chat's question is not shown."""
    question = await chats.question(turn.session, turn.chat.id, question_id)
    if question is None:
        return Reply(toast="That question is no longer kept: ask it again.")
    return await page(turn, question, offset)


def _claims_page(question: Question, found: Sequence[Claim], offset: int) -> Reply:
    ordered = _by_speaker(found)
    offset = offset if offset < len(ordered) else 0
    shown = ordered[offset : offset + PAGE]
    blocks = [f"“{escape(question.words)}”"]
    for speaker, group in groupby(shown, key=speaker_of):
        for number, claim in enumerate(group):
            blocks.append(f"{bold(speaker)}\n{evidence(claim)}" if number == 0 else evidence(claim))
    more = offset + PAGE < len(ordered)
    if offset or more:
        blocks.append(f"{offset + 1} to {offset + len(shown)} of {len(ordered)}")
    return Reply(fit(blocks), keyboard(pages("answer", question.id, offset=offset, size=PAGE, more=more)))


def evidence(claim: Claim) -> str:
    """Return a claim as evidence: the act, the day, the words and the source."""
    said_on = dates.stated(claim.said_on) if claim.said_on else "day not known"
    words = quote(shorten(words_of(claim.article.text, claim.content), QUOTE))
    return f"{act_of(claim)} · {said_on}\n{words}\n{source(claim)}"


def source(claim: Claim) -> str:
    """Return where a claim stands: the article's name, outlet and day."""
    article = claim.article
    by = f", {escape(shorten(article.source, 60))}" if article.source else ""
    appeared = dates.published_day(article)
    on = f", {dates.day(appeared)}" if appeared else ""
    return f"{title_link(article)}{by}{on}"


def _by_speaker(found: Sequence[Claim]) -> list[Claim]:
    """Group by speaker, whoever has the best claim first, and within a speaker newest first."""
    groups: dict[str, list[Claim]] = {}
    for claim in found:
        groups.setdefault(speaker_of(claim), []).append(claim)
    for group in groups.values():
        group.sort(key=_said_at, reverse=True)
    return [claim for group in groups.values() for claim in group]


def _said_at(claim: Claim) -> tuple[str, datetime]:
    appeared = claim.article.published_at or datetime.min.replace(tzinfo=UTC)
    return claim.said_on or appeared.date().isoformat(), appeared


def _events_page(turn: Turn, question: Question, found: Sequence[Event], offset: int) -> Reply:
    offset = offset if offset < len(found) else 0
    shown = found[offset : offset + PAGE]
    blocks = [f"“{escape(question.words)}”"]
    for number, event in enumerate(shown, offset + 1):
        blocks.append(f"{number}. {dates.event_line(event, turn.zone)}{event_source(event)}")
    remind = [
        button(f"Remind {number}", "follow", "event", event.id)
        for number, event in enumerate(shown, offset + 1)
        if dates.is_ahead(event, turn.today)
    ]
    more = offset + PAGE < len(found)
    return Reply(
        fit(blocks), keyboard(remind, pages("answer", question.id, offset=offset, size=PAGE, more=more))
    )


def event_source(event: Event) -> str:
    """Return a line that leads to the latest article that mentions the event."""
    if not event.mentions:
        return ""
    article = event.mentions[-1].article
    by = f", {escape(shorten(article.source, 60))}" if article.source else ""
    return f"\n{title_link(article)}{by}"


def _nothing(found: Answer, question: Question) -> Reply:
    """Say exactly what is not on record, and offer the nearest as what it is."""
    query = found.query
    topic = escape(", ".join(query.topic))
    if query.unknown_name:
        name = escape(shorten(query.unknown_name, 60))
        sentence = f"Nothing on record: nobody called {name} has said anything I have read."
    elif query.kind in ("when", "next"):
        found_none = "no article names a date for that" if topic else "no article names a date that is ahead"
        sentence = f"Nothing on record: {found_none}."
    elif query.acts and query.acts[0] in ACTS_ASKED:
        sentence = f"Nothing on record: nobody is on record {ACTS_ASKED[query.acts[0]]}."
    else:
        sentence = f"Nothing on record about “{topic}”." if topic else "Nothing on record."
    if query.since or query.until:
        sentence += " I looked only at the days you named."
    blocks = [f"“{escape(question.words)}”", sentence]
    if found.nearest:
        blocks.append("The nearest I have, which is not an answer:")
        blocks += [f"{bold(speaker_of(claim))}\n{evidence(claim)}" for claim in found.nearest[:NEAREST]]
    elif not query.speakers:
        blocks.append("Send me an article about it, and ask again.")
    return Reply(fit(blocks))


async def said(turn: Turn) -> Reply:
    """Answer /said: what was said about its words."""
    if not turn.words:
        return Reply("About what? For example /said Ukraine, or /said the summit since Monday.")
    words = turn.words
    asks = words.rstrip().endswith("?") or words.split()[0].lower() in ("who", "what", "when")
    return await answer(turn, words if asks else f"what was said about {words}")


COMMANDS = (Command("said", "what was said: /said Ukraine since Monday", said),)
PRESSES = (Press("answer", (int, int), turn_page),)
