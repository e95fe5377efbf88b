"""One feed that a chat follows: how it fares, what of it is read, and its last articles."""

from datetime import timedelta, tzinfo

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.callbacks import button, keyboard
from bot.chat.render import bold, escape, fit, name_of, shorten, title_link
from bot.chat.turn import Press, Reply, Turn
from bot.ingest.feeds import filters
from storage import feed_entries, feeds
from storage.models import Delivery, Feed, FeedSubscription
from storage.session import AsyncSession

ARTICLES = 3  # shown of one feed
TITLE = 80
AWAITING = "feed words"

_WHICH = ("wanted", "unwanted")
_GONE = Reply("You do not follow that feed any more. /feeds shows those you follow.")


async def screen(turn: Turn, subscription_id: int, toast: str | None = None) -> Reply:
    """Return one feed: how it fares, what is taken of it, what it brought last."""
    mine = await feeds.subscription(turn.session, turn.chat.id, subscription_id)
    if mine is None:
        return _GONE
    latest = await feed_entries.latest_articles(turn.session, mine.feed_id, ARTICLES)
    words = [
        f"Only what has: {escape(', '.join(mine.wanted))}" if mine.wanted else "",
        f"Nothing that has: {escape(', '.join(mine.unwanted))}" if mine.unwanted else "",
    ]
    blocks = [
        f"{bold(shorten(mine.feed.title, TITLE))}\n{escape(shorten(mine.feed.url, 200))}",
        state(mine, turn.zone),
        "\n".join(filter(None, words)),
        "\n".join(f"• {title_link(article)}" for article in latest),
    ]
    rows = [
        [_switch(mine), button("Remove", "feed_drop", mine.id)],
        [
            button("Only with …", "feed_words", mine.id, "wanted"),
            button("Without …", "feed_words", mine.id, "unwanted"),
        ],
        [button("Take everything", "feed_clear", mine.id)] if mine.wanted or mine.unwanted else [],
        *[[button(shorten(name_of(article), 40), "card", article.id)] for article in latest],
        [button("All feeds", "feeds", 0)],
    ]
    return Reply(fit(blocks), keyboard(*rows), toast=toast)


def _switch(mine: FeedSubscription) -> InlineKeyboardButton:
    if mine.feed.given_up:
        return button("Try again", "feed_on", mine.id)
    return button("Resume", "feed_on", mine.id) if mine.paused else button("Pause", "feed_off", mine.id)


def state(subscription: FeedSubscription, zone: tzinfo) -> str:
    """Return how a feed fares, in one line."""
    feed = subscription.feed
    if feed.given_up:
        return f"I no longer ask for it. {escape(feed.trouble or '')}".strip()
    if subscription.paused:
        return "Paused."
    if feed.failing_since is not None:
        since = dates.day(feed.failing_since.astimezone(zone).date())
        return f"Not to be had since {since}: I keep trying. {escape(feed.trouble or '')}".strip()
    if feed.polled_at is None:
        return "Not read yet: its turn comes within minutes."
    every = _wait(timedelta(seconds=max(feed.interval, feed.ttl)))
    if feed.brought_at is None:
        return f"Nothing new yet. I look {every}."
    return f"Last new {dates.day(feed.brought_at.astimezone(zone).date())}. I look {every}."


def _wait(interval: timedelta) -> str:
    minutes = round(interval.total_seconds() / 60)
    if minutes < 90:
        return f"about every {minutes} minutes"
    return f"about every {round(minutes / 60)} hours"


async def switch_off(turn: Turn, subscription_id: int) -> Reply:
    """Pause a feed."""
    mine = await feeds.subscription(turn.session, turn.chat.id, subscription_id)
    if mine is None:
        return _GONE
    mine.paused = True
    return await screen(turn, subscription_id, "Paused.")


async def switch_on(turn: Turn, subscription_id: int) -> Reply:
    """Go on with a feed that was paused, or given up."""
    mine = await feeds.subscription(turn.session, turn.chat.id, subscription_id)
    if mine is None:
        return _GONE
    mine.paused = False
    if mine.feed.given_up:
        feeds.revive(mine.feed, turn.now)
    return await screen(turn, subscription_id, "I look within a minute.")


async def ask_words(turn: Turn, subscription_id: int, which: str) -> Reply:
    """Ask for the words a feed is taken by."""
    mine = await feeds.subscription(turn.session, turn.chat.id, subscription_id)
    if mine is None or which not in _WHICH:
        return _GONE
    turn.chat.awaiting = {"what": AWAITING, "subscription": mine.id, "which": which}
    rule = "Only entries with one of them are read" if which == "wanted" else "Entries with any are left out"
    return Reply(
        f"Which words or phrases? Put commas between them, as in: grain exports, harbour. {rule}.", fresh=True
    )


async def told(turn: Turn, subscription_id: int, which: str, words: str) -> Reply:
    """Take the words a feed is taken by."""
    mine = await feeds.subscription(turn.session, turn.chat.id, subscription_id)
    if mine is None or which not in _WHICH:
        turn.chat.awaiting = None
        return _GONE
    try:
        phrases = filters.phrases_in(words)
    except ValueError as error:
        return Reply(escape(str(error)))
    if not phrases:
        return Reply("There is no word in that. Put commas between words or phrases: grain exports, harbour.")
    turn.chat.awaiting = None
    if which == "wanted":
        mine.wanted = phrases
    else:
        mine.unwanted = phrases
    return await screen(turn, subscription_id)


async def clear(turn: Turn, subscription_id: int) -> Reply:
    """Take everything a feed brings."""
    mine = await feeds.subscription(turn.session, turn.chat.id, subscription_id)
    if mine is None:
        return _GONE
    mine.wanted, mine.unwanted = [], []
    return await screen(turn, subscription_id, "Everything it brings is read.")


async def given_up(
    session: AsyncSession, delivery: Delivery, zone: tzinfo
) -> tuple[str, list[InlineKeyboardButton], int] | None:
    """Return the words that a feed is asked for no more, their buttons, and which of the chat's feeds it is.

    None where that is not so any longer.
    """
    number = int(delivery.detail.get("subscription", 0))
    mine = await feeds.subscription(session, delivery.chat_id, number)
    if mine is None or not mine.feed.given_up:
        return None
    words = (
        f"I no longer ask for the feed {bold(shorten(mine.feed.title, TITLE))}{_since(mine.feed, zone)}. "
        f"{escape(mine.feed.trouble or '')} Look on its site whether it has moved."
    )
    return words, [_switch(mine), button("Remove", "feed_drop", mine.id)], mine.id


def _since(feed: Feed, zone: tzinfo) -> str:
    if feed.failing_since is None or feed.failures == 1:
        return ""
    return f": it has not been to be had since {dates.day(feed.failing_since.astimezone(zone).date())}"


PRESSES = (
    Press("feed", (int,), screen),
    Press("feed_off", (int,), switch_off),
    Press("feed_on", (int,), switch_on),
    Press("feed_words", (int, str), ask_words),
    Press("feed_clear", (int,), clear),
)
