"""Who or what an announcement is of, as the tokens that say so."""

from bot.extract.dates.clause import verb_points
from bot.extract.dates.events.clause import Clause, subject_start
from bot.extract.dates.tokens import Tokens

# The longest object that stands for a later "it", in tokens.
_LONGEST_OBJECT = 5


def subject(clause: Clause) -> tuple[list[int], bool]:
    """Return the tokens of the subject, and whether the verb stands better without its "will".

    A pronoun is left out: it says nothing away from its text. Two verbs share a subject: "Velmark raised it
    and would raise it again".
    """
    tokens, cue = clause.tokens, clause.cue
    if cue is None:
        return [], False
    first, end = clause.first, cue
    if end > first and tokens.words[end - 1] in tokens.cues.conjunctions:
        if (verb := _verb(tokens, first, end)) is not None:
            return list(range(subject_start(tokens, first, verb), verb)), False
        return list(range(first, end)), False
    if end - 1 > first and tokens.words[end - 1] in tokens.cues.relatives:
        end -= 1
    while first < end and (
        tokens.words[first] in tokens.wording.leading or not tokens.words[first][0].isalnum()
    ):
        first += 1
    opened = max(
        (p + 1 for p in range(first, end) if tokens.words[p] in tokens.wording.openers), default=first
    )
    if all(word in tokens.wording.pronouns for word in tokens.words[opened:end]):
        return (_antecedent(tokens, end - 1), False) if _relative(tokens, end - 1) else ([], True)
    return list(range(first, end)), False


def _relative(tokens: Tokens, place: int) -> bool:
    """Say whether the token is the "which" of "the council, which will meet"."""
    return place > 0 and tokens.words[place] in tokens.cues.relatives and tokens.codes[place - 1] == ","


def _antecedent(tokens: Tokens, place: int) -> list[int]:
    """Return the noun phrase that stands before the comma of a relative clause."""
    end = first = place - 1
    while first > 0 and end - first < _LONGEST_OBJECT and tokens.codes[first - 1] in "xXs":
        word = tokens.words[first - 1]
        led = word in tokens.cues.date_leads and word not in tokens.wording.of
        if led or word.endswith(tokens.wording.gerund_endings):
            break
        if verb_points(tokens, first - 1, 0) is not None:
            break
        first -= 1
        if word in tokens.wording.determiners and not tokens.wording.of & set(
            tokens.words[first - 1 : first]
        ):
            break
    return list(range(first, end))


def object_before(clause: Clause) -> list[int]:
    """Return the object of the verb that shares its subject with the clause's: "the matter"."""
    tokens, cue = clause.tokens, clause.cue
    if (
        cue is None
        or tokens.words[cue - 1 : cue] == []
        or tokens.words[cue - 1] not in tokens.cues.conjunctions
    ):
        return []
    verb = _verb(tokens, clause.first, cue)
    if verb is None:
        return []
    first = verb + 1
    while first < cue and tokens.words[first] not in tokens.wording.determiners:
        first += 1
    end = first + 1
    while end < cue and tokens.codes[end] in "xX" and tokens.words[end] not in tokens.wording.after_object:
        end += 1
    return list(range(first, end)) if 1 < end - first <= _LONGEST_OBJECT else []


def _verb(tokens: Tokens, first: int, end: int) -> int | None:
    """Return the first verb of the tokens."""
    return next((p for p in range(first + 1, end) if verb_points(tokens, p, first) is not None), None)
