"""`onrecord doctor`: looks at all that a running bot needs, and says in words what is wrong."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from bot.chat.account import username
from bot.clock import Clock
from bot.config import ConfigError, Settings
from bot.extract import read
from storage import health
from storage.session import StorageError

SKEW = 30.0  # seconds a clock may be off
LEAST_FREE = 200_000_000  # bytes
SENTENCE = "“The council will meet on Thursday,” its president Ada Lund said on Monday."


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and a sentence."""

    what: str
    well: bool
    says: str


def _well(what: str, says: str) -> Finding:
    return Finding(what, well=True, says=says)


def _wrong(what: str, says: str) -> Finding:
    return Finding(what, well=False, says=says)


async def examine(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Look at the token, the clock, the database, its schema, the disk and the model, one after the other."""
    yield await _token(settings)
    yield await _clock(settings, clock)
    seen: health.Health | None = None
    try:
        seen = await health.look(settings.database.url)
    except StorageError as error:
        yield _wrong("database", str(error))
    else:
        yield _well("database", "it can be read." if seen.exists else "it will be made on the first run.")
        yield _steps(seen)
        if seen.now is not None:
            yield _skew("database's clock", (seen.now - clock.now()).total_seconds())
        yield _disk(seen.path.parent if seen.path else Path())
    yield await asyncio.to_thread(_model)


async def _token(settings: Settings) -> Finding:
    token = settings.telegram.token.get_secret_value()
    if not token:
        return _wrong("token", "there is none: set telegram.token, or ONRECORD_TELEGRAM__TOKEN.")
    try:
        name = await username(token, settings.telegram.base_url.rstrip("/"))
    except ConfigError as error:
        return _wrong("token", str(error))
    return _well("token", f"it is @{name}'s.")


async def _clock(settings: Settings, clock: Clock) -> Finding:
    try:
        async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
            answer = await client.head(settings.telegram.base_url)
        if "date" not in answer.headers:
            return _well("clock", "there is none to compare it with: the server tells no time.")
        theirs = parsedate_to_datetime(answer.headers["date"])
    except (httpx.HTTPError, ValueError):
        return _wrong("clock", "Telegram's cannot be asked for: check the connection.")
    return _skew("clock", (theirs - clock.now()).total_seconds())


def _skew(what: str, seconds: float) -> Finding:
    if abs(seconds) > SKEW:
        return _wrong(what, f"it is {abs(seconds):.0f} s off this machine's: have both set by NTP.")
    return _well(what, f"it agrees to within {max(1, round(abs(seconds)))} s.")


def _steps(seen: health.Health) -> Finding:
    if seen.exists and seen.missing:
        return _well("schema", f"{seen.missing} step(s) behind: the next run brings it up to date.")
    return _well("schema", "it is up to date.")


def _disk(folder: Path) -> Finding:
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        return _wrong("disk", f"only {free / 1e6:.0f} MB are free: make room, or the bot stops writing.")
    return _well("disk", f"{free / 1e9:.1f} GB are free.")


def _model() -> Finding:
    start = time.perf_counter()
    try:
        found = read(SENTENCE, date(2024, 5, 6)).claims
    except (OSError, ImportError, RuntimeError, ValueError) as error:
        return _wrong("model", f"it cannot be loaded ({type(error).__name__}): install On Record anew.")
    if not found:
        return _wrong("model", "it reads nothing in a plain sentence: install On Record anew.")
    return _well("model", f"it reads; ready in {time.perf_counter() - start:.1f} s.")
