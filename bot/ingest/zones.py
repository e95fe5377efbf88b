"""Which offset a zone printed beside a time means."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

# Abbreviations news sites print, by place where the clock changes ("ET" in June is EDT) and by offset in
# hours where they name one side of the change. Those that mean several things are read as most of the
# English-speaking press uses them: BST British, CST and EST American, IST Indian.
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "MSK": "Europe/Moscow",
    "Moscow time": "Europe/Moscow",
    "Kyiv time": "Europe/Kyiv",
    "London time": "Europe/London",
    "Paris time": "Europe/Paris",
    "Berlin time": "Europe/Berlin",
    "Brussels time": "Europe/Brussels",
    "Beijing time": "Asia/Shanghai",
    "New York time": "America/New_York",
    "Eastern": "America/New_York",
    "Central": "America/Chicago",
    "Mountain": "America/Denver",
    "Pacific": "America/Los_Angeles",
}
_HOURS = {
    "GMT": 0, "UTC": 0, "WET": 0, "Z": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "WAT": 1, "CEST": 2,
    "MESZ": 2, "EET": 2, "SAST": 2, "CAT": 2, "EEST": 3, "EAT": 3, "TRT": 3, "GST": 4, "PKT": 5,
    "IST": 5.5, "NPT": 5.75, "WIB": 7, "ICT": 7, "HKT": 8, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8,
    "JST": 9, "KST": 9, "ACST": 9.5, "AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "NST": -3.5, "NDT": -2.5, "ADT": -3, "BRT": -3, "ART": -3, "AST": -4, "EDT": -4, "EST": -5,
    "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10,
}  # fmt: skip

_names = sorted([*_PLACES, *_HOURS], key=len, reverse=True)
ZONE = (
    r"(?:(?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::?\d{2})?(?!\d)|[+\-−]\d{2}:?\d{2}(?!\d)|(?:"
    + "|".join(re.escape(name) for name in _names)
    + r")(?![A-Za-z]))"
)
"""A regular expression for one printed zone. It minds case: "est" and "art" are words."""

_OFFSET = re.compile(r"([+\-−])\s?(\d{1,2})(?::?(\d{2}))?$")


def with_zone(moment: datetime, printed: str) -> datetime:
    """Return the naive local time `moment` with the offset the zone `printed` (as ZONE finds it) had then."""
    offset = _OFFSET.search(printed)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        if minutes > 14 * 60:  # no zone is further out: a misprint, and we know no better
            return moment
        return moment.replace(tzinfo=timezone(timedelta(minutes=-minutes if offset[1] != "+" else minutes)))
    if printed in _PLACES:
        then = moment.replace(tzinfo=ZoneInfo(_PLACES[printed])).utcoffset() or timedelta(0)
        return moment.replace(tzinfo=timezone(then))
    hours = _HOURS[printed]
    return moment.replace(tzinfo=timezone(timedelta(hours=hours)) if hours else UTC)


def is_american(printed: str) -> bool:
    """Tell whether a zone is one of North America's, where 3/4 is the fourth of March."""
    place = _PLACES.get(printed, "")
    return place.startswith("America/") or printed in {"EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"}


def is_aware(moment: date | None) -> bool:
    """Tell whether `moment` is an instant: a date and time with its offset."""
    return isinstance(moment, datetime) and moment.tzinfo is not None
