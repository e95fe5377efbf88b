"""Copies of a database, made and put back while programs run on it."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from storage import connection
from storage.errors import StorageError

_PAGES = 2000  # copied at once, so that writers wait for milliseconds
_SUFFIX = {"sqlite": ".db", "postgresql": ".dump"}


def suffix(address: str) -> str:
    """Return how the name of a copy ends: of an SQLite file `.db`, of PostgreSQL's `pg_dump` `.dump`."""
    return _SUFFIX[connection.parse(address).get_backend_name()]


async def save(address: str, to: Path) -> None:
    """Write a copy of the database as it is at one instant; a file of that name is replaced once it is whole.

    Raises StorageError.
    """
    url = connection.parse(address)
    half = to.with_name(to.name + ".part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        if url.get_backend_name() == "sqlite":
            await asyncio.to_thread(_copy, Path(str(url.database)), half)
        else:
            where, secret = _for_tools(url)
            await _run(
                "pg_dump", secret, "--format=custom", "--no-owner", f"--file={half}", f"--dbname={where}"
            )
        half.replace(to)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"The copy {to} cannot be written ({error}): choose another place.") from error
    finally:
        half.unlink(missing_ok=True)


async def load(address: str, copy: Path) -> None:
    """Put a copy in the database's place, all of it or nothing. Raises StorageError."""
    url = connection.parse(address)
    if not await asyncio.to_thread(copy.is_file):
        raise StorageError(f"There is no file {copy}: name a copy made by onrecord backup.")
    if url.get_backend_name() == "sqlite":
        path = Path(str(url.database))
        try:
            await asyncio.to_thread(_check, copy)
            path.parent.mkdir(parents=True, exist_ok=True)
            await asyncio.to_thread(_copy, copy, path)
        except (OSError, sqlite3.Error) as error:
            raise StorageError(f"{copy} cannot be put back ({error}): try another copy.") from error
        return
    where, secret = _for_tools(url)
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    await _run("pg_restore", secret, *options, f"--dbname={where}", str(copy))


def _copy(from_: Path, to: Path) -> None:
    with (
        closing(
            sqlite3.connect(f"file:{from_}?mode=ro", uri=True, timeout=connection.BUSY_SECONDS)
        ) as source,
        closing(sqlite3.connect(to, timeout=connection.BUSY_SECONDS)) as target,
    ):
        source.backup(target, pages=_PAGES, sleep=0.005)


def _check(copy: Path) -> None:
    """Raise sqlite3.Error or StorageError for what is no whole copy of ours."""
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as opened:
        ours = opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        if ours is None or opened.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise StorageError(f"{copy} is no copy of On Record's database, or is damaged: try another copy.")


def _for_tools(url: URL) -> tuple[str, dict[str, str]]:
    """Return the address as PostgreSQL's tools take it, and the password, which goes by the environment."""
    query = {"sslmode" if key == "ssl" else key: value for key, value in url.query.items()}
    plain = url.set(drivername="postgresql", query=query)
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, query)
    return (bare if url.password else plain).render_as_string(hide_password=False), secret


async def _run(tool: str, secret: dict[str, str], *words: str) -> None:
    try:
        process = await asyncio.create_subprocess_exec(
            tool,
            *words,
            env=os.environ | secret,
            stdin=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except FileNotFoundError:
        raise StorageError(f"{tool} is not installed: install PostgreSQL's client tools.") from None
    _, said = await process.communicate()
    if process.returncode:
        last = said.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        raise StorageError(f"{tool} failed ({last[0]}): check the address and the tool's version.")
