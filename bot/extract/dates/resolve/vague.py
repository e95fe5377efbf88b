"""References to present, past and future that name no day."""

from bot.extract.dates.clause import is_past
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import Context, Meaning


def _present(found: Found, context: Context) -> Meaning | None:
    return Meaning("DATE", "PRESENT_REF")


def _past(found: Found, context: Context) -> Meaning | None:
    text, sense = " ".join(found.own), found.sense
    if text in sense.vague_after and found.before not in sense.vague_after[text]:
        # "at the time"; elsewhere the time is no reference.
        return None
    if text in sense.vague_alone and (found.code_after or ".") not in ".,;":
        return None
    return Meaning("DATE", "PAST_REF")


def _future(found: Found, context: Context) -> Meaning | None:
    sense = found.sense
    if {found.before, found.after} & sense.vague_never_beside:
        # "as soon as", "soon after": a relation, not a date.
        return None
    if is_past(found.after, found.tokens.tense) or is_past(found.before, found.tokens.tense):
        # "was soon released", "soon became": told from then.
        return None
    kind = " ".join(found.own) in sense.vague_kinds or found.own[-1] in sense.vague_compounds
    if kind and found.code_after and found.code_after in "xX":
        # "future earnings" and "the long-term view" tell what kind, not when.
        return None
    return Meaning("DATE", "FUTURE_REF")


READINGS = {"present": _present, "past": _past, "future": _future}
