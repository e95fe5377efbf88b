"""Calendar arithmetic: months, ISO weeks, quarters, and the rules by which holidays fall."""

from collections.abc import Callable
from datetime import date, timedelta

LAST_YEAR = 9999


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """Return the day `count` days on, or None where that leaves the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return (year, month) `count` months on."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def nearest(year: int, month: int, day: int) -> date | None:
    """Return the day, or the month's last where it is shorter: a month after 31 January is 28 February."""
    for back in range(4):
        if found := day_or_none(year, month, day - back):
            return found
    return None


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = (
        date(*add_months(year, month, 1), 1) if (year, month) < (LAST_YEAR, 12) else date(year, 12, 31)
    )
    return following - timedelta(days=1) if following.day == 1 else following


def iso_week(day: date) -> str:
    """Return the day's ISO week, `2022-W08`; its year may be another (1 January 2021 is in 2020-W53)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def iso_month(year: int, month: int) -> str:
    """Return `2022-02`."""
    return f"{year:04d}-{month:02d}"


def quarter_of(day: date) -> int:
    """Return the calendar quarter, 1 to 4."""
    return (day.month + 2) // 3


def add_quarters(year: int, quarter: int, count: int) -> tuple[int, int]:
    """Return (year, quarter) `count` quarters on."""
    total = year * 4 + quarter - 1 + count
    return total // 4, total % 4 + 1


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """Return the count-th weekday (ISO, Monday 1) of a month; count -1 is the last."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    last = last_day(year, month)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Return Western Easter Sunday, by the anonymous Gregorian computus (Meeus 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


def easter_plus(days: int) -> Callable[[int], date]:
    """Return what gives the day so many days after Easter Sunday of a year."""
    return lambda year: easter(year) + timedelta(days=days)


def fixed(month: int, day: int) -> Callable[[int], date]:
    """Return what gives the same day of any year."""
    return lambda year: date(year, month, day)


def nth(month: int, weekday: int, count: int, plus: int = 0) -> Callable[[int], date]:
    """Return what gives the count-th weekday of a month in a year, or the day `plus` days after it."""
    return lambda year: nth_weekday(year, month, weekday, count) + timedelta(days=plus)


def once(year: int, month: int, day: int) -> Callable[[int], date]:
    """Return what gives one day of history, whatever the year."""
    return lambda _: date(year, month, day)
