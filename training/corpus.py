"""From annotated articles to tensors of windows, cues and names."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from bot.extract.model.labels import NAME
from bot.extract.model.windows import SIZE, Window, windows

NOTHING = -100
"""The label of a word of which nothing is known."""

Document = dict[str, Any]
_KINDS = {"PERSON": "person", "ORGANIZATION": "body", "LOCATION": "place", "MISC": "other"}


def read_lines(path: Path) -> list[Document]:
    """Return the JSON objects of a file of lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass
class Corpus:
    """Windows of articles; what is not annotated has the label NOTHING.

    Per window: `ids`, `cases` (windows, pieces), `firsts` (windows, words) each word's first piece, `pieces`
    and `words` how many there are, `cue` and `name` (windows, words) labels, `at` (windows, words) the number
    of the cue a word lies in, else -1. Per cue: `row` its window, `first` and `last` word, `roles` (cues,
    words).
    """

    ids: Tensor
    cases: Tensor
    firsts: Tensor
    pieces: Tensor
    words: Tensor
    cue: Tensor
    name: Tensor
    at: Tensor
    row: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor

    def to(self, device: torch.device) -> Self:
        """Return the corpus on `device`."""
        moved = {f.name: getattr(self, f.name) for f in fields(self)}
        return type(self)(**{k: v.to(device) for k, v in moved.items()})

    def __len__(self) -> int:
        return self.ids.shape[0]


@dataclass
class Labelled:
    """A window with its labels; `cues` holds (first word, last word, role per word)."""

    window: Window
    cue: list[int]
    name: list[int]
    cues: list[tuple[int, int, list[int]]]


def label(document: Document, tokenizer: Tokenizer, size: int = SIZE) -> list[Labelled]:
    """Return the windows of a document, labelled from its `attributions` and `entities` if it has any."""
    found = [_empty(window, document) for window in windows(document["text"], tokenizer, size)]
    starts = [one.window.words[0][0] for one in found]
    for attribution in document.get("attributions", ()):
        for cue in attribution["cue"]:
            number = max(0, bisect_right(starts, cue[0]) - 1)
            one = found[number] if found else None
            reach = _reach(one.window, cue) if one else None
            if one is None or reach is None:
                continue
            roles = [0] * len(one.window.words)
            for begin, spans in ((1, attribution["source"]), (3, attribution["content"])):
                for span in spans:
                    _mark(roles, _reach(one.window, span), begin)
            if any(roles):
                _mark(one.cue, reach, 1)
                one.cues.append((reach[0], reach[1] - 1, roles))
    for start, end, kind in document.get("entities", ()):
        one = found[max(0, bisect_right(starts, start) - 1)] if found else None
        if one is not None:
            _mark(one.name, _reach(one.window, (start, end)), NAME.index(f"B-{_KINDS[kind]}"))
    return found


def _empty(window: Window, document: Document) -> Labelled:
    size = len(window.words)
    cue = 0 if "attributions" in document else NOTHING
    name = 0 if "entities" in document else NOTHING
    return Labelled(window, [cue] * size, [name] * size, [])


def _reach(window: Window, span: Sequence[int]) -> tuple[int, int] | None:
    """Return the range of words that `span` touches, None where there is none."""
    first = bisect_right([end for _, end in window.words], span[0])
    last = bisect_left([start for start, _ in window.words], span[1])
    return (first, last) if first < last else None


def _mark(labels: list[int], reach: tuple[int, int] | None, begin: int) -> None:
    if reach is not None:
        labels[reach[0] : reach[1]] = [begin] + [begin + 1] * (reach[1] - reach[0] - 1)


def corpus(documents: Iterable[Document], tokenizer: Tokenizer, size: int = SIZE) -> Corpus:
    """Return the windows of all documents."""
    return stack([one for document in documents for one in label(document, tokenizer, size)])


def stack(all_: Sequence[Labelled]) -> Corpus:
    """Return labelled windows as tensors."""
    count = len(all_)
    longest = max(len(one.window.ids) for one in all_)
    most = max(len(one.window.words) for one in all_)
    shape = (count, most)
    ids, cases = (np.zeros((count, longest), np.int64) for _ in range(2))
    firsts, cue, name, at = (np.full(shape, fill, np.int64) for fill in (0, NOTHING, NOTHING, -1))
    row: list[int] = []
    ends: list[tuple[int, int]] = []
    roles = np.zeros((sum(len(one.cues) for one in all_), most), np.int64)
    for k, one in enumerate(all_):
        ids[k, : len(one.window.ids)] = one.window.ids
        cases[k, : len(one.window.ids)] = one.window.cases
        size = len(one.window.words)
        firsts[k, :size] = one.window.first_pieces
        cue[k, :size], name[k, :size] = one.cue, one.name
        for first, last, marked in one.cues:
            at[k, first : last + 1] = len(row)
            roles[len(row), :size] = marked
            row.append(k)
            ends.append((first, last))
    first_last = np.array(ends, np.int64).reshape(-1, 2)
    return Corpus(
        *(torch.from_numpy(array) for array in (ids, cases, firsts)),
        torch.tensor([len(one.window.ids) for one in all_]),
        torch.tensor([len(one.window.words) for one in all_]),
        *(torch.from_numpy(array) for array in (cue, name, at)),
        torch.tensor(row, dtype=torch.int64),
        *(torch.from_numpy(first_last[:, k].copy()) for k in (0, 1)),
        torch.from_numpy(roles),
    )
