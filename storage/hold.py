"""One bot per database. A hold ends with its process, however that ends."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.errors import StorageError

_LOCK = 0x6F6E7265636F7264  # "onrecord": PostgreSQL's advisory locks are numbers, per database


class Hold(Protocol):
    """A database held for this bot."""

    @property
    def lost(self) -> bool:
        """Whether another bot may have it by now."""

    async def release(self) -> None:
        """Let another bot have it."""


class FileHold:
    """A lock the kernel keeps on `<file>.lock`; the file itself stays and means nothing."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, database: Path) -> "FileHold":
        """Lock the file beside the database. Raises StorageError when another process has."""
        path = database.with_name(database.name + ".lock")
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StorageError(
                f"The lock file {path} cannot be made ({error.strerror}): let the bot write in that folder."
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise StorageError(
                f"Another bot runs on {database}: stop it first, or give this one its own database."
            ) from error
        return cls(descriptor)

    @property
    def lost(self) -> bool:
        """Never: the kernel keeps it as long as the process lives."""
        return False

    async def release(self) -> None:
        """Close the file, which ends the lock."""
        os.close(self._descriptor)


class SessionHold:
    """A lock PostgreSQL keeps for as long as one connection lives."""

    def __init__(self, connection: AsyncConnection, has_ended: Callable[[], bool]) -> None:
        self._connection = connection
        self._has_ended = has_ended

    @classmethod
    async def take(cls, engine: AsyncEngine) -> "SessionHold":
        """Lock the database from a connection of its own. Raises StorageError when another bot has."""
        connection = await engine.connect()
        # Autocommit: a connection idle in a transaction would keep PostgreSQL from cleaning up.
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        if not await connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK}):
            await connection.close()
            raise StorageError(
                f"Another bot runs on the database {engine.url.database}: "
                "stop it first, or give this one its own database."
            )
        driver: Any = (await connection.get_raw_connection()).driver_connection
        return cls(connection, driver.is_closed)

    @property
    def lost(self) -> bool:
        """Whether the connection has ended, as when the server restarts."""
        return self._has_ended()

    async def release(self) -> None:
        """Close the connection, which ends the lock; once more is harmless."""
        if not self._connection.closed:
            await self._connection.invalidate()
            await self._connection.close()
