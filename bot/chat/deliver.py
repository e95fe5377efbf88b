"""Sends what is owed: rendered when it goes out, from what its events are by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.chat.conversation import NO_PREVIEW
from bot.chat.notices import notice, together
from bot.chat.turn import Reply
from bot.clock import Clock
from bot.track.dispatch import Blocked, Later, Moved, NothingToSay, Outcome, Refused, Sent
from storage import chats
from storage.models import Delivery
from storage.session import AsyncSession, Database

GONE = ("chat not found", "user not found", "group chat was deactivated", "peer_id_invalid", "bot was kicked")


@dataclass(frozen=True, slots=True)
class Deliverer:
    """What the dispatcher sends with."""

    bot: Bot
    database: Database
    clock: Clock

    async def __call__(self, message: Sequence[Delivery]) -> Outcome:
        """Render the deliveries of one chat as one message and send it; say what became of it."""
        async with self.database.read() as session:
            reply = await render(session, message, self.clock.now())
        if reply is None:
            return NothingToSay()
        try:
            await self.bot.send_message(
                message[0].chat_id,
                reply.text,
                parse_mode=ParseMode.HTML,
                reply_markup=reply.keyboard,
                link_preview_options=NO_PREVIEW,
            )
        except TelegramError as error:
            return outcome_of(error)
        return Sent()


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


async def render(session: AsyncSession, message: Sequence[Delivery], now: datetime) -> Reply | None:
    """Return what is owed to one chat as one message, or None when there is nothing left to say."""
    chat = await chats.get(session, message[0].chat_id)
    if chat is None:
        return None
    told = [one for delivery in message if (one := await notice(session, delivery, chat, now)) is not None]
    if not told:
        return None
    return told[0].whole() if len(told) == 1 else together(told)
