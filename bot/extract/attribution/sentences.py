"""Sentences as ranges of tokens; what stands between quotation marks never splits one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.extract.attribution.grammar import TIMES
from bot.extract.attribution.quotes import PARAGRAPH, Quotation
from bot.extract.attribution.tokens import Token
from bot.extract.attribution.wordset import wordset

# Tokens; a longer one is no sentence, and reading must take time in proportion to the text.
LONGEST = 250
_CLOSERS = frozenset("”\"»)]’'")
_STOPS = frozenset((".", "!", "?"))
_NEVER_LAST = wordset(
    """
    mr. mrs. ms. dr. sen. sens. rep. reps. gov. gen. lt. col. sgt. capt. prof. rev. hon. st. vs.
    """
)
_HOURS = frozenset(("a.m.", "p.m."))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to but not including `last`; `paragraph` counts from 0."""

    first: int
    last: int
    paragraph: int


def quoted_tokens(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[int]:
    """Return for every token the number of the quotation it lies in, -1 outside."""
    inside = [-1] * len(tokens)
    k = 0
    for i, token in enumerate(tokens):
        while k < len(quotations) and quotations[k].end <= token.start:
            k += 1
        if k < len(quotations) and quotations[k].start <= token.start:
            inside[i] = k
    return inside


def _ends(tokens: Sequence[Token], inside: Sequence[int], i: int) -> bool:
    """Whether a sentence ends after token `i` (and the closing marks that follow it)."""
    token, here = tokens[i], inside[i]
    if i + 1 < len(tokens) and inside[i + 1] == here >= 0:
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.text in _STOPS:
        if following is not None and following.text in _STOPS | _CLOSERS and following.start == token.end:
            return False
        return following is None or following.start > token.end
    if (here >= 0 and token.text[-1] in _CLOSERS) or token.text in _CLOSERS:
        # “…?” he asked: the question mark ends the words quoted, not the sentence
        k = i - 1
        while k > max(0, i - 5) and tokens[k].text in _CLOSERS:
            k -= 1
        return tokens[k].text in _STOPS and (
            following is None or following.is_capital or not following.is_word
        )
    if token.low in _HOURS:
        # 3 p.m. GMT on Thursday: after the hour its zone or day may come
        return following is not None and following.is_capital and not _tells_time(following)
    if token.text.endswith(".") and len(token.text) > 1 and token.low not in _NEVER_LAST:
        return following is not None and following.low in _OPENING_WORDS and following.is_capital
    return False


def _tells_time(token: Token) -> bool:
    return token.low in TIMES or (token.text.isupper() and len(token.text) > 1)


_OPENING_WORDS = wordset(
    """
    the a an he she they it we i in on at but and this that these those his her their as if when while
    after before for with there what who it's however
    """
)


def split_sentences(text: str, tokens: Sequence[Token], inside: Sequence[int]) -> list[Sentence]:
    """Split `tokens` into sentences; a line break always ends one."""
    found: list[Sentence] = []
    first = paragraph = 0
    for i, (token, following) in enumerate(pairwise(tokens)):
        broken = PARAGRAPH.search(text, token.end, following.start + 1) is not None
        if broken or i - first >= LONGEST or _ends(tokens, inside, i):
            found.append(Sentence(first, i + 1, paragraph))
            first = i + 1
            paragraph += broken
    if tokens:
        found.append(Sentence(first, len(tokens), paragraph))
    return found
