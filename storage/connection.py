"""From an address (`sqlite:///path`, `postgresql://…`) to engines with their async drivers and settings."""

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.errors import StorageError

BUSY_SECONDS = 30
"""How long SQLite waits for another process's write before it gives up."""

WAIT_FOR_WRITER = 120
"""How long a write waits in line behind this program's other writes, in seconds."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Two ways into one database: for transactions that write and for those that only read."""

    write: AsyncEngine
    read: AsyncEngine
    path: Path | None  # of the SQLite file; None on PostgreSQL

    async def dispose(self) -> None:
        """Close every connection."""
        await self.read.dispose()
        await self.write.dispose()


def parse(address: str) -> URL:
    """Return the address with its async driver. Raises StorageError for what is no address we know."""
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    kind = url.drivername.partition("+")[0] if url else ""
    if url and kind == "sqlite" and url.database not in (None, "", ":memory:"):
        path = Path(str(url.database)).expanduser().absolute()
        return URL.create("sqlite+aiosqlite", database=str(path))
    if url and kind in ("postgresql", "postgres") and url.host:
        query = {"ssl" if key == "sslmode" else key: value for key, value in url.query.items()}
        return url.set(drivername="postgresql+asyncpg", query=query)
    raise StorageError(
        "The database address must read sqlite:///path/to/file.db or postgresql://user@host/name."
    )


def connect(url: URL) -> Engines:
    """Make the engines for a parsed address; nothing is opened yet."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    settings = {
        "application_name": "onrecord",
        "datestyle": "ISO",
        # So that the hold of a bot whose machine is gone ends in seconds, not after two hours.
        "tcp_keepalives_idle": "3",
        "tcp_keepalives_interval": "2",
        "tcp_keepalives_count": "2",
    }
    engine = create_async_engine(
        url, pool_pre_ping=True, connect_args={"timeout": 10, "server_settings": settings}
    )
    _explain_refusals(engine, url)
    # A reader sees one state of the database throughout, as it does on SQLite.
    read = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(engine, read, None)


def _explain_refusals(engine: AsyncEngine, url: URL) -> None:
    """A server that has gone is no error of the driver's, which SQLAlchemy would wrap, but an OSError."""

    def on_connect(dialect: Dialect, record: object, arguments: Any, settings: Any) -> Any:
        try:
            return dialect.connect(*arguments, **settings)
        except OSError as error:
            raise explain(error, url) from error

    event.listen(engine.sync_engine, "do_connect", on_connect)


def _sqlite(url: URL) -> Engines:
    """SQLite lets one transaction write at a time, so this program's writers line up for one connection.

    Readers have their own connections, which WAL mode lets read while another writes.
    """
    path = Path(str(url.database))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The database's folder {path.parent} cannot be made ({error.strerror}): choose another place."
        ) from error
    write = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=WAIT_FOR_WRITER)
    read = create_async_engine(url, pool_size=4, max_overflow=12)
    for engine, begin, pragmas in (
        (write, "BEGIN IMMEDIATE", ("synchronous = FULL", "foreign_keys = ON")),
        (read, "BEGIN", ("query_only = ON",)),
    ):
        _speak_sqlite(engine, begin, (f"busy_timeout = {BUSY_SECONDS * 1000}", *pragmas))
    return Engines(write, read, path)


def probe(path: Path) -> None:
    """Open the file once to see that it is a database. Raises sqlite3.Error.

    aiosqlite leaves a thread behind where opening fails, so that failure is had here.
    """
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as opened:
        opened.execute("PRAGMA schema_version").fetchone()


def keep_wal(path: Path) -> None:
    """See that the file keeps a write-ahead log, which it then does for good. Raises sqlite3.Error.

    SQLite doesn't wait here for others who open the same new file, whatever its busy timeout.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as opened:
        while True:
            try:
                opened.execute("PRAGMA journal_mode = WAL").fetchone()
                return
            except sqlite3.OperationalError as error:
                if _sqlite_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                    raise
                time.sleep(0.02)


def _speak_sqlite(engine: AsyncEngine, begin: str, pragmas: tuple[str, ...]) -> None:
    def on_connect(connection: Any, record: object) -> None:
        # Python's sqlite3 would begin transactions by itself, deferred and only before some statements.
        connection.isolation_level = None
        try:
            cursor = connection.cursor()
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
        except BaseException:
            connection.close()  # nobody else knows of it yet
            raise

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)


def has_failed(error: DBAPIError | PoolTimeoutError) -> bool:
    """Whether it is the database that failed, and not the statement that was wrong."""
    if isinstance(error, PoolTimeoutError):
        return True
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite_code(error) in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
        )
    return error.connection_invalidated or _sqlstate(error)[:2] in ("08", "53", "57")


def _sqlite_code(error: BaseException) -> int:
    """The primary result code, without what an extended one adds."""
    code: int = getattr(getattr(error, "orig", error), "sqlite_errorcode", None) or 0
    return code & 0xFF


def _sqlstate(error: BaseException) -> str:
    return str(getattr(getattr(error, "orig", error), "sqlstate", None) or "")


def explain(error: BaseException, url: URL) -> StorageError:
    """Say in one sentence why a database cannot be used and what to do."""
    if isinstance(error, PoolTimeoutError):
        return StorageError("The database has had more to do than it can for a while: try again in a minute.")
    if url.get_backend_name() == "sqlite":
        return StorageError(_explain_sqlite(error, Path(str(url.database))))
    return StorageError(_explain_postgres(error, url))


def _explain_sqlite(error: BaseException, path: Path) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = _sqlite_code(error)
    if path.is_dir():
        return f"{path} is a folder: name a file for the database."
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return f"{path} is not a database, or is damaged: choose another file, or put a backup in its place."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"No permission to write the database {path}: change its owner, or choose another place."
    if code == sqlite3.SQLITE_FULL:
        return f"The disk that holds {path} is full: make room and start again."
    if code == sqlite3.SQLITE_BUSY:
        return f"Another program keeps {path} locked: end it and start again."
    return f"The database {path} cannot be used ({cause}): check the file, or choose another."


def _explain_postgres(error: BaseException, url: URL) -> str:
    place = f"{url.host}:{url.port or 5432}"
    state = _sqlstate(error)
    if state.startswith("28"):
        return (
            f"PostgreSQL at {place} refuses the user {url.username}: check user and password in the address."
        )
    if state == "3D000":
        return f"PostgreSQL at {place} has no database {url.database}: create it, or name another."
    if state == "42501":
        return (
            f"The user {url.username} may not make tables in {url.database}: grant it CREATE on the schema."
        )
    if state == "53300":
        return f"PostgreSQL at {place} takes no more connections: raise its max_connections or end others."
    if isinstance(error, OSError) or state.startswith(("08", "57")) or not state:
        return f"PostgreSQL at {place} cannot be reached: check that it runs and that the address is right."
    cause = getattr(error, "orig", error)
    return f"The database {url.database} at {place} cannot be used ({cause}): check its settings."
