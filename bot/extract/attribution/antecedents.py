"""What "who", "which" and "that" stand for: the noun phrases right before them."""

from dataclasses import dataclass

from bot.extract.attribution.entities import Entities
from bot.extract.attribution.grammar import (
    ATTACHING,
    DETERMINERS,
    TIMES,
    is_nominal,
)
from bot.extract.attribution.mentions import Mention
from bot.extract.attribution.named import BREAKS
from bot.extract.attribution.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    UNNAMED_NOUNS,
    is_person_noun,
)
from bot.extract.attribution.noun_phrases import NounPhrases
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.wordset import wordset

# "most of whom", "to which"
_BEFORE = ATTACHING | wordset("all many some both most several few none neither each one two three four five")
_PRONOUNS = wordset("who whom whose which that")
_CONJOINED = frozenset(("and", "but"))
_PEOPLE = GROUP_NOUNS | UNNAMED_NOUNS
_AGENTS = ("ers", "ors", "ists", "ees", "ants")  # listeners, visitors
DASHES = frozenset(("-", "–", "—", "--"))
_LONGEST_CHAIN = 4
_LONGEST_BRACKET = 30


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of tokens `first` to `last`; `name` where it ends with one."""

    first: int
    last: int
    name: Mention | None = None


class Antecedents:
    """Finds what the relative pronouns of one passage stand for."""

    def __init__(self, passage: Passage, entities: Entities, phrases: NounPhrases) -> None:
        self._p = passage
        self._phrases = phrases
        self._by_last = entities.by_last

    def of(self, first: int, pronoun: str) -> Phrase | None:
        """Return the antecedent of `pronoun`, whose phrase ("two of whom") begins at token `first`."""
        tokens = self._p.tokens
        floor = self._p.sentences[self._p.sentence_of[first]].first
        end = first
        while end > floor and (tokens[end - 1].text in BREAKS or tokens[end - 1].low in _BEFORE):
            end -= 1
        apart = end < first and tokens[end].text in BREAKS
        if end > floor and tokens[end - 1].low in _CONJOINED:
            return self._of_earlier(end - 1, floor)
        chain = self._chain(self._before_bracket(end, floor), floor)
        fitting = [phrase for phrase in chain if self._fits(phrase, pronoun)]
        if not fitting:
            return chain[0] if chain else None
        people = [phrase for phrase in fitting if pronoun in ("who", "whom") and self._is_people(phrase)]
        chosen = (people or fitting)[0]
        for above in chain[chain.index(chosen) + 1 :]:
            # an adviser to Ode, who: whoever is described, not the name in the description
            described = pronoun not in ("which", "that") and self._is_people(above)
            if described and (apart or tokens[chosen.last - 1].is_capital):
                chosen = above
        named = self.apposed(chosen, floor)
        if named is not None:
            return Phrase(named.first, named.last, named)
        return chosen if chosen.name is not None else Phrase(chosen.first, chain[0].last)

    def _of_earlier(self, before: int, floor: int) -> Phrase | None:
        """Return the antecedent that "and who" takes over from a pronoun of the sentence before it."""
        tokens = self._p.tokens
        for k in range(before - 1, floor, -1):
            if tokens[k].low in _PRONOUNS and tokens[k - 1].low not in _CONJOINED:
                return self.of(k, tokens[k].low)
        return None

    def _chain(self, end: int, floor: int) -> list[Phrase]:
        """Return the noun phrases that hang on each other before `end`, the nearest first."""
        tokens = self._p.tokens
        found: list[Phrase] = []
        while end > floor and len(found) < _LONGEST_CHAIN:
            name = self._by_last.get(end)
            first = name.first if name is not None else self._phrases.start(end, floor)
            if first == end:
                break
            found.append(Phrase(first, end, name))
            if name is not None:
                first = self._phrases.start(first, floor)
            if first - 1 <= floor or tokens[first - 1].low not in ATTACHING:
                break
            end = self._before_bracket(first - 1, floor)
            if not is_nominal(tokens[end - 1]) and tokens[end - 1].low not in DETERMINERS:
                break
        return found

    def _before_bracket(self, end: int, floor: int) -> int:
        """Step back over "(D-Ohio)"."""
        tokens = self._p.tokens
        if end - 1 > floor and tokens[end - 1].text == ")":
            return next(
                (k for k in range(end - 2, max(floor, end - _LONGEST_BRACKET), -1) if tokens[k].text == "("),
                end,
            )
        return end

    def _is_people(self, phrase: Phrase) -> bool:
        if phrase.name is not None:
            return phrase.name.entity.kind == "person"
        head = self._p.tokens[phrase.last - 1].low
        known = is_person_noun(head) or is_person_noun(head.removesuffix("s")) or head in _PEOPLE
        return known or head.endswith(_AGENTS)

    def _fits(self, phrase: Phrase, pronoun: str) -> bool:
        """Whether `pronoun` may stand for the phrase: "who" for people, "which" for anything else."""
        if phrase.name is None and self._p.tokens[phrase.last - 1].low in TIMES:
            return False
        if self._is_people(phrase):
            return pronoun != "which" or phrase.name is None
        if pronoun in ("who", "whom"):
            head = self._p.tokens[phrase.last - 1].low
            return phrase.name is None and head not in BODY_NOUNS | DOCUMENT_NOUNS
        return True

    def apposed(self, phrase: Phrase, floor: int) -> Mention | None:
        """Return the name that the phrase is in apposition to: Ode (D-Ohio), the senator who."""
        tokens = self._p.tokens
        if (
            phrase.name is not None
            or phrase.first - 2 < floor
            or tokens[phrase.first - 1].text not in BREAKS | DASHES
        ):
            return None
        if tokens[phrase.last - 1].low.endswith("s"):
            return None  # several
        end = k = self._before_bracket(phrase.first - 1, floor)
        while k > floor and tokens[k - 1].is_capital:
            k -= 1
        of_place = k < end and k - 1 > floor and tokens[k - 1].low in ATTACHING  # Ode of Odia, a senator
        name = self._by_last.get(end)
        if of_place and (name is None or name.entity.kind == "country"):
            name = self._by_last.get(k - 1)
        if name is None or (name.entity.kind == "person") != self._is_people(phrase):
            return None
        return name
