"""Days told from today, or from the day the text last spoke of, and their mornings and nights."""

from bot.extract.dates.almanac import add_days
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import BACK, Context, Meaning
from bot.extract.dates.resolve.days import day_meaning
from bot.extract.dates.resolve.shifts import shift_of


def _today(found: Found, context: Context) -> Meaning | None:
    shift = found.number("calendar") or 0
    if found.before in found.sense.never_today:
        # "a better tomorrow" is no day, nor is the paper's name.
        return None
    return day_meaning(found, context, add_days(context.today, shift) if context.today else None)


def _beyond_today(found: Found, context: Context) -> Meaning | None:
    shift = found.number("calendar") or 0
    step = -1 if found.sense.turns_back & set(found.own) else 1
    return day_meaning(found, context, add_days(context.today, shift + step) if context.today else None)


def _tonight(found: Found, context: Context) -> Meaning | None:
    context.then = context.today or context.then
    edge = found.meaning("edge")
    return Meaning("TIME", f"{context.today.isoformat()}TNI" if context.today else None, edge)


def _part_of_day(found: Found, context: Context) -> Meaning | None:
    words, sense = found.own, found.sense
    if words[0] in sense.definite and len(words) == 2 and found.before not in sense.placing:
        # "the night train", "the night the bridge fell".
        return None
    first = found.first + (words[0] in sense.placing)
    now = bool(sense.from_now & set(words)) or found.has("calendar")
    day = context.today if now else (context.then or context.today)
    shift = found.number("calendar") or shift_of(words, sense) or 0
    if found.tokens.language.means("edge", words[0]) == "MID":
        shifted = add_days(day, shift) if day else None
        return Meaning("TIME", f"{shifted}T{found.meaning('part')}" if shifted else None, "MID")
    return day_meaning(found, context, add_days(day, shift) if day else None, first=first)


def _day_turn(found: Found, context: Context) -> Meaning | None:
    words, sense = found.own, found.sense
    last = words[-1]
    if len(words) == 2 and words[0] in sense.definite and context.then is None:
        return None
    anchor = context.then or context.today
    if context.today and anchor and anchor > context.today and context.points(found) <= BACK:
        anchor = context.today
    shift = (
        -1 if last in sense.turns_back else 1 if last in sense.turns_ahead else shift_of(words, sense) or 0
    )
    if last in sense.relates and found.code_after and found.code_after not in '.,;:?!"':
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
