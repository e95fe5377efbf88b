"""Capitalised words in a row: where a name may stand, and which titles come before it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.extract.attribution.given_names import GIVEN
from bot.extract.attribution.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    TIMES,
)
from bot.extract.attribution.names import (
    BODY_WORDS,
    HONORIFICS,
    PARTICLES,
    PARTISANS,
    SUFFIXES,
    TITLES,
    countries,
    is_person_noun,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.tokens import Token
from bot.extract.attribution.wordset import wordset

LONGEST = 14
_NEVER_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | SUBORDINATORS
    | SUBJECTS
    | MODALS
    | TIMES
    | wordset(
        """
    half besides plus maybe perhaps even only just also then thus instead nevertheless moreover
    yes no not there here however meanwhile is are was were be do did does has have had q a according given
    """
    )
) - {"may", "will", "march", "per"}
# Ode (D-Ohio); Ode-backed
_NO_NAME = re.compile(r"[RDI]-[A-Z]|.+-(?:[a-z]+ed|led|born|era|style|owned|leaning|based)$")
_ALSO_SURNAMES = frozenset(("day", "early", "noon", "spring", "summer", "winter"))
_PARTIES = PARTISANS | {"democratic"}
_ARABIC = re.compile(r"[aeu][a-z]-[A-Z]")  # Ode al-Ito
# Secretary of State Ode
HOLDERS = frozenset(("secretary", "secretaries", "minister", "chief", "department", "speaker"))
_WITHIN = frozenset(("of", "for", "and", "&", "the"))


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `name` are titles, `name` to `last` the name they belong to."""

    first: int
    name: int
    last: int


def is_capitalised(token: Token) -> bool:
    """Whether `token` may belong to a name."""
    return (
        token.is_capital
        and token.is_word
        and token.low not in _NEVER_NAMES
        and not _NO_NAME.match(token.text)
    )


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is written with capitals throughout, so that they tell nothing."""
    words = [t for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    small = [t for t in words if not t.is_capital]
    telling = [t for t in small if t.low not in _NEVER_NAMES]
    return len(words) >= 6 and len(small) < 0.3 * len(words) and len(telling) <= max(1, 0.1 * len(words))


def is_label(p: Passage, run: Run) -> bool:
    """Whether capitals make up a line of their own: ABSTRACT."""
    sentence = p.sentences[p.sentence_of[run.first]]
    words = [k for k in range(sentence.first, sentence.last) if p.tokens[k].is_word]
    return words[-1] < run.last and words[0] == run.first and p.words(run.first, run.last).isupper()


def _surnames(tokens: Sequence[Token]) -> set[str]:
    """Return the words for times that are surnames here: Rex Early."""
    return {
        after.text
        for before, after in pairwise(tokens)
        if after.low in _ALSO_SURNAMES and after.is_capital and before.is_capital and before.low in GIVEN
    }


def find_runs(p: Passage) -> list[Run]:
    """Return the runs of `p` in order; a line break or a quotation mark ends one."""
    tokens, found, i = p.tokens, [], 0
    surnames = _surnames(tokens)
    while i < len(tokens):
        if not (is_capitalised(tokens[i]) or tokens[i].text in surnames):
            i += 1
            continue
        first = i
        i += 1
        while i < len(tokens) and i - first < LONGEST and p.inside[i] == p.inside[first]:
            token = tokens[i]
            if "\n" in p.text[tokens[i - 1].end : token.start]:
                break
            named = is_capitalised(token) or token.text in surnames
            if not (named or token.low in SUFFIXES or _joins(tokens, first, i)):
                break
            i += 1
        found.append(Run(first, _name_start(tokens, first, i), i))
    return _without_openings(p, found)


def _without_openings(p: Passage, runs: Sequence[Run]) -> list[Run]:
    """Take off the first word of a sentence where the rest is named elsewhere: Besides Odia."""
    tokens, starts = p.tokens, {s.first for s in p.sentences}
    named = Counter(p.words(r.name, r.last) for r in runs)
    small = {t.text for t in tokens}
    found: list[Run] = []
    for run in runs:
        first = run.first
        if _strays(tokens, run) and named[p.words(first + 1, run.last)] >= named[p.words(first, run.last)]:
            run = Run(first + 1, first + 1, run.last)
        opening = first in starts or p.opens_quotation(first) or p.opens_quotation(first - 1)
        if opening and run.name == first < run.last - 1 and named[p.words(first, run.last)] == 1:
            rest = p.words(first + 1, run.last)
            low = tokens[first].low
            own = (low in GIVEN and low not in MODALS) or low in TITLES
            common = " " in rest or low in small or low in MODALS or low.endswith(("ed", "ing", "ly"))
            if not own and ((named[rest] and common) or (rest in countries() and not rest.isupper())):
                run = Run(first + 1, first + 1, run.last)
        found.append(run)
    return found


def _strays(tokens: Sequence[Token], run: Run) -> bool:
    """Whether a word stands before a full name that is no part of it: Draft Anna Lund."""
    first = run.name
    return (
        run.first == first < run.last - 2
        and tokens[first].low not in GIVEN
        and len(tokens[first].text) > 2
        and tokens[first + 1].low in GIVEN
    )


def _joins(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether a small word at `i` lies within a name: Bank of England, Ludwig van Beethoven."""
    low = tokens[i].low
    if _ARABIC.match(tokens[i].text):
        return True
    if low == "today":
        return tokens[i - 1].text == "USA" and tokens[i].is_capital
    if i + 1 >= len(tokens):
        return False
    if low == "'":  # Farmers' Union
        plural = tokens[i - 1].low.endswith("s") and tokens[i - 1].end == tokens[i].start
        return plural and tokens[i + 1].is_capital and tokens[i + 1].low in BODY_WORDS
    if low not in PARTICLES and low not in _WITHIN:
        return False
    if low in PARTICLES:
        return is_capitalised(tokens[i + 1])
    articled = tokens[i + 1].low in ("the", "a") and i + 2 < len(tokens)
    following = tokens[i + 2] if articled else tokens[i + 1]
    if low == "the" or (low == "a" and tokens[i - 1].low == "for"):
        return tokens[i - 1].low in ("of", "for") and is_capitalised(tokens[i + 1])
    if not is_capitalised(following):
        return False
    words = {t.low for t in tokens[first:i]}
    if low in ("and", "&"):
        of_many = bool(words & BODY_WORDS) or words == {"securities"}
        # for Media and Public Affairs
        after = tokens[i + 2] if i + 2 < len(tokens) else following
        closing = is_capitalised(after) and after.low in BODY_WORDS
        return of_many and (closing or following.low in BODY_WORDS | {"exchange", "prevention", "budget"})
    return bool(words & BODY_WORDS) and not words & (
        TITLES - {"general", "attorney", "chief", "representative"}
    )


def _name_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Step over the titles a run begins with, and over the office in "Secretary of State Ode"."""
    start = first
    of_office = first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in HOLDERS
    if of_office and last - first > 1 and tokens[first].low not in GIVEN:
        start = first + 1
    for k in range(first, last - 1):
        low = tokens[k].low
        several = low.removesuffix("s") in TITLES - HONORIFICS and tokens[last - 1].low not in BODY_WORDS
        titled = low in TITLES or several  # Democrats Ode and Ito
        titled |= "-" in low and is_person_noun(low)
        of_body = tokens[last - 1].low in BODY_WORDS and (k + 2 == last or tokens[k].low in _PARTIES)
        if titled and not of_body:
            start = k + 1
    return start
