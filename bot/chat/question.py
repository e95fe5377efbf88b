"""A question simply asked, and /said: answers, paged, every line with its source."""

from collections.abc import Sequence
from datetime import date, tzinfo

from bot.answer import ask, understood
from bot.answer.follow_up import asks_for_more, follow_up, leans
from bot.chat import dates, follow
from bot.chat.answers import PAGE, as_typed, beside_page, claims_page, nothing
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.conversation import Conversation
from bot.chat.render import escape, fit, shorten, title_link
from bot.chat.turn import Command, Outcome, Press, Reply, Turn, Work
from storage import chats, speakers
from storage.models import Event, Question

LONGEST = 400  # characters of a question


async def answer(turn: Turn, words: str) -> Outcome:
    """Keep the question, so that its buttons work later, and answer it once it is kept.

    "What else?" goes on with the answer before it, and "and Macron?" is kept as what it asks in full.
    """
    if leans(words) or asks_for_more(words):
        before = await chats.last_question(turn.session, turn.chat.id)
        if before is not None and asks_for_more(words):
            return _page(turn, before, PAGE)
        if before is not None:
            words = await follow_up(turn.session, words, before.words, turn.today)
    question = await chats.keep_question(turn.session, turn.chat.id, shorten(words, LONGEST), turn.now)
    await turn.session.flush()
    return _page(turn, question, 0)


async def turn_page(turn: Turn, question_id: int, offset: int) -> Outcome:
    """Show another page of an answer. Another chat's question is not shown."""
    question = await chats.question(turn.session, turn.chat.id, question_id)
    if question is None:
        return Reply(toast="That question is no longer kept: ask it again.")
    return _page(turn, question, offset)


async def who_else(turn: Turn, question_id: int, offset: int) -> Outcome:
    """Show what others than the one asked about say on the same."""
    question = await chats.question(turn.session, turn.chat.id, question_id)
    if question is None:
        return Reply(toast="That question is no longer kept: ask it again.")
    return _page(turn, question, offset, beside=True)


async def follow_this(turn: Turn, question_id: int) -> Outcome:
    """Follow the speaker a question asks about, else its topic."""
    question = await chats.question(turn.session, turn.chat.id, question_id)
    if question is None:
        return Reply(toast="That question is no longer kept: ask it again.")
    query = await understood(turn.session, question.words, turn.today)
    if query.speakers and not query.topic:
        shown = await speakers.get(turn.session, query.speakers[0])
        if shown is not None:
            return await follow.begin(turn, "speaker", shown.id)
    topic = " ".join(as_typed(query.topic, question.words)) or query.who
    if not topic:
        return Reply(toast="That question names nobody and nothing to follow.")
    return await follow.begin(turn, "topic", shorten(topic, follow.LONGEST))


def _page(turn: Turn, question: Question, offset: int, *, beside: bool = False) -> Work:
    """Show a page of the answer. Looking for it writes nothing, so it keeps no writer waiting."""
    zone, today = turn.zone, turn.today

    async def work(conversation: Conversation) -> None:
        async with conversation.context.database.read() as session:
            asked_on = question.asked_at.astimezone(zone).date()
            found = await ask(session, question.words, today=asked_on)
        if found.events:
            reply = _events_page(question, found.events, offset, zone, today)
        elif beside and found.beside:
            reply = beside_page(question, found, offset)
        elif found.claims:
            reply = claims_page(question, found, offset)
        else:
            reply = nothing(found, question)
        await conversation.give(reply)

    return work


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


async def said(turn: Turn) -> Outcome:
    """Answer /said: what was said about its words."""
    if not turn.words:
        return Reply("About what? For example /said Ukraine, or /said the summit since Monday.")
    words = turn.words
    asks = words.rstrip().endswith("?") or words.split()[0].lower() in ("who", "what", "when")
    return await answer(turn, words if asks else f"what was said about {words}")


COMMANDS = (Command("said", "what was said: /said Ukraine since Monday", said),)
PRESSES = (
    Press("answer", (int, int), turn_page),
    Press("beside", (int, int), who_else),
    Press("follow_this", (int,), follow_this),
)
