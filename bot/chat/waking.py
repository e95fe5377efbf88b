"""Wakes the dispatcher: at the next due instant, regularly for safety, and when asked to; and the poller."""

import logging
from datetime import timedelta
from typing import Any

from telegram.ext import JobQueue

from bot.chat.context import Telegram
from bot.clock import Clock, MovableClock
from bot.polling import Poller
from bot.track.dispatch import Dispatcher
from storage.session import StorageError

EVERY = timedelta(seconds=60)
SHARED = timedelta(seconds=2)  # where another program may owe what this one sends
SOONEST = timedelta(seconds=1)  # so that what is leased by another pass is not asked for in a tight circle
AFTER_FAILURE = timedelta(seconds=5)
NEXT = "next delivery"
JOB = {"misfire_grace_time": None}  # late is better than never: APScheduler drops what is over a second late
PASS = JOB | {"max_instances": 8}  # overlapping passes are one

log = logging.getLogger(__name__)


def watch(poller: Poller, clock: Clock, queue: JobQueue[Any]) -> None:
    """Have the poller look for feeds that are due: now, every minute, and when the clock is moved."""

    async def tick(_: Telegram) -> None:
        poller.wake()

    queue.run_repeating(tick, EVERY, first=timedelta(0), name="feeds", job_kwargs=JOB)
    if isinstance(clock, MovableClock):
        clock.on_move(poller.wake)


class Waker:
    """Holds no reminder itself: what is owed are rows, and this only looks when the next is due."""

    def __init__(self, dispatcher: Dispatcher, clock: Clock, queue: JobQueue[Any], *, shared: bool) -> None:
        self._dispatcher = dispatcher
        self._clock = clock
        self._queue = queue
        self._every = SHARED if shared else EVERY

    def start(self) -> None:
        """Look now, and regularly from now on."""
        self._queue.run_repeating(
            self._pass, self._every, first=self._every, name="dispatch", job_kwargs=PASS
        )
        self.wake()

    def wake(self) -> None:
        """Look now: something new is owed, or the clock was moved."""
        self._look_in(timedelta(0))

    async def _pass(self, _: Telegram) -> None:
        try:
            await self._dispatcher.run_due()
            due = await self._dispatcher.next_due()
        except StorageError as error:
            log.error("nothing can be sent for now: %s", error)
            self._look_in(AFTER_FAILURE)
            return
        if due is not None:
            self._look_in(min(max(due - self._clock.now(), SOONEST), EVERY))

    def _look_in(self, wait: timedelta) -> None:
        """Plan one look; it replaces the one planned before."""
        for job in self._queue.get_jobs_by_name(NEXT):
            job.schedule_removal()
        self._queue.run_once(self._pass, wait, name=NEXT, job_kwargs=PASS)
