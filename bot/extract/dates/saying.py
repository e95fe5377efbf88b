"""When something was said."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.extract.dates.clause import is_past
from bot.extract.dates.english import ENGLISH
from bot.extract.dates.language import Language
from bot.extract.dates.timexes import local_day, tokens_of
from bot.extract.reading import Published, Span, Timex

# How far from its cue the day of a saying may stand, in characters.
_REACH = 120
_LONGEST = 60  # characters of a date
_DAY_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def when_said(
    text: str, cue: Span, published: Published, timexes: Sequence[Timex], *, language: Language = ENGLISH
) -> str | None:
    """Return when the words cued at `cue` were said, ISO at the precision told (`2022-02-20`, `2021-12`).

    That is the day, or the month or year now past, told in the cue's own clause where it is not after the
    publication day, else the publication day. None where neither is known.
    """
    today = local_day(published)
    nearest: tuple[int, Timex] | None = None
    opening = text[slice(*cue)].split(maxsplit=1)
    own = int(bool(opening) and opening[0].lower() in language.tense.verbless)
    first = bisect_left(timexes, cue[0] - _REACH - _LONGEST, key=lambda timex: timex.start)
    for timex in (timexes[n] for n in range(first, len(timexes))):
        if timex.start > cue[1] + _REACH:
            break
        if timex.type not in ("DATE", "TIME") or not timex.value:
            continue
        gap = (cue[1], timex.start) if timex.start >= cue[1] else (timex.end, cue[0])
        verbs = own if gap[1] == cue[0] else 0
        if not 0 <= gap[1] - gap[0] <= _REACH or not _one_clause(text[slice(*gap)], verbs, language):
            continue
        if nearest is None or gap[1] - gap[0] < nearest[0]:
            nearest = gap[1] - gap[0], timex
    appeared = today.isoformat() if today else None
    if nearest is None:
        return appeared
    value = (nearest[1].value or "")[:10]
    if not _DAY_MONTH_OR_YEAR.fullmatch(value):
        return appeared
    if appeared is None:
        return value
    is_day = len(value) == len(appeared)
    return value if value < appeared[: len(value)] or (is_day and value == appeared) else appeared


def _one_clause(gap: str, verbs: int, language: Language) -> bool:
    """Say whether nothing between a cue and a day parts them: no stop, no quotation mark, no further verb.

    `verbs` is how many of the cue's own stand in the gap.
    """
    tokens = tokens_of(gap, language)
    if any(mark in gap for mark in ';:?!"“”\n') or tokens.stops:
        return False
    tense = language.tense
    if any(word in tense.barriers or word in tense.ahead_modals for word in tokens.words):
        return False
    return sum(is_past(word, tense) for word in tokens.words) <= verbs
