"""Weeks, months, seasons, and periods told from the present one."""

from bot.extract.dates.almanac import add_days, add_months, add_quarters, iso_month, iso_week, quarter_of
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import AHEAD, BACK, Context, Meaning
from bot.extract.dates.resolve.shifts import shift_of
from bot.extract.dates.tokens import SHAPES

_NUMBERS = SHAPES["day"] + SHAPES["nth"]
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def edge_of(found: Found) -> str | None:
    """Return the part of a period the words name: START, MID, END."""
    return found.meaning("edge") or found.meaning("side") or found.meaning("edge2", "edge")


def _month(found: Found, context: Context) -> Meaning | None:
    month, year = found.number("month"), found.number("year")
    if month is None:
        return None
    words, spelling = found.own, found.tokens.language.spelling
    if year is None and found.first and found.tokens.codes[found.first - 1] in _NUMBERS:
        # "31 February" is no date, nor is its month.
        return None
    if len(words) == 1:
        if words[0] in spelling.abbreviations:
            # "Jan" and "Mar" alone are names.
            return None
        if words[0] in spelling.capitalised and not _is_may(found):
            return None
    edge = edge_of(found)
    if year is None and context.today:
        of_year = found.tokens.language.any_means("period", "Y", words)
        shift = shift_of(words, found.sense)
        here = context.today.month
        if of_year:
            year = context.today.year + (shift or 0)
        elif shift == -1:
            year = context.today.year - (month >= here)
        elif shift == 1:
            year = context.today.year + (month <= here)
        elif shift == 0:
            year = context.today.year
        else:
            within = found.before in found.sense.within_leads
            year = context.month_of(month, context.points(found), within=within)
    elif year is not None:
        context.year = year
    if year is None:
        return Meaning("DATE", None, edge)
    context.month, context.month_sentence = (year, month), found.tokens.sentence(found.first)[0]
    return Meaning("DATE", iso_month(year, month), edge)


def _is_may(found: Found) -> bool:
    """Say whether a bare "May" or "March" is a month: after a word of time, with no name beside it."""
    return found.before in found.sense.month_leads and found.code_after != "X"


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
    words, sense = set(found.own), found.sense
    shift = shift_of(found.own, sense)
    if shift is None and edge is None:
        return _the_period(found, context, unit or "", fiscal=bool(sense.fiscal & words))
    turned = sense.from_then & words
    anchor = (context.then if turned else None) or context.today
    if unit == "E" and sense.past_lengths & words:
        return Meaning("DURATION", "P10Y", edge)
    if unit == "Y" and turned and context.year:
        return Meaning("DATE", f"{context.year + (shift or 0):04d}", edge)
    if unit == "Q":
        quarter = _quarter_from(context, latest=bool(sense.latest & words), turned=bool(turned))
        if quarter is None:
            return Meaning("DATE", None, edge)
        context.quarter = add_quarters(*quarter, shift or 0)
        return Meaning("DATE", "{:04d}-Q{}".format(*context.quarter), edge)
    if anchor is None:
        return Meaning("DATE", None, edge)
    return Meaning(
        "DATE", period_value(unit or "", shift or 0, context, anchor_year=None, then=bool(turned)), edge
    )


def _quarter_from(context: Context, *, latest: bool, turned: bool) -> tuple[int, int] | None:
    """Return the quarter that "the latest" or "the following" starts from, else the present one."""
    told = context.quarter if latest or turned else None
    if context.today is None:
        return told
    here = context.today.year, quarter_of(context.today)
    if latest and (told is None or told >= here):
        return add_quarters(*here, -1)
    return told or here


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
    sense = found.sense
    if unit == "WE":
        # "over the weekend", told early in the week of what has been, is the one before.
        gone = context.today is not None and context.today.isoweekday() <= 4 and context.points(found) <= BACK
        return Meaning("DATE", period_value("WE", -int(gone), context, None))
    business = found.before in sense.business_leads and found.after in sense.business_ends
    if unit == "Y" and (fiscal or business):
        # A business year has an end of its own: "the year ended 31 March".
        return Meaning("DURATION", "P1Y")
    if unit in ("Y", "M", "W") and found.before in sense.present_leads:
        return Meaning("DATE", period_value(unit, 0, context, None, then=False))
    return None


def _period_end(found: Found, context: Context) -> Meaning | None:
    if context.today is None:
        return Meaning("DATE", None, "END")
    if found.tokens.language.any_means("period", "M", found.own):
        return Meaning("DATE", iso_month(context.today.year, context.today.month), "END")
    return Meaning("DATE", f"{context.today.year:04d}", "END")


def _season(found: Found, context: Context) -> Meaning | None:
    season, year = found.meaning("season"), found.number("year")
    words, sense = found.own, found.sense
    if season is None or (len(words) == 1 and not _bare_season(found)):
        return None
    doubtful = words[-1] in sense.doubtful_seasons and words[0] in sense.definite and len(words) == 2
    if doubtful and year is None:
        return None
    edge = edge_of(found)
    if year is None and context.today:
        start, here, shift = _SEASON_MONTHS[season], context.today.month, shift_of(words, sense)
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
    sense = found.sense
    return found.own[0] not in sense.doubtful_seasons and found.before in sense.season_leads


READINGS = {
    "month": _month,
    "week_of": _week_of,
    "period": _period,
    "period_end": _period_end,
    "season": _season,
}
