"""Whom a pronoun means: those mentioned shortly before, weighed by agreement, place and recency."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from bot.extract.attribution.entities import Entities
from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.grammar import PREPOSITIONS, is_nominal
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import HONORIFICS, is_person_noun
from bot.extract.attribution.noun_phrases import NounPhrases, in_reach
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.speaker import Resolve, Speaker, Turn, Weighed, as_speaker
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import Span, SpeakerKind

# Weights of a person mentioned (1 for any mention), found on coreference chains of some 400 articles
_LEADING = 4.0  # the first of its sentence
_OWNS = 0.6  # as an owner: "Ode's offer"
_FADES = 1.0  # with the square of the sentences back
_SPOKE = 3.5  # for each claim of the last six
_SPOKE_FADES = 1.5
_SPOKE_LAST = 2.5  # of several or of a body, for the last claim alone

_SAID = 0.3  # in what is said itself
_REPORTED = 0.5  # in what somebody said before
_OBLIQUE = 0.5  # behind a preposition in the pronoun's own sentence: "pressed by Ode, he"
_NEW = (3.0, 0.8)  # a person without a name, leading a sentence or not
_TELLING = wordset("is was be been being as become became like for with")
REACH = 3  # sentences
_SEVERAL = {"several": (1.2, 3.0), "things": (0.4, 1.5)}  # within a sentence, leading it


class Candidates:
    """Weighs who may be meant at a token of one passage."""

    def __init__(self, passage: Passage, entities: Entities, phrases: NounPhrases, resolve: Resolve) -> None:
        self._p = passage
        self._phrases = phrases
        self._resolve = resolve
        self._mentions = entities.mentions
        self._entities = {m.entity.name: m.entity for m in entities.mentions}
        self._mention_at = [m.first for m in entities.mentions]
        self._starts = passage.starts
        self.turns: list[Turn] = []
        self.content: Sequence[Span] = ()
        """What is said in the claim whose speaker is looked for."""

    def _is_named(self, name: str | None, fits: Callable[[Entity], bool]) -> bool:
        entity = self._entities.get(name or "")
        return entity is not None and fits(entity)

    def roles(self, name: str) -> set[str]:
        """Return the roles of who is so named, none where the name is in no list."""
        entity = self._entities.get(name)
        return entity.roles if entity is not None else set()

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
        return self._weighed(at, gender, fits).best()

    def weights(self, at: int, gender: Gender | None) -> dict[str, float]:
        """Return how much each person named is in mind at token `at`."""
        return self._weighed(at, gender, None).weights()

    def _weighed(self, at: int, gender: Gender | None, fits: Callable[[Entity], bool] | None) -> Weighed:
        """Who stands first in a sentence counts most, then who spoke last; all fades with distance."""
        p, here, found = self._p, self._p.sentence_of[at], Weighed()

        def add(speaker: Speaker, weight: float) -> None:
            if " & " not in str(speaker.name) and (gender is None or speaker.gender in (gender, None)):
                found.add(speaker, weight)

        seen: set[int] = set()
        for mention in self.before(at, 25):
            sentence = p.sentence_of[mention.first]
            back, share = here - sentence, self._share(mention.first, at)
            if mention.entity.kind != "person" or back > 5 or not share:
                continue
            if back and self._is_reported(p.tokens[mention.first].start):
                share = min(share, _REPORTED)
            if fits is not None and not fits(mention.entity):
                continue
            leading = sentence not in seen
            owns = self._describes(mention.last)
            if not owns:
                seen.add(sentence)  # of "Ode's rival, Ito," it is Ito who leads
            if not back and leading and not owns and self._is_oblique(mention.first):
                leading = False  # pressed by Ode, he
                weight = _OBLIQUE
            else:
                weight = (_LEADING if leading else 1.0) * (_OWNS if owns else 1.0)
            add(as_speaker(mention.entity), share * weight / (1 + _FADES * back) ** 2)
        if fits is None and gender is not None and _NEW[0]:
            for back, phrase in in_reach(self._phrases, here, 1):
                share = self._share(phrase.first, at)
                new = phrase.sort == "one" and p.tokens[phrase.first].low in ("a", "an", "one", "another")
                if new and share and phrase.last <= at and not self._is_told(phrase.first):
                    weight = _NEW[0] if phrase.leads else _NEW[1]
                    add(self._resolve(phrase.first, phrase.last), share * weight / (1 + _FADES * back) ** 2)
        for turn, back in self._turns_before(at):
            if fits is not None and not self._is_named(turn.speaker.name, fits):
                continue
            # a spokeswoman without a name may be "she" too
            if turn.speaker.kind != "person" and not (turn.speaker.gender or turn.speaker.one):
                continue
            if back <= 4:
                add(turn.speaker, _SPOKE / (1 + _SPOKE_FADES * back) ** 2)
        return found

    def _is_oblique(self, k: int) -> bool:
        """Whether a preposition stands before the name at token `k`, with its titles: "by Mayor Ode"."""
        tokens = self._p.tokens
        while k and (is_person_noun(tokens[k - 1].low) or tokens[k - 1].low in HONORIFICS):
            k -= 1
        return k > 0 and tokens[k - 1].low in PREPOSITIONS

    def _is_told(self, k: int) -> bool:
        """Whether the phrase at token `k` describes somebody already named: Ode, a mayor; Ode is a mayor."""
        before = self._p.tokens[k - 1] if k else None
        return before is not None and (before.text in ",(—–-" or before.low in _TELLING)

    def _describes(self, k: int) -> bool:
        """Whether the name before token `k` only says whose somebody is: Ode's rival, Ode aide Ito."""
        tokens = self._p.tokens
        if k >= len(tokens):
            return False
        if tokens[k].low in ("'s", "'"):
            return True
        end = k
        while end < len(tokens) and end - k < 4 and not tokens[end].is_capital and is_nominal(tokens[end]):
            end += 1
        return end > k and is_person_noun(tokens[end - 1].low)

    def plural(self, at: int) -> Speaker | None:
        """Return whom "they" at token `at` means: several who lead a sentence or spoke last."""
        here, found = self._p.sentence_of[at], Weighed()
        for back, phrase in in_reach(self._phrases, here, REACH):
            weight = _SEVERAL.get(phrase.sort)
            share = self._share(phrase.first, at)
            if weight is not None and phrase.last <= at and share:
                found.add(self._resolve(phrase.first, phrase.last), share * weight[phrase.leads] / (1 + back))
        mentions = self.before(at, 20)
        for one, other in pairwise(mentions):
            back = here - self._p.sentence_of[one.first]
            joined = other.first - one.last == 1 and self._p.tokens[one.last].low == "and"
            share = self._share(one.first, at)
            if joined and back <= REACH and share:
                names = f"{one.entity.name} & {other.entity.name}"
                found.add(Speaker(names, one.entity.kind), share * 2.0 / (1 + back))
        for mention in mentions:
            back = here - self._p.sentence_of[mention.first]
            share = self._share(mention.first, at)
            if mention.entity.kind == "body" and back <= 1 and share:
                found.add(as_speaker(mention.entity), share * 0.8 / (1 + back))
        self._add_last_to_speak(found, at, ("group", "unnamed", "body"))
        return found.best()

    def _add_last_to_speak(self, found: Weighed, at: int, kinds: Collection[SpeakerKind]) -> None:
        """Add who spoke last before token `at` of those that may be meant."""
        for turn, back in reversed(list(self._turns_before(at))):
            speaker = turn.speaker
            if not speaker.name or speaker.one:
                continue
            if speaker.kind in kinds or ("group" in kinds and " & " in speaker.name):
                found.add(speaker, _SPOKE_LAST / (1 + 0.5 * back))
                return

    def last_body(self, at: int) -> Speaker | None:
        """Return the body that spoke last, in the sentences right before token `at`."""
        for turn, back in reversed(list(self._turns_before(at))):
            if turn.speaker.kind == "body" and back <= REACH:
                return turn.speaker
        return None

    def thing(self, at: int) -> Speaker | None:
        """Return the body, country or document that "it" at token `at` means."""
        p, here, found = self._p, self._p.sentence_of[at], Weighed()
        seen: set[int] = set()
        for mention in self.before(at, 12):
            sentence = p.sentence_of[mention.first]
            share = self._share(mention.first, at)
            if mention.entity.kind in ("body", "country") and share:
                place = mention.first and p.tokens[mention.first - 1].low in ("in", "at", "near", "from")
                weight = (2.0 if sentence not in seen else 1.0) * (0.4 if place else 1.0)
                found.add(as_speaker(mention.entity), share * weight / (1 + here - sentence))
            seen.add(sentence)
        for back, phrase in in_reach(self._phrases, here, REACH):
            share = self._share(phrase.first, at)
            if phrase.sort == "thing" and phrase.last <= at and share:
                weight = 3.0 if phrase.leads else 0.8
                found.add(self._resolve(phrase.first, phrase.last), share * weight / (1 + back))
        self._add_last_to_speak(found, at, ("body", "document", "country"))
        return found.best()

    def _share(self, k: int, at: int) -> float:
        """Return 0 where somebody else is quoted at `k`, less than 1 in what "he" says: Ode won, he said."""
        quotation, start = self._p.inside[k], self._p.tokens[k].start
        if quotation >= 0 and quotation != self._p.inside[at]:
            return 0.0
        said = any(first <= start < last <= self._p.tokens[at].start for first, last in self.content)
        return _SAID if said else 1.0

    def _is_reported(self, start: int) -> bool:
        """Whether the word at offset `start` is part of what an earlier claim says."""
        return any(first <= start < last for turn in self.turns[-6:] for first, last in turn.content)

    def _turns_before(self, at: int) -> Iterator[tuple[Turn, int]]:
        """Yield the last claims before token `at` and how many sentences back they stand."""
        for turn in self.turns[-6:]:
            back = self._sentences_back(turn, at)
            if turn.at < self._p.tokens[at].start and back >= 0:
                yield turn, back
