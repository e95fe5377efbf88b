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
_MONTHS_A_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_VAGUE = {"few", "several", "some", "many"}


def _bound(found: Found) -> str | None:
    words = found.words("bound")
    if not words:
        return None
    said = found.meaning("approximate") or found.meaning("nearly")
    if said:
        return said
    text = " ".join(words)
    if text in ("at least", "no less than", "no fewer than", "not less than"):
        return "EQUAL_OR_MORE"
    if text in ("at most", "up to", "within", "no more than", "not more than"):
        return "EQUAL_OR_LESS"
    return "MORE_THAN" if "more" in words else "LESS_THAN"


def _number(found: Found) -> float | None:
    if found.has("few"):
        words = found.words("few")
        return None if _VAGUE & set(words) else quantity(words, found.classes["cardinal"])
    if found.has("count"):
        return quantity(found.words("count"), found.classes["cardinal"])
    return None


def _unit(found: Found) -> str:
    return found.meaning("unit") or found.meaning("units") or found.meaning("oneunit") or "D"


# "a second" and "a quarter" count things; "a day" in "five a day" a rate.
_NO_LENGTH = {"second", "quarter", "minute"}


def _amount(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    onward = found.tokens.words[found.end : found.end + 2]
    if "old" in onward or (onward[:1] == ["-"] and onward[1:] in (["earlier"], ["ago"])):
        # An age says nothing of when; "a year-earlier loss" holds another expression.
        return None
    if _unit(found) == "Q" and not found.has("few") and ("-" in words or onward[:1] == ["of"]):
        # "three-quarters of the vote" is a fraction.
        return None
    before = found.tokens.words[found.first - 1] if found.first else ""
    if (_unit(found) == "TH" and onward == ["a", "day"]) or (words == ["a", "day"] and before == "hours"):
        # "24 hours a day": always.
        return None
    mod = _bound(found)
    if not found.has("count") and not found.has("few") and words[-1] != "half":
        if _rate(found):
            return Meaning("SET", length(1, _unit(found)))
        if words[-1] in _NO_LENGTH and words[0] in ("a", "an"):
            return None if words[-1] != "minute" else Meaning("DURATION", "PT1M", mod)
        return Meaning("DURATION", length(1, _unit(found)), mod)
    number = _number(found)
    if number is None and not found.has("few") and words[-1] != "half":
        return None
    if words[0] == "second" or (
        found.has("count") and words[-1] == "second" and "-" not in words and number != 1
    ):
        return None
    if words[-2:] == ["a", "half"]:
        number = (number or 1) + 0.5
    if number is not None and "couple" in words:
        mod = mod or "APPROX"
    return Meaning("DURATION", length(number, _unit(found)), mod)


def _rate(found: Found) -> bool:
    """Say whether "a year" counts how often: after an amount ("$5 a year", "twice a week")."""
    if found.first == 0:
        return False
    before, code = found.tokens.words[found.first - 1], found.tokens.codes[found.first - 1]
    return (
        before in ("once", "twice", "times", "percent", "%", "million", "billion", "barrels")
        or code in "NYB%"
    )


def _window(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    number = _number(found)
    if number is None and not {"few", "several", "couple"} & set(words):
        # "the last weeks": of no told number.
        told = words[0] == "the" and "coming" not in words
        return Meaning("DURATION", length(None, _unit(found))) if told else None
    if _unit(found) == "M" and number in (6, 9):
        context.months_told = True
    return Meaning(
        "DURATION", length(number, _unit(found)), _bound(found) or ("APPROX" if words[-1] == "so" else None)
    )


def _some_units(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    return Meaning("DATE", "FUTURE_REF" if "coming" in words else "PAST_REF")


def _bare_units(found: Found, context: Context) -> Meaning | None:
    before = found.tokens.words[found.first - 1] if found.first else ""
    leads = {"for", "in", "of", "within", "after", "took", "take", "over", "lasted", "spent", "by"}
    unit = _unit(found)
    if before not in leads or unit in ("TS", "TM", "TH", "Q"):
        return None
    return Meaning("DURATION", length(None, unit))


def _ago(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    unit = _unit(found)
    if words[0] == "in" or words[-1] == "time":
        unit = {"day": "D", "week": "W", "month": "M"}[
            next(w for w in words if w.rstrip("s") in ("day", "week", "month")).rstrip("s")
        ]
    number = _number(found) if found.has("count") or found.has("few") else 1.0
    back = bool({"ago", "earlier", "before", "prior"} & set(words))
    if words[-1] in ("before", "after", "prior", "earlier", "later") and _leans_on_noun(found):
        return (
            None if words[-1] in ("before", "after") else _relative(found, context, number, unit, back=back)
        )
    if number is None:
        return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF")
    return _relative(found, context, number, unit, back=back)


def _leans_on_noun(found: Found) -> bool:
    """Say whether "two days before" goes on to say before what."""
    return found.end < len(found.tokens.codes) and found.tokens.codes[found.end] not in '.,;:!?)"¶'


def _relative(
    found: Found, context: Context, number: float | None, unit: str, *, back: bool
) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    mod = _bound(found)
    told = words[-1] in ("later", "after", "earlier", "before", "prior")
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
    words = found.tokens.words[found.first : found.end]
    number = (
        quantity(found.words("count"), found.classes["cardinal"])
        if found.has("count")
        else 2.0
        if "other" in words
        else 1.0
    )
    return Meaning("SET", length(number, _unit(found)))


READINGS = {
    "amount": _amount,
    "window": _window,
    "some_units": _some_units,
    "bare_units": _bare_units,
    "ago": _ago,
    "often": _often,
    "every": _every,
}
