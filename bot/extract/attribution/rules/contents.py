"""Where what is attributed begins and ends: to the right of a cue, and to its left."""

from dataclasses import dataclass

from bot.extract.attribution.cues import Verb, verb_forms
from bot.extract.attribution.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTS,
    SUBJECTS,
    TIMES,
    WH,
    base_end,
    is_adverb,
    is_nominal,
    phrase_end,
    starts_name_or_determiner,
    starts_noun_phrase,
)
from bot.extract.attribution.passage import CLOSING_MARKS, Passage
from bot.extract.attribution.rules.adjuncts import STOPS, skip_adjuncts, without_day

_CONTRAST = frozenset(("but", "while", "although", "though", "whereas"))


@dataclass(frozen=True, slots=True)
class Right:
    """What follows a cue: tokens `first` to `last`; the cue itself runs up to `cue_last`."""

    frame: str
    first: int
    last: int
    cue_last: int


def sentence_end(p: Passage, first: int, limit: int) -> int:
    """Return `limit` less the full stop (outside quotation marks) that ends the sentence."""
    k = limit
    while k > first and p.tokens[k - 1].text in STOPS | {",", ";", ":"} and p.inside[k - 1] < 0:
        k -= 1
    return k


def _new_cue(p: Passage, k: int, limit: int, *, finite: bool) -> bool:
    """Whether a further cue begins at `k`: a participle, or with `finite` a past tense."""
    while k < limit and is_adverb(p.tokens[k]):
        k += 1
    if k >= limit:
        return False
    forms = {form for _, form in verb_forms().get(p.tokens[k].low, ())}
    if finite:
        return "past" in forms
    return "ing" in forms or (
        p.tokens[k].low == "according" and k + 1 < limit and p.tokens[k + 1].low == "to"
    )


def content_end(p: Passage, first: int, limit: int, *, past: bool) -> int:
    """Return the end of the content that begins at `first` of a sentence that ends at `limit`."""
    tokens = p.tokens
    k = first
    while k < limit:
        if p.inside[k] >= 0:
            k = p.quotation_last(k) + 1
            if k < limit and tokens[k - 2].text == "," and _new_cue(p, k, limit, finite=False):
                return k
            continue
        token = tokens[k]
        if k > first and k + 1 < limit:
            if token.text == ";":
                return k
            if token.text == ",":
                if _new_cue(p, k + 1, limit, finite=False) or tokens[k + 1].low in _CONTRAST:
                    return k
                if tokens[k + 1].low == "and" and _new_cue(p, k + 2, limit, finite=past):
                    return k
            elif (token.low in CONJUNCTIONS and past and _new_cue(p, k + 1, limit, finite=True)) or (
                token.low == "according" and tokens[k + 1].low == "to"
            ):
                return k
        k += 1
    return sentence_end(p, first, limit)


def _that_clause(p: Passage, k: int, limit: int) -> bool:
    if k >= limit or p.tokens[k].low not in WH or p.inside[k] >= 0:
        return False
    return k + 1 < limit


def _complement(p: Passage, k: int, limit: int, verb: Verb) -> str | None:
    """Name the frame of what begins right at `k`, None where the verb does not take it."""
    tokens = p.tokens
    if k >= limit:
        return None
    if p.opens_quotation(k):
        return "quote" if verb.allows("quote", "object", "clause") else None
    if tokens[k].text in (":", ",") and k + 1 < limit and p.opens_quotation(k + 1) and verb.allows("quote"):
        return "quote"
    if _that_clause(p, k, limit):
        wanted = verb.allows("that") or (tokens[k].low == "what" and verb.allows("object", "clause"))
        return "that" if wanted else None
    if tokens[k].low == "to" and k + 1 < limit and verb.allows("to") and is_nominal(tokens[k + 1]):
        return "to"
    if verb.allows("clause") and (
        starts_noun_phrase(tokens[k]) or tokens[k].low in ("there", "if", "in", "when")
    ):
        return "clause"
    if verb.allows("object") and (starts_noun_phrase(tokens[k]) or tokens[k].low in OBJECTS):
        return "object"
    return None


def right_of(p: Passage, k: int, limit: int, verb: Verb, *, past: bool) -> Right | None:
    """Return what follows the cue that ends before token `k`; None where `verb` takes no such thing."""
    tokens = p.tokens
    cue_last = k
    if verb.particles:
        j = k + 1 if k < limit and is_adverb(tokens[k]) and tokens[k].low not in verb.particles else k
        if j < limit and tokens[j].low in verb.particles:
            first = j + 1
            if first < limit and (
                starts_noun_phrase(tokens[first])
                or tokens[first].low == "further"
                or p.opens_quotation(first)
                or tokens[first].low in WH
                or tokens[first].low.endswith("ing")
            ):
                return _close(p, "object", first, limit, first, past=past)
    frame = _complement(p, k, limit, verb)
    if verb.allows("whom") and frame in ("object", "clause", None):
        j = _recipient_end(p, k, limit)
        if j > k:
            j = skip_adjuncts(p, j, limit)
            told = _complement(p, j, limit, verb)
            if told in ("that", "quote", "clause", "to") or (
                told is None and j < limit and tokens[j].low == "to"
            ):
                return _close(p, told or "to", j, limit, cue_last, past=past)
            if frame is None:
                return None
    if frame in ("that", "quote", "to"):
        return _close(p, frame, k, limit, cue_last, past=past)
    if frame in ("clause", "object"):
        if tokens[k].low in TIMES or tokens[k].low in ("in", "last", "this", "earlier"):
            j = skip_adjuncts(p, k, limit)
            later = _complement(p, j, limit, verb)
            if j > k and later in ("that", "quote", "clause"):
                return _close(p, later, j, limit, j, past=past)
            if j >= limit or tokens[j].text in (",", "."):
                return None
        return _close(p, frame, k, limit, cue_last, past=past)
    j = skip_adjuncts(p, k, limit)
    if j > k:
        later = _complement(p, j, limit, verb)
        if later in ("that", "quote", "clause") or (later == "object" and j == k + 1):
            return _close(p, later, j, limit, j, past=past)
    return None


def _recipient_end(p: Passage, k: int, limit: int) -> int:
    tokens = p.tokens
    if k >= limit or p.inside[k] >= 0:
        return k
    if tokens[k].low in OBJECTS:
        return k + 1
    j = phrase_end(tokens, k, limit)
    if j > k and j + 2 < limit and tokens[j].text == "," and starts_name_or_determiner(tokens[j + 1]):
        inner = phrase_end(tokens, j + 1, limit)
        if inner < limit and tokens[inner].text == ",":
            return inner + 1
    if j < limit and (
        tokens[j].low in WH or tokens[j].text in (",", ":") or p.inside[j] >= 0 or tokens[j].low == "to"
    ):
        return j
    # "told reporters he would": the recipient ends where a pronoun or determiner begins the clause
    for m in range(k + 1, j):
        if tokens[m].low in SUBJECTS or (
            tokens[m].low in DETERMINERS and tokens[m - 1].low not in ("of", "for")
        ):
            return m
    return j


def _close(p: Passage, frame: str, first: int, limit: int, cue_last: int, *, past: bool) -> Right | None:
    tokens = p.tokens
    if tokens[first].text in (":", ","):
        first += 1
    last = content_end(p, first, limit, past=past)
    if frame == "quote" and p.opens_quotation(first):
        # words after the closing mark belong to the content only where the sentence runs on
        close = p.quotation_last(first) + 1
        if tokens[close - 2].text in STOPS | {","} and tokens[close - 1].text in CLOSING_MARKS:
            last = close
    if frame == "object":
        last = _object_end(p, first, last)
        if past:
            last = without_day(p, first, last)
    return Right(frame, first, last, cue_last) if last > first else None


def _object_end(p: Passage, first: int, last: int) -> int:
    """End an object before a new clause of the same sentence: ", and the union said"."""
    tokens = p.tokens
    for k in range(first + 1, last - 2):
        if p.inside[k] < 0 and tokens[k].text == "," and tokens[k + 1].low in ("and", "but", "or", "which"):
            end = base_end(tokens, k + 2, last)
            if tokens[k + 2].low in SUBJECTS or (
                end < last and tokens[end].low in ("is", "was", "has", "will", "had")
            ):
                return k
        if p.inside[k] < 0 and tokens[k].text in ("—", "–", "―"):
            return k
    return last


def relative_end(p: Passage, k: int, limit: int) -> int:
    """Return where a relative clause after a comma ends whose verb ends before `k`: at the sentence's verb.

    "Ode, who proposed the plan, said …": the comma that a verb follows closes it.
    """
    tokens = p.tokens
    for j in range(k, limit - 1):
        if p.inside[j] >= 0 or tokens[j].text != ",":
            continue
        verb = j + 1
        while verb < limit - 1 and is_adverb(tokens[verb]):
            verb += 1
        low = tokens[verb].low
        finite = any(form in ("past", "third") for _, form in verb_forms().get(low, ()))
        if p.inside[verb] < 0 and (finite or low in AUXILIARIES or low.endswith("ed")):
            return j
    return limit


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before a cue: tokens `first` to `last`; `direct` where it ends with a quotation."""

    first: int
    last: int
    direct: bool


def left_of(p: Passage, k: int, floor: int) -> Left | None:
    """Return the content that ends right before token `k`: a subject, or an inverted verb."""
    tokens = p.tokens
    last = k
    if last - 1 > floor and tokens[last - 1].text in (",", "—", "–") and p.inside[last - 1] < 0:
        last -= 1
        comma = True
    else:
        comma = False
    if last - 1 >= floor and p.closes_quotation(last - 1):
        opening = p.quotation_first(last - 1)
        k = last - 2
        while k > opening and tokens[k].text in CLOSING_MARKS:
            k -= 1
        inner = tokens[k].text
        if not comma and inner not in (",", "?", "!", ".", "…", "—", "-", "–"):
            return None
        first = floor
        return Left(opening if opening <= floor + 1 else first, last, direct=True)
    if not comma or last - floor < 3:
        return None
    first = floor
    while first < last and tokens[first].low in ("but", "and", "so", "—", "–"):
        first += 1
    if last - first < 3 or tokens[first].low == "according":
        return None
    return Left(first, last, direct=False)
