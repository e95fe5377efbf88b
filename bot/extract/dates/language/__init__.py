"""What a language must bring to be read: its tables, as one object that is passed along with a text's tokens.

A package beside `english` fills one; nothing else need know of it. A module here says what the words of one
table are for, and the module of that name in `english` lists them.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.extract.dates.language.cues import Cues
from bot.extract.dates.language.holidays import holiday_tokens
from bot.extract.dates.language.sense import Sense
from bot.extract.dates.language.spelling import Spelling
from bot.extract.dates.language.tense import Tense
from bot.extract.dates.language.wording import Wording

__all__ = ["Construction", "Cues", "Language", "Sense", "Spelling", "Tense", "Wording"]


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to write a temporal expression: how it reads, the pattern, and examples that are run as tests.

    An example is (text with the expression in brackets, publication day, type, value).
    """

    reading: str
    pattern: str
    examples: tuple[tuple[str, str, str, str | None], ...]


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of one language.

    `classes` and `parts` are what the patterns of `constructions` are written with; a class is a mapping from
    lower-case word to meaning. `holidays` gives the day of a year that each name stands for.
    """

    name: str
    classes: Mapping[str, Mapping[str, object]]
    parts: Mapping[str, str]
    constructions: Sequence[Construction]
    holidays: Mapping[str, Callable[[int], date]] = field(default_factory=dict)
    spelling: Spelling = field(default_factory=Spelling)
    sense: Sense = field(default_factory=Sense)
    tense: Tense = field(default_factory=Tense)
    cues: Cues = field(default_factory=Cues)
    wording: Wording = field(default_factory=Wording)

    def means(self, name: str, word: str) -> object:
        """Return what `word` means in a class, None where the class lacks it."""
        return self.classes.get(name, {}).get(word)

    def any_means(self, name: str, meaning: object, words: Sequence[str] | Set[str]) -> bool:
        """Say whether one of `words` has that meaning in a class."""
        members = self.classes.get(name, {})
        return any(members.get(word) == meaning for word in words)

    def names_holiday(self, words: Sequence[str]) -> bool:
        """Say whether the tokens are a holiday's name."""
        return self.holiday_of(words) is not None

    def holiday_of(self, words: Sequence[str]) -> Callable[[int], date] | None:
        """Return what gives the day of the holiday that the tokens name, None where they name none."""
        return self._holidays.get(tuple(word.replace("’", "'") for word in words if word != "."))

    @cached_property
    def _holidays(self) -> Mapping[tuple[str, ...], Callable[[int], date]]:
        return {
            tuple(word.rstrip(".") for word in holiday_tokens(name)): day
            for name, day in self.holidays.items()
        }
