"""Whether a text announces something for a date, or only names it."""

from datetime import date

from bot.extract.dates.clause import AHEAD, BACK, FIRMLY_AHEAD
from bot.extract.dates.english import cues
from bot.extract.dates.english.words import PARTS
from bot.extract.dates.events.clause import Clause, bounds
from bot.extract.dates.events.when import When
from bot.extract.dates.tokens import Tokens

# What makes a stretch with "the" point at one of the calendar: "the end of March", "the coming week".
_POINTERS = {"end", "coming", "next", "following", "of", "beginning", "start", "middle", "upcoming"}


def announced(
    tokens: Tokens, clause: Clause, when: When, today: date | None, points: int, *, noun: bool, deadline: bool
) -> bool:
    """Say whether the text announces something for a date ahead, rather than only naming the date."""
    left, right = bounds(tokens, when.first, when.end)
    if _loose(tokens, when, points) or _hypothetical(tokens, clause, left):
        return False
    if not noun and (_possessive(tokens, when) or cues.OUTCOMES & set(tokens.words[left:right])):
        return False
    if today is None:
        return noun or deadline or points >= AHEAD
    if when.opens <= today:
        if noun and points > BACK and _possessive(tokens, when):
            return when.date == today.isoformat() and (
                "today" not in tokens.words[when.first : when.end] or points > AHEAD
            )
        return points >= AHEAD and (
            when.precision in ("week", "month") or deadline or _still_ahead(clause, when)
        )
    words = set(tokens.words[when.first : when.end])
    vague = when.precision in ("week", "month") or "weekend" in words
    if vague and points <= BACK and not (noun and words & {"next", "coming", "upcoming", "later"}):
        return deadline
    return noun or deadline or points > BACK or when.precision in ("day", "instant")


def _still_ahead(clause: Clause, when: When) -> bool:
    """Say whether the clause announces for this very day, rather than tells what the day is like."""
    if clause.cue is None or clause.verb is None:
        return False
    group = set(clause.tokens.words[clause.cue : clause.verb + 1])
    following = clause.tokens.words[clause.verb : clause.verb + 2]
    if group & cues.SAME_DAY:
        return True
    return any(w.endswith("ing") for w in following) or bool(group & cues.STARTS)


def _possessive(tokens: Tokens, when: When) -> bool:
    return when.end < len(tokens.codes) and tokens.codes[when.end] == "s"


def _loose(tokens: Tokens, when: When, points: int) -> bool:
    """Say whether a date only places the telling: "in the morning", "for the rest of the month".

    A holiday's name is often a figure of speech ("on Election Day"); only "will" and its like make it a date.
    """
    words = tokens.words[when.first : when.end]
    if words[0] == "earlier" or words[:2] == ["in", "the"]:
        return True
    if (
        words[0] == "the"
        and len(words) == 2
        and (words[1] in PARTS or (words[1] == "weekend" and points < AHEAD))
    ):
        return True
    if points <= BACK and ("later" in words or ("day" in words and words[0] in ("the", "that"))):
        return True
    if (
        words[-1] in ("day", "eve", "easter", "christmas", "thanksgiving", "halloween")
        and words[0][0] not in "0123456789"
    ):
        return points < FIRMLY_AHEAD
    return words[0] == "the" and when.precision in ("week", "month") and not _POINTERS & set(words)


def _hypothetical(tokens: Tokens, clause: Clause, left: int) -> bool:
    """Say whether a quoted "would" only imagines: "At that rate we would be at it on Christmas Day"."""
    if clause.cue is None or clause.verb is None:
        return False
    quoted = left > 0 and tokens.codes[left - 1] == '"'
    return quoted and "would" in tokens.words[clause.cue : clause.verb + 1]
