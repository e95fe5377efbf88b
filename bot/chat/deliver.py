"""Sends one delivery: rendered when it goes out, from what its event is by then."""

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Any

from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.chat import dates, updates
from bot.chat.callbacks import button, keyboard
from bot.chat.conversation import NO_PREVIEW
from bot.chat.pace import PACED
from bot.chat.question import evidence, source
from bot.chat.remind import snoozes
from bot.chat.render import fit, quote, sentence_around, shorten
from bot.chat.turn import Reply, zone_of
from bot.clock import Clock
from bot.track.outcome import said_since
from bot.track.results import Blocked, Later, Moved, NothingToSay, Outcome, Refused, Sent
from storage import chats, events, subscriptions
from storage.models import Change, Delivery, Event, Mention
from storage.session import AsyncSession, Database

Find = Callable[[AsyncSession, Delivery], Awaitable[Event | None]]

log = logging.getLogger(__name__)

SINCE = 3  # claims shown the day after
FRESH = 1.0  # seconds
QUOTED = 600  # characters of the sentence under a reminder
GONE = ("chat not found", "user not found", "group chat was deactivated", "peer_id_invalid", "bot was kicked")


@dataclass(frozen=True, slots=True)
class Deliverer:
    """What the dispatcher sends with."""

    bot: ExtBot[Any]
    database: Database
    clock: Clock
    find: Find = field(default_factory=lambda: Lately())

    async def __call__(self, delivery: Delivery) -> Outcome:
        """Render and send; say what became of it."""
        async with self.database.read() as session:
            reply = await render(session, delivery, self.clock.now(), self.find)
        if reply is None:
            return NothingToSay()
        try:
            await self._say(delivery.chat_id, reply, reply.thread_id)
        except BadRequest as error:
            if reply.thread_id is None or "thread not found" not in error.message.lower():
                return outcome_of(error)
            return await self._without_topic(delivery.chat_id, reply)
        except TelegramError as error:
            return outcome_of(error)
        return Sent()

    async def _without_topic(self, chat_id: int, reply: Reply) -> Outcome:
        """Send to the forum itself: the topic it was asked for in has been deleted."""
        try:
            await self._say(chat_id, reply, None)
        except TelegramError as error:
            return outcome_of(error)
        return Sent()

    async def _say(self, chat_id: int, reply: Reply, thread_id: int | None) -> None:
        await self.bot.send_message(
            chat_id,
            reply.text,
            parse_mode=ParseMode.HTML,
            reply_markup=reply.keyboard,
            message_thread_id=thread_id,
            link_preview_options=NO_PREVIEW,
            rate_limit_args=PACED,
        )


def outcome_of(error: TelegramError) -> Outcome:
    """Say what Telegram's refusal means for a delivery."""
    match error:
        case Forbidden():
            return Blocked()
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case RetryAfter():
            wait = error.retry_after
            return Later(wait if isinstance(wait, timedelta) else timedelta(seconds=wait), "asked to wait")
        case BadRequest():
            message = error.message.lower()
            return Blocked() if any(words in message for words in GONE) else Refused(error.message)
        case InvalidToken():
            return Later(None, "the token is refused")
        case _:  # time-outs, no connection, 5xx
            return Later(None, type(error).__name__)


class Lately:
    """Events as they were within the last second: a crowd is told of the same one, again and again.

    What is told of a change is found anew for each change, so that it is never told from before it.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._found: dict[tuple[int, int | None], tuple[float, Event | None]] = {}

    async def __call__(self, session: AsyncSession, delivery: Delivery) -> Event | None:
        """Return the delivery's event with its mentions, their articles and its changes loaded."""
        if delivery.event_id is None:
            return None
        now = self._seconds()
        about = delivery.event_id, delivery.change_id
        found = self._found.get(about)
        if found is None or now - found[0] > FRESH:
            self._found = {key: kept for key, kept in self._found.items() if now - kept[0] <= FRESH}
            found = self._found[about] = now, await events.get(session, delivery.event_id)
        return found[1]


async def render(
    session: AsyncSession, delivery: Delivery, now: datetime, find: Find | None = None
) -> Reply | None:
    """Return the message owed, or None when there is nothing left to say. `find` finds its event."""
    chat = await chats.get(session, delivery.chat_id)
    if chat is None:
        return None
    zone = zone_of(chat)
    if delivery.kind == "update":
        return await updates.render(session, delivery, zone)
    event = await (find or Lately())(session, delivery)
    if event is None:
        return None
    subscription = await subscriptions.hearing_of_event(session, delivery.chat_id, event.id, event.story_id)
    stop = [button("Unfollow", "unfollow", subscription.id)] if subscription is not None else []
    thread = subscription.thread_id if subscription is not None else None
    match delivery.kind:
        case "lead" | "due" | "snooze":
            if _is_late(delivery, event, now, zone):
                return None
            text = _reminder(event, now, zone, in_utc=chat.zone is None)
            return Reply(text, keyboard(snoozes(event.id), stop), thread_id=thread)
        case "moved" | "cancelled":
            return Reply(_changed(delivery, event, zone), keyboard(stop), thread_id=thread)
        case "after":
            return Reply(await _after(session, event, zone), keyboard(stop), thread_id=thread)
        case _:
            log.error("a delivery of the unknown kind %s was dropped", delivery.kind)
            return None


def _is_late(delivery: Delivery, event: Event, now: datetime, zone: tzinfo) -> bool:
    """Tell whether a reminder has nothing to say any more: called off, or past (a snooze still may)."""
    if event.status == "cancelled":
        return True
    past = event.last_day is not None and event.last_day < now.astimezone(zone).date()
    return delivery.kind != "snooze" and (event.status == "over" or past)


def _reminder(event: Event, now: datetime, zone: tzinfo, *, in_utc: bool) -> str:
    """Return a reminder: how near, when and what; the words; where they stand."""
    when = f"{dates.nearness(event, now, zone)}, {dates.when(event, zone)}"
    first = f"<b>{when}</b>: {dates.what(event)}{dates.standing(event)}"
    hint = "This came on UTC: tell me your time zone in /settings." if in_utc else ""
    return fit([first, _words(_latest(event)), hint])


def _latest(event: Event) -> Mention | None:
    """Return the mention that stands for the event as it is now: the last that says its date."""
    same = [mention for mention in event.mentions if mention.date == event.date]
    every = same or event.mentions
    return every[-1] if every else None


def _words(mention: Mention | None) -> str:
    """Return the sentence of a mention, quoted, and the article it stands in."""
    if mention is None:
        return ""
    words = shorten(sentence_around(mention.article.text, mention.start, mention.end), QUOTED)
    return f"{quote(words)}\n{source(mention.article)}"


def _changed(delivery: Delivery, event: Event, zone: tzinfo) -> str:
    """Return what changed: the old date, the new one, and the words that say so."""
    change = next((one for one in event.changes if one.id == delivery.change_id), None)
    before = _before(change)
    mention = next((m for m in event.mentions if change is not None and m.id == change.mention_id), None)
    if event.status == "cancelled" or delivery.kind == "cancelled":
        first = f"<b>Called off</b>: {dates.what(event)}" + (f" (was {before})" if before else "")
    elif event.status == "postponed" and not event.date:
        first = f"<b>Put off, with no new date</b>: {dates.what(event)}" + (
            f" (was {before})" if before else ""
        )
    else:
        arrow = f"{before} → {dates.when(event, zone)}" if before else dates.when(event, zone)
        first = f"<b>Moved</b>: {dates.what(event)}\n{arrow}"
    return fit([first, _words(mention or _latest(event))])


def _before(change: Change | None) -> str:
    if change is None or not change.before or not change.before.get("date"):
        return ""
    iso = str(change.before["date"])
    precision = "week" if "-W" in iso else "month" if len(iso) == 7 else "day"
    clock = change.before.get("time")
    return dates.stated(iso, precision, str(clock) if clock else None)


async def _after(session: AsyncSession, event: Event, zone: tzinfo) -> str:
    """Ask what happened, and show what was said about it since."""
    first = f"<b>What happened?</b> {dates.what(event)}, due {dates.due_on(event, zone)}."
    found = await said_since(session, event.id, limit=SINCE)
    if not found:
        return fit([first, "Nothing on record since. Send me an article about it when you have one."])
    return fit([first, "Said since:", *map(evidence, found)])
