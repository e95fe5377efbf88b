"""One turn of a conversation: what a command or button is given, and what it gives back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING, Literal, Union
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.chat.callbacks import Shape
from bot.clock import Clock
from storage.models import Chat
from storage.session import AsyncSession

if TYPE_CHECKING:
    from bot.chat.conversation import Conversation

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
Who = Literal["anyone", "admins"]


@dataclass(frozen=True, slots=True)
class Reply:
    """A message in Telegram HTML.

    After a button it replaces the message the button belongs to, unless it is `fresh`; with a keyboard and no
    text it replaces only the keyboard. `toast` is shown over the chat for a moment.
    """

    text: str = ""
    keyboard: Markup | None = None
    fresh: bool = False
    toast: str | None = None
    thread_id: int | None = None  # the topic of a forum that what was owed goes to


Work = Callable[["Conversation"], Awaitable[None]]
"""What takes longer than a transaction should, done after the commit."""

Outcome = Union[Reply, tuple[Reply, ...], Work, None]  # noqa: UP007 - `|` cannot hold a forward reference at run time


@dataclass(slots=True)
class Turn:
    """One update in one transaction. `words` are what followed the command, or the message itself.

    `read_at` is the host that articles are sent to for reading, None where they are read on this machine.
    """

    session: AsyncSession
    chat: Chat
    clock: Clock
    words: str = ""
    private: bool = True
    read_at: str | None = None
    thread_id: int | None = None  # the topic of a forum it was said in
    owes: bool = False  # set when deliveries changed, so that the dispatcher looks again after the commit

    @property
    def now(self) -> datetime:
        """The present instant, UTC."""
        return self.clock.now()

    @property
    def zone(self) -> tzinfo:
        """The chat's time zone, UTC until it has said one."""
        return zone_of(self.chat)

    @property
    def today(self) -> date:
        """The chat's day."""
        return self.now.astimezone(self.zone).date()


def zone_of(chat: Chat) -> tzinfo:
    """Return the time zone the chat has said, else UTC."""
    return ZoneInfo(chat.zone) if chat.zone else UTC


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its line in /help and who may use it in a group."""

    name: str
    line: str
    handle: Callable[[Turn], Awaitable[Outcome]]
    who: Who = "anyone"


@dataclass(frozen=True, slots=True)
class Press:
    """A button's verb, the fields its data holds, and what is done with them (handed on after the turn)."""

    verb: str
    fields: Shape
    handle: Callable[..., Awaitable[Outcome]]
    who: Who = "anyone"
