"""Sending what is due: claims deliveries, paces them and records what became of each.

A delivery is leased while it is on its way. A program that dies leaves its leases to run out, so nothing is
lost and at most the message in flight is repeated.
"""

import asyncio
import logging
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
Send = Callable[[Delivery], Awaitable[Outcome]]


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
        for number, delivery in enumerate(batch, 1):
            if delivery.kind in REMINDERS and latest[delivery.event_id] != delivery.id:
                await self._record(delivery, NothingToSay(), ())
                continue
            await self._pacer.turn(delivery.chat_id)
            outcome = await self._outcome(delivery)
            sent += isinstance(outcome, Sent)
            if not await self._record(delivery, outcome, batch[number:]):
                break
        return sent

    async def _outcome(self, delivery: Delivery) -> Outcome:
        try:
            return await self._send(delivery)
        except Exception as error:
            # One message that cannot be made must not stop the others. Neither the message nor the error's
            # words, which may quote it, belong into a log.
            kind = type(error).__name__
            _log.error("delivery %d (%s) failed with %s", delivery.id, delivery.kind, kind)
            if delivery.attempts + 1 >= FAILURES:
                return Refused(f"{kind}, {FAILURES} times")
            return Later(None, kind)

    async def _record(self, delivery: Delivery, outcome: Outcome, rest: Sequence[Delivery]) -> bool:
        """Write down what became of a delivery; tell whether the chat's next one may be sent."""
        now = self._clock.now()
        async with self._database.begin() as session:
            match outcome:
                case Sent():
                    await deliveries.mark_sent(session, delivery.id, now)
                case NothingToSay():
                    await deliveries.mark_dropped(session, delivery.id)
                case Refused(error):
                    await deliveries.mark_dead(session, delivery.id, error)
                case Blocked():
                    await subscriptions.end_chat(session, delivery.chat_id)
                    return False
                case Moved(chat_id) if chat_id == delivery.chat_id:
                    await deliveries.mark_dead(session, delivery.id, "the chat moved to itself")
                case Moved(chat_id):
                    await chats.rename(session, delivery.chat_id, chat_id)
                    for other in (delivery, *rest):
                        await deliveries.mark_retry(session, other.id, now, "the chat has moved")
                    return False
                case Later(after, error):
                    wait = after or min(FIRST_WAIT * 2 ** min(delivery.attempts, 20), LONGEST_WAIT)
                    for other in (delivery, *rest):
                        await deliveries.mark_retry(session, other.id, now + wait, error)
                    return False
        return True
