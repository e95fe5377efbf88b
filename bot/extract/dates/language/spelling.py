"""How the tokens of a language are spelt."""

from collections.abc import Set
from dataclasses import dataclass

_NONE: Set[str] = frozenset()
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """Regular expressions that tell tokens, and words whose spelling decides what they are.

    The expressions may hold no group. `capitalised` and `upper` words are temporal only when written so.
    """

    ordinal: str = _NEVER  # the ending of "24th"
    decade: str = _NEVER  # the ending of "1990s"
    possessive: str = _NEVER  # the token after "Monday" in "Monday's"
    clock_half: str = _NEVER  # what makes "7.30" before it a clock time: "p.m."
    negative: str = _NEVER  # what belongs to the word before it: "won't" is one token
    clitic: str = _NEVER  # what is a token of its own though written together: "they'll"
    capitalised: Set[str] = _NONE
    upper: Set[str] = _NONE
    abbreviations: Set[str] = _NONE  # after these a stop ends no sentence
    one_letter_words: Set[str] = _NONE  # other letters with a stop are initials
    sentence_openers: Set[str] = _NONE  # after "p.m." these, so written, open a sentence
