"""What becomes of a message that was handed to Telegram."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from storage.models import Delivery


@dataclass(frozen=True, slots=True)
class Sent:
    """It went out."""


@dataclass(frozen=True, slots=True)
class NothingToSay:
    """The delivery no longer has anything to say (its event is gone); it is dropped."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The chat can no longer be written to (403, chat not found)."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has become another one."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """Telegram asks this chat to wait, or did not answer. `after` None: wait longer each time."""

    after: timedelta | None
    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message."""

    error: str


Outcome = Sent | NothingToSay | Blocked | Moved | Later | Refused
Send = Callable[[Sequence[Delivery]], Awaitable[Outcome]]
"""Sends what one chat is owed at one time, as one message."""
