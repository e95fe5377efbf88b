"""Copies made and put back while the database is in use."""

from pathlib import Path

import pytest

from storage import backup, stories
from storage.session import Database, StorageError
from tests.storage.records import NOW


async def add(database: Database, title: str) -> None:
    async with database.begin() as session:
        await stories.add(session, title, NOW)


async def test_a_copy_is_what_was_there_and_can_be_put_back_under_a_running_program(
    any_url: str, any_database: Database, tmp_path: Path
) -> None:
    copy = tmp_path / "copies" / f"one{backup.suffix(any_url)}"
    await add(any_database, "Before")
    await backup.save(any_url, copy)
    await add(any_database, "After")
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]

    await backup.load(any_url, copy)

    other = await Database.open(any_url)
    async with other.read() as session:
        assert await stories.count(session) == 1
    await other.close()


async def test_what_is_no_copy_is_refused_and_changes_nothing(
    any_url: str, any_database: Database, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Monday: ask about the ferries. " * 100)
    await add(any_database, "Kept")
    for wrong in (notes, tmp_path / "nothing"):
        with pytest.raises(StorageError):
            await backup.load(any_url, wrong)
    async with any_database.read() as session:
        assert await stories.count(session) == 1
