"""What the phrase that names an event keeps of the text's words, and what it leaves out."""

from collections.abc import Set
from dataclasses import dataclass

_NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words at which an event's phrase starts, is cut, or is left without."""

    leading: Set[str] = _NONE  # left out at the start
    trailing: Set[str] = _NONE  # left out at the end
    openers: Set[str] = _NONE  # words that open a clause within a subject: days before it is due
    pronouns: Set[str] = _NONE  # subjects that say nothing away from their text
    it: Set[str] = _NONE  # objects that stand for the one told before
    modals: Set[str] = _NONE  # left out with a pronoun: she will
    determiners: Set[str] = _NONE
    articles: Set[str] = (
        _NONE  # of these, the ones that open a noun phrase with a date in it: the Nov. 8 vote
    )
    after_object: Set[str] = _NONE
    plural_verbs: Set[str] = _NONE  # after these "to" goes as well: envoys are due to meet
    be: Set[str] = _NONE
    planned: Set[str] = _NONE  # left out where the date was the point: is set for Friday
    of: Set[str] = _NONE
    on: Set[str] = _NONE
    particles: Set[str] = _NONE  # of a verb, before a date's own preposition: sworn in on 1 June
    between: Set[str] = _NONE  # between a noun and its date: the summit planned for April
    noun_stops: Set[str] = _NONE  # a noun phrase ends before these
    gerund_endings: tuple[str, ...] = ()
    passives: Set[str] = _NONE
