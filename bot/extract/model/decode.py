"""From scores per word to spans of words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.extract.model.labels import CUE, ROLE, transitions

Scores = NDArray[np.float32]
Range = tuple[int, int]

_NEVER = np.float32(-1e4)


def _costs(labels: tuple[str, ...]) -> tuple[Scores, Scores]:
    allowed = np.array(transitions(labels))
    costs = np.where(allowed, np.float32(0), _NEVER).astype(np.float32)
    return costs[:-1], costs[-1]


_COSTS: dict[tuple[str, ...], tuple[Scores, Scores]] = {labels: _costs(labels) for labels in (CUE, ROLE)}


def log_softmax(scores: Scores) -> Scores:
    """Return log probabilities over the last axis."""
    shifted: Scores = scores - scores.max(axis=-1, keepdims=True)
    total: Scores = np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shifted - total


def best_labels(scores: Scores, labels: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the best allowed label sequences of `scores` (sequences, words, labels).

    Where the best label of every word makes an allowed sequence, nothing can be better.
    """
    costs, first = _COSTS[labels]
    path: NDArray[np.int64] = scores.argmax(axis=2)
    wrong = (costs[path[:, :-1], path[:, 1:]] < 0).any(axis=1) | (first[path[:, 0]] < 0)
    if wrong.any():
        path[wrong] = _viterbi(scores[wrong], costs, first)
    return path


def _viterbi(scores: Scores, costs: Scores, first: Scores) -> NDArray[np.int64]:
    """Return the label sequences of the greatest sum of scores and costs (Viterbi, 1967)."""
    sequences, words, _ = scores.shape
    best = scores[:, 0] + first
    back = np.zeros(scores.shape, dtype=np.int64)
    for k in range(1, words):
        reached = best[:, :, None] + costs
        back[:, k] = reached.argmax(axis=1)
        best = reached.max(axis=1) + scores[:, k]
    path = np.zeros((sequences, words), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(sequences)
    for k in range(words - 1, 0, -1):
        path[:, k - 1] = back[rows, k, path[:, k]]
    return path


def spans(path: Sequence[int] | NDArray[np.int64], begin: int) -> list[Range]:
    """Return the ranges of words that open with label `begin` and go on with the one after it."""
    found: list[Range] = []
    start = -1
    for k, label in enumerate([*path, 0]):
        if start >= 0 and label != begin + 1:
            found.append((start, k))
            start = -1
        if label == begin:
            start = k
    return found


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution in a window, as ranges of words, and how likely its parts are."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    likelihoods: tuple[float, float, float]
    """Of the cue, of the source and of the content: the mean probability of the labels chosen."""


def find_cues(scores: Scores) -> list[Range]:
    """Return the cues of a window from its scores (words, cue labels)."""
    return spans(best_labels(log_softmax(scores)[None], CUE)[0], 1)


def find_parts(cues: Sequence[Range], cue_scores: Scores, scores: Scores) -> list[Attributed]:
    """Return the attributions of a window from the scores (cues, words, roles) of its cues.

    A cue has one source at most. Where the contents of two cues overlap, the likelier keeps the words, unless
    one claim is told in full within the other.
    """
    if not cues:
        return []
    likely = log_softmax(scores)
    for k, (first, last) in enumerate(cues):
        likely[k, first:last, 1:] += _NEVER
    paths = best_labels(likely, ROLE)
    _say_once(cues, likely, paths)
    contents = [spans(path, 3) for path in paths]
    cue_likely = log_softmax(cue_scores)
    found = []
    for k, cue in enumerate(cues):
        if not contents[k]:
            continue
        sources = spans(paths[k], 1)
        chosen = np.take_along_axis(likely[k], paths[k][:, None], axis=1)[:, 0]
        source = max(sources, key=lambda s: _mean(chosen, [s])) if sources else None
        sure = float(np.exp(cue_likely[cue[0], 1]))
        likelihoods = (sure, _mean(chosen, [source]) if source else 1.0, _mean(chosen, contents[k]))
        found.append(Attributed(cue, source, tuple(contents[k]), likelihoods))
    return found


def _mean(chosen: Scores, ranges: Sequence[Range]) -> float:
    return float(np.exp(np.concatenate([chosen[first:last] for first, last in ranges]).mean()))


def _say_once(cues: Sequence[Range], likely: Scores, paths: NDArray[np.int64]) -> None:
    """Decode anew, without the words taken, the cues that claim as content what a likelier one has.

    A claim told in full within another's words is left there: "Ode still waits, her rival said".
    """
    said = paths >= ROLE.index("B-content")
    if not (said.sum(axis=0) > 1).any():
        return
    chosen = np.take_along_axis(likely, paths[..., None], axis=2)[..., 0]
    sure = np.where(said, chosen, 0).sum(axis=1) / np.maximum(said.sum(axis=1), 1)
    kept: list[int] = []
    for k in np.argsort(-sure, kind="stable").tolist():
        rivals = [j for j in kept if (said[k] & said[j]).any() and not _within(cues, said, j, k)]
        rivals = [j for j in rivals if not _within(cues, said, k, j)]
        if rivals:
            taken = said[rivals].any(axis=0)
            likely[k, taken, ROLE.index("B-content") :] += _NEVER
            paths[k] = best_labels(likely[k : k + 1], ROLE)[0]
            said[k] = paths[k] >= ROLE.index("B-content")
        kept.append(k)


def _within(cues: Sequence[Range], said: NDArray[np.bool_], inner: int, outer: int) -> bool:
    """Whether the cue and the content of `inner` lie in the content of `outer`."""
    first, last = cues[inner]
    return bool(said[outer, first:last].all() and said[outer][said[inner]].all())
