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
        self._hold: Hold | None = None
        self._taking_hold = asyncio.Lock()

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
        StorageError when the database fails meanwhile (the disk is full, the server has gone), and when
        another bot has taken it over since the hold on it was lost.
        """
        if self._hold is not None:
            await self.hold()
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

    async def hold(self) -> None:
        """Claim the database for this bot until close. Raises StorageError when another bot runs on it.

        A hold that was lost with its connection is taken again before anything more is written.
        """
        async with self._taking_hold, self._explained():
            if self._hold is not None:
                if not self._hold.lost:
                    return
                await self._hold.release()
            path = self._engines.path
            self._hold = FileHold.take(path) if path else await SessionHold.take(self._engines.write)

    async def close(self) -> None:
        """Give back every connection and the hold."""
        if self._hold is not None:
            await self._hold.release()
            self._hold = None
        await self._engines.dispose()
