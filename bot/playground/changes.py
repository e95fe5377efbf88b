"""What happened, in order: the page and the tests follow it."""

import asyncio
import copy
from collections import deque

from bot.playground.wire import Json

KEPT = 10_000


class Bell:
    """Wakes everyone who waits, each time it rings."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.closed = False

    def ring(self) -> None:
        """Wake all who wait now."""
        event, self._event = self._event, asyncio.Event()
        event.set()

    def close(self) -> None:
        """Wake all, and let nobody wait again."""
        self.closed = True
        self.ring()

    async def wait(self, seconds: float) -> bool:
        """Wait for a ring, at most so long; return whether it rang."""
        if self.closed or seconds <= 0:
            return False
        try:
            await asyncio.wait_for(self._event.wait(), seconds)
        except TimeoutError:
            return False
        return True


class ChangeLog:
    """A numbered list of changes, the latest `KEPT` of them."""

    def __init__(self) -> None:
        self._changes: deque[Json] = deque(maxlen=KEPT)
        self._bell = Bell()
        self.last = 0

    def add(self, kind: str, **what: object) -> None:
        """Note a change as it is now: `{"seq", "kind", …}`."""
        self.last += 1
        self._changes.append({"seq": self.last, "kind": kind, **copy.deepcopy(what)})
        self._bell.ring()

    def since(self, seq: int) -> list[Json]:
        """Return the changes after number `seq`; one of kind `reset` when some of them are kept no more."""
        if seq > self.last or (self._changes and seq < self._changes[0]["seq"] - 1):
            return [{"seq": self.last, "kind": "reset"}]
        return [change for change in self._changes if change["seq"] > seq]

    async def wait(self, seq: int, seconds: float) -> list[Json]:
        """Return the changes after `seq`, waiting for the first one at most so long."""
        if not (found := self.since(seq)) and await self._bell.wait(seconds):
            found = self.since(seq)
        return found

    @property
    def closed(self) -> bool:
        """Whether nothing will be added any more."""
        return self._bell.closed

    def close(self) -> None:
        """Let everyone who waits go."""
        self._bell.close()
