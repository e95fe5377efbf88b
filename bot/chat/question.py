"""A question simply asked, and /said: answers, paged, every line with its source."""

import re
from collections.abc import Sequence
from datetime import date, tzinfo

from bot.answer import Answer, ask
from bot.chat import dates
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.conversation import Conversation
from bot.chat.render import QUOTE, act_of, bold, escape, fit, quote, shorten, speaker_of, title_link, words_of
from bot.chat.turn import Command, Outcome, Press, Reply, Turn, Work
from bot.words import fold
from storage import chats
from storage.models import Article, Claim, Event, Question

PAGE = 5
NEAREST = 3
LONGEST = 400  # characters of a question

ACTS_ASKED = {
    "deny": "denying it", "confirm": "confirming it", "demand": "demanding it", "promise": "promising it",
    "accept": "accepting it", "refuse": "refusing it", "warn": "warning of it", "accuse": "accusing anybody",
    "propose": "proposing it",
}  # fmt: skip


async def answer(turn: Turn, words: str) -> Outcome:
    """Keep the question, so that its buttons work later, and answer it once it is kept."""
    question = await chats.keep_question(turn.session, turn.chat.id, shorten(words, LONGEST), turn.now)
    await turn.session.flush()
    return _page(turn, question, 0)


async def turn_page(turn: Turn, question_id: int, offset: int) -> Outcome:
    """Show another page of an answer. Another chat's question is not shown."""
    question = await chats.question(turn.session, turn.chat.id, question_id)
    if question is None:
        return Reply(toast="That question is no longer kept: ask it again.")
    return _page(turn, question, offset)


def _page(turn: Turn, question: Question, offset: int) -> Work:
    """Show a page of the answer. Looking for it writes nothing, so it keeps no writer waiting."""
    zone, today = turn.zone, turn.today

    async def work(conversation: Conversation) -> None:
        async with conversation.context.database.read() as session:
            asked_on = question.asked_at.astimezone(zone).date()
            found = await ask(session, question.words, today=asked_on)
        if found.events:
            reply = _events_page(question, found.events, offset, zone, today)
        elif found.claims:
            reply = _claims_page(question, found.claims, offset)
        else:
            reply = _nothing(found, question)
        await conversation.give(reply)

    return work


def _claims_page(question: Question, found: Sequence[Claim], offset: int) -> Reply:
    offset = offset if offset < len(found) else 0
    shown = _by_speaker(found[offset : offset + PAGE])
    blocks = [f"“{escape(question.words)}”", *map(evidence, shown)]
    more = offset + PAGE < len(found)
    if offset or more:
        blocks.append(f"{offset + 1} to {offset + len(shown)} of {len(found)}")
    return Reply(fit(blocks), keyboard(pages("answer", question.id, offset=offset, size=PAGE, more=more)))


def evidence(claim: Claim) -> str:
    """Return a claim as evidence: who did what on which day, the words, and the source."""
    words = quote(shorten(words_of(claim.article.text, claim.content), QUOTE))
    said_on = dates.stated(claim.said_on) if claim.said_on else "day not known"
    return f"{bold(speaker_of(claim))} {act_of(claim)} · {said_on}\n{words}\n{source(claim.article)}"


def source(article: Article) -> str:
    """Return where something stands: the article's name, outlet and day."""
    by = f", {escape(shorten(article.source, 60))}" if article.source else ""
    appeared = dates.published_day(article)
    on = f", published {dates.day(appeared)}" if appeared else ""
    return f"{title_link(article)}{by}{on}"


def _by_speaker(page: Sequence[Claim]) -> list[Claim]:
    """Bring a page's claims of one speaker together; who has the best one comes first, its best claim too."""
    speakers = list(dict.fromkeys(map(speaker_of, page)))
    return sorted(page, key=lambda claim: speakers.index(speaker_of(claim)))


def _events_page(question: Question, found: Sequence[Event], offset: int, zone: tzinfo, today: date) -> Reply:
    offset = offset if offset < len(found) else 0
    shown = found[offset : offset + PAGE]
    blocks = [f"“{escape(question.words)}”"]
    for number, event in enumerate(shown, offset + 1):
        blocks.append(f"{number}. {dates.event_line(event, zone)}{event_source(event)}")
    remind = [
        button(f"Remind {number}", "follow", "event", event.id)
        for number, event in enumerate(shown, offset + 1)
        if dates.is_ahead(event, today)
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
    topic = escape(", ".join(_as_typed(query.topic, question.words)))
    if query.unknown_name:
        name = escape(shorten(query.unknown_name, 60))
        sentence = f"Nothing on record: nobody called {name} has said anything I have read."
    elif query.kind in ("when", "next"):
        found_none = "no article names a date for that" if topic else "no article names a date that is ahead"
        sentence = f"Nothing on record: {found_none}."
    elif query.acts and query.acts[0] in ACTS_ASKED:
        who = _asked_about(found) or "nobody"
        sentence = (
            f"Nothing on record: {who} is {'not ' * (who != 'nobody')}on record {ACTS_ASKED[query.acts[0]]}."
        )
    else:
        who = f" from {_asked_about(found)}" if _asked_about(found) else ""
        sentence = f"Nothing on record{who} about “{topic}”." if topic else f"Nothing on record{who}."
    if query.since or query.until:
        sentence += " I looked only at the days you named."
    blocks = [f"“{escape(question.words)}”", sentence]
    if found.nearest:
        blocks.append("The nearest I have, which is not an answer:")
        blocks += map(evidence, found.nearest[:NEAREST])
    elif not query.speakers:
        blocks.append("Send me an article about it, and ask again.")
    return Reply(fit(blocks))


def _asked_about(found: Answer) -> str:
    """Return the name of the speaker a question without an answer asks about, empty where it asks of all."""
    theirs = (claim for claim in found.nearest if claim.speaker_id in found.query.speakers)
    return next((escape(speaker_of(claim)) for claim in theirs), "")


def _as_typed(topic: Sequence[str], words: str) -> list[str]:
    """Return the words of the topic, which are folded, as the question has them."""
    typed = {fold(word): word for word in re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*", words)}
    return [typed.get(word, word) for word in topic]


async def said(turn: Turn) -> Outcome:
    """Answer /said: what was said about its words."""
    if not turn.words:
        return Reply("About what? For example /said Ukraine, or /said the summit since Monday.")
    words = turn.words
    asks = words.rstrip().endswith("?") or words.split()[0].lower() in ("who", "what", "when")
    return await answer(turn, words if asks else f"what was said about {words}")


COMMANDS = (Command("said", "what was said: /said Ukraine since Monday", said),)
PRESSES = (Press("answer", (int, int), turn_page),)
