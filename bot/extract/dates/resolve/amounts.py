"""Lengths of time, repeated times, and points a length away from another."""

from bot.extract.dates.almanac import (
    add_days,
    add_months,
    add_quarters,
    iso_month,
    iso_week,
    nearest,
    quarter_of,
)
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import Context, Meaning
from bot.extract.dates.resolve.lengths import length, quantity

_DAYS_A_UNIT = {"D": 1, "W": 7, "2W": 14}
_HALF = 0.5
_MONTHS_A_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}


def _bound(found: Found) -> str | None:
    words = found.words("bound")
    if not words:
        return None
    said = found.meaning("approximate") or found.meaning("nearly")
    return said or found.sense.bounds.get(" ".join(words))


def _number(found: Found) -> float | None:
    if found.has("few"):
        words = found.words("few")
        return None if found.sense.vague_numbers & set(words) else _quantity(found, "few")
    return _quantity(found, "count") if found.has("count") else None


def _quantity(found: Found, name: str) -> float | None:
    return quantity(found.words(name), found.tokens.language)


def _unit(found: Found) -> str:
    return found.meaning("unit") or found.meaning("units") or found.meaning("oneunit") or "D"


# "a second" and "a quarter" count things.
_NO_LENGTH = {"TS", "Q"}


def _amount(found: Found, context: Context) -> Meaning | None:
    words, sense, unit = found.own, found.sense, _unit(found)
    onward = found.tokens.words[found.end : found.end + 2]
    if sense.ages & set(onward) or (found.code_after == "-" and sense.turns_back & set(onward[1:])):
        # An age says nothing of when; "a year-earlier loss" holds another expression.
        return None
    if unit == "Q" and not found.has("few") and ("-" in words or found.after in sense.fractions):
        # "three-quarters of the vote" is a fraction.
        return None
    a_day = (
        onward if unit == "TH" else words if found.tokens.language.means("unit", found.before) == "TH" else []
    )
    if len(a_day) == 2 and a_day[0] in sense.indefinite and found.classes["unit"].get(a_day[1]) == "D":
        # "24 hours a day": always.
        return None
    mod = _bound(found)
    halved = sense.amounts.get(words[-1]) == _HALF
    if not found.has("count") and not found.has("few") and not halved:
        if found.own[-1] not in found.classes["unit"] and found.own[0] in found.classes.get("units", {}):
            # "months-long"
            return Meaning("DURATION", length(None, unit), mod)
        if _rate(found):
            return Meaning("SET", length(1, unit))
        if unit in _NO_LENGTH and words[0] in sense.indefinite:
            return None
        return Meaning("DURATION", length(1, unit), mod)
    number = _number(found)
    if number is None and not found.has("few") and not halved:
        return None
    ordinals = found.classes.get("ordinal", {})
    if words[0] in ordinals or (
        found.has("count") and words[-1] in ordinals and "-" not in words and number != 1
    ):
        # "the second", not the 60th part of a minute.
        return None
    if halved and words[-2] in sense.indefinite:
        number = (number or 1) + _HALF
    if number is not None and sense.about_two & set(words):
        mod = mod or "APPROX"
    return Meaning("DURATION", length(number, unit), mod)


def _rate(found: Found) -> bool:
    """Say whether "a year" counts how often: after an amount ("$5 a year", "twice a week")."""
    if found.first == 0:
        return False
    return found.before in found.sense.rates or found.tokens.codes[found.first - 1] in "NYB%"


def _window(found: Found, context: Context) -> Meaning | None:
    words, sense, tense = found.own, found.sense, found.tokens.tense
    if words[0] in sense.lasts and found.before in tense.infinitive_marks | tense.ahead_modals:
        # "expected to last three weeks"
        return None
    number = _number(found)
    if number is None and not sense.told_vaguely & set(words):
        # "the last weeks": of no told number.
        told = words[0] in sense.definite and not _coming(found)
        return Meaning("DURATION", length(None, _unit(found))) if told else None
    if _unit(found) == "M" and number in (6, 9):
        context.months_told = True
    return Meaning(
        "DURATION",
        length(number, _unit(found)),
        _bound(found) or ("APPROX" if words[-1] in sense.or_so else None),
    )


def _coming(found: Found) -> bool:
    return found.tokens.language.any_means("shift", 1, found.own)


def _some_units(found: Found, context: Context) -> Meaning | None:
    return Meaning("DATE", "FUTURE_REF" if _coming(found) else "PAST_REF")


def _bare_units(found: Found, context: Context) -> Meaning | None:
    unit = _unit(found)
    if found.before not in found.sense.length_leads or unit in ("TS", "TM", "TH", "Q"):
        return None
    return Meaning("DURATION", length(None, unit))


def _ago(found: Found, context: Context) -> Meaning | None:
    sense, unit, last = found.sense, _unit(found), found.own[-1]
    number = _number(found) if found.has("count") or found.has("few") else 1.0
    back = bool(sense.turns_back & set(found.own))
    if found.after in sense.compares:
        return None
    if last in sense.told_from and _leans_on_noun(found):
        return None if last in sense.relates else _relative(found, context, number, unit, back=back)
    if number is None:
        return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF")
    return _relative(found, context, number, unit, back=back)


def _leans_on_noun(found: Found) -> bool:
    """Say whether "two days before" goes on to say before what."""
    return bool(found.code_after) and found.code_after not in '.,;:!?)"¶'


def _relative(
    found: Found, context: Context, number: float | None, unit: str, *, back: bool
) -> Meaning | None:
    mod = _bound(found)
    told = found.own[-1] in found.sense.told_from
    anchor = (context.then if told else None) or context.today
    if number is None:
        return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    if unit.startswith("T"):
        return Meaning("TIME", anchor.isoformat() if anchor else None, mod)
    if anchor is None:
        return Meaning("DATE", None, mod)
    step = -number if back else number
    if abs(step) > 9000:
        return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    if unit in _DAYS_A_UNIT:
        day = add_days(anchor, round(step * _DAYS_A_UNIT[unit]))
        if day is None:
            return None
        context.then = day
        return Meaning("DATE", day.isoformat() if unit == "D" else iso_week(day), mod)
    if unit not in _MONTHS_A_UNIT:
        return None
    months = round(step * _MONTHS_A_UNIT[unit])
    year, month = add_months(anchor.year, anchor.month, months)
    if not 1 <= year <= 9999:
        return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    if unit == "M":
        context.then = nearest(year, month, anchor.day) if told else context.then
        return Meaning("DATE", iso_month(year, month), mod)
    if unit == "Q":
        return Meaning(
            "DATE", "{:04d}-Q{}".format(*add_quarters(anchor.year, quarter_of(anchor), round(step))), mod
        )
    return Meaning("DATE", f"{year:04d}"[: {"E": 3, "C": 2}.get(unit, 4)], mod)


def _often(found: Found, context: Context) -> Meaning | None:
    return Meaning("SET", found.meaning("frequency"))


def _every(found: Found, context: Context) -> Meaning | None:
    weekday, month = found.number("weekday") or found.number("weekdays"), found.number("month")
    if weekday:
        return Meaning("SET", f"XXXX-WXX-{weekday}")
    if month:
        return Meaning("SET", f"XXXX-{month:02d}")
    if found.has("season"):
        return Meaning("SET", f"XXXX-{found.meaning('season')}")
    if found.has("part"):
        return Meaning("SET", f"XXXX-XX-XXT{found.meaning('part')}")
    if found.has("count"):
        return Meaning("SET", length(_quantity(found, "count"), _unit(found)))
    return Meaning("SET", length(2 if found.sense.every_other & set(found.own) else 1, _unit(found)))


READINGS = {
    "amount": _amount,
    "window": _window,
    "some_units": _some_units,
    "bare_units": _bare_units,
    "ago": _ago,
    "often": _often,
    "every": _every,
}
