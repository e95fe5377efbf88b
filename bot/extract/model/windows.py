"""From a text to windows of word pieces, as the model reads them in training and after.

A window holds whole paragraphs as long as they fit, a break token between them; a longer paragraph is split,
at the end of a sentence where there is one. The pieces are uncased, so each word's letter case goes along.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from bot.extract.reading import Span

SIZE = 126
"""Pieces in a window, the opening and closing ones included."""

LOWER, CAPITAL, UPPER, MIXED = range(4)
"""The letter case of a word."""

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = frozenset(".!?")
_CLOSERS = frozenset("”\"'’)")


@dataclass(slots=True)
class Window:
    """`ids` and `cases` per piece; per word its first piece and its span in the text."""

    ids: list[int]
    cases: list[int]
    first_pieces: list[int] = field(default_factory=list)
    words: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    ids: Sequence[int]
    text: str


def letter_case(word: str) -> int:
    """Return how `word` is written."""
    if not any(c.isupper() for c in word):
        return LOWER
    if word[0].isupper() and not any(c.isupper() for c in word[1:]):
        return CAPITAL
    return UPPER if word.isupper() else MIXED


def ends(tokenizer: Tokenizer) -> tuple[int, int]:
    """Return the pieces that open and close a text. Raises ValueError for another kind of vocabulary."""
    opening, closing = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if opening is None or closing is None:
        raise ValueError("the vocabulary has no [CLS] and [SEP]")
    return opening, closing


def windows(text: str, tokenizer: Tokenizer, size: int = SIZE) -> list[Window]:
    """Return the windows of `text` in order; every word stands in exactly one of them."""
    opening, closing = ends(tokenizer)
    found: list[Window] = []
    window = Window([opening], [LOWER])
    for passage in _passages(text, tokenizer, size - 2):
        pieces = sum(len(word.ids) for word in passage)
        if window.words and len(window.ids) + pieces + 1 > size:
            found.append(window)
            window = Window([opening], [LOWER])
        for word in passage:
            case = letter_case(word.text)
            window.first_pieces.append(len(window.ids))
            window.words.append(word.span)
            window.ids.extend(word.ids)
            window.cases.extend([case] * len(word.ids))
        window.ids.append(closing)
        window.cases.append(LOWER)
    if window.words:
        found.append(window)
    return found


def _passages(text: str, tokenizer: Tokenizer, size: int) -> Iterator[list[_Word]]:
    """Yield the words of each paragraph, of its parts where it has more than `size` pieces."""
    paragraphs = [match for match in _PARAGRAPH.finditer(text) if not match[0].isspace()]
    encodings = tokenizer.encode_batch([match[0] for match in paragraphs], add_special_tokens=False)
    for match, encoding in zip(paragraphs, encodings, strict=True):
        words = list(_words(text, match.start(), encoding.ids, encoding.offsets, encoding.word_ids, size))
        yield from _parts(words, size)


def _words(
    text: str,
    base: int,
    ids: Sequence[int],
    offsets: Sequence[Span],
    word_ids: Sequence[int | None],
    size: int,
) -> Iterator[_Word]:
    first = 0
    for k in range(1, len(ids) + 1):
        if k == len(ids) or word_ids[k] != word_ids[first]:
            start, end = base + offsets[first][0], base + offsets[k - 1][1]
            yield _Word((start, end), ids[first : min(k, first + size)], text[start:end])
            first = k


def _parts(words: list[_Word], size: int) -> Iterator[list[_Word]]:
    start = 0
    pieces = 0
    end_of_sentence = 0
    k = 0
    while k < len(words):
        pieces += len(words[k].ids)
        if pieces > size:
            cut = end_of_sentence if end_of_sentence > start else k
            yield words[start:cut]
            start = k = cut
            pieces = 0
            continue
        k += 1
        last = words[k - 1].text
        before = words[k - 2].text if k - start > 1 else ""
        if last in _SENTENCE_END or (last in _CLOSERS and before in _SENTENCE_END):
            end_of_sentence = k
    if start < len(words):
        yield words[start:]
