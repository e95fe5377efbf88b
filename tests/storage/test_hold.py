"""One bot per database, however bots, servers and connections end."""

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


async def test_one_bot_holds_a_database_and_the_next_may_after_it(
    two_bots: tuple[Database, Database],
) -> None:
    first, second = two_bots
    await first.hold()
    await first.hold()  # its own hold is no hindrance
    with pytest.raises(StorageError, match="Another bot runs"):
        await second.hold()
    async with second.begin() as session:  # the command line may still work on it
        await stories.add(session, "The ferry strike", NOW)
    await first.close()
    await second.hold()


HOLDER = """
import asyncio, sys
from datetime import UTC, datetime
from storage import stories
from storage.session import Database
async def main():
    database = await Database.open(sys.argv[1])
    await database.hold()
    async with database.begin() as session:
        await stories.add(session, "Half told", datetime.now(UTC))
        print("held", flush=True)
        sys.stdin.read()
asyncio.run(main())
"""


async def test_a_bot_that_dies_half_way_leaves_neither_its_hold_nor_half_its_work(
    any_database: Database, any_url: str
) -> None:
    with subprocess.Popen(  # noqa: ASYNC220, S603 - our own words, and nothing to do meanwhile
        [sys.executable, "-c", HOLDER, any_url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StorageError, match="Another bot runs"):
            await any_database.hold()
        holder.kill()
    async with asyncio.timeout(10):
        while not await may_hold(any_database):  # noqa: ASYNC110 - a server notices a death a moment later
            await asyncio.sleep(0.02)
    async with any_database.begin() as session:
        assert await stories.count(session) == 0
        await stories.add(session, "Told whole", NOW)


async def may_hold(database: Database) -> bool:
    try:
        await database.hold()
    except StorageError:
        return False
    return True


async def end_connections(database: Database) -> None:
    """End all but the asking one, as a server does that restarts."""
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    async with database.begin() as session:
        ending = text(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {others}")  # noqa: S608 - our own words
        await session.execute(ending)


async def test_a_hold_lost_with_its_connection_is_taken_again(postgres_url: str) -> None:
    bot, other = await Database.open(postgres_url), await Database.open(postgres_url)
    await bot.hold()
    await end_connections(other)
    async with bot.begin() as session:
        await stories.add(session, "After the restart", NOW)
    with pytest.raises(StorageError, match="Another bot runs"):
        await other.hold()
    await bot.close()
    await other.close()


async def test_a_bot_whose_database_another_has_taken_over_writes_no_more(postgres_url: str) -> None:
    bot, other = await Database.open(postgres_url), await Database.open(postgres_url)
    await bot.hold()
    await end_connections(other)
    await other.hold()
    for _ in range(2):
        with pytest.raises(StorageError, match="Another bot runs"):
            async with bot.begin() as session:
                await stories.add(session, "Told twice", NOW)
    await other.close()
    async with bot.begin() as session:
        assert await stories.count(session) == 0
    await bot.close()
