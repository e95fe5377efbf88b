"""How what is owed is claimed, made and sent, on both databases: part of `make bench`.

    python -m tests.benchmarks.deliveries [--pending N] [--followers N] [--due N] [--kills N]

The defaults are the sizes that the bot is made for; smaller ones give a first impression.
"""

import argparse
import asyncio
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
from sqlalchemy import insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.track.following import renew
from storage import deliveries, events
from storage.models import Chat, Delivery, Event, Story, Subscription
from storage.session import Database
from tests.running.program import account, messages, owe, sender, telegram

POSTGRES = os.environ.get("ONRECORD_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
ZONES = ["Europe/Kyiv", "Europe/Paris", "America/New_York", "Asia/Tokyo", None]
ZONES += [f"Etc/GMT{shift:+d}" for shift in range(-12, 13) if shift]
LEASE = timedelta(minutes=1)
CLAIMS = 200
STEP = 20_000

Row = tuple[str, str]


@asynccontextmanager
async def empty(kind: str) -> AsyncIterator[str]:
    """The address of a database of that kind that is gone at the end."""
    if kind == "SQLite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.db'}"
        return
    name = f"onrecord_bench_{uuid4().hex[:8]}"
    connection = await asyncpg.connect(POSTGRES, timeout=5)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
        yield POSTGRES.rpartition("/")[0] + f"/{name}"
    finally:
        await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await connection.close()


@contextmanager
def stalls() -> Iterator[list[float]]:
    """Note the longest time for which the event loop did nothing else, in seconds."""
    longest = [0.0]

    async def watch() -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.001)
            longest[0] = max(longest[0], time.perf_counter() - start - 0.001)

    task = asyncio.get_running_loop().create_task(watch())
    try:
        yield longest
    finally:
        task.cancel()


async def people(session: AsyncSession, count: int) -> None:
    for start in range(1, count + 1, STEP):
        rows = [
            {
                "id": number,
                "created_at": NOW,
                "zone": ZONES[number % len(ZONES)],
                "reminder_time": ("08:00", "09:00", "18:00")[number % 3],
                "leads": ["1d", "0d", "1h"],
            }
            for number in range(start, min(start + STEP, count + 1))
        ]
        await session.execute(insert(Chat), rows)


async def claiming(url: str, pending: int) -> list[Row]:
    """Claim what is due among many that are not."""
    database = await Database.open(url)
    chats = max(1, pending // 50)
    async with database.begin() as session:
        await people(session, chats)
    for start in range(0, pending, STEP):
        async with database.begin() as session:
            rows = [
                {
                    "chat_id": number % chats + 1,
                    "key": f"k{number}",
                    "kind": "lead",
                    "crowd": number % 2 == 0,
                    "due_at": (due := NOW + timedelta(seconds=number % 5_000_000)),
                    "try_at": due,
                    "detail": {},
                    "state": "pending",
                    "attempts": 0,
                }
                for number in range(start, min(start + STEP, pending))
            ]
            await session.execute(insert(Delivery), rows)
    if database.shared:
        async with database.begin() as session:
            await session.execute(text("ANALYZE"))
    took: list[float] = []
    with stalls() as stall:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(CLAIMS):
            now = NOW + timedelta(seconds=10 * number)
            async with database.begin() as session:
                start_at = time.perf_counter()
                claimed = await deliveries.claim_due(session, now, LEASE, 10)
                took.append(time.perf_counter() - start_at)
                sent = update(Delivery).where(Delivery.id.in_([one.id for one in claimed]))
                await session.execute(sent.values(state="sent", sent_at=now, leased_until=None))
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    await database.close()
    return [
        (f"claiming, of {pending:,} pending: median / p95", f"{middle(took)} / {p95(took)} ms"),
        ("loop stalled for at most, memory grown by", f"{stall[0] * 1000:.0f} ms, {grown:.0f} MiB"),
    ]


async def following(url: str, followers: int) -> list[Row]:
    """Owe all followers of an event their reminders, and move it."""
    database = await Database.open(url)
    async with database.begin() as session:
        await people(session, followers)
        session.add(Story(title="The council", created_at=NOW, updated_at=NOW))
        await session.flush()
        meeting = Event(
            story_id=1, what="the council meets", precision="day", status="scheduled", updated_at=NOW
        )
        meeting.date = "2026-03-20"
        session.add(meeting)
        await session.flush()
        for start in range(1, followers + 1, STEP):
            numbers = range(start, min(start + STEP, followers + 1))
            rows = [
                {"chat_id": number, "kind": "story", "story_id": 1, "key": "story:1", "created_at": NOW}
                for number in numbers
            ]
            await session.execute(insert(Subscription), rows)
    rows: list[Row] = []
    for what, day in (("reminders made for", "2026-03-20"), ("an event moved for", "2026-03-27")):
        with stalls() as stall:
            start_at = time.perf_counter()
            async with database.begin() as session:
                event = await events.get(session, 1)
                assert event is not None
                event.date = day
                await renew(session, event, now=NOW)
            took = time.perf_counter() - start_at
        rows.append(
            (f"{what} {followers:,} followers", f"{took:.1f} s, loop stalled {stall[0] * 1000:.0f} ms")
        )
    await database.close()
    return rows


async def sending(url: str, due: int) -> list[Row]:
    """Send what is due in one second, within Telegram's limits, from a process of its own."""
    await owe(url, due)
    async with telegram(due, limits=True) as (address, playground):
        process = await sender(url, address, 60.0)
        start, used = time.perf_counter(), cpu_of(process.pid)
        while messages(playground).total() < due:  # noqa: ASYNC110 - another program tells nobody
            await asyncio.sleep(0.05)
        took, used = time.perf_counter() - start, cpu_of(process.pid) - used
        process.terminate()
        await process.communicate()
    refused = await counted(url, "SELECT count(*) FROM deliveries WHERE attempts > 0")
    return [
        (f"{due:,} due in one second, sent at", f"{due / took:.1f}/s, {refused} refused for a limit"),
        ("CPU while saturated", f"{100 * used / took:.0f} % of a core"),
    ]


async def punctual(url: str, people_owed: int = 200) -> list[Row]:
    """Send a few, spread over seconds, and see how late they are."""
    start = datetime.now(UTC) + timedelta(seconds=8)
    await owe(url, people_owed)
    database = await Database.open(url)
    async with database.begin() as session:
        for number in range(people_owed):
            at = start + timedelta(seconds=number / 15)
            row = update(Delivery).where(Delivery.chat_id == number + 1)
            await session.execute(row.values(due_at=at, try_at=at))
    await database.close()
    async with telegram(people_owed, limits=True) as (address, playground):
        process = await sender(url, address, 60.0)
        while messages(playground).total() < people_owed:  # noqa: ASYNC110 - the same
            await asyncio.sleep(0.05)
        process.terminate()
        await process.communicate()
    database = await Database.open(url)
    async with database.read() as session:
        rows = (await session.execute(text("SELECT id FROM deliveries"))).all()
        late = []
        for (number,) in rows:
            one = await session.get_one(Delivery, number)
            assert one.sent_at is not None
            late.append((one.sent_at - one.due_at).total_seconds())
    await database.close()
    return [("15 due a second: late, median / p99", f"{middle(late)} / {percentile(late, 99)} ms")]


async def crashing(url: str, kills: int) -> list[Row]:
    """Kill a sender again and again."""
    at = random.Random(6)  # noqa: S311 - instants, not secrets
    owed = max(100, kills * 8)
    got, states = await account(url, [at.uniform(0, 0.5) for _ in range(kills)], owed)
    lost = owed - len(got)
    told = f"{lost} lost, {got.total() - len(got)} repeated, {states}"
    return [(f"killed {kills} times over {owed:,} messages", told)]


async def counted(url: str, question: str) -> int:
    database = await Database.open(url)
    async with database.read() as session:
        found = await session.scalar(text(question))
    await database.close()
    return int(found or 0)


def cpu_of(pid: int) -> float:
    """Seconds of CPU a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(seconds: list[float], rank: int) -> str:
    return f"{1000 * statistics.quantiles(seconds, n=100)[rank - 1]:.1f}"


def p95(seconds: list[float]) -> str:
    return percentile(seconds, 95)


def middle(seconds: list[float]) -> str:
    return f"{1000 * statistics.median(seconds):.1f}"


async def measure(sizes: argparse.Namespace) -> None:
    parts: list[Callable[[str], Awaitable[list[Row]]]] = [
        lambda url: claiming(url, sizes.pending),
        lambda url: following(url, sizes.followers),
        lambda url: sending(url, sizes.due),
        punctual,
        lambda url: crashing(url, sizes.kills),
    ]
    for kind in ("SQLite", "PostgreSQL"):
        print(f"\n{kind}")  # noqa: T201 - the figures are what this is run for
        for part in parts:
            async with empty(kind) as url:
                for what, figure in await part(url):
                    print(f"  {what:52} {figure}", flush=True)  # noqa: T201 - the same


def main() -> None:
    sizes = argparse.ArgumentParser()
    for name, default in (("pending", 1_000_000), ("followers", 100_000), ("due", 10_000), ("kills", 200)):
        sizes.add_argument(f"--{name}", type=int, default=default)
    asyncio.run(measure(sizes.parse_args()))


if __name__ == "__main__":
    main()
