"""Asks for feeds when they are due and reads what they list, a few at a time, while the bot talks to people.

What is due stands in the database. A program that stops in the middle of it takes it up again: what was
claimed falls due anew, and an article is filed once however often it is read.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from bot.ingest.article import LaterError, UnreadableError
from bot.ingest.feeds.robots import Robots
from bot.ingest.fetch import Fetcher
from bot.intake import Intake
from bot.polling.entry import article_of
from bot.polling.listing import record
from bot.polling.visit import look
from storage import feed_entries, feeds
from storage.models import Feed, FeedEntry
from storage.session import Database, StorageError

LEASE = timedelta(minutes=15)  # several times as long as a visit or an article takes
TRIES = 4
WAIT = timedelta(minutes=20)  # before a page is tried again, and three times as long each time after

log = logging.getLogger(__name__)


class Poller:
    """Works through what is due: feeds first, then their entries, one thing of a host at a time.

    `fetcher` and the one `intake` reads with ask `robots` before each request. `told` is called when
    followers may be owed something.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fetcher: Fetcher,
        robots: Robots,
        intake: Intake,
        *,
        at_once: int,
        told: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._robots = robots
        self._intake = intake
        self._at_once = at_once
        self._told = told
        self._due = asyncio.Event()
        self._busy: set[str] = set()
        # Fetching waits for others, reading for this machine: people's own articles are to have their turn.
        self._reading = asyncio.Lock()

    def wake(self) -> None:
        """Look for what is due: a minute has passed, a feed was added, or the clock was moved."""
        self._due.set()

    async def run(self) -> None:
        """Work whenever woken, until cancelled."""
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                await self.run_due()
            except* StorageError as failed:
                log.error("feeds wait for the database: %s", failed.exceptions[0])

    async def run_due(self) -> None:
        """Work through everything due by now."""
        at_work: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as group:
            while (claimed := await self._claim()) is not None or at_work:
                if claimed is not None:
                    at_work.add(group.create_task(self._work(claimed)))
                if claimed is None or len(at_work) == self._at_once:
                    # What ends may free its host for what else is due, or bring entries to be read.
                    _, at_work = await asyncio.wait(at_work, return_when=asyncio.FIRST_COMPLETED)

    async def _work(self, claimed: Feed | FeedEntry) -> None:
        try:
            if isinstance(claimed, Feed):
                await self._visit(claimed)
            else:
                await self._read(claimed)
        except StorageError:
            raise
        except Exception as error:
            # One feed that brings trouble must not stop the others. It falls due again in its time. The
            # error's words, which may quote what was read, do not belong into a log.
            log.error("%s %d failed with %s", type(claimed).__name__, claimed.id, type(error).__name__)
        finally:
            self._busy.discard(claimed.host or "")

    async def _claim(self) -> Feed | FeedEntry | None:
        now, busy = self._clock.now(), sorted(self._busy)
        async with self._database.begin() as session:
            claimed: Feed | FeedEntry | None = await feeds.claim_due(
                session, now, now + LEASE, without_hosts=busy
            ) or await feed_entries.claim(session, now, now + LEASE, without_hosts=busy)
        if claimed is not None and claimed.host:
            self._busy.add(claimed.host)
        return claimed

    async def _visit(self, feed: Feed) -> None:
        visit = await look(feed, self._fetcher, self._clock.now())
        async with self._database.begin() as session:
            known = await feeds.get(session, feed.id)
            if known is not None:  # somebody may have stopped following it meanwhile
                await record(session, known, visit, self._clock.now())
                given_up = known.given_up
        if known is not None and given_up:
            self._told()

    async def _read(self, entry: FeedEntry) -> None:
        last_try = entry.attempts >= TRIES
        if entry.attempts > TRIES:  # it never came to an end: whatever it is, it is not tried for ever
            await self._settle(entry, "unread")
            return
        async with self._database.read() as session:
            feed = await feeds.get(session, entry.feed_id)
        try:
            article = await article_of(entry, feed.title if feed else "", self._intake, last_try=last_try)
            async with self._reading:
                filed = await self._intake.file(article, None)
        except LaterError:
            async with self._database.begin() as session:
                wait = WAIT * 3 ** (entry.attempts - 1)
                await feed_entries.put_off(session, entry.id, self._clock.now() + wait)
            return
        except UnreadableError:
            await self._settle(entry, "unread")
            return
        await self._settle(entry, "read", filed.article_id)
        if filed.new:
            self._told()

    async def _settle(self, entry: FeedEntry, state: str, article_id: int | None = None) -> None:
        delay = await self._robots.delay(entry.url) if entry.url else timedelta(0)
        async with self._database.begin() as session:
            await feed_entries.settle(session, entry.id, state, article_id=article_id)
            if delay and entry.host:
                await feed_entries.hold_back(session, entry.host, self._clock.now() + delay)
