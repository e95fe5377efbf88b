"""Whom "both", "the two", "both candidates", "the two countries" mean: two named or speaking together."""

from collections.abc import Callable
from itertools import pairwise

from bot.extract.attribution.descriptions import alike
from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.mentions import Entity
from bot.extract.attribution.names import PERSON_NOUNS, UNNAMED_NOUNS, sort_of_place
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import REACH, Candidates
from bot.extract.attribution.speaker import Speaker
from bot.extract.attribution.wordset import wordset

_COUPLES = wordset("couple pair duo")
_STATES = {"countries": "country", "nations": "country", "governments": "country", "states": "state"}
# two who are so called, not any two
_CALLED = wordset("candidate nominee contender senator governor rival leader president lawyer judge")
_GENDERS: dict[str, Gender] = {"men": "he", "women": "she"}
_TOGETHER = 12  # claims
_TURNS = 6
_FAR = 40  # mentions


class Pairs:
    """Finds the pairs of one passage."""

    def __init__(self, passage: Passage, candidates: Candidates) -> None:
        self._p = passage
        self._candidates = candidates

    def both(self, at: int) -> Speaker | None:
        """Return whom "both" and "each" at token `at` mean: the two named together last."""
        candidates = self._candidates
        here = self._p.sentence_of[at]
        beside = {
            m.entity.name
            for m in candidates.within(self._p.sentences[here].first, at)
            if m.entity.kind == "person"
        }
        if len(beside) > 1:
            return self._last_two(at)
        for one, other in reversed(list(pairwise(candidates.before(at, 20)))):
            joined = other.first - one.last == 1 and self._p.tokens[one.last].low in ("and", "&")
            if joined and here - self._p.sentence_of[one.first] <= REACH:
                return Speaker(f"{one.entity.name} & {other.entity.name}", one.entity.kind)
        return self._together() or self._last_two(at)

    def meant(self, first: int, head_end: int, head: str) -> Speaker | None:
        """Return whom a phrase headed by `head` means: "the two countries", "both men", "the friends"."""
        opening = [t.low for t in self._p.tokens[first:head_end]] or [""]
        two = opening[0] == "both" or opening[:2] == ["the", "two"] or head in _COUPLES
        if not two and not (opening[0] == "the" and head.endswith("s")):
            return None
        if two and (sort := _STATES.get(head)):
            return self._last_two(first, lambda e: e.kind == "country" and sort_of_place(e.name) == sort)
        one = head.removesuffix("s")
        people = one in PERSON_NOUNS or head in _GENDERS or head in _COUPLES
        if not (people or (two and len(opening) == 2)) or (not two and head in UNNAMED_NOUNS - {"friends"}):
            return None
        if one in _CALLED:
            called = two and self._last_two(first, lambda e: not alike(one).isdisjoint(e.roles))
            return called or self._together()
        pair = self._together()
        if pair is None and ((two and head not in _COUPLES) or head == "friends"):
            pair = self._in_turn()
        if pair is None and two and len(opening) <= 2 + (head in _GENDERS):
            pair = self._last_two(first, lambda e: e.kind == "person", _GENDERS.get(head))
        return pair

    def _together(self) -> Speaker | None:
        """Return the last two or more who spoke together: "the senators", "the two men"."""
        return next(
            (
                t.speaker
                for t in reversed(self._candidates.turns[-_TOGETHER:])
                if t.speaker.kind == "person" and " & " in str(t.speaker.name)
            ),
            None,
        )

    def _in_turn(self) -> Speaker | None:
        """Return the two persons who took turns in the last claims, where nobody else did."""
        turns = self._candidates.turns[-_TURNS:]
        spoke = {str(t.speaker.name) for t in turns if t.speaker.kind == "person"}
        return Speaker(" & ".join(sorted(spoke)), "person") if len(spoke) == 2 else None

    def _last_two(
        self,
        at: int,
        fits: Callable[[Entity], bool] = lambda e: e.kind == "person",
        gender: Gender | None = None,
    ) -> Speaker | None:
        """Return the two named last before token `at` of whom `fits` holds."""
        found: list[Entity] = []
        for mention in reversed(self._candidates.before(at, _FAR)):
            entity = mention.entity
            if fits(entity) and (gender is None or entity.gender in (gender, None)):
                if entity not in found:
                    found.append(entity)
                if len(found) == 2:
                    return Speaker(" & ".join(e.name for e in reversed(found)), found[0].kind)
        return None
