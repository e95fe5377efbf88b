"""The day something was said."""

from collections.abc import Sequence
from datetime import date

from bot.extract.dates.clause import is_past
from bot.extract.dates.english.tense import AHEAD_MODALS
from bot.extract.dates.timexes import local_day, tokens_of
from bot.extract.reading import Published, Span, Timex

# How far from its cue the day of a saying may stand, in characters.
_REACH = 120
_BARRIERS = {
    "that",
    "who",
    "which",
    "after",
    "before",
    "since",
    "until",
    "when",
    "while",
    "because",
    "if",
    "by",
}


def day_said(text: str, cue: Span, published: Published, timexes: Sequence[Timex]) -> date | None:
    """Return the day the words cued at `cue` were said.

    That is the day told in the cue's own clause where it is not after the publication day, else that day.
    None where neither is known, and where the clause tells a coarser past time ("said in December").
    """
    today = local_day(published)
    nearest: tuple[int, Timex] | None = None
    for timex in timexes:
        if timex.type not in ("DATE", "TIME") or not timex.value:
            continue
        gap = (cue[1], timex.start) if timex.start >= cue[1] else (timex.end, cue[0])
        if not 0 <= gap[1] - gap[0] <= _REACH or not _one_clause(text[gap[0] : gap[1]]):
            continue
        if nearest is None or gap[1] - gap[0] < nearest[0]:
            nearest = gap[1] - gap[0], timex
    if nearest is None:
        return today
    value = nearest[1].value or ""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        coarse = value[:4].isdigit() and (today is None or value[:7] < today.isoformat()[:7])
        return None if coarse and len(value) == 7 and value[5:].isdigit() else today
    return day if today is None or day <= today else today


def _one_clause(gap: str) -> bool:
    """Say whether nothing between a cue and a day parts them: no stop, no quotation mark, no other verb."""
    if any(mark in gap for mark in '.;:?!"“”\n') and not _only_titles(gap):
        return False
    return not any(
        word in _BARRIERS or word in AHEAD_MODALS or is_past(word) for word in tokens_of(gap).words
    )


def _only_titles(gap: str) -> bool:
    return not any(mark in gap for mark in ';:?!"“”\n') and not tokens_of(gap).stops
