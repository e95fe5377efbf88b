"""How often a bot may speak, after https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.

No more than 30 messages a second in all, one a second in a chat (short bursts go through), 20 a minute in a
group. Time is real time, whatever the playground's clock says: flood control protects real machines.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.wire import too_many_requests

PER_SECOND = 30
GROUP_PER_MINUTE = 20
CHAT_PER_SECOND = 1.0
CHAT_BURST = 3


@dataclass(slots=True)
class _Bucket:
    """Tokens that fill up with time; a message takes one."""

    tokens: float
    filled_at: float


@dataclass(slots=True)
class FloodControl:
    """Counts what is sent; `seconds` tells monotonic seconds. Switched off, it counts nothing."""

    seconds: Callable[[], float]
    on: bool = True
    _all: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _chats: dict[int, _Bucket] = field(default_factory=dict)

    def spend(self, chat_id: int, *, group: bool, is_new: bool) -> None:
        """Count one message to a chat, or an edit of one (`is_new` false: not held to one a second).

        Raises ApiError (429 with `retry_after`) when that would be over a limit; then nothing is counted.
        """
        if not self.on:
            return
        now = self.seconds()
        in_group = self._groups.setdefault(chat_id, deque())
        bucket = self._chats.setdefault(chat_id, _Bucket(CHAT_BURST, now))
        bucket.tokens = min(CHAT_BURST, bucket.tokens + (now - bucket.filled_at) * CHAT_PER_SECOND)
        bucket.filled_at = now
        wait = max(
            _wait(self._all, now, PER_SECOND, 1.0),
            _wait(in_group, now, GROUP_PER_MINUTE, 60.0) if group else 0.0,
            (1 - bucket.tokens) / CHAT_PER_SECOND if is_new else 0.0,
        )
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._all.append(now)
        in_group.append(now)
        if is_new:
            bucket.tokens -= 1


def _wait(sent: deque[float], now: float, most: int, window: float) -> float:
    """Return the seconds until one more fits into the window; 0 if it does now."""
    while sent and now - sent[0] >= window:
        sent.popleft()
    return 0.0 if len(sent) < most else sent[0] + window - now
