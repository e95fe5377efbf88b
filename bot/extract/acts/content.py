"""The act that what is said shows, where the cue says no more than "said"."""

import re
from collections.abc import Iterable

from bot.extract.acts.cue import opposite
from bot.extract.acts.evaluation import evaluation
from bot.extract.acts.lexicon import matches
from bot.extract.acts.signs import (
    CLEAR,
    DANGER,
    DEMANDS,
    EARLY,
    LAST,
    LATE,
    LEAD,
    OWN,
    OWN_WILL,
    POSSIBLE,
    SELF,
    Sign,
)
from bot.extract.acts.words import words_of
from bot.extract.reading import Act

_MARKS = re.compile(r"[“”\"]|''")
_OPENING = ("“", '"', "'", "‘")
_OWN_CLAUSE = re.compile(LEAD + rf"(?P<who>{SELF})\b\s*(?P<clause>[^.,;:?!…—]*)")
# praise and fault are told early; characters
_JUDGED_BY = 300
# in so few characters one light word of praise counts
_SHORT = 70
_NEGATIONS = frozenset(("not", "n't", "never"))
_MERELY_POSSIBLE = frozenset(("may", "might", "could"))
_PASSED_OVER = """
am is are was were be been being m re s have has had ve d do does did will would ll wo can could ca may might
must also still now just not never n't all both very really so
"""
_AUXILIARIES = frozenset(_PASSED_OVER.split())
_OWN_ACTS = frozenset(("accept", "refuse", "praise", "plan", "promise", "expect", "deny"))


def shown_by(content: str) -> Act:
    """Return the act of `content`, in lower case with negations apart; the first sign found decides."""
    spoken = _MARKS.sub("", content).strip()
    judged = evaluation(spoken[:_JUDGED_BY])
    if judged > -6 and (act := _first(CLEAR, spoken)):  # a question full of fault is none
        return act
    if act := _first(EARLY, spoken) or _of_oneself(content, spoken) or _first(LATE, spoken):
        return act
    if judged >= 3 or (judged > 1 and len(spoken) < _SHORT):
        return "praise"
    if judged > -6 and DANGER.search(spoken) and POSSIBLE.search(spoken):
        return "warn"
    if act := _first(DEMANDS, spoken):
        return act
    if judged <= -2:
        return "accuse"
    return _first(LAST, spoken) or "state"


def named_in(content: str) -> Act:
    """Return the act of calling somebody what `content` says: "a hero", "a fool"; "a mistake" confirms."""
    spoken = _MARKS.sub("", content)
    if re.search(r"\ba\s+mistake\b", spoken):
        return "confirm"
    judged = evaluation(spoken[:_JUDGED_BY])
    return "praise" if judged > 0 else "accuse" if judged < 0 else "state"


def _first(signs: Iterable[Sign], spoken: str) -> Act | None:
    return next((sign.act for sign in signs if sign.shows(spoken)), None)


def _of_oneself(content: str, spoken: str) -> Act | None:
    """Return the act of a first clause about the speaker: "she supports the plan", "“I would never sign”".

    Between quotation marks "he" is somebody else.
    """
    own = _OWN_CLAUSE.match(spoken)
    if own is None or (own["who"] not in ("i", "we") and content.startswith(_OPENING)):
        return None
    clause = own["clause"]
    verb = _main_verb(clause)
    return (
        _first(OWN, clause)
        or (verb if verb in ("accept", "refuse") else None)
        or (None if own["who"] == "it" else _first(OWN_WILL, clause))
        or (verb if verb in _OWN_ACTS else None)
    )


def _main_verb(clause: str) -> Act | None:
    """Return the act of the main verb: "would not sign"; None where it is only possible ("might sign")."""
    words = words_of(clause)
    at = next((n for n, word in enumerate(words) if word not in _AUXILIARIES and not word.endswith("ly")), 0)
    if not _MERELY_POSSIBLE.isdisjoint(words[:at]):
        return None
    verb = next(matches(words[at : at + 3], ()), None)
    if verb is None or verb.start:
        return None
    return verb.entry.act if _NEGATIONS.isdisjoint(words[:at]) else opposite(verb.entry.act)
