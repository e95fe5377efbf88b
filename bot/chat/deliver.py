"""Sends what is owed: rendered when it goes out, from what its events are by then."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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

from bot.chat.conversation import NO_PREVIEW
from bot.chat.notices import Find, notice, together
from bot.chat.pace import PACED
from bot.chat.turn import Reply
from bot.clock import Clock
from bot.track.results import Blocked, Later, Moved, NothingToSay, Outcome, Refused, Sent
from storage import chats, events
from storage.models import Delivery, Event
from storage.session import AsyncSession, Database

FRESH = 1.0  # seconds
GONE = ("chat not found", "user not found", "group chat was deactivated", "peer_id_invalid", "bot was kicked")


@dataclass(frozen=True, slots=True)
class Deliverer:
    """What the dispatcher sends with."""

    bot: ExtBot[Any]
    database: Database
    clock: Clock
    find: Find = field(default_factory=lambda: Lately())

    async def __call__(self, message: Sequence[Delivery]) -> Outcome:
        """Render the deliveries of one chat as one message and send it; say what became of it."""
        async with self.database.read() as session:
            reply = await render(session, message, self.clock.now(), self.find)
        if reply is None:
            return NothingToSay()
        try:
            await self._say(message[0].chat_id, reply, reply.thread_id)
        except BadRequest as error:
            if reply.thread_id is None or "thread not found" not in error.message.lower():
                return outcome_of(error)
            return await self._without_topic(message[0].chat_id, reply)
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
    session: AsyncSession, message: Sequence[Delivery], now: datetime, find: Find | None = None
) -> Reply | None:
    """Return what is owed to one chat as one message, or None when there is nothing left to say.

    `find` finds the events it is about.
    """
    chat = await chats.get(session, message[0].chat_id)
    if chat is None:
        return None
    found = find or Lately()
    told = [
        one for delivery in message if (one := await notice(session, delivery, chat, now, found)) is not None
    ]
    if not told:
        return None
    return told[0].whole() if len(told) == 1 else together(told)
