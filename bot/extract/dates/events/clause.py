"""The clause around a date: its bounds, the words that announce, and its subject."""

from dataclasses import dataclass
from itertools import pairwise

from bot.extract.dates.clause import in_relative_clause, is_past, verb_points
from bot.extract.dates.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `end` of a clause; `cue` to `verb` announce (`cue` == `verb` where nothing does)."""

    tokens: Tokens
    first: int
    end: int
    cue: int | None
    verb: int | None

    @property
    def words(self) -> list[str]:
        """Return the clause's words."""
        return self.tokens.words[self.first : self.end]

    def pairs(self) -> set[tuple[str, str]]:
        """Return the neighbouring words."""
        words = self.words
        return set(pairwise(words))


def _hard_break(tokens: Tokens, place: int) -> bool:
    text, start, end = tokens.text, tokens.starts[place], tokens.ends[place]
    if tokens.codes[place] == "-":
        # A hyphen between spaces is a dash, but for one between numbers.
        spaced = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
        return text[start] in "—–" or (spaced and not text[end + 1 : end + 2].isdigit())
    return tokens.codes[place] in '";:¶'


def bounds(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    """Return the part of the sentence around tokens `first`:`end` that quotes, colons and the like bound."""
    start, stop = tokens.sentence(first)
    left, right = first, end
    while left > start and not _hard_break(tokens, left - 1):
        left -= 1
    while right < stop and not _hard_break(tokens, right):
        right += 1
    return left, right


def clause_around(tokens: Tokens, first: int, end: int) -> Clause:
    """Return the clause that the date at tokens `first`:`end` belongs to."""
    left, right = bounds(tokens, first, end)
    place = _announcing(tokens, left, first, end, right)
    if place is None:
        return Clause(tokens, left, right, None, None)
    cue = verb = place
    announcing = tokens.cues.announcing | tokens.tense.negations
    while cue > left and tokens.words[cue - 1] in announcing:
        cue -= 1
    if place < first:
        while verb < first and tokens.words[verb] in announcing:
            verb += 1
        if verb == first and tokens.words[place] not in tokens.cues.planned:
            verb = place
    else:
        while verb < right and tokens.words[verb] in tokens.cues.announcing:
            verb += 1
    return Clause(tokens, subject_start(tokens, left, cue), right, cue, verb)


def _announcing(tokens: Tokens, left: int, first: int, end: int, right: int) -> int | None:
    """Return the token of the verb that governs a date: the nearest before it, else the first after it."""
    for place in range(first - 1, left - 1, -1):
        if tokens.words[place] in tokens.cues.deadline_leads:
            continue
        if verb_points(tokens, place, left) is not None:
            return _outer(tokens, place, left)
    for place in range(end, right):
        if verb_points(tokens, place, left) is not None and not in_relative_clause(tokens, place, right):
            return place
    return None


def _outer(tokens: Tokens, place: int, left: int) -> int:
    """Return the verb an infinitive belongs to ("will work to win"), or `place` where none announces."""
    if (
        place - 2 < left
        or tokens.words[place - 1] not in tokens.tense.infinitive_marks
        or tokens.words[place - 2] in tokens.cues.announcing
    ):
        return place
    for back in range(place - 2, max(left, place - 14) - 1, -1):
        word = tokens.words[back]
        if (
            tokens.codes[back] == ","
            or word in tokens.cues.reporting
            or word in tokens.cues.tail_breaks
            or is_past(word, tokens.tense)
        ):
            return place
        if word in tokens.tense.firm and word not in tokens.tense.past_unless_ahead:
            return back
    return place


def subject_start(tokens: Tokens, left: int, cue: int) -> int:
    """Return where the subject of the verb group at `cue` starts.

    It follows the nearest comma, conjunction or verb of saying that leaves it a word; an insertion between
    commas ("Otter, a machine that swims, will") and a relative clause belong to it.
    """
    if cue > left and tokens.words[cue - 1] in tokens.wording.pronouns - tokens.cues.relatives:
        # "told reporters on Friday he may resign"
        return cue - 1
    place, floor, cues = cue, left, tokens.cues
    if place > left and tokens.codes[place - 1] == ",":
        # The insertion's other comma.
        place -= 1
        while place > left and tokens.codes[place - 1] != ",":
            place -= 1
        place = max(place - 1, left)
    start = place
    while start > floor:
        word = tokens.words[start - 1]
        if word in cues.reporting or word in cues.breaks:
            break
        if word in cues.that and start - 2 >= left and _tells(tokens, start - 2):
            break
        if tokens.codes[start - 1] == "," and start < place and not _listed(tokens, left, start - 1):
            break
        if word in cues.conjunctions and start < place and _verb_before(tokens, left, start - 1):
            break
        start -= 1
    return start if start < cue else left


def _tells(tokens: Tokens, place: int) -> bool:
    """Say whether "that" after this token opens what is told: "confirmed that", "said Monday that"."""
    nearby = tokens.words[max(0, place - 2) : place + 1]
    return any(word in tokens.cues.reporting or is_past(word, tokens.tense) for word in nearby)


def _verb_before(tokens: Tokens, left: int, place: int) -> bool:
    """Say whether the words before a conjunction are a clause of their own."""
    return any(
        verb_points(tokens, before, left) is not None for before in range(max(left, place - 15), place)
    )


def _listed(tokens: Tokens, left: int, comma: int) -> bool:
    """Say whether a comma stands in a list of names, "Poland, Hungary and Latvia", not between clauses."""
    return (
        comma > left
        and tokens.codes[comma - 1] == "X"
        and comma + 1 < len(tokens.codes)
        and tokens.codes[comma + 1] == "X"
        and bool(tokens.cues.list_conjunctions & set(tokens.words[comma + 1 : comma + 5]))
    )
