"""Opening a database and working in it, one transaction at a time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from sqlalchemy.ext.asyncio import AsyncSession


class StorageError(Exception):
    """The database cannot be used. The message is one sentence with what to do next."""


class Database:
    """A database with its schema up to date. `url` is `sqlite:///path` or `postgresql://…`."""

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect, apply pending migrations, and return the database.

        Raises StorageError when it cannot be reached or is newer than the program.
        """
        raise NotImplementedError

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """Work in one transaction that may write: committed at the end, rolled back on an exception."""
        raise NotImplementedError
        yield

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Work in one transaction that only reads and hinders no writer."""
        raise NotImplementedError
        yield

    async def hold(self) -> None:
        """Claim the database for this bot until close. Raises StorageError when another bot runs on it."""
        raise NotImplementedError

    async def close(self) -> None:
        """Give back every connection and the hold."""
        raise NotImplementedError
