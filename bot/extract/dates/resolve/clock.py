"""Clock times, alone or with their day, and the zones they are told in."""

import re
from datetime import date

from bot.extract.dates.almanac import day_or_none
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import Context, Meaning


def clock_time(found: Found) -> str | None:
    """Return the clock time told, `HH:MM` from 00:00 to 24:00, None where the numbers make no time."""
    midpoint = found.meaning("midpoint")
    if midpoint:
        return midpoint
    clock, half = found.word("clock"), found.number("ampm")
    minute = 0
    if clock:
        hour, minute = (int(n) for n in re.split("[:.]", clock)[:2])
    else:
        number = found.number("hour") if found.has("hour") else found.number("nought")
        hour_word = found.number("cardinal")
        if number is None:
            number = hour_word
        if number is None:
            return None
        hour = number
    if found.meaning("dayhalf", "part") in ("AF", "EV", "NI") and half is None:
        half = 12
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _at(found: Found, day: date | None, time: str) -> Meaning:
    return Meaning(
        "TIME", f"{day.isoformat()}T{time}" if day else None, "APPROX" if found.has("approximate") else None
    )


def _clock(found: Found, context: Context) -> Meaning | None:
    time = clock_time(found)
    if time is None:
        return None
    if found.end - found.first == 1 and ":" not in (found.word("clock") or ":"):
        return None
    return _at(found, _told_day(found, context), time)


def _told_day(found: Found, context: Context) -> date | None:
    """Return the day a bare time belongs to: one told in the same sentence, else today."""
    start, _ = found.tokens.sentence(found.first)
    if context.then and context.then_sentence == start:
        return context.then
    return context.today


def _clock_day(found: Found, context: Context) -> Meaning | None:
    time = clock_time(found)
    if time is None:
        return None
    month, year = found.number("month"), found.number("year")
    number = found.number("day") or found.number("nth") or found.number("ordinal")
    weekday, shift = found.number("weekday"), found.number("calendar")
    day: date | None = None
    if month and number:
        day = (
            day_or_none(year, month, number)
            if year
            else context.month_day(month, number, context.points(found))
        )
        if day is None and (year or context.today):
            return None
    elif weekday:
        day = context.weekday(weekday, context.points_of_day(found))
    elif shift is not None and context.today:
        day = date.fromordinal(context.today.toordinal() + shift)
    if day:
        context.then = day
    return _at(found, day, time)


READINGS = {"clock": _clock, "clock_day": _clock_day}
