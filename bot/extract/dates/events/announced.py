"""Whether a text announces something for a date, or only names it."""

from datetime import date
from itertools import pairwise

from bot.extract.dates.clause import AHEAD, BACK, FIRMLY_AHEAD, is_past
from bot.extract.dates.events.clause import Clause, bounds
from bot.extract.dates.events.when import When
from bot.extract.dates.tokens import Tokens

# What makes a stretch with "the" point at one of the calendar: "the end of March", "the coming week".
_POINTERS = {"end", "coming", "next", "following", "of", "beginning", "start", "middle", "upcoming"}

# A date this near the head of a text, before a bracket or dash, is its dateline.
_DATELINE_TOKENS = 16


def announced(
    tokens: Tokens, clause: Clause, when: When, today: date | None, points: int, *, noun: bool, deadline: bool
) -> bool:
    """Say whether the text announces something for a date ahead, rather than only naming the date."""
    left, right = bounds(tokens, when.first, when.end)
    if _loose(tokens, when, points) or _hypothetical(tokens, clause, left):
        return False
    if not noun and (_only_named(tokens, clause, when) or _only_said(clause, when)):
        return False
    if not noun and (
        clause.cue is None or tokens.words[when.first - 1 : when.first] in (["after"], ["since"])
    ):
        # A day in a dateline or a heading; "after Tuesday" tells of what comes of it.
        return False
    if not noun and (_possessive(tokens, when) or tokens.cues.OUTCOMES & set(tokens.words[left:right])):
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
    cues = clause.tokens.cues
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
    if when.first < _DATELINE_TOKENS and tokens.codes[when.end : when.end + 1] in ("(", "-"):
        return True
    if words == ["the", "day"] or words[-1] in ("earlier", "before", "ago"):
        # "at the end of the day" is no day, "a day earlier" is past.
        return True
    if words[0] == "earlier" or words[:2] == ["in", "the"] or words[:3] == ["later", "in", "the"]:
        return True
    if (
        words[0] == "the"
        and len(words) == 2
        and (words[1] in tokens.language.classes["part"] or (words[1] == "weekend" and points < AHEAD))
    ):
        return True
    if words == ["the", "weekend"] and tokens.words[when.first - 1 : when.first] == ["over"]:
        return points < FIRMLY_AHEAD
    if points <= BACK and ("later" in words or ("day" in words and words[0] in ("the", "that"))):
        return True
    if (
        words[-1] in ("day", "eve", "easter", "christmas", "thanksgiving", "halloween")
        and words[0][0] not in "0123456789"
    ):
        return points < FIRMLY_AHEAD
    return words[0] == "the" and when.precision in ("week", "month") and not _POINTERS & set(words)


# "prior to Friday", "the leaders of tomorrow".
_NO_DATE_LEADS = (["close", "to"], ["prior", "to"], ["up", "to"], ["due", "to"])


def _only_named(tokens: Tokens, clause: Clause, when: When) -> bool:
    """Say whether a date belongs to a word of its own ("an October surprise") or to an "if" or a "not"."""
    words, first = tokens.words, when.first
    if words[max(0, first - 2) : first] in _NO_DATE_LEADS:
        return True
    if words[first - 1 : first] == ["of"] and words[first : when.end] in (["tomorrow"], ["today"]):
        return True
    if "between" in words[max(0, first - 4) : first]:
        return True
    onward = tokens.codes[when.end : when.end + 1]
    if onward and onward in "xX" and words[first - 1 : first] in (["a"], ["an"]):
        return True
    if clause.cue is None or clause.cue > first:
        return False
    if clause.first and words[clause.first - 1] in tokens.cues.IFS:
        return True
    group = set(words[clause.cue : (clause.verb or clause.cue) + 1])
    denied = group & {"not", "n't", "never"}
    return bool(denied and (group & {"is", "are", "going"} or "until" in words[clause.cue : first]))


def _only_said(clause: Clause, when: When) -> bool:
    """Say whether the verb before a date announces nothing: it tells of saying, of being, of what one can."""
    words, cues, cue = clause.tokens.words, clause.tokens.cues, clause.cue
    if cue is None:
        return False
    group = words[cue : (clause.verb or cue) + 1]
    if group[0] == "can":
        return True
    if cue > when.first:
        return False
    if len(group) > 1 and group[-1] in cues.DATE_LEADS:
        group.pop()
    if cues.OPINIONS & set(pairwise(words[cue - 1 : (clause.verb or cue) + 1])):
        return True
    if cues.CONDITIONALS & set(group) and cues.STATES & set(group):
        return True
    told = any(
        word in cues.ANNOUNCING or word.endswith("ing") or is_past(word, clause.tokens.tense)
        for word in group[1:]
    )
    if told or group[0] in cues.DEADLINE_LEADS:
        return False
    stative = group[0] in ("is", "are", "'s") and when.precision in ("week", "month")
    return (
        len(group) == 1 and group[0] in cues.REPORTING and group[0] not in ("hope", "expects", "plans")
    ) or (stative and not cues.EVENT_NOUNS & set(words[clause.first : cue]))


def _hypothetical(tokens: Tokens, clause: Clause, left: int) -> bool:
    """Say whether words only imagine: a quoted "would" ("we would be at it on Christmas Day"), "imagine"."""
    if clause.cue is None or clause.verb is None:
        return False
    quoted = left > 0 and tokens.codes[left - 1] == '"'
    if tokens.cues.IMAGINES & set(tokens.words[max(left, clause.first - 2) : clause.cue]):
        return True
    return quoted and "would" in tokens.words[clause.cue : clause.verb + 1]
