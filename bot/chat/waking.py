"""Wakes the dispatcher: at the next due instant, every minute for safety, when asked to; and the poller."""

from datetime import timedelta
from typing import Any

from telegram.ext import JobQueue

from bot.chat.context import Telegram
from bot.clock import Clock, MovableClock
from bot.polling import Poller
from bot.track.dispatch import Dispatcher

EVERY = timedelta(seconds=60)
SOONEST = timedelta(seconds=1)  # so that what is leased by another pass is not asked for in a tight circle
NEXT = "next delivery"
JOB = {"misfire_grace_time": None}  # late is better than never: APScheduler drops what is over a second late


def watch(poller: Poller, clock: Clock, queue: JobQueue[Any]) -> None:
    """Have the poller look for feeds that are due: now, every minute, and when the clock is moved."""

    async def tick(_: Telegram) -> None:
        poller.wake()

    queue.run_repeating(tick, EVERY, first=timedelta(0), name="feeds", job_kwargs=JOB)
    if isinstance(clock, MovableClock):
        clock.on_move(poller.wake)


class Waker:
    """Holds no reminder itself: what is owed are rows, and this only looks when the next is due."""

    def __init__(self, dispatcher: Dispatcher, clock: Clock, queue: JobQueue[Any]) -> None:
        self._dispatcher = dispatcher
        self._clock = clock
        self._queue = queue

    def start(self) -> None:
        """Look now, and every minute from now on."""
        self._queue.run_repeating(self._pass, EVERY, first=EVERY, name="dispatch", job_kwargs=JOB)
        self.wake()

    def wake(self) -> None:
        """Look now: something new is owed, or the clock was moved."""
        self._look_in(timedelta(0))

    async def _pass(self, _: Telegram) -> None:
        await self._dispatcher.run_due()
        due = await self._dispatcher.next_due()
        if due is not None:
            self._look_in(min(max(due - self._clock.now(), SOONEST), EVERY))

    def _look_in(self, wait: timedelta) -> None:
        """Plan one look; it replaces the one planned before."""
        for job in self._queue.get_jobs_by_name(NEXT):
            job.schedule_removal()
        self._queue.run_once(self._pass, wait, name=NEXT, job_kwargs=JOB)
