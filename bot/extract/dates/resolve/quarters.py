"""Quarters and halves of a year, and the year-earlier periods that reports compare them with."""

from dataclasses import replace

from bot.extract.dates.almanac import add_quarters, quarter_of
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import AHEAD, FIRMLY_AHEAD, Context, Meaning
from bot.extract.dates.resolve.shifts import shift_of


def _ordinal(found: Found) -> int | None:
    return found.number("ordinal") or found.number("nth")


def _quarter(found: Found, context: Context) -> Meaning | None:
    words, sense, language = found.own, found.sense, found.tokens.language
    number = _ordinal(found)
    half = bool(sense.half_years & set(words))
    if half and number is None and not found.has("year"):
        return None
    if number is None:
        if not half:
            return None
        number = 2
    if number > (2 if half else 4):
        return None
    year = found.number("year")
    of_year = language.any_means("period", "Y", words)
    if half and year is None and not of_year:
        return None
    if year is None and context.today:
        year = context.today.year
        shift = shift_of(words, sense) if of_year else None
        if shift is not None:
            year += shift
        elif not half:
            # A quarter not yet begun is last year's, if no plan; one gone by is next year's then.
            here, points = quarter_of(context.today), context.points(found)
            onward = number < here and points >= FIRMLY_AHEAD and found.before in sense.due_leads
            year += int(onward) - int(number > here and points < AHEAD)
    determined = words[0] in sense.definite | sense.present_shifts
    first = found.first + (determined and found.tokens.codes[found.end - 2] == "-")
    if year is None:
        return Meaning("DATE", None, first=first)
    if half:
        return Meaning("DATE", f"{year:04d}-H{number}")
    _remember(found, context, (year, number))
    return Meaning("DATE", f"{year:04d}-Q{number}", first=first)


def _remember(found: Found, context: Context, quarter: tuple[int, int]) -> None:
    """Keep the quarter that figures are of: one still to come, or one before it, is only compared with it."""
    today, told = context.today, context.quarter
    here = (today.year, quarter_of(today)) if today else quarter
    if quarter > here or (told and quarter == here and context.points(found) >= AHEAD):
        return
    if told and quarter[0] == told[0] and quarter < told:
        return
    context.months_told = False
    context.quarter, context.quarter_sentence = quarter, found.tokens.sentence(found.first)[0]


def _near(found: Found, sentence: int) -> bool:
    """Say whether what the sentence that opens at `sentence` told still holds: it is this one or the last."""
    here = found.tokens.sentence(found.first)[0]
    return sentence >= 0 and (sentence == here or found.tokens.sentence(max(here - 1, 0))[0] == sentence)


def _year_earlier(found: Found, context: Context) -> Meaning | None:
    number = _ordinal(found)
    words, sense = found.own, found.sense
    if words[0] in sense.definite and words[-1] in sense.turns_back and not sense.compared & set(words):
        found = replace(found, first=found.first + 1)
    value = _year_earlier_value(found, context, number, words)
    return Meaning("DATE", value, first=found.first)


def _year_earlier_value(found: Found, context: Context, number: int | None, words: list[str]) -> str | None:
    if number and number <= 4 and context.today:
        year = context.today.year - 1 - int(number > quarter_of(context.today))
        return f"{year:04d}-Q{number}"
    sense, last = found.sense, words[-1]
    back = last in sense.turns_back
    compares = last in sense.compared or last in sense.told_from or words[0] not in sense.indefinite
    turned = (sense.back_shifts | sense.turns_back) & set(words[2:])
    if context.quarter is None and context.today and turned and words[0] in sense.definite:
        context.quarter = add_quarters(context.today.year, quarter_of(context.today), -1)
    if context.months_told and back:
        # Compared with nine months, "a year earlier" is no quarter.
        return f"{context.today.year - 1:04d}" if context.today else None
    if context.quarter and (_near(found, context.quarter_sentence) or compares):
        return "{:04d}-Q{}".format(*add_quarters(*context.quarter, -4))
    if context.month and _near(found, context.month_sentence):
        year, month = context.month
        return f"{year - 1:04d}-{month:02d}"
    anchor = context.then if back and last in sense.told_from and context.then else context.today
    return f"{anchor.year - 1:04d}" if anchor else None


def _same_period(found: Found, context: Context) -> Meaning | None:
    year = found.number("year")
    quarter = context.quarter
    if quarter is None and context.today:
        quarter = add_quarters(context.today.year, quarter_of(context.today), -1)
    if quarter is None:
        return Meaning("DATE", f"{year:04d}" if year else None)
    if year is None:
        context.quarter = quarter
    return Meaning("DATE", f"{year or quarter[0]:04d}-Q{quarter[1]}")


READINGS = {"quarter": _quarter, "year_earlier": _year_earlier, "same_period": _same_period}
