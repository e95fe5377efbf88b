"""How soon a server lets it be asked again, by the headers of its answer (RFC 9111, RFC 9110)."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(days=1)
"""How long what may be kept is kept: some servers say a year and do not mean it."""

LONGEST_WAIT = timedelta(days=30)
"""How long a server that asks for patience is left in peace at most."""

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[\s,])no-(?:cache|store)(?:$|[\s,=])", re.IGNORECASE)
_LONGEST_TAG = 500


def kept_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    """Return how long an answer is fresh by Cache-Control, else by Expires; a day at most."""
    control = headers.get("cache-control", "")
    if _NOT_KEPT.search(control):
        return timedelta(0)
    if stated := _MAX_AGE.search(control):
        age = headers.get("age", "")
        seconds = int(stated[1]) - (int(age) if age.isascii() and age.isdigit() and len(age) < 10 else 0)
        return _between(timedelta(seconds=seconds), LONGEST)
    expires = _instant(headers.get("expires", ""))
    if expires is None:
        return timedelta(0)
    return _between(expires - (_instant(headers.get("date", "")) or now), LONGEST)


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Return how long the server asks to be left in peace, None where it does not ask."""
    stated = headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return _between(timedelta(seconds=int(stated[:9])), LONGEST_WAIT)
    until = _instant(stated)
    return None if until is None else _between(until - now, LONGEST_WAIT)


def validators(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return the ETag and the Last-Modified date to ask with next time, as far as they can be sent back."""
    found = (headers.get("etag", ""), headers.get("last-modified", ""))
    tag, modified = (
        one if one and one.isascii() and one.isprintable() and len(one) <= _LONGEST_TAG else None
        for one in found
    )
    return tag, modified


def conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """Return the headers that ask for a feed only if it has changed."""
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in asked.items() if value}


def _instant(text: str) -> datetime | None:
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _between(wait: timedelta, longest: timedelta) -> timedelta:
    return max(timedelta(0), min(wait, longest))
