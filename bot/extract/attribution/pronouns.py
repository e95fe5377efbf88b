"""Whom a pronoun or a role means: candidates mentioned shortly before, weighed by agreement and recency."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.extract.attribution.entities import Entities
from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.grammar import DETERMINERS
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import BODY_NOUNS, FEMALE_NOUNS, MALE_NOUNS, is_person_noun
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import Span, SpeakerKind

# nouns that say so little that they may mean anybody just spoken of
_ANYBODY = wordset(
    """
    man woman candidate nominee billionaire businessman businesswoman star veteran politician native
    mogul mother father magnate tycoon incumbent hopeful contender frontrunner leader
    """
)
# what somebody known by another noun may be besides
_ASIDE = wordset("mother father native veteran")
_ALIKE = (
    wordset("judge justice"),
    wordset("senator sen. lawmaker legislator democrat republican"),
    wordset(
        """
    congressman congresswoman representative rep. lawmaker legislator democrat republican
    """
    ),
    wordset("candidate nominee frontrunner front-runner contender hopeful"),
    wordset("businessman billionaire mogul developer tycoon magnate"),
    wordset("governor gov."),
    wordset("spokesman spokeswoman spokesperson"),
    wordset("adviser advisor aide"),
    wordset("general gen. commander"),
    wordset("executive ceo chief"),
    wordset("lawyer attorney counsel"),
    wordset("professor prof. scholar"),
)
_PUBLIC_BODIES = wordset(
    """
    committee senate house congress department court party council commission parliament ministry
    republicans democrats kremlin gop agency office bureau administration campaign states
    """
)


_FIRMS = wordset("company firm bank group agency carrier maker retailer organization organisation")

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


def alike(noun: str) -> frozenset[str]:
    """Return the nouns that may be used for the same person as `noun`."""
    return frozenset({noun}).union(*(group for group in _ALIKE if noun in group))


class Candidates:
    """Weighs who may be meant at a token of one passage."""

    def __init__(self, passage: Passage, entities: Entities, starts: Sequence[int]) -> None:
        self._p = passage
        self._mentions = entities.mentions
        self._mention_at = [m.first for m in entities.mentions]
        self._starts = starts
        self.turns: list[Turn] = []

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

    def person(self, at: int, gender: Gender | None, nouns: frozenset[str] = frozenset()) -> Speaker | None:
        """Return whom "he" or "she" at token `at` means; with `nouns`, nobody known by quite other ones.

        Who stands first in a sentence counts most, then who spoke last; all fades with distance.
        """
        p, here = self._p, self._p.sentence_of[at]
        scores: dict[str, float] = {}
        speakers: dict[str, Speaker] = {}

        def add(speaker: Speaker, score: float) -> None:
            if (
                speaker.name is not None
                and " & " not in speaker.name
                and (speaker.gender in (gender, None) or gender is None)
            ):
                scores[speaker.name] = scores.get(speaker.name, 0.0) + score
                speakers[speaker.name] = speaker

        seen: set[int] = set()
        for mention in self.before(at, 25):
            sentence = p.sentence_of[mention.first]
            back = here - sentence
            quoted = p.inside[mention.first] >= 0 and p.inside[mention.first] != p.inside[at]
            if mention.entity.kind != "person" or back > 5 or quoted:
                continue
            if nouns and mention.entity.roles and nouns.isdisjoint(mention.entity.roles):
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
            if turn.at >= p.tokens[at].start or nouns:
                continue
            # a spokeswoman without a name may be "she" too
            if turn.speaker.kind != "person" and (
                turn.speaker.kind != "unnamed" or turn.speaker.gender is None
            ):
                continue
            back = self._sentences_back(turn, at)
            if 0 <= back <= 4:
                add(turn.speaker, _SPOKE / (1 + _SPOKE_FADES * back))
        return speakers[max(scores, key=lambda name: scores[name])] if scores else None

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

    def role(self, first: int, head_end: int, *, definite: bool) -> Speaker | None:
        """Return whom the article calls by the noun that ends before `head_end`: "the mayor"."""
        tokens = self._p.tokens
        head = tokens[head_end - 1].low
        words = {t.low for t in tokens[first:head_end]}
        nouns = alike(head)
        gender: Gender | None = "she" if head in FEMALE_NOUNS else "he" if head in MALE_NOUNS else None
        best: tuple[float, Entity] | None = None
        for distance, mention in enumerate(reversed(self.before(first, 80))):
            entity = mention.entity
            if nouns.isdisjoint(entity.roles) or not (gender is None or entity.gender in (gender, None)):
                continue
            score = (3.0 if head in entity.roles else 0.0) + 2 * len(words & entity.roles) - 0.1 * distance
            if best is None or score > best[0]:
                best = (score, entity)
        if best is not None:
            return as_speaker(best[1])
        later = {
            id(m.entity): m.entity
            for m in self.within(first, first + 800)
            if not nouns.isdisjoint(m.entity.roles)
        }
        if len(later) == 1:
            return as_speaker(next(iter(later.values())))
        if not definite:
            # a federal appeals court, which is named only then
            later_body = self._sharing(self.within(first, first + 800), head, words, least=2)
            return as_speaker(later_body) if later_body is not None else None
        if is_person_noun(head):
            fits = head in _ANYBODY or "former" in words
            if fits:
                return self.person(first, gender, frozenset() if head in _ASIDE else nouns)
            return None
        return self._body(first, head, words) if head in BODY_NOUNS else None

    def _sharing(
        self, mentions: Iterable[Mention], head: str, words: set[str], least: int = 1
    ) -> Entity | None:
        """Return the first body whose name holds `head` and the most of `words`, `least` of them."""
        best: tuple[int, Entity] | None = None
        for mention in mentions:
            names = set(mention.entity.name.lower().split())
            if mention.entity.kind != "body" or head not in names:
                continue
            shared = len((words & names) - DETERMINERS)
            if shared >= least and (best is None or shared > best[0]):
                best = (shared, mention.entity)
        return best[1] if best is not None else None

    def _body(self, at: int, head: str, words: set[str]) -> Speaker | None:
        """Return the body whose name holds the noun, else for a firm the firm most written about."""
        named = self._sharing(reversed(self.before(at, 80)), head, words)
        if named is not None:
            return as_speaker(named)
        if head in _FIRMS:
            counts: dict[int, tuple[int, Entity]] = {}
            for mention in self.before(at, 40):
                if mention.entity.kind == "body" and _PUBLIC_BODIES.isdisjoint(
                    mention.entity.name.lower().split()
                ):
                    number = counts.get(id(mention.entity), (0, mention.entity))[0]
                    counts[id(mention.entity)] = (number + 1, mention.entity)
            if counts:
                return as_speaker(max(counts.values(), key=lambda c: c[0])[1])
        return None
