"""Cues: the words that attribute, looked up by the form they stand in."""

from dataclasses import dataclass
from functools import cache

from bot.extract.acts.forms import Form, forms_of
from bot.extract.attribution.verbs import VERBS
from bot.extract.reading import Act


@dataclass(frozen=True, slots=True)
class Verb:
    """One line of the lexicon: `frames` without, `particles` with their plus sign taken off."""

    lemma: str
    act: Act
    frames: frozenset[str]
    particles: frozenset[str]
    example: str

    def allows(self, *frames: str) -> bool:
        """Whether any of `frames` may follow."""
        return not self.frames.isdisjoint(frames)


@cache
def verbs() -> tuple[Verb, ...]:
    """Return the lexicon in order."""
    found: list[Verb] = []
    for act, table in VERBS.items():
        for line in table.strip().splitlines():
            lemma, frames, example = (part.strip() for part in line.split("|"))
            words = frames.split()
            found.append(
                Verb(
                    lemma,
                    act,
                    frozenset(w for w in words if not w.startswith("+")),
                    frozenset(w[1:] for w in words if w.startswith("+")),
                    example,
                )
            )
    return tuple(found)


@cache
def verb_forms() -> dict[str, tuple[tuple[Verb, Form], ...]]:
    """Return for every word form what it may be a form of."""
    found: dict[str, list[tuple[Verb, Form]]] = {}
    for verb in verbs():
        for word, form in forms_of(verb.lemma):
            found.setdefault(word, []).append((verb, form))
    return {word: tuple(entries) for word, entries in found.items()}
