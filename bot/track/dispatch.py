"""Sending what is due: claims deliveries, paces them and records what became of each."""
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from bot.clock import Clock
from storage.models import Delivery
from storage.session import Database

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
    """Telegram asks to wait, or did not answer."""
    after: timedelta | None
    error: str
@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message."""
    error: str
Outcome = Sent | NothingToSay | Blocked | Moved | Later | Refused
Send = Callable[[Delivery], Awaitable[Outcome]]

class Dispatcher:
    """Sends due deliveries through `send`, one pass at a time."""
    def __init__(self, database: Database, clock: Clock, send: Send) -> None: ...
    async def run_due(self) -> int:
        """Send everything due by now; return how many went out. Overlapping calls are one."""
        raise NotImplementedError
    async def next_due(self) -> datetime | None:
        """When the next delivery is due (UTC), None when nothing is owed."""
        raise NotImplementedError
