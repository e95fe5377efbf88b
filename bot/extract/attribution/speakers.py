"""Who speaks: from a source's words to one name within the article.

Names go by their fullest form; roles and titles through what the article calls its people; pronouns by
agreement, the turn-taking of quotations, and recency. Bodies and countries have no article; spokespeople and
unnamed sources stay apart from those they speak for.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.extract.attribution.entities import Entities, Entity, Mention
from bot.extract.attribution.grammar import DETERMINERS, POSSESSIVES, is_nominal, phrase_start
from bot.extract.attribution.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    FEMALE_NOUNS,
    GROUP_NOUNS,
    MALE_NOUNS,
    OWNED_NOUNS,
    PERSON_NOUNS,
    UNNAMED_NOUNS,
    Gender,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import Span, SpeakerKind

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
_PLURAL = wordset("they them their themselves those these both all many some several others")
_FIRST = wordset("i we me us my our myself ourselves")
_THING = frozenset(("it", "its", "itself"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_LEADING = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|many|some|several|most|a number of|a group of|other|even)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; `name` None where the text names nobody."""

    name: str | None
    kind: SpeakerKind
    gender: Gender | None = None


_NOBODY = Speaker(None, "unnamed")
_AUTHOR = Speaker(None, "author")


@dataclass(frozen=True, slots=True)
class _Turn:
    """An earlier claim: where its source stands, what it says, and who spoke."""

    at: int
    content: tuple[Span, ...]
    speaker: Speaker


class Speakers:
    """Resolves the sources of one passage; call it in the order of the claims."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._entities = Entities(passage)
        self._starts = [t.start for t in passage.tokens]
        self._mention_at = [m.first for m in self._entities.mentions]
        self._turns: list[_Turn] = []

    def resolve(self, source: Sequence[Span], content: Sequence[Span]) -> Speaker:
        """Return who speaks, given the spans of the source and of what is said."""
        if not source:
            return self._note(content[0][0], content, _NOBODY)
        named = [self._one(span) for span in source]
        names = list(dict.fromkeys(s.name for s in named if s.name))
        speaker = named[0]
        if len(names) > 1:
            speaker = Speaker(" & ".join(names), named[0].kind)
        elif names:
            speaker = next(s for s in named if s.name)
        return self._note(source[0][0], content, speaker)

    def _note(self, at: int, content: Sequence[Span], speaker: Speaker) -> Speaker:
        self._turns.append(_Turn(at, tuple(content), speaker))
        return speaker

    def _one(self, span: Span) -> Speaker:
        first = bisect_left(self._starts, span[0])
        last = bisect_left(self._starts, span[1])
        if first > 0 and self._p.tokens[first - 1].end > span[0]:
            first -= 1
        if first >= last:
            return _NOBODY
        return self._phrase(first, last, depth=0)

    def _phrase(self, first: int, last: int, depth: int) -> Speaker:
        """Resolve the noun phrase of tokens `first` to `last`."""
        tokens = self._p.tokens
        while last - 1 > first and not tokens[last - 1].is_word and tokens[last - 1].low not in ("'s", ")"):
            last -= 1
        if tokens[last - 1].low in ("'s", "'") and last - 1 > first:
            last -= 1
        low = tokens[first].low
        if last - first == 1 or (low in _RELATIVE and last - first <= 2):
            pronoun = self._pronoun(first, low, depth)
            if pronoun is not None:
                return pronoun
        head_end = self._head_end(first, last)
        joined = self._joined(first, head_end, last)
        if joined is not None:
            return joined
        mention = self._mention_ending(head_end, first)
        if mention is not None and self._heads(mention, first):
            return _as_speaker(mention.entity)
        apposed = self._apposed(head_end, last)
        if apposed is not None and tokens[head_end - 1].low in PERSON_NOUNS:
            return _as_speaker(apposed.entity)
        return self._common(first, head_end, last, depth)

    def _head_end(self, first: int, last: int) -> int:
        """Return the end of the phrase's core: before a comma, a preposition, a relative clause."""
        tokens = self._p.tokens
        mentions = {m.last: m for m in self._within(first, last)}
        k = first
        while k < last:
            inside = next((m for m in mentions.values() if m.first <= k < m.last), None)
            if inside is not None:
                k = inside.last
                continue
            token = tokens[k]
            if k > first and (
                token.text in (",", "(", "—", "–", ":", "―") or token.low in ("who", "which", "that")
            ):
                break
            if (
                k > first
                and not is_nominal(token)
                and token.low not in ("'s", "'", "and", "&", "or")
                and token.low not in DETERMINERS
            ):
                break
            k += 1
        return k if k > first else last

    def _within(self, first: int, last: int) -> list[Mention]:
        mentions = self._entities.mentions
        lo, hi = bisect_left(self._mention_at, first), bisect_left(self._mention_at, last)
        return mentions[lo:hi]

    def _mention_ending(self, end: int, first: int) -> Mention | None:
        tokens = self._p.tokens
        mention = self._entities.by_last.get(end)
        if mention is None and end < len(tokens) and end > first:
            # a name that runs on past the phrase given
            mention = next((m for m in self._within(first, end) if m.last > end), None)
        return mention if mention is not None and mention.first >= first else None

    def _heads(self, mention: Mention, first: int) -> bool:
        """Whether the mention is the phrase's head, not what owns it or stands beside it."""
        return mention.last > first

    def _joined(self, first: int, head_end: int, last: int) -> Speaker | None:
        """Resolve "Ode and Ito": several names side by side."""
        tokens = self._p.tokens
        mentions = self._within(first, last)
        if len(mentions) < 2:
            return None
        names: list[Mention] = [mentions[0]]
        if any(
            t.low not in DETERMINERS and not t.is_capital and t.low not in PERSON_NOUNS
            for t in tokens[first : mentions[0].first]
        ):
            return None
        for before, after in pairwise(mentions):
            gap = [t.low for t in tokens[before.last : after.first]]
            bracketed = "(" in gap and ")" in gap
            core = [w for w in gap if w not in DETERMINERS and w not in PERSON_NOUNS]
            if bracketed:
                core = core[core.index(")") + 1 :] if ")" in core else core
            if core in (["and"], [","], [",", "and"], ["/"], ["&"], []) and gap:
                names.append(after)
            elif names and len(names) == 1:
                return None
        if len(names) < 2 or not any(
            t.low in ("and", "&", "/") for t in tokens[names[0].last : names[-1].first]
        ):
            return None
        unique = list(dict.fromkeys(m.entity.name for m in names))
        return Speaker(" & ".join(unique), names[0].entity.kind) if len(unique) > 1 else None

    def _apposed(self, head_end: int, last: int) -> Mention | None:
        """Return the person named right after a role: "his counterpart, Ode"."""
        tokens = self._p.tokens
        if head_end + 1 < last and tokens[head_end].text == ",":
            return next(
                (m for m in self._within(head_end + 1, min(last, head_end + 4)) if m.entity.kind == "person"),
                None,
            )
        return None

    def _common(self, first: int, head_end: int, last: int, depth: int) -> Speaker:
        """Resolve a phrase headed by a common noun."""
        tokens = self._p.tokens
        head = tokens[head_end - 1].low
        while head_end - 1 > first and head in ("earlier", "later", "today", "monday", "tuesday"):
            head_end -= 1
            head = tokens[head_end - 1].low
        owner = self._owner(first, head_end, last, depth)
        if head in OWNED_NOUNS:
            if owner is not None and owner.name:
                return owner
            inner = [m for m in self._within(first, last) if m.entity.kind in ("body", "country", "person")]
            if inner:
                names = list(dict.fromkeys(m.entity.name for m in inner if m.last <= head_end)) or [
                    inner[0].entity.name
                ]
                return Speaker(" & ".join(names), inner[0].entity.kind)
            return Speaker(self._worded(first, last), "document")
        definite = tokens[first].low in ("the", "this", "that") or tokens[first].low in PERSON_NOUNS
        if (
            definite
            and (head in PERSON_NOUNS or head in BODY_NOUNS)
            and not self._names_owner(first, head_end, last)
        ):
            role = self._role(first, head_end, head)
            if role is not None:
                return role
        if tokens[first].low in POSSESSIVES and owner is not None and owner.name and " & " not in owner.name:
            rest = self._p.words(first + 1, self._of_end(head_end, last))
            kind: SpeakerKind = (
                "body" if head in BODY_NOUNS else "group" if head in GROUP_NOUNS else "unnamed"
            )
            return Speaker(f"{owner.name}'s {rest}", kind)
        return Speaker(self._worded(first, last), self._kind_of(head, first))

    def _names_owner(self, first: int, head_end: int, last: int) -> bool:
        """Whether a name within tells which one is meant: "the Ode campaign", "the mayor of Lund"."""
        inner = self._within(first, head_end)
        return bool(inner) and inner[0].entity.kind != "country"

    def _owner(self, first: int, head_end: int, last: int, depth: int) -> Speaker | None:
        tokens = self._p.tokens
        if tokens[first].low in POSSESSIVES and depth < 3:
            return self._pronoun(first, tokens[first].low, depth + 1)
        for k in range(first, head_end):
            if tokens[k].low in ("'s", "'"):
                mention = self._entities.by_last.get(k)
                if mention is not None:
                    return _as_speaker(mention.entity)
                if depth < 3 and k > first:
                    return self._phrase(first, k, depth + 1)
        return None

    def _of_end(self, head_end: int, last: int) -> int:
        """Return the end of the "of …", "for …" phrase after the head; commas end it."""
        tokens = self._p.tokens
        k = head_end
        while (
            k < last
            and tokens[k].text not in (",", "(", "—", "–", ":")
            and tokens[k].low not in ("who", "which", "that")
        ):
            k += 1
        return k

    def _worded(self, first: int, last: int) -> str | None:
        end = self._of_end(first + 1, last)
        words = self._p.words(first, end).replace("\n", " ").replace("\xa0", " ")
        stripped = _LEADING.sub("", words)
        return (stripped or words).strip(" '\"“”’‘,.;:()") or None

    def _kind_of(self, head: str, first: int) -> SpeakerKind:
        if head in UNNAMED_NOUNS or head in PERSON_NOUNS:
            return "unnamed"
        if head in DOCUMENT_NOUNS:
            return "document"
        if head in BODY_NOUNS:
            return "body"
        if head in GROUP_NOUNS or head.endswith("s"):
            return "group"
        if self._p.tokens[first].is_capital and self._p.tokens[first].low not in DETERMINERS:
            return "person" if "'" not in head else "unnamed"
        return "unnamed"

    def _role(self, first: int, head_end: int, head: str) -> Speaker | None:
        """Find whom the article calls by this noun; the nearest before, else after."""
        words = {t.low for t in self._p.tokens[first:head_end]}
        before = [m for m in self._entities.mentions if m.first < first]
        gender: Gender | None = "she" if head in FEMALE_NOUNS else "he" if head in MALE_NOUNS else None
        person = head in PERSON_NOUNS
        best: tuple[float, Mention] | None = None
        for distance, mention in enumerate(reversed(before[-60:])):
            entity = mention.entity
            if head in entity.roles and (entity.gender in (gender, None) or gender is None):
                score = 10 - 0.1 * distance + len(words & entity.roles)
                if "former" in words and "former" not in entity.roles:
                    score -= 0.5
                if best is None or score > best[0]:
                    best = (score, mention)
        if best is not None:
            return _as_speaker(best[1].entity)
        later = [m for m in self._entities.mentions if m.first > first and head in m.entity.roles]
        if later and len({id(m.entity) for m in later}) == 1:
            return _as_speaker(later[0].entity)
        if person and self._p.tokens[first].low == "the":
            return self._recent_person(first, gender)
        if not person and head not in ("government", "administration"):
            return self._recent_body(first, head)
        return None

    def _recent_body(self, at: int, head: str) -> Speaker | None:
        for mention in reversed([m for m in self._entities.mentions if m.first < at][-12:]):
            if mention.entity.kind == "body" and mention.entity.name.lower().split()[-1] == head:
                return _as_speaker(mention.entity)
        if head in ("group", "company", "firm", "agency", "organisation", "organization", "bank"):
            for mention in reversed([m for m in self._entities.mentions if m.first < at][-6:]):
                if mention.entity.kind == "body":
                    return _as_speaker(mention.entity)
        return None

    def _pronoun(self, at: int, low: str, depth: int) -> Speaker | None:
        """Resolve a pronoun at token `at`; None where `low` is none."""
        if low in _GENDERS:
            return self._recent_person(at, _GENDERS[low]) or _NOBODY
        if low in _FIRST:
            return self._enclosing(at) or _AUTHOR
        if low in _RELATIVE:
            return self._antecedent(at, depth)
        if low in ("they", "them", "their", "themselves", "both", "each"):
            return self._recent_plural(at) or _NOBODY
        if low in _THING:
            return self._recent_thing(at) or _NOBODY
        return None

    def _enclosing(self, at: int) -> Speaker | None:
        """Return the speaker of the quotation that token `at` stands in."""
        if self._p.inside[at] < 0:
            return None
        offset = self._p.tokens[at].start
        for turn in reversed(self._turns[-20:]):
            if any(s <= offset < e for s, e in turn.content) and turn.speaker.name:
                return turn.speaker
        return None

    def _antecedent(self, at: int, depth: int) -> Speaker:
        tokens = self._p.tokens
        end = at
        floor = self._p.sentences[self._p.sentence_of[at]].first
        while end > floor and (
            tokens[end - 1].text in (",", "—", "–")
            or tokens[end - 1].low in ("of", "with", "to", "all", "many", "some", "both", "from")
        ):
            end -= 1
        if end <= floor or depth > 2:
            return _NOBODY
        if tokens[end - 1].text == ")":
            k = end - 1
            while k > floor and tokens[k].text != "(":
                k -= 1
            end = k
        mention = self._entities.by_last.get(end)
        if mention is not None:
            return _as_speaker(mention.entity)
        start = phrase_start(tokens, end, floor)
        if start == end:
            return _NOBODY
        return self._phrase(start, end, depth + 1)

    def _recent_person(self, at: int, gender: Gender | None) -> Speaker | None:
        """Return whom "he" or "she" means: the best of the persons mentioned shortly before.

        Within the sentence its first person counts most, then who spoke last, then the first person of the
        sentences before; everything fades with distance.
        """
        p = self._p
        here = p.sentence_of[at]
        quoted = p.inside[at]
        scores: dict[str, float] = {}
        speakers: dict[str, Speaker] = {}

        def add(speaker: Speaker, score: float) -> None:
            if speaker.name is None or not _agrees(speaker.gender, gender):
                return
            scores[speaker.name] = scores.get(speaker.name, 0.0) + score
            speakers[speaker.name] = speaker

        hi = bisect_left(self._mention_at, at)
        seen: set[int] = set()
        for mention in self._entities.mentions[max(0, hi - 25) : hi]:
            sentence = p.sentence_of[mention.first]
            back = here - sentence
            if (
                mention.entity.kind != "person"
                or back > 5
                or (p.inside[mention.first] >= 0 and p.inside[mention.first] != quoted)
            ):
                continue
            subject = sentence not in seen
            seen.add(sentence)
            owner = p.tokens[mention.last].low in ("'s", "'") if mention.last < len(p.tokens) else False
            add(_as_speaker(mention.entity), (2.5 if subject else 1.0) * (0.6 if owner else 1.0) / (1 + back))
        for turn in reversed(self._turns[-6:]):
            if turn.at >= p.tokens[at].start or (
                turn.speaker.kind != "person" and turn.speaker.gender is None
            ):
                continue
            k = bisect_left(self._starts, turn.at)
            back = here - p.sentence_of[min(k, len(p.tokens) - 1)]
            if 0 <= back <= 4:
                add(turn.speaker, 2.5 / (1 + 0.7 * back))
        if not scores:
            return None
        return speakers[max(scores, key=lambda n: scores[n])]

    def _recent_plural(self, at: int) -> Speaker | None:
        offset = self._p.tokens[at].start
        for turn in reversed(self._turns[-6:]):
            if (
                turn.at < offset
                and turn.speaker.name
                and (turn.speaker.kind in ("group", "unnamed", "body") or " & " in turn.speaker.name)
            ):
                return turn.speaker
        first = self._p.sentences[max(0, self._p.sentence_of[at] - 1)].first
        hi = bisect_left(self._mention_at, at)
        for mention in reversed(self._entities.mentions[max(0, hi - 6) : hi]):
            if mention.first >= first and mention.entity.kind == "body":
                return _as_speaker(mention.entity)
        return None

    def _recent_thing(self, at: int) -> Speaker | None:
        p = self._p
        here = p.sentence_of[at]
        hi = bisect_left(self._mention_at, at)
        best: tuple[float, Entity] | None = None
        seen: set[int] = set()
        for mention in self._entities.mentions[max(0, hi - 12) : hi]:
            if mention.entity.kind not in ("body", "country"):
                continue
            sentence = p.sentence_of[mention.first]
            score = (2.0 if sentence not in seen else 1.0) / (1 + here - sentence)
            seen.add(sentence)
            if best is None or score >= best[0]:
                best = (score, mention.entity)
        if best is not None:
            return _as_speaker(best[1])
        for turn in reversed(self._turns[-4:]):
            if turn.speaker.kind in ("body", "document", "country") and turn.speaker.name:
                return turn.speaker
        return None


def _agrees(known: Gender | None, wanted: Gender | None) -> bool:
    return known is None or wanted is None or known == wanted


def _as_speaker(entity: Entity) -> Speaker:
    return Speaker(entity.name, entity.kind, entity.gender)
