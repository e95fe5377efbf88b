"""Weeks, months, seasons, and periods told from the present one."""

from bot.extract.dates.almanac import add_days, add_months, add_quarters, iso_month, iso_week, quarter_of
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import AHEAD, BACK, Context, Meaning
from bot.extract.dates.tokens import SHAPES

_NUMBERS = SHAPES["day"] + SHAPES["nth"]
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def edge_of(found: Found) -> str | None:
    """Return the part of a period the words name: START, MID, END."""
    return found.meaning("edge") or found.meaning("side") or found.meaning("edge2", "edge")


def shift_of(words: list[str]) -> int | None:
    """Return how many periods from the present one the words point, None where they point nowhere."""
    if {"last", "past", "previous", "preceding"} & set(words):
        return -1
    if {"next", "coming", "upcoming", "following"} & set(words):
        return 1
    return 0 if {"this", "current", "that", "same", "entire", "full", "latest"} & set(words) else None


def _month(found: Found, context: Context) -> Meaning | None:
    month, year = found.number("month"), found.number("year")
    if month is None:
        return None
    words = found.tokens.words[found.first : found.end]
    if words in (["may"], ["march"]) and not _is_may(found):
        return None
    if year is None and found.first and found.tokens.codes[found.first - 1] in _NUMBERS:
        # "31 February" is no date, nor is its month.
        return None
    if len(words) == 1 and len(words[0]) <= 4 and words[0] not in ("may", "june", "july"):
        # "Jan" and "Mar" alone are names.
        return None
    edge = edge_of(found)
    if year is None and context.today:
        shift = shift_of(words[:-1] if "year" in words else words)
        here = context.today.month
        if "year" in words:
            year = context.today.year + (shift or 0)
        elif shift == -1:
            year = context.today.year - (month >= here)
        elif shift == 1:
            year = context.today.year + (month <= here)
        elif shift == 0:
            year = context.today.year
        else:
            lead = found.tokens.words[found.first - 1] if found.first else ""
            year = context.month_of(
                month, context.points(found), within=lead in ("in", "until", "till", "since")
            )
    elif year is not None:
        context.year = year
    if year is None:
        return Meaning("DATE", None, edge)
    context.month, context.month_sentence = (year, month), found.tokens.sentence(found.first)[0]
    return Meaning("DATE", iso_month(year, month), edge)


def _is_may(found: Found) -> bool:
    """Say whether a bare "May" or "March" is a month: after a word of time, with no name beside it."""
    tokens = found.tokens
    before = tokens.words[found.first - 1] if found.first else ""
    return before in {
        "in", "since", "until", "till", "by", "from", "of", "to", "through", "during", "for", "between",
        "and", "before", "after", "as",
    } and (found.end >= len(tokens.codes) or tokens.codes[found.end] != "X")  # fmt: skip


def _week_of(found: Found, context: Context) -> Meaning | None:
    month, number = (
        found.number("month"),
        found.number("day") or found.number("nth") or found.number("ordinal"),
    )
    if not month or not number:
        return None
    day = context.month_day(month, number, context.points(found))
    return Meaning("DATE", iso_week(day) if day else None, edge_of(found))


def _period(found: Found, context: Context) -> Meaning | None:
    unit, edge = found.meaning("period"), edge_of(found)
    words = found.tokens.words[found.first : found.end]
    shift = shift_of(words)
    if shift is None and edge is None:
        return _the_period(found, context, unit or "", fiscal="fiscal" in words)
    turned = {"following", "previous", "preceding", "that", "same"} & set(words)
    anchor = (context.then if turned else None) or context.today
    if unit == "E" and "past" in words:
        return Meaning("DURATION", "P10Y", edge)
    if unit == "Y" and turned and context.year:
        return Meaning("DATE", f"{context.year + (shift or 0):04d}", edge)
    if unit == "Q":
        base = context.quarter if turned or "latest" in words else None
        if (
            base
            and "latest" in words
            and context.today
            and base >= (context.today.year, quarter_of(context.today))
        ):
            base = None
        if "latest" in words and base is None and context.today:
            base = add_quarters(context.today.year, quarter_of(context.today), -1)
        if base is None and context.today:
            base = context.today.year, quarter_of(context.today)
        if base is None:
            return Meaning("DATE", None, edge)
        context.quarter = add_quarters(*base, shift or 0)
        return Meaning("DATE", "{:04d}-Q{}".format(*context.quarter), edge)
    if anchor is None:
        return Meaning("DATE", None, edge)
    if "entire" in words or ("full" in words and unit != "Y"):
        shift = 0
    return Meaning(
        "DATE", period_value(unit or "", shift or 0, context, anchor_year=None, then=bool(turned)), edge
    )


def period_value(
    unit: str, shift: int, context: Context, anchor_year: int | None, *, then: bool = False
) -> str | None:
    """Return the value of the period `shift` units from the one that holds today, or the day last told."""
    day = (context.then if then else None) or context.today
    if day is None:
        return None
    year = anchor_year or day.year
    if unit in ("W", "WE"):
        moved = add_days(day, 7 * shift)
        return iso_week(moved) + ("-WE" if unit == "WE" else "") if moved else None
    if unit == "M":
        base = context.month if then and context.month else (day.year, day.month)
        return iso_month(*add_months(*base, shift))
    if unit == "Y":
        return f"{year + shift:04d}"
    if unit == "E":
        return f"{year // 10 + shift:03d}"
    return f"{year // 100 + shift:02d}" if unit == "C" else None


def _the_period(found: Found, context: Context, unit: str, *, fiscal: bool) -> Meaning | None:
    """Read "the year", "the week": the present one, told as a length where nothing points at it."""
    if unit == "Q":
        if context.quarter is None and context.today:
            context.quarter = add_quarters(context.today.year, quarter_of(context.today), -1)
        return Meaning("DATE", "{:04d}-Q{}".format(*context.quarter) if context.quarter else None)
    before = found.tokens.words[found.first - 1] if found.first else ""
    if unit == "WE":
        # "over the weekend", told early in the week of what has been, is the one before.
        gone = context.today is not None and context.today.isoweekday() <= 4 and context.points(found) <= BACK
        return Meaning("DATE", period_value("WE", -int(gone), context, None))
    onward = found.tokens.words[found.end : found.end + 1]
    if unit == "Y" and (
        fiscal or (before in ("for", "in", "during", "of") and onward in (["ended"], ["ending"]))
    ):
        # A business year has an end of its own: "the year ended 31 March".
        return Meaning("DURATION", "P1Y")
    if unit in ("Y", "M", "W") and before in ("of", "in", "for", "during", "later", "earlier"):
        return Meaning("DATE", period_value(unit, 0, context, None, then=False))
    return None


def _period_end(found: Found, context: Context) -> Meaning | None:
    if context.today is None:
        return Meaning("DATE", None, "END")
    if "month" in found.tokens.words[found.first : found.end]:
        return Meaning("DATE", iso_month(context.today.year, context.today.month), "END")
    return Meaning("DATE", f"{context.today.year:04d}", "END")


def _season(found: Found, context: Context) -> Meaning | None:
    season, year = found.meaning("season"), found.number("year")
    words = found.tokens.words[found.first : found.end]
    if season is None or (len(words) == 1 and not _bare_season(found)):
        return None
    if words[0] == "the" and year is None and words[-1] in ("fall", "spring") and len(words) == 2:
        return None
    edge = edge_of(found)
    if year is None and context.today:
        start, here, shift = _SEASON_MONTHS[season], context.today.month, shift_of(words)
        year = context.today.year
        if shift == -1:
            year -= start + 2 >= here if season != "WI" else 1
        elif shift == 1:
            year += start <= here
        elif shift is None:
            points = context.points(found)
            year += int(points >= AHEAD and here > start + 2) - int(points == BACK and here < start)
    return Meaning("DATE", f"{year:04d}-{season}" if year else None, edge)


def _bare_season(found: Found) -> bool:
    word = found.tokens.words[found.first]
    before = found.tokens.words[found.first - 1] if found.first else ""
    return word in ("summer", "winter", "autumn") and before in (
        "in",
        "by",
        "since",
        "until",
        "during",
        "before",
        "of",
    )


READINGS = {
    "month": _month,
    "week_of": _week_of,
    "period": _period,
    "period_end": _period_end,
    "season": _season,
}
