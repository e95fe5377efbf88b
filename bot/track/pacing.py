"""How fast messages may go out: Telegram's limits are the budget."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

IN_A_CHAT = 1.0  # seconds between messages
IN_A_GROUP = 3.0  # 20 a minute; groups and channels have negative ids
PER_SECOND = 29.1  # of 30, so that a request which takes longer than the next breaks no limit
BLOCK = 5  # turns asked for at once where others share them

Reserve = Callable[[int], Awaitable[float]]
"""Takes so many turns of a shared pace and tells in how many seconds the first of them is."""


class Pacer:
    """Makes each message wait its turn: in its chat, and among all.

    The turns among all come from `reserve` where several programs share them, else from this one's own time.
    """

    def __init__(
        self,
        timer: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        reserve: Reserve | None = None,
    ) -> None:
        self.waiting = 0  # messages whose chat's turn has come
        self._timer = timer
        self.sleep = sleep
        self._reserve = reserve
        self._next_in: dict[int, float] = {}
        self._free_at = 0.0
        self._turns: deque[float] = deque()
        self._reserving = asyncio.Lock()

    async def turn(self, chat_id: int) -> None:
        """Return when a message may go to the chat; its turn is then taken."""
        wait = self.wait_in(chat_id)
        now = self._timer()
        # Taken before sleeping, so that whoever asks meanwhile queues behind.
        self._next_in[chat_id] = now + wait + (IN_A_GROUP if chat_id < 0 else IN_A_CHAT)
        if wait:
            await self.sleep(wait)
        self.waiting += 1
        try:
            wait = await self._among_all() - self._timer()
            if wait > 0:
                await self.sleep(wait)
        finally:
            self.waiting -= 1

    def wait_in(self, chat_id: int) -> float:
        """Return the seconds until the chat can take another message."""
        now = self._timer()
        self._next_in = {chat: at for chat, at in self._next_in.items() if at > now}
        return max(0.0, self._next_in.get(chat_id, now) - now)

    def stop(self, chat_id: int, seconds: float) -> None:
        """Let nothing go to the chat for so long: Telegram has asked for it."""
        self._next_in[chat_id] = max(self._next_in.get(chat_id, 0.0), self._timer() + seconds)

    async def spend(self) -> None:
        """Count a message that has not waited, such as an answer to a person: others wait for it."""
        await self._among_all()

    async def _among_all(self) -> float:
        if self._reserve is None:
            at = max(self._timer(), self._free_at)
            self._free_at = at + 1 / PER_SECOND
            return at
        async with self._reserving:
            if not self._turns:
                turns = min(max(self.waiting, 1), BLOCK)
                first = self._timer() + await self._reserve(turns)
                self._turns.extend(first + number / PER_SECOND for number in range(turns))
            return self._turns.popleft()
