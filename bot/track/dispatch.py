"""Sending what is due: claims deliveries, paces them and records what became of each.

A delivery is leased while it is on its way. A program that dies leaves its leases to run out, so nothing is
lost and at most the message in flight is repeated. Little is claimed at once, so that what is due first is
never far behind what has been claimed, and memory does not grow with what is owed.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, groupby

from bot import metrics
from bot.clock import Clock
from bot.track.owing import REMINDERS
from bot.track.pacing import Pacer
from bot.track.recording import record
from bot.track.results import Later, NothingToSay, Outcome, Refused, Send, Sent
from storage import deliveries
from storage.models import Delivery
from storage.session import Database, StorageError

LEASE = timedelta(minutes=1)
BATCH = 10  # a third of a second's messages
UNDER_WAY = 60  # chats being written to at once
TOGETHER = 8  # at most so many deliveries become one message
IN_A_ROW = 10  # messages to a chat out of one claim: even in a group they go out within the lease
LONGEST_TURN = 5.0  # seconds a chat's turn is waited for
FAILURES = 10  # our own errors in a row before a delivery is given up
IN_VAIN = 5  # messages in a row that did not go out, after which Telegram is given a rest
LONGEST_REST = 60.0  # seconds

_log = logging.getLogger(__name__)


class Dispatcher:
    """Sends due deliveries through `send`, one pass at a time."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        send: Send,
        pacer: Pacer | None = None,
        *,
        lease: timedelta = LEASE,
    ) -> None:
        self._database = database
        self._clock = clock
        self._send = send
        self._pacer = pacer or Pacer()
        self._lease = lease
        self._pass: asyncio.Future[int] | None = None
        self._serving: dict[int, asyncio.Task[None]] = {}
        self._progress = asyncio.Event()
        self._look_again = False
        self._stopping = False
        self._in_vain = 0
        self._sent = 0

    async def run_due(self) -> int:
        """Send everything due by now; return how many went out. Overlapping calls are one.

        Raises StorageError when the database cannot be asked for what is due.
        """
        if self._pass is not None:
            self._look_again = True
            self._progress.set()
            return await asyncio.shield(self._pass)
        self._pass = asyncio.get_running_loop().create_future()
        before = self._sent
        try:
            await self._send_all()
            return self._sent - before
        finally:
            self._pass.set_result(self._sent - before)
            self._pass = None

    async def next_due(self) -> datetime | None:
        """When the next delivery is due (UTC), None when nothing is owed."""
        async with self._database.read() as session:
            return await deliveries.next_due(session)

    async def stop(self, seconds: float) -> None:
        """Claim nothing more, let what is under way end, and give the rest back for others to send."""
        self._stopping = True
        self._progress.set()
        if self._serving:
            _, late = await asyncio.wait(list(self._serving.values()), timeout=seconds)
            for task in late:
                task.cancel()

    async def _send_all(self) -> None:
        while not self._stopping:
            self._look_again = False
            claimed = await self._claim()
            await self._serve_all(claimed)
            if claimed:
                await self._until(self._has_room)
                await self._rest()
            elif self._serving:
                due = await self.next_due()
                wait = max(1.0, (due - self._clock.now()).total_seconds()) if due else None
                await self._until(lambda: self._look_again or not self._serving, wait)
            elif not self._look_again:
                return

    def _has_room(self) -> bool:
        return self._pacer.waiting < BATCH // 2 and len(self._serving) < UNDER_WAY

    async def _until(self, ready: Callable[[], bool], seconds: float | None = None) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not ready() and not self._stopping:
                    self._progress.clear()
                    await self._progress.wait()
        except TimeoutError:
            return

    async def _rest(self) -> None:
        """Leave Telegram alone for a while when nothing gets through to it."""
        if self._in_vain >= IN_VAIN and not self._stopping:
            await self._pacer.sleep(min(2.0 ** (self._in_vain - IN_VAIN), LONGEST_REST))

    async def _claim(self) -> list[Delivery]:
        async with self._database.begin() as session:
            return await deliveries.claim_due(session, self._clock.now(), self._lease, BATCH)

    async def _serve_all(self, claimed: list[Delivery]) -> None:
        """Send each chat's deliveries in their order, different chats side by side."""
        in_order = sorted(claimed, key=lambda d: (d.chat_id, d.due_at, d.id))
        for chat_id, own in groupby(in_order, key=lambda d: d.chat_id):
            if chat_id in self._serving:  # a send that outlasts its lease: it tells what became of it yet
                await self._give_back(own, 1.0)
                continue
            task = asyncio.create_task(self._serve(chat_id, list(own)))
            self._serving[chat_id] = task
            task.add_done_callback(partial(self._served, chat_id))

    def _served(self, chat_id: int, task: asyncio.Task[None]) -> None:
        del self._serving[chat_id]
        self._progress.set()
        error = None if task.cancelled() else task.exception()
        if error is not None:  # its leases run out, and another try is made
            _log.error("what became of a delivery was not recorded: %s", type(error).__name__)

    async def _serve(self, chat_id: int, rows: Sequence[Delivery]) -> None:
        """Send one chat's deliveries until one of them shows that the chat cannot take more now."""
        left = deque(_messages(await self._without_overtaken(rows)))
        sent = 0
        while left:
            wait = self._pacer.wait_in(chat_id)
            if self._stopping or wait > LONGEST_TURN or sent == IN_A_ROW:
                await self._give_back(chain(*left), 0.0 if self._stopping else wait)
                return
            await self._pacer.turn(chat_id)
            self._progress.set()
            if self._stopping:
                await self._give_back(chain(*left), 0.0)
                return
            message = left.popleft()
            outcome = await self._outcome(message)
            sent += 1
            if isinstance(outcome, Refused) and len(message) > 1:
                # What Telegram will never take must not take the others with it.
                left.extendleft([one] for one in reversed(message))
            elif not await self._record(message, outcome, list(chain(*left))):
                return

    async def _without_overtaken(self, rows: Sequence[Delivery]) -> list[Delivery]:
        # After an outage an event's nearest reminder says it all: those it overtook would be wrong by now.
        latest = {one.event_id: one.id for one in rows if one.kind in REMINDERS}
        overtaken = [one for one in rows if one.kind in REMINDERS and latest[one.event_id] != one.id]
        if overtaken:
            await self._record(overtaken, NothingToSay(), ())
        return [one for one in rows if one not in overtaken]

    async def _give_back(self, rows: Iterable[Delivery], seconds: float) -> None:
        async with self._database.begin() as session:
            at = self._clock.now() + timedelta(seconds=seconds)
            await deliveries.give_back(session, [one.id for one in rows], at)

    async def _outcome(self, message: Sequence[Delivery]) -> Outcome:
        delivery = message[0]
        try:
            return await self._send(message)
        except Exception as error:
            # One message that cannot be made must not stop the others. Neither the message nor the error's
            # words, which may quote it, belong into a log.
            kind = type(error).__name__
            _log.error("delivery %d (%s) failed with %s", delivery.id, delivery.kind, kind)
            if isinstance(error, StorageError):
                return Later(None, kind)
            if len(message) > 1:
                return Refused(kind)  # so that each is tried alone
            if delivery.attempts + 1 >= FAILURES:
                return Refused(f"{kind}, {FAILURES} times")
            return Later(None, kind)

    async def _record(self, message: Sequence[Delivery], outcome: Outcome, rest: Sequence[Delivery]) -> bool:
        """Write down what became of a message's deliveries; tell whether the chat's next one may be sent.

        A database that fails is asked again until it takes the word: a message that went out and is not on
        record as sent would go out twice.
        """
        self._count(message, outcome)
        if isinstance(outcome, Later) and outcome.after is not None:
            self._pacer.stop(message[0].chat_id, outcome.after.total_seconds())
        wait = 1.0
        while True:
            try:
                async with self._database.begin() as session:
                    return await record(session, message, outcome, rest, self._clock.now())
            except StorageError as error:
                if self._stopping:
                    raise
                _log.error("what became of delivery %d cannot be recorded yet: %s", message[0].id, error)
                await self._pacer.sleep(wait)
                wait = min(wait * 2, 30.0)

    def _count(self, message: Sequence[Delivery], outcome: Outcome) -> None:
        if isinstance(outcome, Sent):
            self._sent += len(message)
            self._in_vain = 0
            for one in message:
                metrics.SENT.labels(one.kind).inc()
                metrics.LATE.observe(max(0.0, (self._clock.now() - one.due_at).total_seconds()))
        elif not isinstance(outcome, NothingToSay):
            metrics.FAILED.labels(type(outcome).__name__.lower()).inc(len(message))
        if isinstance(outcome, Later):
            self._in_vain += 1


def _messages(rows: Sequence[Delivery]) -> list[list[Delivery]]:
    """Put what is due in one minute into one message: what quiet hours or a digest let out together."""
    out: list[list[Delivery]] = []
    for _, group in groupby(rows, key=lambda one: one.due_at.replace(second=0, microsecond=0)):
        together = list(group)
        out += [together[first : first + TOGETHER] for first in range(0, len(together), TOGETHER)]
    return out
