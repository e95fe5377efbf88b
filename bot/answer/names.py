"""Finding the speaker a question asks about among those on record."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.answer.places import places_spoken_for, standing_for

_TITLE_WORDS = """
the a an mr mrs ms dr sir lord lady president prime minister chancellor king queen pope senator sen
governor gov secretary general judge justice mayor rep congressman congresswoman chairman chairwoman ceo
vice deputy former
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_LONGEST = 6  # words of a name
_TYPED_LIKE = 80  # rapidfuzz ratio from which a mistyped name is the one meant
_TYPED = 5  # letters a name needs before it can be mistyped


@dataclass(frozen=True, slots=True)
class Named:
    """The speakers meant by the first `length` words, and what was skipped before the name."""

    speakers: tuple[int, ...]
    length: int


def forms(words: Sequence[str]) -> list[str]:
    """Return words of a question, and whatever the places among them may be called instead."""
    found = dict.fromkeys(words)
    for size in (1, 2, 3):
        for first in range(len(words) - size + 1):
            others = standing_for(tuple(words[first : first + size]))
            found |= dict.fromkeys(" ".join(other) for other in sorted(others))
    return list(found)


class Register:
    """The names on record, looked up by a question's words (folded).

    `names` are (speaker id, folded alias), `voices` (speaker id, the name of the body or country it
    speaks for, its own perhaps).
    """

    def __init__(self, names: Sequence[tuple[int, str]], voices: Sequence[tuple[int, str]] = ()) -> None:
        self._by_words: dict[tuple[str, ...], set[int]] = {}
        self._by_end: dict[tuple[str, ...], set[int]] = {}
        self._by_part: dict[tuple[str, ...], set[int]] = {}
        self._of: dict[int, set[tuple[str, ...]]] = {}
        self._by_place: dict[tuple[str, ...], set[int]] = {}
        for speaker_id, voice in voices:
            for place in places_spoken_for(voice):
                self._by_place.setdefault(place, set()).add(speaker_id)
        for speaker_id, alias in names:
            parts = tuple(alias.split())
            self._of.setdefault(speaker_id, set()).add(parts)
            self._by_words.setdefault(parts, set()).add(speaker_id)
            for first in range(len(parts)):
                self._by_end.setdefault(parts[first:], set()).add(speaker_id)
                for last in range(first + 1, len(parts) + 1):
                    self._by_part.setdefault(parts[first:last], set()).add(speaker_id)

    def at_start(self, words: Sequence[str]) -> Named | None:
        """Return whom the first words name: the longest name wins, titles before it are passed over."""
        skipped = 0
        for skipped in range(min(4, len(words))):
            found = self._longest(words[skipped:])
            if found is not None:
                return Named(found.speakers, skipped + found.length)
            if words[skipped] not in _TITLES:
                return None
        return None

    def within(self, words: Sequence[str]) -> tuple[int, ...]:
        """Return those on record by the last part of this name alone, and by no other one."""
        asked = tuple(words)
        ends = {asked[first:] for first in range(1, len(asked))}
        found = {
            speaker
            for end in ends
            for speaker in self._by_words.get(end, ())
            if all(alias in ends for alias in self._of.get(speaker, ()))
        }
        return tuple(sorted(found))

    def like(self, words: Sequence[str]) -> tuple[int, ...]:
        """Return whom the words name if they are mistyped."""
        typed = " ".join(words)
        if len(typed) < _TYPED:
            return ()
        known = [" ".join(name) for name in self._by_words if len(name) == len(words)]
        close = process.extractOne(typed, known, scorer=fuzz.ratio, score_cutoff=_TYPED_LIKE)
        return tuple(sorted(self._by_words[tuple(close[0].split())])) if close else ()

    def _longest(self, words: Sequence[str]) -> Named | None:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            name = tuple(words[:length])
            if length == 1 and name[0] in _TITLES:
                return None
            meant = set(self._by_end.get(name, ()))
            for other in standing_for(name):
                meant |= self._by_place.get(other, set())
            meant = meant or self._by_part.get(name, set())
            if meant:
                return Named(tuple(sorted(meant)), length)
        return None
