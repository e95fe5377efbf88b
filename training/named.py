"""Texts with named entities, from the CoNLL file of WikiGold."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpus import Document

_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%’”") | {"'s", "n't", "'re", "'ll", "'ve", "'m", "'d"}
_WIKIGOLD = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION", "MISC": "MISC"}


def wikigold(path: Path, at_once: int = 20) -> Iterator[Document]:
    """Yield documents of `at_once` sentences each, a paragraph each."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            word, tag = line.split()
            sentences[-1].append((word, tag))
        elif sentences[-1]:
            sentences.append([])
    for k in range(0, len(sentences), at_once):
        yield _joined(_tagged(sentence) for sentence in sentences[k : k + at_once])


def _tagged(sentence: list[tuple[str, str]]) -> list[tuple[str, str | None, bool, bool]]:
    """Return (word, kind, whether it goes on a name, whether a space stands before it)."""
    rows = []
    before = "O"
    for word, tag in sentence:
        kind = _WIKIGOLD.get(tag[2:])
        rows.append((word, kind, kind is not None and tag == before, word not in _NO_SPACE_BEFORE))
        before = tag
    return rows


def _joined(sentences: Iterable[list[tuple[str, str | None, bool, bool]]]) -> Document:
    text = ""
    entities: list[tuple[int, int, str]] = []
    for sentence in sentences:
        text += "\n\n" if text else ""
        for k, (word, kind, goes_on, space) in enumerate(sentence):
            text += " " if space and k else ""
            start = len(text)
            text += word
            if kind is not None and goes_on and entities:
                entities[-1] = (entities[-1][0], len(text), kind)
            elif kind is not None:
                entities.append((start, len(text), kind))
    return {"text": text, "entities": entities}
