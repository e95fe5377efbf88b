import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage import chats, connection, migrations
from storage.migrations import compared
from storage.models import Base
from storage.session import Database, StorageError
from tests.storage.records import NOW

DEFAULTS = chats.Defaults()
LAST = max(step.name[:4] for step in Path(migrations.__file__).parent.glob("versions/[0-9]*.py"))


async def execute(url: str, *statements: str) -> None:
    engines = connection.connect(connection.parse(url))
    async with engines.write.begin() as opened:
        for statement in statements:
            await opened.execute(text(statement))
    await engines.dispose()


async def test_a_new_path_becomes_a_database_with_its_folders(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'bot' / 'record.db'}"
    database = await Database.open(url)
    async with database.begin() as session:
        await chats.ensure(session, 7, NOW, DEFAULTS)
    await database.close()

    again = await Database.open(url)
    async with again.read() as session:
        kept = await chats.get(session, 7)
    await again.close()
    assert kept is not None
    assert kept.created_at == NOW


async def test_what_the_migrations_make_is_what_the_models_say(any_url: str) -> None:
    def differences(opened: Connection) -> list[object]:
        context = MigrationContext.configure(opened, opts={"compare_type": True, "include_name": compared})
        return list(compare_metadata(context, Base.metadata))

    engines = connection.connect(connection.parse(any_url))
    async with engines.read.begin() as opened:
        found = await opened.run_sync(differences)
    await engines.dispose()
    assert found == []


@pytest.fixture(params=["sqlite", "postgres"])
def untouched_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database nothing was ever done to."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'own.db'}"
    make: Callable[[], str] = request.getfixturevalue("new_postgres")
    return make()


async def test_a_database_newer_than_the_program_is_refused_and_left_as_it_is(untouched_url: str) -> None:
    await (await Database.open(untouched_url)).close()
    await execute(untouched_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError, match="newer version of this program"):
        await Database.open(untouched_url)
    back = f"UPDATE alembic_version SET version_num = '{LAST}'"  # noqa: S608 - a number of our own
    await execute(untouched_url, back)
    await (await Database.open(untouched_url)).close()


async def test_a_database_of_another_program_is_refused(untouched_url: str) -> None:
    await execute(untouched_url, "CREATE TABLE articles (headline text)")
    with pytest.raises(StorageError, match="belongs to another program"):
        await Database.open(untouched_url)


async def test_a_migration_that_fails_leaves_nothing_behind(untouched_url: str) -> None:
    await execute(untouched_url, "CREATE TABLE claim_search (of_another_kind text)")
    with pytest.raises(StorageError):
        await Database.open(untouched_url)
    await execute(untouched_url, "DROP TABLE claim_search")
    await (await Database.open(untouched_url)).close()


async def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Monday: ask about the ferries. " * 100)
    with pytest.raises(StorageError, match=r"notes\.txt is not a database"):
        await Database.open(f"sqlite:///{path}")
    assert path.read_text().startswith("Monday")


async def test_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is a folder"):
        await Database.open(f"sqlite:///{tmp_path}")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder in which not even root may write")
async def test_a_place_one_may_not_write_is_refused_in_words() -> None:
    with pytest.raises(StorageError, match="No permission"):
        await Database.open("sqlite:////proc/self/record.db")


async def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageError, match=r"folder .*taken cannot be made"):
        await Database.open(f"sqlite:///{tmp_path / 'taken' / 'record.db'}")


@pytest.mark.parametrize("address", ["", "record.db", "mysql://host/name", "sqlite://", "sqlite:///:memory:"])
async def test_an_address_of_no_known_kind_is_refused_with_examples(address: str) -> None:
    with pytest.raises(StorageError, match="must read sqlite:///path"):
        await Database.open(address)


async def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(StorageError, match=r"127\.0\.0\.1:9 cannot be reached") as refused:
        await Database.open("postgresql://bot:secret@127.0.0.1:9/record")
    assert "secret" not in str(refused.value)


async def test_a_missing_postgres_database_and_user_are_named(migrated_postgres: str) -> None:
    server = migrated_postgres.rpartition("/")[0]
    with pytest.raises(StorageError, match="no database onrecord_absent"):
        await Database.open(f"{server}/onrecord_absent")
    with pytest.raises(StorageError, match="refuses the user onrecord_nobody"):
        await Database.open(f"postgresql://onrecord_nobody@{server.rpartition('@')[2]}/postgres")
