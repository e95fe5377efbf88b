"""What a text tells as done on a day just past: it may be what an earlier text announced for that day."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.extract.dates.clause import BACK, direction, is_past
from bot.extract.dates.events.clause import Clause, clause_around
from bot.extract.dates.events.phrase import phrase
from bot.extract.dates.events.status import calls_off, moves
from bot.extract.dates.events.what import dated_noun, what_is_due
from bot.extract.dates.events.when import When, dates_told
from bot.extract.dates.tokens import Tokens
from bot.extract.reading import Past, Timex

# Reports look back no further than this on what was due.
_DAYS = 14


def find(tokens: Tokens, today: date | None, timexes: Sequence[Timex]) -> tuple[Past, ...]:
    """Return what is told as done on a day of the last two weeks, in order of mention."""
    return tuple(_read(tokens, today, dates_told(tokens, timexes))) if today is not None else ()


def _read(tokens: Tokens, today: date, told: Sequence[When]) -> Iterator[Past]:
    for when in told:
        if when.precision not in ("day", "instant") or not 0 <= (today - when.opens).days <= _DAYS:
            continue
        clause = clause_around(tokens, when.first, when.end)
        if direction(tokens, when.first, when.end) != BACK or calls_off(clause) or moves(clause):
            continue
        if what := _what(tokens, clause, when):
            yield Past(when.date, what, when.start, when.stop, done=_done(clause))


def _what(tokens: Tokens, clause: Clause, when: When) -> str:
    """Return what was done: the noun a date belongs to, else the clause; of words said the verb alone.

    "The court ruled on Monday" may be the ruling that was due; what it ruled is another matter.
    """
    noun = dated_noun(tokens, when, clause)
    if noun is not None:
        return what_is_due(tokens, clause, when, noun)
    if clause.verb is None:
        return ""
    verbs = [word for word in clause.words if is_past(word, tokens.tense)]
    governing = tokens.words[clause.verb]
    spoken = governing if governing in tokens.cues.speaks else None
    if spoken is None and not verbs:
        return ""
    return spoken or phrase(clause, when)


def _done(clause: Clause) -> bool:
    cues, tense = clause.tokens.cues, clause.tokens.tense
    return not (cues.failed | tense.negations) & set(clause.words)
