"""Who speaks through what is written: "the Kremlin statement", "a study by Ode", "the study"."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from bot.extract.attribution.bodies import OUTLETS
from bot.extract.attribution.grammar import is_nominal
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.named import Named
from bot.extract.attribution.names import DOCUMENT_NOUNS
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import Candidates
from bot.extract.attribution.speaker import Speaker, as_speaker
from bot.extract.attribution.wordset import wordset

# nouns that may stand for the same document
_ALIKE = (
    wordset("poll polls survey surveys"),
    wordset("study studies report reports research analysis paper review findings results"),
    wordset("statement release"),
    wordset("lawsuit suit complaint filing"),
    wordset("ruling decision opinion order verdict"),
    wordset("article story editorial essay feature piece column report"),
    wordset("ad ads advertisement advert video"),
)
_MAY_BE_POLL = wordset("study studies report findings results")
_BY = frozenset(("by", "from"))
_SIGNED = frozenset((("attributed", "to"), ("conducted", "by"), ("signed", "by"), ("written", "by")))
_ISSUES = wordset("issued issues released releases published publishes filed conducted ran runs posted wrote")
_NEW = frozenset(("a", "an", "another"))
_REPORTS = wordset("reported reports")
_RULINGS = wordset("ruling decision opinion order verdict")
_COURTS = wordset("court circuit judge justice jury panel tribunal")
_RULED_BY = 8  # claims between a court's own and "the ruling"
_NEAR = 8  # tokens between a document and its author
_LEAD = 4  # sentences
_SOON = 60  # tokens between a document a lead speaks of and its author


class Documents:
    """Finds the authors of the documents of one passage."""

    def __init__(
        self, passage: Passage, mentions: list[Mention], candidates: Candidates, named: Named
    ) -> None:
        self._p = passage
        self._mentions = mentions
        self._candidates = candidates
        self._named = named
        self._by_noun: dict[str, tuple[list[int], list[Entity | None]]] = {}

    def author(self, first: int, head_end: int, last: int) -> Speaker | None:
        """Return who wrote the document of tokens `first` to `last`, by its own words or by others."""
        own = self._told(first, head_end, last)
        if own is not None:
            return own
        opening, noun = self._p.tokens[first].low, self._p.tokens[head_end - 1].low
        if opening in _NEW | {"one"} and self._p.sentence_of[first] < _LEAD:
            return self._told_soon(first, noun)
        if opening not in ("the", "this", "that"):
            return None
        places, authors = self._known(noun)
        k = bisect_left(places, head_end) - 1
        known = authors[k] if k >= 0 else None
        if known is not None:
            return as_speaker(known)
        return self._candidates.last_body(first) if noun in OUTLETS else self._court(noun)

    def _told(self, first: int, head_end: int, last: int) -> Speaker | None:
        """Return whom the phrase itself tells as the author."""
        inner = [
            m
            for m in self._candidates.within(first, last)
            if m.entity.kind in ("body", "person") or (m.entity.kind == "country" and m.last <= head_end)
        ]
        by = next((k for k in range(head_end, last) if self._p.tokens[k].low in _BY), None)
        if by is not None:
            after = [m for m in inner if m.first > by]
            person = next((m for m in after if m.entity.kind == "person"), None)
            joined = self._named.joined(by + 1, last) if person is None else None
            if joined is not None:
                return joined
            if after:
                return as_speaker((person or after[0]).entity)
        if inner:
            names = list(dict.fromkeys(m.entity.name for m in inner if m.last <= head_end))
            return Speaker(" & ".join(names or [inner[0].entity.name]), inner[0].entity.kind)
        return None

    def _told_soon(self, first: int, noun: str) -> Speaker | None:
        """Return the author of "a new poll" in a lead, whom the sentences after it name."""
        places, authors = self._known(noun)
        soon = slice(bisect_left(places, first + 2), bisect_left(places, first + _SOON))
        author = next((entity for entity in authors[soon] if entity is not None), None)
        return as_speaker(author) if author is not None else None

    def _court(self, noun: str) -> Speaker | None:
        """Return the court or judge that spoke last: whose "the ruling" is."""
        for turn in reversed(self._candidates.turns[-_RULED_BY:] if noun in _RULINGS else ()):
            name = turn.speaker.name or ""
            words = set(name.lower().split()) | self._candidates.roles(name)
            if not _COURTS.isdisjoint(words):
                return turn.speaker
        return None

    def _known(self, noun: str) -> tuple[list[int], list[Entity | None]]:
        """Return where documents that `noun` may mean are met, and each one's author, None where unknown."""
        if noun not in self._by_noun:
            nouns = (noun, "survey") if noun in _MAY_BE_POLL else (noun,)
            alike = frozenset((noun,)).union(*(group for group in _ALIKE if not group.isdisjoint(nouns)))
            # "an analysis" is not the report
            found = [
                (at, entity)
                for at, other, entity in self._met
                if other in alike and (entity is not None or other.rstrip("s") == noun.rstrip("s"))
            ]
            self._by_noun[noun] = [at for at, _ in found], [entity for _, entity in found]
        return self._by_noun[noun]

    @cached_property
    def _met(self) -> list[tuple[int, str, Entity | None]]:
        """Where each document is met, with its author; None where it has no known one."""
        authored = list(self._authored())
        known = {at for at, _, _ in authored}
        return sorted(
            [*authored, *(one for one in self._new() if one[0] not in known)], key=lambda one: one[0]
        )

    def _authored(self) -> Iterator[tuple[int, str, Entity]]:
        """Yield documents that stand right after a name, after "by" before it, or that it issues."""
        for mention in self._mentions:
            if mention.entity.kind in ("body", "person"):
                yield from self._issued(mention)
                yield from self._signed(mention)

    def _issued(self, mention: Mention) -> Iterator[tuple[int, str, Entity]]:
        tokens, number, k = self._p.tokens, self._p.sentence_of, mention.last
        issues = k < len(tokens) and tokens[k].low in _ISSUES
        if mention.entity.kind != "body" and not issues:
            return
        if k < len(tokens) and tokens[k].low in _REPORTS:
            yield k, "report", mention.entity
            return
        for j in range(k, min(len(tokens), k + (_NEAR if issues else 4))):
            if tokens[j].low in DOCUMENT_NOUNS and number[j] == number[mention.first]:
                yield j, tokens[j].low, mention.entity
                return
            if not issues and not is_nominal(tokens[j]) and tokens[j].low not in ("'s", "'", "/", "-"):
                return

    def _signed(self, mention: Mention) -> Iterator[tuple[int, str, Entity]]:
        tokens, number = self._p.tokens, self._p.sentence_of
        k = mention.first
        before = tuple(t.low for t in tokens[max(0, k - 2) : k])
        by = (
            len(before) == 2
            and before[1] in _BY
            and (before[0] in DOCUMENT_NOUNS or before[0].endswith("ed"))
        )
        if by or before in _SIGNED:
            for j in range(k - 2, max(-1, k - _NEAR), -1):
                if tokens[j].low in DOCUMENT_NOUNS and number[j] == number[k]:
                    yield j, tokens[j].low, mention.entity
                    return

    def _new(self) -> Iterator[tuple[int, str, None]]:
        """Yield documents met with "a": not those known before."""
        tokens = self._p.tokens
        for k, token in enumerate(tokens):
            if token.low not in DOCUMENT_NOUNS:
                continue
            for before in reversed(tokens[max(0, k - 4) : k]):
                if before.low in _NEW:
                    yield k, token.low, None
                if before.low in _NEW or not before.is_word:
                    break
