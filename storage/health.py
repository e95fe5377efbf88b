"""What can be seen of a database without changing it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import connection, migrations


@dataclass(frozen=True, slots=True)
class Health:
    """`path` is the SQLite file (None on PostgreSQL); `exists` whether there is anything in it yet.

    `missing` counts the steps its schema is behind; `now` is what a server's clock says.
    """

    path: Path | None
    exists: bool
    missing: int
    now: datetime | None


async def look(address: str) -> Health:
    """Look at a database. Raises StorageError when it cannot be reached."""
    url = connection.parse(address)
    path = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
    if path is not None and not path.exists():
        return Health(path, exists=False, missing=0, now=None)
    engines = connection.connect(url)
    try:
        async with engines.read.connect() as opened:
            missing, applied = await opened.run_sync(migrations.missing)
            now = None if path else await opened.scalar(text("SELECT clock_timestamp()"))
            return Health(path, applied, missing, now)
    except (DBAPIError, OSError) as error:
        raise connection.explain(error, url) from error
    finally:
        await engines.dispose()
