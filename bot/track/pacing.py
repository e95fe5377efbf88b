"""How fast messages may go out: Telegram's limits are the budget."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

IN_A_CHAT = 1.0  # seconds between messages
IN_A_GROUP = 3.0  # 20 a minute; groups and channels have negative ids
OVERALL = 30  # messages in any second


class Pacer:
    """Makes each message wait its turn: in its chat, and among all."""

    def __init__(
        self,
        timer: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._timer = timer
        self._sleep = sleep
        self._next_in: dict[int, float] = {}
        self._recent: deque[float] = deque(maxlen=OVERALL)

    async def turn(self, chat_id: int) -> None:
        """Return when a message may go to the chat; its turn is then taken."""
        now = self._timer()
        self._next_in = {chat: at for chat, at in self._next_in.items() if at > now}
        at = max(now, self._next_in.get(chat_id, now))
        if len(self._recent) == OVERALL:
            at = max(at, self._recent[0] + 1)
        # Taken before sleeping, so that whoever asks meanwhile queues behind.
        self._recent.append(at)
        self._next_in[chat_id] = at + (IN_A_GROUP if chat_id < 0 else IN_A_CHAT)
        if at > now:
            await self._sleep(at - now)
