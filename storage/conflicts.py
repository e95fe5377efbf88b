"""INSERT that lets a row be that is there already, in the words of the session's database."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Base


def is_postgresql(session: AsyncSession) -> bool:
    """Whether the session works on PostgreSQL (else on SQLite)."""
    return session.get_bind().dialect.name == "postgresql"


def insert(session: AsyncSession, model: type[Base]) -> Any:
    """INSERT into the model's table, with `on_conflict_do_nothing` and `on_conflict_do_update`.

    The two dialects' statements share these methods but no type.
    """
    return (postgresql.insert if is_postgresql(session) else sqlite.insert)(model)
