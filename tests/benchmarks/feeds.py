"""Follows many feeds through a simulated day full of faults: part of `make bench`.

Everything is real but the press and the clock: the fetcher over HTTP, the reading of feeds and pages, the
database. Fails where an entry was not read, or twice; where a feed was asked for sooner than it allows; where
more was asked for at once than may be; where memory grew. `python -m tests.benchmarks.feeds 100` takes fewer.
"""

import asyncio
import gc
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from bot.extract.reading import Attribution
from bot.ingest.feeds.opml import Outline
from bot.ingest.feeds.robots import Robots
from bot.ingest.fetch import Fetcher
from bot.intake import File, Intake
from bot.polling import Poller, Subscribing
from storage import articles, chats
from storage.session import Database
from tests.benchmarks.feed_world import DAY, START, SteppedClock, World, article

PAPERS = 2_000
AT_ONCE = 8
TICK = timedelta(minutes=10)
AFTERMATH = timedelta(hours=36)  # in which nothing new appears and nothing fails: all is to be read by then
MORE_MEMORY = 1.1  # times what was held at noon may be held at the end
PER_ARTICLE = 0.01  # MB: what a process that has filed an article may hold of it, in caches of words


async def nobody(_: str) -> tuple[Attribution, ...]:
    """Find no claims: this measures polling, and other benchmarks how fast articles are read."""
    return ()


async def here(_: str, __: int) -> list[str]:
    """Every host is this machine."""
    return ["127.0.0.1"]


def memory() -> float:
    """Return what this process holds, in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


async def soak(papers: int, folder: Path) -> list[str]:
    """Live through the day and its aftermath, print the table, and return what was wrong."""
    clock = SteppedClock()
    world = World(papers, clock)
    server = await asyncio.start_server(world.answer, "127.0.0.1", 0)
    world.port = server.sockets[0].getsockname()[1]
    database = await Database.open(f"sqlite:///{folder / 'soak.db'}")
    limits = {"timeout_seconds": 2.0, "max_bytes": 1_000_000, "allow_loopback": True, "resolve": here}
    plain = Fetcher(**limits)  # type: ignore[arg-type]  # each is of its own type
    robots = Robots(plain, clock)
    polite = Fetcher(**limits, allows=robots.allows)  # type: ignore[arg-type]  # the same
    intake = Intake(database, clock, polite, nobody)
    poller = Poller(database, clock, polite, robots, intake, at_once=AT_ONCE, told=lambda: None)
    async with database.begin() as session:
        await chats.ensure(session, 1, START, chats.Defaults())
    outlines = [Outline(world.address(one), one.host) for one in world.papers]
    await Subscribing(database, clock, polite, most_per_chat=papers).follow_all(1, outlines)

    # What reads pages is loaded with the first, which is not what is measured here.
    await intake.ingest(File("first.html", article(world.papers[0], 0).encode()))
    started, held = time.perf_counter(), dict[datetime, float]()
    while clock.instant < START + DAY + AFTERMATH:
        world.faults = clock.instant < START + DAY
        await poller.run_due()
        clock.instant += TICK
        if (clock.instant - START) % timedelta(hours=6) == timedelta(0):
            held[clock.instant] = memory()
    spent = time.perf_counter() - started

    async with database.read() as session:
        filed = Counter([one.url async for one in articles.in_order(session)])
    for closing in (polite.aclose, plain.aclose, database.close):
        await closing()
    server.close()
    _print(world, filed, held, spent)
    return [*world.wrongs, *_wrong_articles(world, filed), *_wrong_memory(world, held)]


def _wrong_articles(world: World, filed: Counter[str | None]) -> list[str]:
    expected = {
        (one.number, place): world.address(one, f"/news/{place}")
        for one in world.papers
        for place in range(len(one.published))
        if place not in one.private
    }
    wrongs = [f"{url} is on record {filed[url]} times" for url in expected.values() if filed[url] != 1]
    wrongs += [f"{url} was never published" for url in filed if url not in set(expected.values())]
    wrongs += [
        f"{url} was fetched {world.papers[number].read[place]} times"
        for (number, place), url in expected.items()
        if world.papers[number].read[place] != 1
    ]
    if world.most_at_once > AT_ONCE:
        wrongs.append(f"{world.most_at_once} things were asked for at once, and {AT_ONCE} may be")
    return wrongs


def _wrong_memory(world: World, held: dict[datetime, float]) -> list[str]:
    noon, end = held[START + DAY / 2], list(held.values())[-1]
    since = sum(at > START + DAY / 2 for one in world.papers for at in one.published)
    allowed = noon * MORE_MEMORY + since * PER_ARTICLE
    return [f"memory grew from {noon:.0f} MB at noon to {end:.0f} MB"] if end > allowed else []


def _print(world: World, filed: Counter[str | None], held: dict[datetime, float], spent: float) -> None:
    visits = sorted(one.visits for one in world.papers)
    rows = [
        ("feeds", f"{len(world.papers):,}"),
        ("articles on record", f"{filed.total():,}"),
        ("visits to a feed: least, median, most", f"{visits[0]}, {visits[len(visits) // 2]}, {visits[-1]}"),
        ("asked for at once, at most", f"{world.most_at_once} of {AT_ONCE}"),
        *[(f"answers: {name}", f"{count:,}") for name, count in sorted(world.requests.items())],
        ("memory every 6 hours, MB", ", ".join(f"{one:.0f}" for one in held.values())),
        ("seconds, and requests a second", f"{spent:.0f}, {world.requests.total() / spent:.0f}"),
    ]
    print("\n".join(f"{name:40} {value}" for name, value in rows))  # noqa: T201 - the figures are what this is run for


def main() -> None:
    papers = int(sys.argv[1]) if len(sys.argv) > 1 else PAPERS
    with tempfile.TemporaryDirectory(prefix="onrecord-soak-") as folder:
        wrongs = asyncio.run(soak(papers, Path(folder)))
    if wrongs:
        sys.exit("\n".join([f"{len(wrongs)} things went wrong:", *wrongs[:20]]))


if __name__ == "__main__":
    main()
