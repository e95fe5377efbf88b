"""Days that have a name or a number: weekdays, days of a month, holidays."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from bot.extract.dates.almanac import add_days, add_months, day_or_none, iso_week
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import AHEAD, BACK, Context, Meaning
from bot.extract.dates.resolve.shifts import shift_of
from bot.extract.dates.tokens import SHAPES


def day_meaning(found: Found, context: Context, day: date | None, **span: int) -> Meaning:
    """Return the meaning of a day, with its part (morning) and its edge (early) where the words name one."""
    part, edge = found.meaning("part"), found.meaning("edge") or found.meaning("edge2", "edge")
    if day is not None:
        context.then = day
    value = None if day is None else day.isoformat() + (f"T{part}" if part else "")
    return Meaning("TIME" if part else "DATE", value, edge, **span)


# Half a week, and all but yesterday and the day before it.
_NEAR_DAYS, _PLANNED_DAYS = 3, 4


def _weekday(found: Found, context: Context) -> Meaning | None:
    weekday = found.number("weekday")
    if weekday is None:
        return None
    words, sense = found.own, found.sense
    if len(words) == 1 and words[0] in found.tokens.language.spelling.abbreviations:
        # "Sun" and "Mon" without a stop are names.
        return None
    points = _possessed(found, context, weekday)
    today = context.today
    shift = shift_of(words, sense)
    if sense.from_then & set(words) and shift:
        return day_meaning(found, context, _beside(context.then or today, weekday, shift))
    day = context.weekday(weekday, points)
    if shift:
        day = _beside(today, weekday, shift)
        if sense.of_next_week & set(words) and today is not None:
            # A bare "Thursday" is the nearest; "next Thursday" is told apart from it.
            day = add_days(today, 7 + weekday - today.isoweekday())
    elif shift == 0 and not points and today is not None:
        monday = add_days(today, 1 - today.isoweekday())
        day = monday and add_days(monday, weekday - 1)
    return day_meaning(found, context, day)


def _beside(anchor: date | None, weekday: int, shift: int) -> date | None:
    """Return the weekday next to `anchor` on one side, the anchor's own day not counted."""
    if anchor is None:
        return None
    gap = (weekday - anchor.isoweekday()) * shift % 7 or 7
    return add_days(anchor, gap * shift)


def _possessed(found: Found, context: Context, weekday: int) -> int:
    """Return which way "Monday's …" points: back, unless it is yet to be held or the clause awaits it."""
    tokens, tense, end, points = found.tokens, found.tokens.tense, found.end, context.points_of_day(found)
    near = tokens.words[max(0, found.first - 3) : found.first]
    before = set(near)
    off = bool(tense.off & before or tense.off_pairs & set(pairwise(near)))
    if off and tense.dated_nouns & set(tokens.words[end : end + 2]):
        # "scrapped its Friday flight".
        return AHEAD
    if found.code_after != SHAPES["possessive"]:
        onward = tokens.words[end : end + 4]
        undone = tense.off & set(onward) or tokens.cues.call_off_pairs & set(pairwise(onward))
        if undone and found.after in tense.past_be and context.today:
            # "The concert on Friday was called off" may be told on either side of the day: the nearer, unless
            # the concert was planned.
            ahead = (weekday - context.today.isoweekday()) % 7
            return AHEAD if ahead <= (_PLANNED_DAYS if points >= AHEAD else _NEAR_DAYS) else BACK
        # "The concert on Friday has been called off": it had not been held.
        return AHEAD if undone and found.after in tense.perfects else points
    held = bool(tense.dated_nouns & set(tokens.words[end + 1 : end + 5]))
    later = set(tokens.words[end + 1 : end + 8])
    if held and tense.off & later and tokens.cues.passives & later:
        # "Thursday's debate has been postponed": it had not been held.
        return AHEAD
    awaited = held and tense.held_leads & set(tokens.words[max(0, found.first - 2) : found.first])
    if awaited or off or tense.awaits & before:
        return AHEAD
    if tense.aftermath & before:
        return BACK
    if points < AHEAD or not held:
        return min(points, BACK)
    return points if points > AHEAD or found.before not in tense.placed_leads else BACK


def _weekday_of_week(found: Found, context: Context) -> Meaning | None:
    weekday, shift = found.number("weekday"), found.number("shift")
    if weekday is None or shift is None:
        return None
    day = None
    if context.today:
        day = add_days(context.today, 7 * shift + weekday - context.today.isoweekday())
    return day_meaning(found, context, day)


def _weekdays_of_week(found: Found, context: Context) -> Sequence[Meaning] | None:
    """Read "Monday to Wednesday next week" as two days of that week."""
    near, far, shift = found.number("weekday"), found.number("weekday2", "weekday"), found.number("shift")
    if near is None or far is None or shift is None:
        return None
    monday = add_days(context.today, 7 * shift + 1 - context.today.isoweekday()) if context.today else None
    days = [add_days(monday, number - 1) if monday else None for number in (near, far)]
    spans = [(found.first, found.parts["weekday"][1]), (found.parts["weekday2"][0], found.end)]
    return [day_meaning(found, context, day, first=f, end=e) for day, (f, e) in zip(days, spans, strict=True)]


def _weeks_from_weekday(found: Found, context: Context) -> Meaning | None:
    weekday, weeks = found.number("weekday"), found.number("cardinal") or 1
    day = context.weekday(weekday, AHEAD) if weekday else None
    return day_meaning(found, context, add_days(day, 7 * weeks) if day else None)


def _day_number(found: Found, suffix: str = "") -> int | None:
    for name in ("day", "nth", "ordinal"):
        number = found.number(name + suffix, name)
        if number is not None:
            return number
    return None


def _month_day(found: Found, context: Context) -> Meaning | None:
    return _day_of_month(found, context, _day_number(found))


def _day_of_month(found: Found, context: Context, number: int | None, **span: int) -> Meaning | None:
    month, year = found.number("month"), found.number("year")
    if month is None or number is None:
        return None
    if year is not None:
        day = day_or_none(year, month, number)
        context.year = year if day else context.year
        return day_meaning(found, context, day, **span) if day else None
    if day_or_none(2000, month, number) is None:
        return None
    points = context.points(found)
    if found.tokens.tense.dates & set(found.tokens.words[found.end : found.end + 3]):
        # "asked for a Dec. 7 trial date"
        points = max(points, AHEAD)
    day = context.month_day(month, number, points)
    weekday = found.number("weekday")
    if day and weekday and day.isoweekday() != weekday:
        fits = [
            d
            for y in (-1, 1)
            if (d := day_or_none(day.year + y, month, number)) and d.isoweekday() == weekday
        ]
        day = fits[0] if len(fits) == 1 else day
    return day_meaning(found, context, day, **span)


def _nth_day(found: Found, context: Context) -> Meaning | None:
    """Read "on the 28th": of the month that fits on the side told."""
    number, today = found.number("nth"), context.today
    if number is None or found.before not in found.sense.day_leads or (found.code_after or ".") in "sxX-":
        return None
    if today is None:
        return Meaning("DATE", None)
    months = [add_months(today.year, today.month, shift) for shift in (-2, -1, 0, 1, 2)]
    days = [day for month in months if (day := day_or_none(*month, number))]
    return day_meaning(found, context, context.nearest(days, context.points(found)))


def _month_days(found: Found, context: Context) -> Sequence[Meaning] | None:
    """Read "Feb. 24-26" and "24 to 26 February" as two days of one month."""
    other = _day_number(found, "2")
    far = next(found.parts[name] for name in ("day2", "nth2") if found.has(name))
    near = next(found.parts[name] for name in ("day", "nth", "ordinal") if found.has(name))
    leads = far[0] > near[0]
    spans = [(found.first, near[1] if leads else far[1]), (far[0] if leads else near[0], found.end)]
    numbers = [_day_number(found), other] if leads else [other, _day_number(found)]
    read = [
        _day_of_month(found, context, n, first=f, end=e) for n, (f, e) in zip(numbers, spans, strict=True)
    ]
    return [one for one in read if one] if all(read) else None


def _iso_day(found: Found, context: Context) -> Meaning | None:
    year, month, number = map(int, (found.word("iso") or "").split("-"))
    day = day_or_none(year, month, number)
    return day_meaning(found, context, day) if day else None


def _slashed_day(found: Found, context: Context) -> Meaning | None:
    """Read a numeric date by what is possible; one that both orders allow is left without a value."""
    raw = found.word("slashed") or ""
    first, second, year = (int(n) for n in raw.replace(".", "/").replace("-", "/").split("/"))
    if year < 100:
        if "/" not in raw:
            return None
        year += 2000 if year < 50 else 1900
    month_first, day_first = day_or_none(year, first, second), day_or_none(year, second, first)
    if "." in raw:
        month_first = None
    days = {d for d in (month_first, day_first) if d}
    if len(days) > 1 and context.day_first is not None:
        days = {d for d in (day_first if context.day_first else month_first,) if d}
    if not days:
        return None
    return day_meaning(found, context, days.pop()) if len(days) == 1 else Meaning("DATE", None)


def _holiday(found: Found, context: Context) -> Meaning | None:
    language = found.tokens.language
    compute = language.holiday_of(found.words("name"))
    first = found.tokens.starts[found.parts["name"][0]]
    if compute is None or not found.tokens.text[first].isupper():
        return None
    year = found.number("year")
    if year is None and context.today is None:
        return Meaning("DATE", None)
    if year is not None:
        day = compute(year)
    else:
        today = context.today or date.min
        points = shift_of(found.tokens.words[found.first : found.parts["name"][0]], found.sense)
        years = range(max(1, today.year - 1), min(9999, today.year + 1) + 1)
        near = context.nearest([compute(y) for y in years], points or context.points(found))
        if near is None:
            return None
        day = near
    if language.any_means("period", "W", found.tokens.words[found.parts["name"][1] : found.end]):
        return Meaning("DATE", iso_week(day))
    return day_meaning(found, context, day)


READINGS = {
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "weekdays_of_week": _weekdays_of_week,
    "weeks_from_weekday": _weeks_from_weekday,
    "month_day": _month_day,
    "month_days": _month_days,
    "nth_day": _nth_day,
    "iso_day": _iso_day,
    "slashed_day": _slashed_day,
    "holiday": _holiday,
}
