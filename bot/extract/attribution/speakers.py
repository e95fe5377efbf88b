"""Who speaks: from a source's words to one name within the article.

Names go by their fullest form; roles and titles through what the article calls its people; pronouns by
agreement, the turn-taking of quotations, and recency. Bodies and countries have no article; spokespeople and
unnamed sources stay apart from those they speak for.
"""

from bisect import bisect_left
from collections.abc import Sequence

from bot.extract.attribution.antecedents import DASHES, Antecedents, Phrase
from bot.extract.attribution.descriptions import Descriptions
from bot.extract.attribution.documents import Documents
from bot.extract.attribution.entities import Entities
from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.grammar import ATTACHING, DETERMINERS, POSSESSIVES, TIMES
from bot.extract.attribution.named import Named
from bot.extract.attribution.names import (
    BODY_NOUNS,
    FEMALE_NOUNS,
    GROUP_NOUNS,
    MALE_NOUNS,
    OWNED_NOUNS,
    PARTISANS,
    is_person_noun,
)
from bot.extract.attribution.noun_phrases import NounPhrases
from bot.extract.attribution.pairs import Pairs
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import Candidates
from bot.extract.attribution.speaker import AUTHOR, NOBODY, Speaker, Turn, as_speaker
from bot.extract.attribution.wording import kind_of, worded, worded_end
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import Span, SpeakerKind

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
_PLURAL = wordset("they them their themselves")
_PAIR = wordset("both each neither")
_FIRST = wordset("i we me us my our myself ourselves")
_THING = frozenset(("it", "its", "itself"))
_RELATIVE = wordset("who which that whom whose")
_DEEPEST = 3


class Speakers:
    """Resolves the sources of one passage; call it in the order of the claims."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._entities = Entities(passage)
        self._starts = passage.starts
        phrases = self._phrases = NounPhrases(passage, self._entities)
        self._candidates = Candidates(passage, self._entities, phrases, self._mentioned)
        self._named = Named(passage, self._entities, self._candidates)
        self._documents = Documents(passage, self._entities.mentions, self._candidates, self._named)
        self._descriptions = Descriptions(passage, self._entities, self._candidates)
        self._pairs = Pairs(passage, self._candidates)
        self._antecedents = Antecedents(passage, self._entities, phrases)

    def resolve(self, source: Sequence[Span], content: Sequence[Span]) -> Speaker:
        """Return who speaks, given the spans of the source and of what is said."""
        speaker = NOBODY
        self._candidates.content = content
        if source:
            named = [self._one(span) for span in source]
            names = list(dict.fromkeys(s.name for s in named if s.name))
            speaker = next((s for s in named if s.name), named[0])
            if len(names) > 1:
                speaker = Speaker(" & ".join(names), speaker.kind)
        at = source[0][0] if source else content[0][0]
        self._candidates.turns.append(Turn(at, tuple(content), speaker))
        return speaker

    def _one(self, span: Span) -> Speaker:
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        if first > 0 and self._p.tokens[first - 1].end > span[0]:
            first -= 1
        return self._phrase(first, last, 0) if first < last else NOBODY

    def _phrase(self, first: int, last: int, depth: int) -> Speaker:
        """Resolve the noun phrase of tokens `first` to `last`."""
        tokens = self._p.tokens
        while last - 1 > first and tokens[first].low in _LEADING:
            first += 1  # by the mayor
        while last - 1 > first and not tokens[last - 1].is_word and tokens[last - 1].low not in ("'s", ")"):
            last -= 1
        if tokens[last - 1].low in ("'s", "'") and last - 1 > first:
            last -= 1
        low = tokens[first].low
        if last - first > 1 and low in ("who", "which"):
            last = first + 1  # who thought that they
        if last - first == 1 or (low in _RELATIVE - POSSESSIVES and last - first <= 2):
            pronoun = self._pronoun(first, low, depth)
            if pronoun is not None:
                return pronoun
        if tokens[last - 1].low in ("whom", "which") and last - first <= 4:
            return self._antecedent(first, tokens[last - 1].low, depth)
        if last - first > 3 and tokens[first + 1].low in _COUNTS and tokens[first + 2].low == "of":
            first += 3  # a number of farmers
        head_end = self._named.core_end(first, last)
        joined = self._named.joined(first, last)
        if joined is not None:
            return joined
        several = self._several(first, head_end, last, depth)
        if several is not None:
            return several
        mention = self._named.ending(head_end, first)
        if mention is not None:
            return as_speaker(mention.entity)
        apposed = self._named.apposed(head_end, last)
        if apposed is not None:
            return as_speaker(apposed.entity)
        closing = self._named.closing(head_end, last)
        if closing is not None:
            return as_speaker(closing.entity)
        examples = self._named.examples(head_end, last)
        if examples is not None:
            return examples
        return self._common(first, head_end, last, depth)

    def _several(self, first: int, head_end: int, last: int, depth: int) -> Speaker | None:
        """Resolve "Ode and her aides", "farmers and workers": each for itself."""
        k = self._named.parting(first, head_end)
        if k is None or depth >= _DEEPEST:
            return None
        first += self._p.tokens[first].low == "both"
        one, other = self._phrase(first, k, depth + 1), self._phrase(k + 1, last, depth + 1)
        if not one.name or not other.name or one.name == other.name:
            return None
        kind = one.kind if one.kind == other.kind else "group"
        return Speaker(f"{one.name} & {other.name}", kind)

    def _common(self, first: int, head_end: int, last: int, depth: int) -> Speaker:
        """Resolve a phrase headed by a common noun."""
        tokens = self._p.tokens
        head = tokens[head_end - 1].low
        owner = self._owner(first, head_end, depth)
        restated = self._restated(first, head, depth)
        if restated is not None:
            return restated
        if head in OWNED_NOUNS:
            if owner is not None and owner.name:
                return owner
            author = self._documents.author(first, head_end, last)
            return author or Speaker(worded(self._p, first, head_end, last), "document")
        own = head in ("campaign", "camp", "team") and tokens[head_end - 2].low in POSSESSIVES | {"'s", "'"}
        if (
            own
            and owner is not None
            and owner.name
            and owner.kind == "person"
            and _is_single(owner)
            and (head != "team" or self._entities.names_campaign(owner.name))
        ):
            return Speaker(self._entities.campaign_of(owner.name), "body")
        of_what = head_end < last and tokens[head_end].low == "of"
        if not of_what and (pair := self._pairs.meant(first, head_end, head)):
            return pair
        whole = worded_end(self._p, head_end, last)
        described = self._described(first, head_end, whole, owner, of_what=of_what)
        if described is not None:
            return described
        if tokens[first].low in POSSESSIVES and owner is not None and _is_single(owner):
            owned: SpeakerKind = (
                "body" if head in BODY_NOUNS else "group" if head in GROUP_NOUNS else "unnamed"
            )
            return Speaker(f"{owner.name}'s {self._p.words(first + 1, whole)}", owned)
        gender: Gender | None = "she" if head in FEMALE_NOUNS else "he" if head in MALE_NOUNS else None
        one = is_person_noun(head) and tokens[first].low in _ONE
        kind = kind_of(self._p, first, head_end, last)
        name = worded(self._p, first, head_end, head_end if kind == "person" else last)
        return Speaker(name, kind, gender, one)

    def _described(
        self, first: int, head_end: int, whole: int, owner: Speaker | None, *, of_what: bool
    ) -> Speaker | None:
        """Return whom the text names elsewhere, of a description of tokens `first` to `whole`."""
        tokens, sentence = self._p.tokens, self._p.sentence_of[first]
        head, opening = tokens[head_end - 1].low, tokens[first].low
        person = is_person_noun(head)
        if opening in POSSESSIVES and head in _KIN:
            kin = self._descriptions.resolve(first, head_end, head_end, definite=False)
            return kin if kin is not None and (owner is None or kin.name != owner.name) else None
        if person and opening in _ONE and first and tokens[first - 1].text in DASHES:
            named = self._antecedents.apposed(Phrase(first, head_end), self._p.sentences[sentence].first)
            if named is not None:
                return as_speaker(named.entity)
        if self._named_otherwise(first, head_end):
            return None
        new, definite = opening in ("a", "an"), opening in ("the", "this", "that")
        early = new and sentence < _LEDE
        bare = is_person_noun(opening) and opening not in PARTISANS
        known = person or (head in BODY_NOUNS and (definite or (early and not of_what)))
        if known and (definite or bare or early):
            return self._descriptions.resolve(first, head_end, whole, definite=definite)
        return self._descriptions.named_next(first, head, None, definite=False) if person and new else None

    def _restated(self, first: int, head: str, depth: int) -> Speaker | None:
        """Resolve a headline's "Court", "Hacker who …" as the next phrase with its noun."""
        p, number = self._p, self._p.sentence_of[first]
        opens = p.sentences[number].first == first and p.tokens[first].low not in DETERMINERS
        told = is_person_noun(head) or head in BODY_NOUNS | OWNED_NOUNS
        if number >= _HEADLINES or not opens or not told or depth >= _DEEPEST:
            return None
        for sentence in range(number + 1, min(number + 4, len(p.sentences))):
            for phrase in self._phrases.of_sentence(sentence):
                heads = (k for k in range(phrase.first, phrase.last) if p.tokens[k].low == head)
                if any(k + 1 == phrase.last or p.tokens[k + 1].low in ATTACHING for k in heads):
                    meant = self._phrase(phrase.first, phrase.last, depth + 1)
                    return meant if meant.kind in ("person", "body") else None
        return self._descriptions.main_body(first) if head in BODY_NOUNS else None

    def _named_otherwise(self, first: int, head_end: int) -> bool:
        """Whether a person's name within tells whose it is: "the Ode spokesman"."""
        tokens = self._p.tokens
        return any(m.entity.kind == "person" for m in self._candidates.within(first, head_end)) or any(
            t.low in ("'s", "'") for t in tokens[first:head_end]
        )

    def _owner(self, first: int, head_end: int, depth: int) -> Speaker | None:
        tokens = self._p.tokens
        if depth >= _DEEPEST:
            return None
        if tokens[first].low in POSSESSIVES:
            return self._pronoun(first, tokens[first].low, depth + 1)
        for k in range(first + 1, head_end):
            if tokens[k].low in ("'s", "'") and tokens[k - 1].low not in TIMES:
                mention = self._entities.by_last.get(k)
                return (
                    as_speaker(mention.entity) if mention is not None else self._phrase(first, k, depth + 1)
                )
        return None

    def _pronoun(self, at: int, low: str, depth: int) -> Speaker | None:
        """Resolve a pronoun at token `at`; None where `low` is none."""
        if low in _GENDERS:
            return self._candidates.person(at, _GENDERS[low]) or NOBODY
        if low in _FIRST:
            return self._enclosing(at) or AUTHOR
        if low in _RELATIVE:
            return self._antecedent(at, low, depth)
        if low in _PLURAL:
            return self._candidates.plural(at) or NOBODY
        if low in _PAIR:
            return self._pairs.both(at)
        if low in _THING:
            return self._candidates.thing(at) or NOBODY
        return None

    def _mentioned(self, first: int, last: int) -> Speaker:
        """Resolve a phrase that somebody may be meant by, whose own pronouns are left alone."""
        return self._phrase(first, last, _DEEPEST)

    def _enclosing(self, at: int) -> Speaker | None:
        """Return the speaker of the words that token `at` stands in."""
        offset = self._p.tokens[at].start
        for turn in reversed(self._candidates.turns[-20:]):
            if turn.speaker.name and any(s <= offset < e for s, e in turn.content):
                return turn.speaker
        return None

    def _antecedent(self, first: int, pronoun: str, depth: int) -> Speaker:
        """Resolve "who" and "two of which", whose phrase begins at token `first`."""
        found = self._antecedents.of(first, pronoun) if depth < _DEEPEST else None
        if found is None:
            return NOBODY
        if found.name is not None:
            return as_speaker(found.name.entity)
        return self._phrase(found.first, found.last, depth + 1)


def _is_single(speaker: Speaker) -> bool:
    """Whether somebody or something named, and only one, is meant."""
    return speaker.kind in ("person", "body", "country") and " & " not in str(speaker.name)


_LEADING = frozenset(("by", "from", "among", "to", "in"))
_COUNTS = wordset("number group handful majority couple lot bunch series variety host")
_ONE = wordset("a an one another the this that")
_LEDE = 4
_HEADLINES = 2
_KIN = wordset("wife husband ex-wife ex-husband widow fiancee")
