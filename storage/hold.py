"""What only one program may do on a database at a time. A hold ends with its process, however that ends."""

import asyncio
import fcntl
import os
from pathlib import Path
from typing import Protocol

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.errors import StorageError

ANSWER = 4.0  # seconds a server has to answer on a hold's connection


class Hold(Protocol):
    """What is held for this program."""

    async def lost(self) -> bool:
        """Whether another may have it by now."""

    async def release(self) -> None:
        """Let another have it."""


class FileHold:
    """A lock the kernel keeps on `<file>.lock`; the file itself stays and means nothing."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, database: Path, name: str) -> "FileHold | None":
        """Lock a file beside the database; None when another process has. Raises StorageError."""
        path = database.with_name(f"{database.name}{name}.lock")
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StorageError(
                f"The lock file {path} cannot be made ({error.strerror}): let the bot write in that folder."
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return None
        return cls(descriptor)

    async def lost(self) -> bool:
        """Never: the kernel keeps it as long as the process lives."""
        return False

    async def release(self) -> None:
        """Close the file, which ends the lock; once more is harmless."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class SessionHold:
    """A lock PostgreSQL keeps for as long as one connection lives."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @classmethod
    async def take(cls, engine: AsyncEngine, name: str) -> "SessionHold | None":
        """Lock the name from a connection of its own; None when another has."""
        connection = await engine.connect()
        # Autocommit: a connection idle in a transaction would keep PostgreSQL from cleaning up.
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        taking = text("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
        if not await connection.scalar(taking, {"name": f"onrecord:{name}"}):
            await connection.close()
            return None
        return cls(connection)

    async def lost(self) -> bool:
        """Whether the connection has ended, or the server does not answer on it soon."""
        try:
            async with asyncio.timeout(ANSWER):
                await self._connection.scalar(text("SELECT 1"))
        except (DBAPIError, OSError, TimeoutError):
            return True
        return False

    async def release(self) -> None:
        """Close the connection, which ends the lock; once more is harmless."""
        if not self._connection.closed:
            await self._connection.invalidate()
            await self._connection.close()
