"""Databases for tests: an SQLite file for each, and on PostgreSQL one for all, emptied before each."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from storage.models import Base
from storage.session import Database

POSTGRES = os.environ.get("ONRECORD_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
POSTGRES_REQUIRED = os.environ.get("ONRECORD_REQUIRE_POSTGRES") == "1"


# TRUNCATE would make the files of every table and index anew, which takes longer than a test.
_EMPTY = ";".join(
    [f"DELETE FROM {table.name}" for table in reversed(Base.metadata.sorted_tables)]  # noqa: S608 - our own names
    + [
        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), 1, false)"
        for table in Base.metadata.sorted_tables
        if table.autoincrement_column is not None
    ]
)


async def _migrate(url: str) -> None:
    await (await Database.open(url)).close()


async def _on_postgres(statement: str, url: str = POSTGRES) -> None:
    connection = await asyncpg.connect(url, timeout=5)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database brought up to date once, for tests to copy."""
    path = tmp_path_factory.mktemp("migrated") / "onrecord.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def new_postgres() -> Iterator[Callable[[], str]]:
    """Make empty PostgreSQL databases; they are dropped at the end of the run."""
    made: list[str] = []

    def make() -> str:
        name = f"onrecord_test_{uuid4().hex[:12]}"
        asyncio.run(_on_postgres(f"CREATE DATABASE {name}"))
        made.append(name)
        return POSTGRES.rpartition("/")[0] + f"/{name}"

    try:
        asyncio.run(_on_postgres("SELECT 1"))
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        if POSTGRES_REQUIRED:
            pytest.fail(f"PostgreSQL is required and does not answer: {error}")
        pytest.skip(f"no PostgreSQL answers (ONRECORD_TEST_POSTGRES names one): {error}")
    yield make
    for name in made:
        asyncio.run(_on_postgres(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def migrated_postgres(new_postgres: Callable[[], str]) -> str:
    """The address of a PostgreSQL database brought up to date once."""
    url = new_postgres()
    asyncio.run(_migrate(url))
    return url


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The address of an SQLite database of the test's own, up to date and empty."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'onrecord.db')}"


@pytest.fixture
def postgres_url(migrated_postgres: str) -> str:
    """The address of a PostgreSQL database, up to date and emptied for the test."""
    asyncio.run(_on_postgres(_EMPTY, migrated_postgres))
    return migrated_postgres


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    """An open, empty SQLite database."""
    opened = await Database.open(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture(params=["sqlite", "postgres"])
def any_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database: of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def any_database(any_url: str) -> AsyncIterator[Database]:
    """An open, empty database: of each kind in turn."""
    opened = await Database.open(any_url)
    yield opened
    await opened.close()
