"""Days told from today, or from the day the text last spoke of, and their mornings and nights."""

from bot.extract.dates.almanac import add_days
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import BACK, Context, Meaning
from bot.extract.dates.resolve.days import day_meaning


def _today(found: Found, context: Context) -> Meaning | None:
    shift = found.number("calendar") or 0
    if found.first and found.tokens.words[found.first - 1] in ("a", "our", "better", "usa"):
        # "a better tomorrow" is no day, nor is the paper's name.
        return None
    return day_meaning(found, context, add_days(context.today, shift) if context.today else None)


def _beyond_today(found: Found, context: Context) -> Meaning | None:
    shift = found.number("calendar") or 0
    step = 1 if "after" in found.tokens.words[found.first : found.end] else -1
    return day_meaning(found, context, add_days(context.today, shift + step) if context.today else None)


def _tonight(found: Found, context: Context) -> Meaning | None:
    context.then = context.today or context.then
    edge = found.meaning("edge")
    return Meaning("TIME", f"{context.today.isoformat()}TNI" if context.today else None, edge)


def _part_of_day(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    onward = found.tokens.codes[found.end : found.end + 1]
    if words[0] == "the" and len(words) == 2 and onward and onward in "xX":
        # "the night train", "the night the bridge fell".
        return None
    day = context.today if "this" in words else (context.then or context.today)
    shift = 0
    if "last" in words:
        day, shift = context.today, -1
    elif "calendar" in found.parts:
        day, shift = context.today, found.number("calendar") or 0
    elif "following" in words or "next" in words:
        shift = 1
    elif "previous" in words:
        shift = -1
    if "mid" in words:
        shifted = add_days(day, shift) if day else None
        return Meaning("TIME", f"{shifted}T{found.meaning('part')}" if shifted else None, "MID")
    return day_meaning(found, context, add_days(day, shift) if day else None)


def _day_turn(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    if words in (["the", "day"],) and context.then is None:
        return None
    anchor = context.then or context.today
    if context.today and anchor and anchor > context.today and context.points(found) <= BACK:
        anchor = context.today
    shift = 1 if {"following", "next", "after"} & set(words) or words[-1] == "later" else 0
    if {"previous", "before", "preceding"} & set(words) or words[-1] == "earlier":
        shift = -1
    goes_on = found.end < len(found.tokens.codes) and found.tokens.codes[found.end] not in '.,;:?!"'
    if words[-1] in ("before", "after") and goes_on:
        return None
    edge = found.meaning("edge") if found.end - found.first > 2 else None
    day = add_days(anchor, shift) if anchor else None
    if day:
        context.then = day
    return Meaning("DATE", day.isoformat() if day else None, edge)


READINGS = {
    "today": _today,
    "beyond_today": _beyond_today,
    "tonight": _tonight,
    "part_of_day": _part_of_day,
    "day_turn": _day_turn,
}
