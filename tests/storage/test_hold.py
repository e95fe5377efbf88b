"""What only one program may do on a database, however programs, servers and connections end."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from storage import stories
from storage.session import Database, StorageError
from tests.storage.records import NOW


@pytest.fixture
async def two_bots(any_url: str) -> AsyncIterator[tuple[Database, Database]]:
    first, second = await Database.open(any_url), await Database.open(any_url)
    yield first, second
    await first.close()
    await second.close()


async def test_one_program_holds_a_name_and_the_next_may_after_it(
    two_bots: tuple[Database, Database],
) -> None:
    first, second = two_bots
    assert await first.hold("polling")
    assert await second.hold("polling") is None
    assert await second.hold("backup")
    async with second.begin() as session:  # what is held hinders no other work
        await stories.add(session, "The ferry strike", NOW)
    await first.close()
    assert await second.hold("polling")


async def test_a_second_bot_is_refused_on_sqlite_in_words_and_welcome_on_postgres(
    two_bots: tuple[Database, Database],
) -> None:
    first, second = two_bots
    await first.hold_alone()
    if second.shared:
        await second.hold_alone()
    else:
        with pytest.raises(StorageError, match=r"Another bot runs on .*: stop it first"):
            await second.hold_alone()


HOLDER = """
import asyncio, sys
from datetime import UTC, datetime
from storage import stories
from storage.session import Database
async def main():
    database = await Database.open(sys.argv[1])
    assert await database.hold('polling')
    async with database.begin() as session:
        await stories.add(session, "Half told", datetime.now(UTC))
        print("held", flush=True)
        sys.stdin.read()
asyncio.run(main())
"""


async def test_a_program_that_dies_half_way_leaves_neither_its_hold_nor_half_its_work(
    any_database: Database, any_url: str
) -> None:
    with subprocess.Popen(  # noqa: ASYNC220, S603 - our own words, and nothing to do meanwhile
        [sys.executable, "-c", HOLDER, any_url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        assert await any_database.hold("polling") is None
        holder.kill()
    async with asyncio.timeout(10):
        while await any_database.hold("polling") is None:  # noqa: ASYNC110 - a server notices a death a moment later
            await asyncio.sleep(0.02)
    async with any_database.begin() as session:
        assert await stories.count(session) == 0
        await stories.add(session, "Told whole", NOW)


async def end_connections(database: Database) -> None:
    """End all but the asking one, as a server does that restarts."""
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    async with database.begin() as session:
        ending = text(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {others}")  # noqa: S608 - our own words
        await session.execute(ending)


async def test_a_hold_lost_with_its_connection_is_noticed_and_another_s(postgres_url: str) -> None:
    bot, other = await Database.open(postgres_url), await Database.open(postgres_url)
    hold = await bot.hold("polling")
    assert hold is not None
    assert not await hold.lost()
    await end_connections(other)
    assert await other.hold("polling")
    assert await hold.lost()
    await hold.release()
    assert await bot.hold("polling") is None
    await bot.close()
    await other.close()
