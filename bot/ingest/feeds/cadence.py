"""When a feed is asked for next: oftener the more it brings, more rarely the longer it fails."""

import zlib
from datetime import datetime, timedelta

SHORTEST = timedelta(minutes=15)
FIRST = timedelta(hours=1)
LONGEST = timedelta(days=1)
GIVEN_UP_AFTER = timedelta(days=14)
"""A feed that has failed for so long is asked for no more."""

FEWEST_FAILURES = 10
"""Nor is it given up on fewer failures: the bot itself may have been away for a fortnight."""

_FASTER, _SLOWER = 0.6, 1.3  # they balance where a third of the visits find something
_SPREAD = 0.1  # of the wait: feeds added together are not to be asked for together for ever


def after_success(interval: timedelta, *, found: bool) -> timedelta:
    """Return the interval that follows `interval`, by whether this visit found something new."""
    return max(SHORTEST, min(interval * (_FASTER if found else _SLOWER), LONGEST))


def after_failure(interval: timedelta, failures: int) -> timedelta:
    """Return the wait after so many failures in a row (the first is 1): doubled each time, up to a day."""
    doubled: int = 2 ** min(failures - 1, 10)
    return min(interval * doubled, LONGEST)


def next_visit(
    now: datetime, wait: timedelta, *, allowed: timedelta = timedelta(0), seed: object
) -> datetime:
    """Return when to come again: after `wait`, spread by a tenth, and never before `allowed` is over.

    `seed` is what the spread is drawn from: of one seed at one instant it is always the same.
    """
    drawn = zlib.crc32(f"{seed} {now.isoformat()}".encode()) / 2**32
    spread = 1 + _SPREAD * (2 * drawn - 1)
    return now + max(wait * spread, allowed * (1 + _SPREAD * drawn))


def is_given_up(failing_since: datetime, now: datetime, failures: int) -> bool:
    """Tell whether a feed has failed for so long that it is asked for no more."""
    return failures >= FEWEST_FAILURES and now - failing_since >= GIVEN_UP_AFTER
