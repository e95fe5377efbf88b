"""The cues that name an act, in one file per act: the words of the cue, and an example of its use.

A line reads `call out | The senator [called out] the banks.`: in the example the cue stands in brackets, and
what is attributed follows it (or precedes it, where nothing follows). The first word of a verb stands in any
of its forms, that of a noun also in the plural. The others follow it in the cue or open the content; one with
a plus sign follows at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Literal

from bot.extract.acts.forms import forms_of
from bot.extract.acts.lexicon import (
    accept,
    accuse,
    ask,
    believe,
    confirm,
    demand,
    deny,
    expect,
    plan,
    praise,
    promise,
    propose,
    refuse,
    state,
    warn,
)
from bot.extract.reading import Act

Table = Literal["VERBS", "NAMING", "NOUNS", "WORDS"]

_MODULES: dict[Act, ModuleType] = {
    "state": state, "believe": believe, "expect": expect, "deny": deny, "confirm": confirm, "accept": accept,
    "refuse": refuse, "demand": demand, "propose": propose, "promise": promise, "plan": plan, "warn": warn,
    "accuse": accuse, "praise": praise, "ask": ask,
}  # fmt: skip
_TABLES: tuple[Table, ...] = ("VERBS", "NAMING", "NOUNS", "WORDS")

# words of the cue that may stand between two words of an entry
_GAP = 3
# these may also stand so far into the content: "asked | the jury to wait"
_CONNECTING = frozenset(
    ("to", "that", "whether", "if", "how", "why", "what", "who", "not", "down", "off", "out")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon."""

    act: Act
    table: Table
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Match:
    """An entry met in a cue: at which word it starts and ends."""

    start: int
    end: int
    entry: Entry


@cache
def entries() -> tuple[Entry, ...]:
    """Return the lexicon in order."""
    return tuple(
        Entry(act, table, tuple(words.split()), example.strip())
        for act, module in _MODULES.items()
        for table in _TABLES
        for words, example in (line.split("|") for line in getattr(module, table, "").strip().splitlines())
    )


def first_forms(entry: Entry) -> frozenset[str]:
    """Return the forms in which the first word of an entry is met."""
    word = entry.words[0]
    if entry.table in ("VERBS", "NAMING"):
        return frozenset(form for form, _ in forms_of(word))
    if entry.table == "NOUNS":
        return frozenset((word, word[:-1] + "ies" if word.endswith("y") else word + "s"))
    return frozenset((word,))


@cache
def _by_first_word() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        for word in sorted(first_forms(entry)):
            found.setdefault(word, []).append(entry)
    return {word: tuple(group) for word, group in found.items()}


def matches(cue: Sequence[str], content: Sequence[str]) -> Iterator[Match]:
    """Yield for each word of `cue` (in lower case) the longest entry that starts there.

    `content` holds the first words of what is attributed, up to its first punctuation mark.
    """
    for start, word in enumerate(cue):
        found: Match | None = None
        for entry in _by_first_word().get(word, ()):
            end = _end(entry, start, cue, content)
            if end is not None and (
                found is None or (len(entry.words), -end) > (len(found.entry.words), -found.end)
            ):
                found = Match(start, end, entry)
        if found is not None:
            yield found


def _end(entry: Entry, start: int, cue: Sequence[str], content: Sequence[str]) -> int | None:
    """Return the place of the last word of `entry`, None where one of its words is missing."""
    at = start
    for wanted in entry.words[1:]:
        into = _GAP if wanted in _CONNECTING else 1
        near = [*cue[at + 1 : at + 2 + _GAP], *content[max(0, at + 1 - len(cue)) : into]][: 1 + _GAP]
        if wanted.startswith("+"):
            wanted, near = wanted[1:], near[:1]
        place = next((n for n, word in enumerate(near) if word in (wanted, wanted + "s")), None)
        if place is None:
            return None
        at += 1 + place
    return at
