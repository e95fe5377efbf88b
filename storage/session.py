"""Opening a database and working in it, one transaction at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from storage import connection, migrations
from storage.embeddings import KEY, ArticleEmbeddings
from storage.errors import StorageError
from storage.hold import FileHold, Hold, SessionHold

__all__ = ["AsyncSession", "Database", "StorageError"]


class Database:
    """A database with its schema up to date. `url` is `sqlite:///path` or `postgresql://…`.

    Objects stay usable after their transaction; what a function's docstring calls loaded is loaded.
    """

    def __init__(self, engines: connection.Engines) -> None:
        self._engines = engines
        self._url = engines.write.url
        known = {KEY: ArticleEmbeddings()}
        writes = known | {"writes": True}
        self._writing = async_sessionmaker(engines.write, expire_on_commit=False, info=writes)
        self._reading = async_sessionmaker(engines.read, expire_on_commit=False, autoflush=False, info=known)
        self._holds: list[Hold] = []

    @property
    def shared(self) -> bool:
        """Whether several programs may run on it at once (PostgreSQL), and not one alone (SQLite)."""
        return self._engines.path is None

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect, apply pending migrations, and return the database.

        Raises StorageError when it cannot be reached or is newer than the program.
        """
        parsed = connection.parse(url)
        engines = connection.connect(parsed)
        try:
            if engines.path is not None:
                await asyncio.to_thread(connection.probe, engines.path)
            async with engines.write.begin() as opened:
                await opened.run_sync(migrations.upgrade)
            if engines.path is not None:
                await asyncio.to_thread(connection.keep_wal, engines.path)
        except StorageError:
            await engines.dispose()
            raise
        except (OSError, DBAPIError, sqlite3.Error) as error:
            await engines.dispose()
            raise connection.explain(error, parsed) from error
        except BaseException:
            await engines.dispose()
            raise
        return cls(engines)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """Work in one transaction that may write: committed at the end, rolled back on an exception.

        Don't nest: on SQLite one transaction writes at a time and the others wait for it. Raises
        StorageError when the database fails meanwhile (the disk is full, the server has gone).
        """
        async with self._explained(), self._writing() as session, session.begin():
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Work in one transaction that only reads and hinders no writer. Raises StorageError like begin."""
        async with self._explained(), self._reading() as session:
            yield session

    @asynccontextmanager
    async def _explained(self) -> AsyncIterator[None]:
        try:
            yield
        except (DBAPIError, PoolTimeoutError) as error:
            if connection.has_failed(error):
                raise connection.explain(error, self._url) from error
            raise

    async def hold(self, name: str = "") -> Hold | None:
        """Be the only program that does what `name` names, until close or the hold's release.

        None when another has it. Raises StorageError when the database cannot be asked.
        """
        async with self._explained():
            path = self._engines.path
            hold = FileHold.take(path, name) if path else await SessionHold.take(self._engines.write, name)
        if hold is not None:
            self._holds.append(hold)
        return hold

    async def hold_alone(self) -> None:
        """Where only one bot may run on the database, be that one. Raises StorageError when another is."""
        if not self.shared and await self.hold() is None:
            raise StorageError(
                f"Another bot runs on {self._engines.path}: stop it first, or give this one its own "
                "database. Several can share a PostgreSQL database."
            )

    async def close(self) -> None:
        """Give back every connection and every hold."""
        while self._holds:
            await self._holds.pop().release()
        await self._engines.dispose()
