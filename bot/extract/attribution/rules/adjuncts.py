"""When, where and to whom something was said: what stands by a cue and is no content."""

from bot.extract.attribution.grammar import (
    CLAUSE_MARKS,
    TIMES,
    WEEKDAYS,
    is_adverb,
    is_nominal,
    phrase_end,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.wordset import wordset

STOPS = frozenset((".", "!", "?"))
_ADJUNCT_PREPOSITIONS = wordset(
    """
    in on at during after before from via through to by earlier late last this next with following
    """
)


def skip_adjunct(p: Passage, k: int, limit: int) -> int:
    """Step over when, where and to whom something was said: "in a statement", "on Monday", "to reporters"."""
    tokens = p.tokens
    if k >= limit or p.inside[k] >= 0:
        return k
    low = tokens[k].low
    if low in WEEKDAYS or (low in ("last", "this", "earlier", "late", "next") and k + 1 < limit):
        j = k + 1
        while j < limit and tokens[j].low in TIMES:
            j += 1
        if low in WEEKDAYS or j > k + 1:
            return j
        return k
    if low in _ADJUNCT_PREPOSITIONS and k + 1 < limit and p.inside[k + 1] < 0:
        end = phrase_end(tokens, k + 1, limit)
        return end if end > k + 1 else k
    if is_adverb(tokens[k]) and low not in ("not", "n't", "never"):
        return k + 1
    return k


def skip_adjuncts(p: Passage, k: int, limit: int) -> int:
    """Step over up to four such phrases in a row."""
    for _ in range(4):
        j = skip_adjunct(p, k, limit)
        if j == k:
            break
        k = j
    return k


def only_adjunct(p: Passage, k: int, limit: int) -> bool:
    """Whether all that is left from `k` on says when or where."""
    end = skip_adjuncts(p, k, limit)
    return end > k and (end >= limit or p.tokens[end].text in STOPS)


def ends_clause(p: Passage, k: int, limit: int) -> bool:
    """Whether nothing more is said after the cue that ends before `k`, but for when and where."""
    k = skip_adjuncts(p, k, limit)
    return k >= limit or p.tokens[k].text in STOPS | CLAUSE_MARKS | {","} or p.opens_quotation(k)


def without_day(p: Passage, first: int, last: int) -> int:
    """Leave out the day that ends an object, which is that of the saying: "rejected the offer on Monday"."""
    tokens = p.tokens
    if last - 1 <= first or tokens[last - 1].low not in WEEKDAYS or p.inside[last - 1] >= 0:
        return last
    end = last - 2 if tokens[last - 2].low == "on" else last - 1
    return end if end > first and (tokens[end].low == "on" or is_nominal(tokens[end - 1])) else last


def without_inner_day(p: Passage, first: int, last: int) -> list[tuple[int, int]]:
    """Cut the day of the saying out of what follows it: "accused her | on Tuesday | of lying"."""
    tokens = p.tokens
    for k in range(first + 1, min(first + 8, last - 2)):
        if p.inside[k] >= 0 or tokens[k].text in CLAUSE_MARKS:
            break
        on = tokens[k].low == "on"
        if tokens[k + on].low in WEEKDAYS and tokens[k + on + 1].low in _AFTER_DAY:
            return [(first, k), (k + on + 1, last)]
    return [(first, last)]


_AFTER_DAY = frozenset(("of", "to", "for", "that", "as", "over"))
