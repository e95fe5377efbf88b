"""When a chat is reminded of an event: pure computation, zoneinfo in, UTC out.

Local times that do not exist (clocks put forward) move on by the gap, those that exist twice are the first
(PEP 495, fold=0). Times are local to the chat, since it is the chat that sleeps; the event's own zone tells
which instant a clock time names, and the zone of its place which of the chat's mornings falls on its day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage.models import Event

Kind = Literal["lead", "due", "after"]
Quiet = tuple[time, time]
"""Local hours without messages: from the first time until the second, across midnight if that is earlier."""

_LEAD = re.compile(r"(\d{1,3})([dhm])")
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder: its kind (lead | due | after), the lead it is for ("1d"), and its UTC instant.

    `about` is the ISO date (with the clock time for leads of hours and minutes) the reminder is of.
    """

    kind: Kind
    lead: str
    at: datetime
    about: str


@dataclass(frozen=True, slots=True)
class When:
    """When an event is, as its fields have it."""

    date: str | None
    time: str | None = None
    zone: str | None = None
    date_end: str | None = None
    status: str = "scheduled"
    held_in: str | None = None

    @classmethod
    def of(cls, event: Event) -> Self:
        """Take an event's date."""
        return cls(event.date, event.time, event.zone, event.date_end, event.status, event.held_in)


def days(iso: str | None, iso_end: str | None = None) -> tuple[date, date] | None:
    """Return the first and the last day an ISO date (day, week, month, year) or a range covers.

    None where there is no date or it is none (a machine-made date may be anything).
    """
    if iso is None:
        return None
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d{2})", iso):
            first = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            last = first + timedelta(days=6)
        elif match := re.fullmatch(r"(\d{4})(?:-(\d{2}))?", iso):
            first = date(int(match[1]), int(match[2] or 1), 1)
            last = date(first.year, int(match[2] or 12), 28) + timedelta(days=4)
            last -= timedelta(days=last.day)
        else:
            first = last = date.fromisoformat(iso)
    except (ValueError, OverflowError):
        return None
    end = days(iso_end)
    return first, max(last, end[1]) if end else last


def instant(when: When) -> datetime | None:
    """Return the UTC instant of an event whose day, clock time and zone are all stated."""
    zone = _zone(when.zone)
    if zone is None or when.time is None or when.date is None:
        return None
    try:
        local = datetime.combine(date.fromisoformat(when.date), time.fromisoformat(when.time), zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def reminders(
    when: When,
    *,
    zone: ZoneInfo,
    reminder_time: time,
    leads: Sequence[str],
    quiet: Quiet | None,
    now: datetime,
) -> list[Due]:
    """Return the reminders still ahead of `now`, soonest first, at most one at an instant.

    Leads are `1d` (days: at the chat's reminder time), `1h` and `30m` (only where the event's instant is
    known). Where only its day is known, that is the day at its place, if the place is known. Something due in
    a week or a month has `0d` on its first day and none before. `after` comes on the day after its last. What
    has been called off or put off without a date has none, what is over only `after`.

    Raises ValueError for a lead of another form.
    """
    covered = days(when.date, when.date_end)
    if covered is None or when.status == "cancelled":
        return []
    start = instant(when)
    exact = when.date is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", when.date) is not None
    first, last = covered
    place = _zone(when.held_in) if start is None else None
    if start is not None:
        local_day = start.astimezone(zone).date()
        first, last = local_day, max(last, local_day) if when.date_end else local_day

    owed: list[tuple[timedelta, Due]] = []
    for lead in leads if when.status != "over" else ():
        length = lead_length(lead)
        kind: Kind = "lead" if length else "due"
        if not lead.endswith("d"):
            if start is not None:
                about = f"{when.date}T{when.time}"
                owed.append((length, Due(kind, lead, start - length, about)))
        elif exact or not length:
            at = _on_day(first - length, reminder_time, zone, place)
            # A reminder of the day must not come when the hour has struck.
            at = min(at, start) if start is not None else at
            owed.append((length, Due(kind, lead, at, str(when.date))))
    after = _on_day(last + timedelta(days=1), reminder_time, zone, place)
    owed.append((timedelta(-1), Due("after", "after", after, when.date_end or str(when.date))))

    by_instant: dict[datetime, Due] = {}
    for _, due in sorted(owed, key=lambda pair: pair[0], reverse=True):
        at = held_back(due.at, zone, quiet)
        if at > now:
            # The quiet hours may let two reminders out at once: the nearer one says it all.
            by_instant[at] = Due(due.kind, due.lead, at, due.about)
    return sorted(by_instant.values(), key=lambda due: due.at)


def lead_length(lead: str) -> timedelta:
    """Return how long before `1d`, `1h` or `30m` is. Raises ValueError for another form."""
    match = _LEAD.fullmatch(lead)
    if match is None:
        raise ValueError(f"{lead!r} is no lead time: write 1d, 1h or 30m")
    unit = {"d": "days", "h": "hours", "m": "minutes"}[match[2]]
    return timedelta(**{unit: int(match[1])})


def at_local(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return the UTC instant of a local clock time on a day."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _on_day(day: date, clock: time, zone: tzinfo, place: tzinfo | None) -> datetime:
    """Return when a chat's clock time falls on a day at another place, in the chat's own zone where none is.

    Of two such times, on a day of 25 hours, it is the first; where a shorter day has none, the chat's own.
    """
    own = at_local(day, clock, zone)
    if place is None:
        return own
    near = [at_local(day + timedelta(days=shift), clock, zone) for shift in (-1, 0, 1)]
    return next((at for at in near if at.astimezone(place).date() == day), own)


def held_back(at: datetime, zone: tzinfo, quiet: Quiet | None) -> datetime:
    """Return `at`, or the end of the quiet hours it falls into."""
    if quiet is None or quiet[0] == quiet[1]:
        return at
    begin, end = quiet
    local = at.astimezone(zone)
    clock = local.time()
    asleep = begin <= clock < end if begin < end else clock >= begin or clock < end
    if not asleep:
        return at
    morning = local.date() if clock < end else local.date() + timedelta(days=1)
    return max(at, at_local(morning, end, zone))


def _zone(name: str | None) -> tzinfo | None:
    """Return the zone of an IANA name or an offset; None for what is neither."""
    if name is None:
        return None
    if match := _OFFSET.fullmatch(name):
        sign = -1 if match[1] == "-" else 1
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(sign * offset) if offset < timedelta(days=1) else None
    try:
        return UTC if name in {"Z", "UTC", "GMT"} else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
