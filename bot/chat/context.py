"""What every handler works with; kept in the application's `bot_data`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from telegram.ext import ContextTypes

from bot.clock import Clock
from bot.intake import Intake
from bot.polling import Poller, Subscribing
from storage.chats import Defaults
from storage.session import Database

Telegram = ContextTypes.DEFAULT_TYPE

KEY = "onrecord"


def _nobody_listens() -> None:
    """Stand in until the application has started its dispatcher."""


@dataclass
class Context:
    """The parts of the program the chat layer uses.

    `wake` makes the dispatcher look again at once. `read_at` is the host that articles are sent to for
    reading, None where they are read on this machine.
    """

    database: Database
    clock: Clock
    intake: Intake
    defaults: Defaults
    feeds: Subscribing
    poller: Poller
    wake: Callable[[], None] = field(default=_nobody_listens)
    read_at: str | None = None


def of(telegram: Telegram) -> Context:
    """Return the program's parts from what python-telegram-bot hands a handler."""
    return cast(Context, telegram.bot_data[KEY])
