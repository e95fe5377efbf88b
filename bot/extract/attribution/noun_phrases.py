"""The noun phrases of a passage that name nobody: people, bodies and documents, by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.extract.attribution.cues import verb_forms
from bot.extract.attribution.entities import Entities
from bot.extract.attribution.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    TIMES,
    base_end,
    is_adverb,
    is_nominal,
)
from bot.extract.attribution.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PARTISANS,
    UNNAMED_NOUNS,
    is_person_noun,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.wordset import wordset

Sort = Literal["one", "several", "thing", "things"]
# common verbs in the simple past that the lexicon of cues lacks
_PAST = wordset(
    """
    met left gave took made saw went came got kept lost won held led ran sent spent put hit paid sold built
    bought brought fought taught caught began became grew drew threw flew wore broke chose rode rose drove
    ate fell hid stood sat lay hung shook stole struck swung tore woke
    """
)
_HANGING = frozenset(("of", "for", "at", "from", "in", "with"))
_SINGULAR = ("ss", "us", "is", "ics", "news", "'s")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `first` to `last`; `leads` where nothing stands before it in its sentence."""

    first: int
    last: int
    sort: Sort
    leads: bool


def sort_of(word: str) -> Sort | None:
    """Return what a noun in lower case may stand for, None where it is in no list."""
    several = word in GROUP_NOUNS or (
        word.endswith("s")
        and (is_person_noun(word[:-1]) or word in UNNAMED_NOUNS | PARTISANS)
        and not is_person_noun(word)
    )
    if word in ("left", "right"):
        return None  # verbs and sides more often than parties
    if several or word in ("men", "women", "people", "police"):
        return "several"
    if is_person_noun(word):
        return "one"
    return "thing" if word in BODY_NOUNS | DOCUMENT_NOUNS else None


class NounPhrases:
    """Finds where the noun phrases of one passage begin and what they are about."""

    def __init__(self, passage: Passage, entities: Entities) -> None:
        self._p = passage
        self._by_last = entities.by_last
        self._found: dict[int, list[NounPhrase]] = {}

    @cached_property
    def _named(self) -> set[int]:
        return {k for m in self._by_last.values() for k in range(m.first, m.last)}

    def of_sentence(self, number: int) -> list[NounPhrase]:
        """Return the phrases of a sentence in order."""
        if number not in self._found:
            self._found[number] = self._read(number)
        return self._found[number]

    def _read(self, number: int) -> list[NounPhrase]:
        tokens, sentence = self._p.tokens, self._p.sentences[number]
        found: list[NounPhrase] = []
        opening = self._opening(sentence.first, sentence.last)
        subject = base_end(tokens, opening, sentence.last)
        for k in range(sentence.first, sentence.last):
            sort = sort_of(tokens[k].low) if k not in self._named else None
            if sort is None and k + 1 == subject and self._is_plural(k):
                sort = "things"
            follows = tokens[k + 1] if k + 1 < sentence.last else None
            compound = follows is not None and (
                follows.low in ("'s", "'") or k + 1 in self._named or sort_of(follows.low) is not None
            )
            if sort is not None and not compound:
                first, last = self.start(k + 1, sentence.first), self._end(k + 1, sentence.last)
                found.append(NounPhrase(first, last, sort, first <= opening))
        return found

    def _opening(self, first: int, last: int) -> int:
        """Return where the phrase begins that leads a sentence, over what stands before its comma."""
        tokens, k = self._p.tokens, first
        while k < last and (not tokens[k].is_word or tokens[k].low in CONJUNCTIONS or is_adverb(tokens[k])):
            k += 1
        if k < last and tokens[k].low in PREPOSITIONS | SUBORDINATORS - {"that"}:
            comma = next((j for j in range(k, min(last, k + 25)) if tokens[j].text == ","), None)
            k = k + 1 if comma is None or tokens[k].low in SUBORDINATORS else comma + 1
        return min(k, last - 1)

    def _is_plural(self, k: int) -> bool:
        low = self._p.tokens[k].low
        if low in TIMES or low in verb_forms() or is_adverb(self._p.tokens[k]) or k in self._named:
            return False
        return low.endswith("s") and not low.endswith(_SINGULAR)

    def _end(self, head: int, limit: int) -> int:
        """Return the end of the "of …", "for …" that hang on the core that ends before `head`."""
        tokens, end = self._p.tokens, head
        while end < limit and tokens[end].low in _HANGING:
            k = end + 1
            while k < limit and (
                tokens[k].low in DETERMINERS
                or k in self._named
                or (is_nominal(tokens[k]) and tokens[k].low not in verb_forms())
            ):
                k += 1
                if tokens[k - 1].low.endswith("s") and k not in self._named:
                    break  # of all ages | sat
            if k == end + 1:
                break
            end = k
        return end

    def start(self, end: int, floor: int) -> int:
        """Return where the phrase that ends before `end` begins, `floor` at most; `end` if none."""
        tokens, k = self._p.tokens, end
        while k > floor:
            token = tokens[k - 1]
            if token.low in DETERMINERS and token.low != "that":
                while k > floor and tokens[k - 1].low in DETERMINERS:
                    k -= 1
                break
            owned = token.low in ("'s", "'") and k < end
            if not owned and (not is_nominal(token) or (token.low in TIMES and k < end)):
                break
            if k < end and self._is_verb(k - 1, floor):
                break
            k -= 1
        joined = k < end and k - 2 >= floor and tokens[k - 1].low in ("and", "or")
        if joined and is_nominal(tokens[k - 2]) and tokens[k].low not in DETERMINERS:
            return k if k - 1 in self._by_last else self.start(k - 1, floor)
        return k

    def _is_verb(self, k: int, floor: int) -> bool:
        """Whether the word at `k` is the verb of a subject right before it: the plan | angered voters."""
        tokens = self._p.tokens
        token = tokens[k]
        past = token.low.endswith("ed") or token.low in _PAST
        past |= any(form == "past" for _, form in verb_forms().get(token.low, ()))
        if not past or token.is_capital or k == floor:
            return False
        before = tokens[k - 1]
        return before.low in SUBJECTS | AUXILIARIES or (is_nominal(before) and before.low not in DETERMINERS)


def in_reach(phrases: NounPhrases, number: int, back: int) -> Sequence[tuple[int, NounPhrase]]:
    """Return how many sentences back from `number` each phrase stands, for the last `back` sentences."""
    return [
        (number - n, phrase)
        for n in range(max(0, number - back), number + 1)
        for phrase in phrases.of_sentence(n)
    ]
