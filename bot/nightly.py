"""A copy of the database each night, kept for some days."""

import asyncio
import logging
import re
from datetime import date, timedelta
from pathlib import Path

from bot.clock import Clock
from storage import backup
from storage.session import Database, StorageError

HOUR = 3  # UTC, when the night's copy is made
LOOK = 900.0  # seconds between looks at the clock
_OURS = re.compile(r"onrecord-(\d{4}-\d{2}-\d{2})\.(db|dump)")

log = logging.getLogger(__name__)


async def back_up_nightly(database: Database, url: str, clock: Clock, folder: Path, keep_days: int) -> None:
    """Keep a copy of each of the last days; runs until it is cancelled. Of several programs one does it."""
    hold = None
    while True:
        try:
            hold = hold or await database.hold("backup")
            if hold is not None and clock.now().hour >= HOUR:
                await back_up(url, clock.now().date(), folder, keep_days)
        except (StorageError, OSError) as error:
            log.error("there is no copy of tonight yet: %s", error)
        await asyncio.sleep(LOOK)


async def back_up(url: str, today: date, folder: Path, keep_days: int) -> None:
    """Make the day's copy where there is none, and delete those that are older than `keep_days`.

    Raises StorageError, OSError.
    """
    copy = folder / f"onrecord-{today}{backup.suffix(url)}"
    if await asyncio.to_thread(copy.exists):
        return
    await backup.save(url, copy)
    log.info("the night's copy is made")
    await asyncio.to_thread(_prune, folder, today - timedelta(days=keep_days))


def _prune(folder: Path, last: date) -> None:
    """Delete the copies of `last` and of the days before it."""
    for old in folder.iterdir():
        made = _OURS.fullmatch(old.name)
        if made and date.fromisoformat(made[1]) <= last:
            old.unlink()
