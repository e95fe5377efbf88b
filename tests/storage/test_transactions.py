import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import articles, chats, connection, stories
from storage.session import Database, StorageError
from tests.storage.records import NOW, article, at, chat


async def test_an_exception_takes_everything_back(any_database: Database) -> None:
    async def stop_half_way() -> None:
        async with any_database.begin() as session:
            await chat(session)
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        await stop_half_way()
    async with any_database.read() as session:
        assert await chats.get(session, 1) is None


async def test_a_cancelled_task_takes_everything_back_and_lets_others_write(any_database: Database) -> None:
    begun = asyncio.Event()

    async def never_ends() -> None:
        async with any_database.begin() as session:
            await chat(session, 1)
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with any_database.begin() as session:
        assert await chats.get(session, 1) is None
        await chat(session, 2)


async def test_reading_refuses_to_write(any_database: Database) -> None:
    async with any_database.read() as session:
        with pytest.raises(DBAPIError, match=r"read-?only"):
            await session.execute(text("DELETE FROM chats"))


async def test_a_full_disk_is_said_in_words_and_loses_nothing(database: Database) -> None:
    async def fill() -> None:
        async with database.begin() as session:
            await session.execute(text("PRAGMA max_page_count = 1"))  # SQLite makes it the present size
            await articles.add(session, article("so many words " * 100_000))

    with pytest.raises(StorageError, match=r"disk .* is full: make room"):
        await fill()
    async with database.read() as session:
        assert [one async for one in articles.in_order(session)] == []


async def test_a_server_that_goes_away_is_said_in_words_and_found_again(postgres_url: str) -> None:
    database = await Database.open(postgres_url)

    async def lose_the_server() -> None:
        async with database.begin() as session:
            await session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(StorageError, match="cannot be reached"):
        await lose_the_server()
    async with database.begin() as session:
        await chat(session)
    await database.close()


async def test_a_server_that_answers_no_more_is_said_in_words() -> None:
    database = Database(connection.connect(connection.parse("postgresql://bot@127.0.0.1:9/record")))
    for transaction in (database.begin, database.read):
        with pytest.raises(StorageError, match=r"127\.0\.0\.1:9 cannot be reached"):
            async with transaction() as session:
                await stories.count(session)


async def test_who_waits_too_long_for_a_turn_to_write_is_told(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT_FOR_WRITER", 0.01)
    database = await Database.open(sqlite_url)
    async with database.begin() as session:
        await chat(session)
        with pytest.raises(StorageError, match="try again in a minute"):
            async with database.begin() as another:
                await chat(another)
    await database.close()


async def test_a_reader_sees_one_state_and_hinders_no_writer(any_database: Database) -> None:
    async with any_database.read() as reading:
        assert await stories.count(reading) == 0
        async with any_database.begin() as writing:
            await stories.add(writing, "The ferry strike", NOW)
        assert await stories.count(reading) == 0
    async with any_database.read() as reading:
        assert await stories.count(reading) == 1


async def test_writers_wait_for_each_other_and_lose_nothing(any_url: str) -> None:
    first, second = await Database.open(any_url), await Database.open(any_url)
    async with first.begin() as session:
        story = await stories.add(session, "0", NOW)

    async def count_up(database: Database) -> None:
        async with database.begin() as session:
            await articles.find(session, text="a new one", url=None)  # what is looked for is filed by one
            counted = await stories.get(session, story.id)
            assert counted is not None
            await asyncio.sleep(0)
            counted.title = str(int(counted.title) + 1)

    await asyncio.gather(*(count_up(database) for database in (first, second) * 20))
    async with first.read() as session:
        counted = await stories.get(session, story.id)
    assert counted is not None
    assert counted.title == "40"
    await first.close()
    await second.close()


WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from storage import stories
from storage.session import Database
async def main():
    database = await Database.open(sys.argv[1])
    for number in range(50):
        async with database.begin() as session:
            await stories.add(session, f"{sys.argv[2]} {number}", datetime.now(UTC))
    await database.close()
asyncio.run(main())
"""


async def test_processes_write_at_once_without_finding_the_file_locked(
    database: Database, sqlite_url: str
) -> None:
    writers = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", WRITER, sqlite_url, name, stderr=subprocess.PIPE
        )
        for name in ("first", "second")
    ]
    for writer in writers:
        _, complaint = await writer.communicate()
        assert writer.returncode == 0, complaint.decode()
    async with database.read() as session:
        assert await stories.count(session) == 100


async def test_a_new_database_opened_by_many_at_once_is_made_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    opened = await asyncio.gather(*(Database.open(url) for _ in range(5)))
    async with opened[0].read() as session:
        assert await session.scalar(text("PRAGMA journal_mode")) == "wal"
    for database in opened:
        await database.close()


async def test_the_same_article_sent_twice_at_once_is_one_article(any_database: Database) -> None:
    async def file() -> bool:
        async with any_database.begin() as session:
            if await articles.find(session, text="The vote is on 9 May.", url=None):
                return False
            await asyncio.sleep(0)
            await articles.add(session, article("The vote is on 9 May."))
            return True

    assert sorted(await asyncio.gather(*(file() for _ in range(5)))) == [False, False, False, False, True]


async def test_text_no_database_can_hold_is_kept_with_its_length(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await articles.add(session, article("nul \x00 and half a pair \ud83d stay countable"))
        await chat(session)
        draft = await chats.keep_draft(session, 1, {"text": "nul \x00"}, NOW)
    async with any_database.read() as session:
        kept = await articles.get(session, added.id)
        kept_draft = await chats.draft(session, 1, draft.id)
    assert kept is not None
    assert kept.text == "nul \ufffd and half a pair \ufffd stay countable"
    assert kept_draft is not None
    assert kept_draft.material == {"text": "nul \x00"}


async def test_an_instant_without_a_zone_is_refused(any_database: Database) -> None:
    with pytest.raises(Exception, match="needs a time zone"):
        async with any_database.begin() as session:
            await stories.add(session, "when?", at(7).replace(tzinfo=None))
