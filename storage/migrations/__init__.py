"""The steps that bring a database's schema up to date, applied whenever one is opened."""

from functools import cache
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, TypeDecorator, inspect, text

from storage.errors import StorageError
from storage.models import Base

_FOLDER = Path(__file__).parent
_NEWER = (
    "The database was last used by a newer version of this program: "
    "install that version or later, or go back to a copy of the database made before."
)
_STEPS_LOCK = 0x6D696772617465  # "migrate"


@cache
def _steps() -> ScriptDirectory:
    return ScriptDirectory(str(_FOLDER))


def configuration(connection: Connection) -> Config:
    """Alembic's settings, without an alembic.ini, for work over an open connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


def compared(name: str | None, kind: str, parents: object) -> bool:
    """Whether the models speak for a table: not for the search's, which differ between the databases."""
    return kind != "table" or not (name or "").startswith("claim_search")


def plain_type(kind: str, value: object, context: object) -> str | Literal[False]:
    """How a step writes our own types: as what they are to the database, so that it outlives them."""
    if kind == "type" and isinstance(value, TypeDecorator):
        return f"sa.{value.impl_instance!r}"
    return False


def upgrade(connection: Connection) -> None:
    """Apply what is missing within the connection's transaction, all of it or nothing.

    Raises StorageError when the database is newer than the program or holds something else.
    """
    if connection.dialect.name == "postgresql":  # SQLite's transaction has kept others out from its start
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _STEPS_LOCK})
    steps = _steps()
    applied = MigrationContext.configure(connection).get_current_heads()
    known = {step.revision for step in steps.walk_revisions()}
    if not set(applied) <= known:
        raise StorageError(_NEWER)
    if set(applied) == set(steps.get_heads()):
        return
    if not applied and (taken := set(inspect(connection).get_table_names()) & set(Base.metadata.tables)):
        raise StorageError(
            f"The database belongs to another program (it has its own table {min(taken)}): name another one."
        )
    command.upgrade(configuration(connection), "head")


def missing(connection: Connection) -> tuple[int, bool]:
    """Return how many steps the schema is behind, and whether it has any.

    Raises StorageError when it is newer than the program.
    """
    applied = set(MigrationContext.configure(connection).get_current_heads())
    steps = list(_steps().walk_revisions())
    if not applied <= {step.revision for step in steps}:
        raise StorageError(_NEWER)
    behind = next((count for count, step in enumerate(steps) if step.revision in applied), len(steps))
    return behind, bool(applied)
