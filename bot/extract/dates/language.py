"""What a language must bring to be read: its tables, as one object that is passed along with a text's tokens.

A package beside `english` fills one; nothing else need know of it. The names below are told in the tables.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to write a temporal expression: how it reads, the pattern, and examples that are run as tests.

    An example is (text with the expression in brackets, publication day, type, value).
    """

    reading: str
    pattern: str
    examples: tuple[tuple[str, str, str, str | None], ...]


class Tense(Protocol):
    """Which way a verb points (a module of these tables is one)."""

    AHEAD_MODALS: set[str]
    FIRM: set[str]
    AHEAD_WORDS: set[str]
    AHEAD_PRESENTS: set[str]
    BACK_PRESENTS: set[str]
    IRREGULAR_PASTS: set[str]
    NOT_PAST: set[str]
    AHEAD_HEADS: set[str]
    AHEAD_PREPOSITIONS: set[str]
    BACK_PREPOSITIONS: set[str]
    NEAR_HEADS: set[str]
    NEVER_VERBS: set[str]
    BASE_SUBJECTS: set[str]
    GIVES_UNTIL: set[str]
    MOVED_TO: set[str]
    ADJECTIVE_ENDINGS: tuple[str, ...]
    TOLD_FIRST: set[str]
    BE: set[str]
    NOUN_LEADS: set[str]
    DATED_NOUNS: set[str]
    OFF: set[str]


class Cues(Protocol):
    """What announces an event, moves it, ends it (a module of these tables is one)."""

    EVENT_NOUNS: set[str]
    MOVE_PAIRS: set[tuple[str, str]]
    LONE_MOVES: set[str]
    DATED_MOVES: set[str]
    CALLS_OFF: set[str]
    DROPS: set[str]
    CALL_OFF_PAIRS: set[tuple[str, str]]
    BRINGS_FORWARD: set[tuple[str, str]]
    FORMER: set[str]
    PLANNED: set[str]
    CONDITIONALS: set[str]
    IFS: set[str]
    IMAGINES: set[str]
    DEADLINE_LEADS: set[str]
    DEADLINE_WORDS: set[str]
    LASTING: set[str]
    ENDING: set[str]
    OPEN_TILL: set[str]
    EXTENDS: set[str]
    RAN_OUT: set[str]
    TOOK_PLACE: set[tuple[str, str]]
    ANNOUNCING: set[str]
    OPINIONS: set[tuple[str, str]]
    STATES: set[str]
    REPORTING: set[str]
    TAIL_BREAKS: set[str]
    LEADING_WORDS: set[str]
    CONJUNCTIONS: set[str]
    OPENERS: set[str]
    RELATIVES: set[str]
    PRONOUNS: set[str]
    MODALS: set[str]
    DETERMINERS: set[str]
    AFTER_OBJECT: set[str]
    OUTCOMES: set[str]
    SAME_DAY: set[str]
    STARTS: set[str]
    DATE_LEADS: set[str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The tables of one language.

    `classes` and `parts` are what the patterns of `constructions` are written with. `capitalised` and `upper`
    words are temporal only when written so; after `abbreviations` a stop ends no sentence.
    """

    name: str
    classes: Mapping[str, Mapping[str, object]]
    parts: Mapping[str, str]
    constructions: Sequence[Construction]
    abbreviations: Set[str]
    capitalised: Set[str]
    upper: Set[str]
    tense: Tense
    cues: Cues
