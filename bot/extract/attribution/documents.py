"""Who speaks through what is written: "the Kremlin statement", "a study by Ode", "the study"."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from bot.extract.attribution.grammar import is_nominal
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import DOCUMENT_NOUNS
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import Candidates
from bot.extract.attribution.speaker import Speaker, as_speaker
from bot.extract.attribution.wordset import wordset

_ALIKE = (
    wordset("poll polls survey surveys"),
    wordset("study studies report reports research analysis paper review findings results"),
    wordset("statement release"),
    wordset("lawsuit suit complaint filing"),
    wordset("ruling decision opinion order"),
    wordset("article story editorial piece column"),
    wordset("ad ads advertisement advert video"),
)
_BY = frozenset(("by", "from"))
_ISSUES = wordset("issued issues released releases published publishes filed conducted ran runs posted")
_WITHIN = frozenset(("'s", "'", "/", "-"))
_NEAR = 8  # tokens between a document and its author


class Documents:
    """Finds the authors of the documents of one passage."""

    def __init__(self, passage: Passage, mentions: list[Mention], candidates: Candidates) -> None:
        self._p = passage
        self._mentions = mentions
        self._candidates = candidates

    def author(self, first: int, head_end: int, last: int) -> Speaker | None:
        """Return who wrote the document of tokens `first` to `last`, by its own words or earlier ones."""
        own = self._told(first, head_end, last)
        if own is not None or self._p.tokens[first].low not in ("the", "this", "that"):
            return own
        known = None
        for at, entity in self._known.get(_key(self._p.tokens[head_end - 1].low), ()):
            if at >= first:
                break
            known = entity
        return as_speaker(known) if known is not None else None

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
            chosen = next((m for m in after if m.entity.kind == "person"), after[0] if after else None)
            if chosen is not None:
                return as_speaker(chosen.entity)
        if inner:
            names = list(dict.fromkeys(m.entity.name for m in inner if m.last <= head_end))
            return Speaker(" & ".join(names or [inner[0].entity.name]), inner[0].entity.kind)
        return None

    @cached_property
    def _known(self) -> dict[str, list[tuple[int, Entity | None]]]:
        """Where each sort of document is met, with its author; None where it has no known one."""
        found: dict[str, list[tuple[int, Entity | None]]] = defaultdict(list)
        for at, noun, entity in sorted([*self._authored(), *self._new()], key=lambda one: one[0]):
            if entity is not None or not found[noun] or found[noun][-1][0] != at:
                found[noun].append((at, entity))
        return found

    def _authored(self) -> Iterator[tuple[int, str, Entity]]:
        """Yield documents that stand right after a name, after "by" before it, or that it issues."""
        tokens, number = self._p.tokens, self._p.sentence_of
        for mention in self._mentions:
            if mention.entity.kind not in ("body", "person"):
                continue
            k = mention.last
            issues = k < len(tokens) and tokens[k].low in _ISSUES
            if mention.entity.kind == "body" or issues:
                reach = range(k, min(len(tokens), k + (_NEAR if issues else 4)))
                for j in reach:
                    if tokens[j].low in DOCUMENT_NOUNS and number[j] == number[mention.first]:
                        yield j, _key(tokens[j].low), mention.entity
                        break
                    if (
                        not issues
                        and not is_nominal(tokens[j])
                        and tokens[j].low not in ("'s", "'", "/", "-")
                    ):
                        break
            if mention.first and tokens[mention.first - 1].low in _BY:
                for j in range(mention.first - 2, max(-1, mention.first - _NEAR), -1):
                    if tokens[j].low in DOCUMENT_NOUNS and number[j] == number[mention.first]:
                        yield j, _key(tokens[j].low), mention.entity
                        break

    def _new(self) -> Iterator[tuple[int, str, None]]:
        """Yield documents met with "a": not those known before."""
        tokens = self._p.tokens
        for k, token in enumerate(tokens):
            if token.low in DOCUMENT_NOUNS and any(
                t.low in ("a", "an", "another") for t in tokens[max(0, k - 4) : k]
            ):
                yield k, _key(token.low), None


def _key(noun: str) -> str:
    """Return one noun for all that may stand for the same document."""
    return next((min(group) for group in _ALIKE if noun in group), noun)
