"""Sending what is due: claims deliveries, paces them and records what became of each.

A delivery is leased while it is on its way. A program that dies leaves its leases to run out, so nothing is
lost and at most the message in flight is repeated.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from bot.clock import Clock
from bot.track.owing import REMINDERS
from bot.track.pacing import Pacer
from storage import chats, deliveries, subscriptions
from storage.models import Delivery
from storage.session import Database

LEASE = timedelta(minutes=5)
BATCH = 100  # even all to one chat they go out within the lease
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
TOGETHER = 8  # at most so many deliveries become one message
FAILURES = 10  # our own errors in a row before a delivery is given up

_log = logging.getLogger(__name__)


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
    """Telegram asks to wait, or did not answer. `after` None: wait longer each time."""

    after: timedelta | None
    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message."""

    error: str


Outcome = Sent | NothingToSay | Blocked | Moved | Later | Refused
Send = Callable[[Sequence[Delivery]], Awaitable[Outcome]]
"""Sends what one chat is owed at one time, as one message."""


class Dispatcher:
    """Sends due deliveries through `send`, one pass at a time."""

    def __init__(self, database: Database, clock: Clock, send: Send, pacer: Pacer | None = None) -> None:
        self._database = database
        self._clock = clock
        self._send = send
        self._pacer = pacer or Pacer()
        self._pass: asyncio.Future[int] | None = None
        self._look_again = False

    async def run_due(self) -> int:
        """Send everything due by now; return how many went out. Overlapping calls are one."""
        if self._pass is not None:
            self._look_again = True
            return await asyncio.shield(self._pass)
        self._pass = asyncio.get_running_loop().create_future()
        sent = 0
        try:
            while True:
                self._look_again = False
                batch = await self._claim()
                sent += await self._send_batch(batch)
                if not batch and not self._look_again:
                    return sent
        finally:
            self._pass.set_result(sent)
            self._pass = None

    async def next_due(self) -> datetime | None:
        """When the next delivery is due (UTC), None when nothing is owed."""
        async with self._database.read() as session:
            return await deliveries.next_due(session)

    async def _claim(self) -> list[Delivery]:
        async with self._database.begin() as session:
            return await deliveries.claim_due(session, self._clock.now(), LEASE, BATCH)

    async def _send_batch(self, batch: Sequence[Delivery]) -> int:
        """Send each chat's deliveries in their order, different chats side by side."""
        by_chat = groupby(sorted(batch, key=lambda d: (d.chat_id, d.due_at, d.id)), key=lambda d: d.chat_id)
        return sum(await asyncio.gather(*(self._send_chat(list(own)) for _, own in by_chat)))

    async def _send_chat(self, batch: Sequence[Delivery]) -> int:
        """Send one chat's deliveries until one of them shows that the chat cannot take more now."""
        sent = 0
        # After an outage an event's nearest reminder says it all: those it overtook would be wrong by now.
        latest = {one.event_id: one.id for one in batch if one.kind in REMINDERS}
        overtaken = [one for one in batch if one.kind in REMINDERS and latest[one.event_id] != one.id]
        if overtaken:
            await self._record(overtaken, NothingToSay(), ())
        left = deque(_messages([one for one in batch if one not in overtaken]))
        while left:
            message = left.popleft()
            await self._pacer.turn(message[0].chat_id)
            outcome = await self._outcome(message)
            if isinstance(outcome, Refused) and len(message) > 1:
                # What Telegram will never take must not take the others with it.
                left.extendleft([one] for one in reversed(message))
                continue
            sent += len(message) if isinstance(outcome, Sent) else 0
            if not await self._record(message, outcome, [one for later in left for one in later]):
                break
        return sent

    async def _outcome(self, message: Sequence[Delivery]) -> Outcome:
        delivery = message[0]
        try:
            return await self._send(message)
        except Exception as error:
            # One message that cannot be made must not stop the others. Neither the message nor the error's
            # words, which may quote it, belong into a log.
            kind = type(error).__name__
            _log.error("delivery %d (%s) failed with %s", delivery.id, delivery.kind, kind)
            if len(message) > 1:
                return Refused(kind)  # so that each is tried alone
            if delivery.attempts + 1 >= FAILURES:
                return Refused(f"{kind}, {FAILURES} times")
            return Later(None, kind)

    async def _record(self, message: Sequence[Delivery], outcome: Outcome, rest: Sequence[Delivery]) -> bool:
        """Write down what became of a message's deliveries; tell whether the chat's next one may be sent."""
        now, chat_id = self._clock.now(), message[0].chat_id
        async with self._database.begin() as session:
            match outcome:
                case Sent():
                    for one in message:
                        await deliveries.mark_sent(session, one.id, now)
                case NothingToSay():
                    for one in message:
                        await deliveries.mark_dropped(session, one.id)
                case Refused(error):
                    for one in message:
                        await deliveries.mark_dead(session, one.id, error)
                case Blocked():
                    await subscriptions.end_chat(session, chat_id)
                    return False
                case Moved(to) if to == chat_id:
                    for one in message:
                        await deliveries.mark_dead(session, one.id, "the chat moved to itself")
                case Moved(to):
                    await chats.rename(session, chat_id, to)
                    for other in (*message, *rest):
                        await deliveries.mark_retry(session, other.id, now, "the chat has moved")
                    return False
                case Later(after, error):
                    wait = after or min(FIRST_WAIT * 2 ** min(message[0].attempts, 20), LONGEST_WAIT)
                    for other in (*message, *rest):
                        await deliveries.mark_retry(session, other.id, now + wait, error)
                    return False
        return True


def _messages(batch: Sequence[Delivery]) -> list[list[Delivery]]:
    """Put what is due in one minute into one message: what quiet hours or a digest let out together."""
    out: list[list[Delivery]] = []
    for _, group in groupby(batch, key=lambda one: one.due_at.replace(second=0, microsecond=0)):
        together = list(group)
        out += [together[first : first + TOGETHER] for first in range(0, len(together), TOGETHER)]
    return out
