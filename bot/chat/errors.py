"""What happens when something goes wrong: a sentence for the user, a line in the log without their words."""

import logging
import traceback

from telegram import Update
from telegram.error import Forbidden, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.chat.context import Telegram

log = logging.getLogger(__name__)

SENTENCE = "Something went wrong on my side. Nothing you sent before is lost: please try again in a moment."


async def on_error(update: object, telegram: Telegram) -> None:
    """Log where it happened (never the error's own message: it may hold what a user wrote), and say so."""
    error = telegram.error
    if error is None:
        return
    if isinstance(error, Forbidden):
        log.info("a chat can no longer be written to")
        return
    note(error)
    if isinstance(error, NetworkError) and not isinstance(update, Update):
        return
    await _tell(update, telegram.bot)


def note(error: BaseException) -> None:
    """Log what kind of error happened, and where."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
    log.error("%s at %s", type(error).__name__, where)


async def _tell(update: object, bot: ExtBot[None]) -> None:
    if not isinstance(update, Update) or update.effective_chat is None:
        return
    try:
        if update.callback_query is not None:
            await bot.answer_callback_query(update.callback_query.id, SENTENCE, show_alert=True)
        else:
            await bot.send_message(update.effective_chat.id, SENTENCE)
    except TelegramError as second:
        log.warning("the user could not be told: %s", type(second).__name__)
