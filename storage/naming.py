"""How names are compared: folded, and a person's taken apart into given names, surname and generation."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from storage.variants import BEFORE_NAMES, ENDINGS, GENERATIONS, GIVEN, PARTICLES

_LONGEST = 6  # words of a person's name; what is longer is a description


def fold(name: str) -> str:
    """A name in lower case without accents, articles and punctuation: how names are compared."""
    marked = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in marked if not unicodedata.combining(c))
    joined = re.sub(r"['’.]", "", re.sub(r"['’]s$", "", letters))  # U.S. is us, O'Brien obrien
    words = re.findall(r"[^\W_]+", joined)
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        del words[0]
    return " ".join(words) or name.strip().casefold()


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded: its words before the surname, the surname, and "jr", "iii" or nothing.

    Single letters that follow each other are one word: "J. K." is "JK". `surnames` are what the bearer may be
    called by last name alone: "leyen" and "von der leyen", in the spelling they are compared in.
    """

    given: tuple[str, ...]
    surname: str
    surnames: frozenset[str]
    generation: str

    @classmethod
    def of(cls, name: str) -> "PersonName | None":
        """Take a name apart; None for what is none, by its length or its small letters."""
        if any(word.islower() and fold(word) not in PARTICLES for word in name.split()):
            return None
        words = [
            fold(word) for word in name.split()
        ]  # "Resnick-Day" is one, and nobody is called "Day" for it
        while len(words) > 1 and words[0] in BEFORE_NAMES:
            del words[0]
        generation = words.pop() if len(words) > 1 and words[-1] in GENERATIONS else ""
        if len(words) > _LONGEST:
            return None
        words[-1] = spelled(words[-1])
        first = len(words) - 1
        while first > 0 and words[first - 1] in PARTICLES:
            first -= 1
        surname = " ".join(words[first:])
        given = tuple(
            word
            for short, run in groupby(words[:first], key=lambda word: len(word) == 1)
            for word in (["".join(run)] if short else run)
        )
        return cls(given, surname, frozenset((words[-1], surname)), generation)

    @property
    def forms(self) -> tuple[str, ...]:
        """The first given name with the full forms it may be short for."""
        return (self.given[0], *GIVEN.get(self.given[0], ()))

    @property
    def lone(self) -> bool:
        """Whether it is a surname and nothing else."""
        return not self.given

    def agrees(self, other: "PersonName") -> bool:
        """Whether two full names may be one person's: see the rules in `storage.identity`."""
        if (self.surname, self.generation) != (other.surname, other.generation):
            return False
        if not set(self.forms) & set(other.forms):
            return False
        mine, theirs = self.given[1:], other.given[1:]
        return not mine or not theirs or (len(mine) == len(theirs) and all(map(_may_be, mine, theirs)))


def spelled(surname: str) -> str:
    """A folded surname with one spelling for the endings that are written in several."""
    for ending, usual in ENDINGS.items():
        if surname.endswith(ending) and len(surname) > len(ending) + 2:
            return surname.removesuffix(ending) + usual
    return surname


def _may_be(middle: str, other: str) -> bool:
    short, long = sorted((middle, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))
