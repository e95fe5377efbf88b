"""The edge of a chat: opens its turns, and sends what they give back once they are committed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TypeVar

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)
from telegram.constants import ChatAction, ChatMemberStatus, ChatType, ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat import context as contexts
from bot.chat.context import Context, Telegram
from bot.chat.turn import Outcome, Reply, Turn
from storage import chats

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TRIES = 6
PAUSE = 1.0  # seconds before a request that did not get through is made again
LONGEST_WAIT = 30.0  # seconds; when Telegram asks for more, the answer is given up and logged
ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)

T = TypeVar("T")


class Conversation:
    """One chat, seen from one update."""

    def __init__(
        self,
        context: Context,
        bot: Bot,
        chat_id: int,
        *,
        private: bool = True,
        user_id: int | None = None,
        thread_id: int | None = None,
        query: CallbackQuery | None = None,
    ) -> None:
        self.context = context
        self.chat_id = chat_id
        self.private = private
        self._bot = bot
        self._user_id = user_id
        self._thread_id = thread_id
        self._query = query
        self._answered = False

    @classmethod
    def of(cls, update: Update, telegram: Telegram) -> "Conversation":
        """Return the conversation an update belongs to. The update must have a chat."""
        chat, message = update.effective_chat, update.effective_message
        if chat is None:
            raise ValueError("an update without a chat has no conversation")
        threaded = isinstance(message, Message) and message.is_topic_message
        return cls(
            contexts.of(telegram),
            telegram.bot,
            chat.id,
            private=chat.type == ChatType.PRIVATE,
            user_id=update.effective_user.id if update.effective_user else None,
            thread_id=message.message_thread_id if threaded and isinstance(message, Message) else None,
            query=update.callback_query,
        )

    @asynccontextmanager
    async def turn(self, words: str = "") -> AsyncIterator[Turn]:
        """Work in one transaction; after its commit the dispatcher is woken if something new is owed."""
        context = self.context
        async with context.database.begin() as session:
            chat = await chats.ensure(session, self.chat_id, context.clock.now(), context.defaults)
            turn = Turn(session, chat, context.clock, words, self.private, context.read_at, self._thread_id)
            yield turn
        if turn.owes:
            context.wake()

    async def may(self, who: str) -> bool:
        """Tell whether the person may do what is for `who`; in a group some things are for its admins."""
        if who == "anyone" or self.private:
            return True
        if self._user_id is None:
            return False
        try:
            member = await self._bot.get_chat_member(self.chat_id, self._user_id)
        except TelegramError:
            return False
        return member.status in ADMINS

    async def give(self, outcome: Outcome) -> None:
        """Send what a turn gave back, or do the work it left."""
        if callable(outcome):
            await self.toast(None)
            await outcome(self)
            return
        replies = () if outcome is None else (outcome,) if isinstance(outcome, Reply) else outcome
        await self.toast(next((reply.toast for reply in replies if reply.toast), None))
        for reply in replies:
            if not reply.text and reply.keyboard is None:
                continue
            pressed = self._query.message if self._query else None
            if pressed is not None and not reply.fresh:
                await self.edit(pressed.message_id, reply)
            else:
                await self.say(reply)

    async def toast(self, text: str | None) -> None:
        """Answer the button, if there was one, so that it stops spinning; once is enough."""
        if self._query is None or self._answered:
            return
        self._answered = True
        try:
            await self._bot.answer_callback_query(self._query.id, text[:200] if text else None)
        except BadRequest as error:
            log.debug("a button was answered too late: %s", error)

    async def say(self, reply: Reply) -> Message:
        """Send a new message."""
        return await _patiently(
            lambda: self._bot.send_message(
                self.chat_id,
                reply.text,
                parse_mode=ParseMode.HTML,
                reply_markup=reply.keyboard,
                message_thread_id=self._thread_id,
                link_preview_options=NO_PREVIEW,
            )
        )

    async def hand(self, name: str, content: bytes, caption: str) -> None:
        """Send a file."""
        await _patiently(
            lambda: self._bot.send_document(
                self.chat_id, content, caption, filename=name, message_thread_id=self._thread_id
            )
        )

    async def edit(self, message_id: int, reply: Reply) -> None:
        """Change a message of the bot's; where it can no longer be changed, send a new one."""
        if isinstance(reply.keyboard, InlineKeyboardMarkup) or reply.keyboard is None:
            markup = reply.keyboard
        else:
            await self.say(reply)  # only inline keyboards can be put on an old message
            return
        try:
            if reply.text:
                await _patiently(
                    lambda: self._bot.edit_message_text(
                        reply.text,
                        self.chat_id,
                        message_id,
                        parse_mode=ParseMode.HTML,
                        reply_markup=markup,
                        link_preview_options=NO_PREVIEW,
                    )
                )
            else:
                await _patiently(
                    lambda: self._bot.edit_message_reply_markup(self.chat_id, message_id, reply_markup=markup)
                )
        except BadRequest as error:
            if "not modified" in error.message.lower():
                return
            log.info("a message could not be edited, sending a new one: %s", error.message)
            if reply.text:
                await self.say(reply)

    async def progress(self, text: str) -> int:
        """Show that work goes on, in the message of the pressed button or in a new one; return its number."""
        pressed = self._query.message if self._query else None
        if pressed is not None:
            await self.edit(pressed.message_id, Reply(text))
            return pressed.message_id
        return (await self.say(Reply(text))).message_id

    async def typing(self) -> None:
        """Show that the bot is at work. Only a courtesy, so a failure does not matter."""
        try:
            await self._bot.send_chat_action(
                self.chat_id, ChatAction.TYPING, message_thread_id=self._thread_id
            )
        except TelegramError as error:
            log.debug("the typing action failed: %s", error)


async def _patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Do a request; again when Telegram asks for a short wait, or could not be reached.

    Not after a time-out: then the message may have arrived.
    """
    for _ in range(TRIES - 1):
        try:
            return await call()
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait
            if seconds > LONGEST_WAIT:
                raise
        except (BadRequest, TimedOut):
            raise
        except NetworkError:
            seconds = PAUSE
        await asyncio.sleep(seconds)
    return await call()
