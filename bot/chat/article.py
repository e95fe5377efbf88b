"""An article simply sent: read with its progress shown, and its date asked for where it has none."""

import dataclasses
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from telegram import InlineKeyboardButton

from bot.chat import appeared, drafts, errors, feeds, numeric
from bot.chat.callbacks import button, keyboard
from bot.chat.card import GONE, card
from bot.chat.conversation import Conversation
from bot.chat.render import bold, escape, shorten
from bot.chat.turn import Outcome, Press, Reply, Turn, Work
from bot.extract.dates import find_timexes
from bot.extract.reading import Published
from bot.ingest.article import Article, UnreadableError
from bot.ingest.links import FeedFoundError
from bot.intake import Link, Material
from bot.track import filing
from storage import articles

AWAITING = "date"
LONGEST_DATE = 60  # characters of an answer to "when did it appear?"; what is longer is something else
OFFERED = {"today": 0, "yesterday": 1}


async def add(
    conversation: Conversation, material: Material, draft_id: int | None = None, *, name: str = ""
) -> None:
    """Read what was sent, showing progress in one message that ends as the article's card.

    `name` tells what could not be read, where it is one of several.
    """
    await conversation.typing()
    progress = await conversation.progress("Fetching the page…" if isinstance(material, Link) else "Reading…")
    try:
        await _add(conversation, material, progress, draft_id)
    except FeedFoundError as found:
        await feeds.offer(conversation, found.page, progress)
    except UnreadableError as error:
        await conversation.edit(progress, Reply(escape(f"{name}: {error}" if name else str(error))))
    except Exception as error:  # whatever it was, "Reading…" must not be the last word
        errors.note(error)
        await conversation.edit(progress, Reply(errors.SENTENCE))


async def _add(conversation: Conversation, material: Material, progress: int, draft_id: int | None) -> None:
    article = await conversation.context.intake.ingest(material)
    async with conversation.turn() as turn:
        if draft_id is not None:
            await drafts.drop(turn, draft_id)
        asked = await _when_undated(turn, article)
    if asked is not None:
        await conversation.edit(progress, asked)
        return
    await file(conversation, article, progress)


async def add_all(conversation: Conversation, materials: Sequence[Material]) -> None:
    """Read several things sent in one message, one after the other."""
    several = len(materials) > 1
    for material in materials:
        name = shorten(material.url, 100) if several and isinstance(material, Link) else ""
        await add(conversation, material, name=name)


async def file(
    conversation: Conversation, article: Article, progress: int, draft_id: int | None = None
) -> None:
    """Read and file a clean article, and show its card."""
    title = f" {bold(shorten(article.title, 120))}" if article.title else " the article"
    step = f"Looking through{title} for who said what, and what comes next…"
    await conversation.edit(progress, Reply(step))
    await conversation.typing()
    filed = await conversation.context.intake.file(article, conversation.chat_id)
    async with conversation.turn() as turn:
        if draft_id is not None:
            await drafts.drop(turn, draft_id)
        turn.owes = filed.new
        known = "A copy of what is on record:" if filed.copy else "Already on record:"
        shown = await card(turn, filed.article_id, "" if filed.new else known)
    await conversation.edit(progress, shown)


async def _when_undated(turn: Turn, article: Article) -> Reply | None:
    """Ask when an article appeared that does not say, unless it is on record already."""
    if article.published is not None:
        return None
    known = await articles.find(turn.session, text=article.text, url=article.url)
    if known is not None:
        return await card(turn, known.id, "Already on record:")
    draft = await drafts.keep_article(turn, article)
    turn.chat.awaiting = {"what": AWAITING, "draft": draft.id}
    name = bold(shorten(article.title or article.text, 120))
    text = (
        f"{name} does not say when it appeared, and I would rather not guess. "
        "Tell me the day, for example 21 Feb 2022, or choose:"
    )
    return Reply(text, keyboard(_days(draft.id)))


def _days(draft_id: int) -> list[InlineKeyboardButton]:
    return [
        button("Today", "dated", draft_id, "today"),
        button("Yesterday", "dated", draft_id, "yesterday"),
        button("Skip", "dated", draft_id, "skip"),
    ]


async def dated(turn: Turn, draft_id: int, choice: str) -> Outcome:
    """Take the day from a button; "skip" files the article without one."""
    article = await drafts.article_of(turn, draft_id)
    if article is None:
        return Reply(toast="That article is no longer waiting for a date.")
    if choice in OFFERED:
        return _dated(turn, draft_id, article, turn.today - timedelta(days=OFFERED[choice]))
    return (
        _dated(turn, draft_id, article, None) if choice == "skip" else Reply(toast="Tell me the day instead.")
    )


async def told(turn: Turn, draft_id: int, words: str) -> Outcome:
    """Take the day in the user's words; None when they are about something else."""
    article = await drafts.article_of(turn, draft_id)
    if article is None:
        turn.chat.awaiting = None
        return None
    published = date_in(words, turn.today)
    if published is None:
        return Reply(
            "I cannot read that as a day. Write it as 21 Feb 2022, or press one of the buttons above."
        )
    if (published.date() if isinstance(published, datetime) else published) > turn.today:
        return Reply("That day is still to come. On which day did the article appear?")
    return _dated(turn, draft_id, article, published)


def _dated(turn: Turn, draft_id: int, article: Article, published: Published) -> Work:
    waits = turn.chat.awaiting
    if waits and waits.get("draft") == draft_id:
        turn.chat.awaiting = None
    complete = dataclasses.replace(article, published=published, zone_from="unknown")

    async def work(conversation: Conversation) -> None:
        progress = await conversation.progress("Reading…")
        try:
            await file(conversation, complete, progress, draft_id)
        except Exception as error:  # whatever it was, the draft is still there to be tried again
            errors.note(error)
            await conversation.edit(progress, Reply(errors.SENTENCE, keyboard(_days(draft_id))))

    return work


def date_in(words: str, today: date) -> Published:
    """Return the one day the words name, as seen on `today`; None when they name none, or several."""
    noon = datetime.combine(today, time(12), UTC)
    found = [
        t.value for t in find_timexes(words.strip(), noon.date()) if t.type in ("DATE", "TIME") and t.value
    ]
    if len(found) != 1:
        return None
    try:
        value = datetime.fromisoformat(found[0])
    except ValueError:
        return None
    return value if "T" in found[0] else value.date()


async def settled(turn: Turn, article_id: int, order: str) -> Outcome:
    """Take which way an article's numeric dates are to be read, and read it again so."""
    known = await articles.get(turn.session, article_id)
    if known is None:
        return GONE
    if numeric.question(known) is None or order not in ("day", "month"):
        return await card(turn, article_id)
    return _again(article_id, appeared.ingested(known), day_first=order == "day")


async def chosen(turn: Turn, article_id: int) -> Outcome:
    """Take the other day an article's page gives for its own, and read it again as of then."""
    known = await articles.get(turn.session, article_id)
    if known is None:
        return GONE
    if known.otherwise is None:
        return await card(turn, article_id)
    return _again(article_id, appeared.the_other_way(known), day_first=None)


def _again(article_id: int, article: Article, *, day_first: bool | None) -> Work:
    async def work(conversation: Conversation) -> None:
        progress = await conversation.progress("Reading it again…")
        reading = await conversation.context.intake.read(article, numeric_day_first=day_first)
        async with conversation.turn() as later:
            try:
                await filing.redate(
                    later.session, article_id, article, reading, now=later.now, told_by=later.chat.id
                )
            except LookupError:
                shown = Reply("That article is no longer on record.")
            else:
                later.owes = True
                shown = await card(later, article_id)
        await conversation.edit(progress, shown)

    return work


PRESSES = (
    Press("dated", (int, str), dated),
    Press("order", (int, str), settled),
    Press("appeared", (int,), chosen),
)
