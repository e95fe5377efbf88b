"""Whom a pronoun or a role means: candidates mentioned shortly before, weighed by agreement and recency."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.extract.attribution.entities import Entities
from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.passage import Passage
from bot.extract.reading import Span, SpeakerKind

# Weights of a person mentioned (1 for any mention), found on coreference chains of some 250 articles
_LEADING = 4.0  # the first of its sentence
_OWNS = 0.6  # as an owner: "Ode's offer"
_FADES = 1.0  # by each sentence back
_SPOKE = 2.5  # for each claim of the last six
_SPOKE_FADES = 1.5


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; `name` None where the text names nobody."""

    name: str | None
    kind: SpeakerKind
    gender: Gender | None = None


NOBODY = Speaker(None, "unnamed")
AUTHOR = Speaker(None, "author")


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier claim: the offset of its source, what it says, and who spoke."""

    at: int
    content: tuple[Span, ...]
    speaker: Speaker


def as_speaker(entity: Entity) -> Speaker:
    """Return the speaker an entity is."""
    return Speaker(entity.name, entity.kind, entity.gender)


class Candidates:
    """Weighs who may be meant at a token of one passage."""

    def __init__(self, passage: Passage, entities: Entities, starts: Sequence[int]) -> None:
        self._p = passage
        self._mentions = entities.mentions
        self._entities = {m.entity.name: m.entity for m in entities.mentions}
        self._mention_at = [m.first for m in entities.mentions]
        self._starts = starts
        self.turns: list[Turn] = []

    def _is_named(self, name: str | None, fits: Callable[[Entity], bool]) -> bool:
        entity = self._entities.get(name or "")
        return entity is not None and fits(entity)

    def before(self, at: int, most: int) -> list[Mention]:
        """Return the last mentions before token `at`, `most` of them, in order."""
        hi = bisect_left(self._mention_at, at)
        return self._mentions[max(0, hi - most) : hi]

    def within(self, first: int, last: int) -> list[Mention]:
        """Return the mentions that begin in tokens `first` to `last`."""
        return self._mentions[bisect_left(self._mention_at, first) : bisect_left(self._mention_at, last)]

    def _sentences_back(self, turn: Turn, at: int) -> int:
        k = min(bisect_left(self._starts, turn.at), len(self._starts) - 1)
        return self._p.sentence_of[at] - self._p.sentence_of[k]

    def person(
        self, at: int, gender: Gender | None, fits: Callable[[Entity], bool] | None = None
    ) -> Speaker | None:
        """Return whom "he" or "she" at token `at` means; with `fits`, somebody named of whom it holds."""
        weighed = self._weighed(at, gender, fits)
        return max(weighed.values(), key=lambda w: w[0])[1] if weighed else None

    def weights(self, at: int, gender: Gender | None) -> dict[str, float]:
        """Return how much each person named is in mind at token `at`."""
        return {name: weight for name, (weight, _) in self._weighed(at, gender, None).items()}

    def _weighed(
        self, at: int, gender: Gender | None, fits: Callable[[Entity], bool] | None
    ) -> dict[str, tuple[float, Speaker]]:
        """Who stands first in a sentence counts most, then who spoke last; all fades with distance."""
        p, here = self._p, self._p.sentence_of[at]
        found: dict[str, tuple[float, Speaker]] = {}

        def add(speaker: Speaker, score: float) -> None:
            if (
                speaker.name is not None
                and " & " not in speaker.name
                and (speaker.gender in (gender, None) or gender is None)
            ):
                found[speaker.name] = found.get(speaker.name, (0.0,))[0] + score, speaker

        seen: set[int] = set()
        for mention in self.before(at, 25):
            sentence = p.sentence_of[mention.first]
            back = here - sentence
            quoted = p.inside[mention.first] >= 0 and p.inside[mention.first] != p.inside[at]
            if mention.entity.kind != "person" or back > 5 or quoted:
                continue
            if fits is not None and not fits(mention.entity):
                continue
            leading = sentence not in seen
            owns = mention.last < len(p.tokens) and p.tokens[mention.last].low in ("'s", "'")
            if not owns:
                seen.add(sentence)  # of "Ode's rival, Ito," it is Ito who leads
            add(
                as_speaker(mention.entity),
                (_LEADING if leading else 1.0) * (_OWNS if owns else 1.0) / (1 + _FADES * back),
            )
        for turn in self.turns[-6:]:
            if turn.at >= p.tokens[at].start:
                continue
            if fits is not None and not self._is_named(turn.speaker.name, fits):
                continue
            # a spokeswoman without a name may be "she" too
            if turn.speaker.kind != "person" and (
                turn.speaker.kind != "unnamed" or turn.speaker.gender is None
            ):
                continue
            back = self._sentences_back(turn, at)
            if 0 <= back <= 4:
                add(turn.speaker, _SPOKE / (1 + _SPOKE_FADES * back))
        return found

    def plural(self, at: int) -> Speaker | None:
        """Return whom "they" at token `at` means: who spoke last as several, else the last body."""
        offset = self._p.tokens[at].start
        for turn in reversed(self.turns[-6:]):
            name = turn.speaker.name
            if (
                turn.at < offset
                and name
                and (turn.speaker.kind in ("group", "unnamed", "body") or " & " in name)
            ):
                return turn.speaker
        first = self._p.sentences[max(0, self._p.sentence_of[at] - 1)].first
        for mention in reversed(self.before(at, 6)):
            if mention.first >= first and mention.entity.kind == "body":
                return as_speaker(mention.entity)
        return None

    def pair(self) -> Speaker | None:
        """Return the last two or more who spoke together: "the senators", "the two men"."""
        return next(
            (t.speaker for t in reversed(self.turns[-12:]) if t.speaker.name and " & " in t.speaker.name),
            None,
        )

    def last_two(self, at: int, gender: Gender | None) -> Speaker | None:
        """Return the two persons named last before token `at`: "the two men" who have not spoken together."""
        names: list[str] = []
        for mention in reversed(self.before(at, 20)):
            entity = mention.entity
            if entity.kind == "person" and (gender is None or entity.gender in (gender, None)):
                if entity.name not in names:
                    names.append(entity.name)
                if len(names) == 2:
                    return Speaker(" & ".join(reversed(names)), "person")
        return None

    def thing(self, at: int) -> Speaker | None:
        """Return the body or country that "it" at token `at` means."""
        p, here = self._p, self._p.sentence_of[at]
        best: tuple[float, Entity] | None = None
        seen: set[int] = set()
        for mention in self.before(at, 12):
            if mention.entity.kind not in ("body", "country"):
                continue
            sentence = p.sentence_of[mention.first]
            score = (2.0 if sentence not in seen else 1.0) / (1 + here - sentence)
            if mention.first and p.tokens[mention.first - 1].low in ("in", "at", "near", "from"):
                score *= 0.4  # a place, not a party
            seen.add(sentence)
            if best is None or score >= best[0]:
                best = (score, mention.entity)
        for turn in self.turns[-1:]:
            back = self._sentences_back(turn, at)
            if (
                turn.speaker.kind == "body"
                and turn.speaker.name
                and back == 1
                and (best is None or best[0] < 1)
            ):
                return turn.speaker
        if best is not None:
            return as_speaker(best[1])
        for turn in reversed(self.turns[-4:]):
            if turn.speaker.kind in ("body", "document", "country") and turn.speaker.name:
                return turn.speaker
        return None
