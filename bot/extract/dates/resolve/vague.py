"""References to present, past and future that name no day."""

from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import Context, Meaning


def _present(found: Found, context: Context) -> Meaning | None:
    return Meaning("DATE", "PRESENT_REF")


def _past(found: Found, context: Context) -> Meaning | None:
    words = found.tokens.words[found.first : found.end]
    if words == ["the", "time"]:
        # "at the time"; elsewhere the time is no reference.
        if not found.first or found.tokens.words[found.first - 1] != "at":
            return None
        following = found.tokens.codes[found.end] if found.end < len(found.tokens.codes) else "."
        return Meaning("DATE", "PAST_REF") if following in ".,;" else None
    if words == ["the", "past"] and found.tokens.words[found.first - 1 : found.first] != ["in"]:
        return None
    return Meaning("DATE", "PAST_REF")


def _future(found: Found, context: Context) -> Meaning | None:
    beside = (
        found.tokens.words[found.end : found.end + 1]
        + found.tokens.words[max(0, found.first - 1) : found.first]
    )
    if {"as", "after"} & set(beside):
        # "as soon as", "soon after": a relation, not a date.
        return None
    words = found.tokens.words[found.first : found.end]
    onward = found.tokens.codes[found.end : found.end + 1]
    if onward and onward in "xX" and (words == ["future"] or words[-1] == "term"):
        # "future earnings" and "the long-term view" tell what kind, not when.
        return None
    return Meaning("DATE", "FUTURE_REF")


READINGS = {"present": _present, "past": _past, "future": _future}
