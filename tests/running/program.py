"""A program that sends what is owed, as a process of its own, against a Bot API server of ours."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from bot.clock import MovableClock
from bot.playground.cast import Chat, Person
from bot.playground.serve import running
from bot.playground.server import create_server
from bot.playground.state import Playground
from storage import deliveries
from storage.models import Chat as StoredChat
from storage.models import Delivery
from storage.session import Database
from tests.storage.records import article, event, mention

LEASE = 2.0  # seconds, so that a crash is got over soon
SENDER = """
import asyncio, sys
from datetime import timedelta
from bot import app
from bot.clock import SystemClock
from bot.config import Settings
from bot.track import dispatch

async def main(url, address, lease):
    dispatch.Dispatcher.__init__.__kwdefaults__["lease"] = timedelta(seconds=lease)
    settings = Settings()
    settings.database.url = url
    async with app.opened(settings, SystemClock()) as context:
        async with app.talking(context, token="1:test", base_url=address, role="worker"):
            print("sending", flush=True)
            await app._asked_to_stop().wait()

asyncio.run(main(sys.argv[1], sys.argv[2], float(sys.argv[3])))
"""


@asynccontextmanager
async def telegram(people: int = 0, *, limits: bool = False) -> AsyncIterator[tuple[str, Playground]]:
    """Run a Bot API server with private chats 1 to `people`; yield its address, and it."""
    server = create_server(MovableClock(), limits=limits)
    playground: Playground = server.state.playground
    for number in range(1, people + 1):
        person = Person(number, f"Reader {number}", "", f"reader_{number}", "en")
        playground.chats[number] = Chat(number, "private", person.first_name, [person])
        playground.messages[number] = {}
    async with running(server) as port:
        yield f"http://127.0.0.1:{port}", playground


def messages(playground: Playground) -> Counter[int]:
    """How many messages each chat got."""
    return Counter({chat_id: len(said) for chat_id, said in playground.messages.items() if said})


async def owe(url: str, people: int, *, due_at: datetime | None = None) -> None:
    """Owe each of the chats 1 to `people` one reminder of an event a week from now, due at an instant."""
    now = datetime.now(UTC)
    day = now.date() + timedelta(days=7)
    database = await Database.open(url)
    async with database.begin() as session:
        meeting = event("the council meets", day)
        text = "The council meets next week."
        session.add(mention(meeting, article=article(text, published=now, doc="meeting"), end=len(text)))
        await session.flush()
        for number in range(1, people + 1):
            settings = {"reminder_time": "09:00", "leads": ["1d"], "zone": "Europe/Kyiv"}
            session.add(StoredChat(id=number, created_at=now, **settings))
        await session.flush()
        rows = [
            {
                "chat_id": number,
                "key": "reminder",
                "kind": "snooze",
                "event_id": meeting.id,
                "due_at": due_at or now,
            }
            for number in range(1, people + 1)
        ]
        await deliveries.owe(session, rows)
    await database.close()


async def states(database: Database) -> dict[str, int]:
    """How many deliveries are in each state."""
    async with database.read() as session:
        rows = await session.execute(select(Delivery.state, func.count()).group_by(Delivery.state))
        return dict(map(tuple, rows))


async def sender(url: str, address: str, lease: float = LEASE) -> asyncio.subprocess.Process:
    """Start a program that sends what is owed; it has begun when this returns."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SENDER, url, address, str(lease), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    assert await process.stdout.readline() == b"sending\n"
    return process


async def killed(url: str, address: str, after: float) -> None:
    """Start a program that sends what is owed, and kill it so many seconds after it has begun."""
    process = await sender(url, address)
    await asyncio.sleep(after)
    process.kill()
    await process.communicate()


async def sent_to_the_end(url: str, address: str, patience: float = 120.0) -> dict[str, int]:
    """Let a program send until nothing is pending, and tell it to stop; return the states there are then."""
    database = await Database.open(url)
    process = await sender(url, address)
    try:
        async with asyncio.timeout(patience):
            while (now := await states(database)).get("pending"):  # noqa: ASYNC110 - another program tells nobody
                await asyncio.sleep(0.1)
    finally:
        process.terminate()
        await process.communicate()
        await database.close()
    return now


async def account(url: str, instants: list[float], people: int) -> tuple[Counter[int], dict[str, int]]:
    """Kill senders at those instants of their lives, then let one finish; return messages and states."""
    await owe(url, people)
    async with telegram(people) as (address, playground):
        for instant in instants:
            await killed(url, address, instant)
        left = await sent_to_the_end(url, address)
        return messages(playground), left
