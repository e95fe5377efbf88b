"""From scores to spans, by hand: what the network would find is said outright."""

import numpy as np

from bot.extract.model.decode import Scores, best_labels, find_parts, spans
from bot.extract.model.labels import CUE, ROLE, transitions


def scores(labels: str, of: tuple[str, ...], sure: float = 9.0) -> Scores:
    """Scores that are sure of one label a word, by its number."""
    return np.eye(len(of), dtype=np.float32)[[int(label) for label in labels]] * np.float32(sure)


def test_an_inside_label_only_follows_its_own() -> None:
    allowed = transitions(ROLE)
    names = [*ROLE, "first"]
    for before, row in zip(names, allowed, strict=True):
        for after, may in zip(ROLE, row, strict=True):
            assert may == (not after.startswith("I") or before in ("B" + after[1:], after))


def test_the_best_allowed_path_is_found_where_the_best_labels_are_not_allowed() -> None:
    wild = scores("020", CUE)
    wild[1, 1] = 8.0
    assert best_labels(wild[None], CUE)[0].tolist() == [0, 1, 0]


def test_spans_end_where_another_begins() -> None:
    assert spans([0, 1, 2, 1, 0, 1], 1) == [(1, 3), (3, 4), (5, 6)]


def test_a_cue_has_its_source_and_its_broken_content() -> None:
    cue = scores("000100", CUE)
    [one] = find_parts([(3, 4)], cue, scores("340134", ROLE)[None])
    assert (one.cue, one.source, one.content) == ((3, 4), None, ((0, 2), (4, 6)))
    [other] = find_parts([(3, 4)], cue, scores("120034", ROLE)[None])
    assert (other.source, other.content) == ((0, 2), ((4, 6),))
    assert all(0 < p <= 1 for p in other.likelihoods)


def test_no_word_is_said_twice_and_the_likelier_cue_keeps_it() -> None:
    cue = scores("10001", CUE)
    both = np.stack([scores("03440", ROLE), scores("03440", ROLE, sure=3.0)])
    found = find_parts([(0, 1), (4, 5)], cue, both)
    assert [(one.cue, one.content) for one in found] == [((0, 1), ((1, 4),))]


def test_a_cue_that_says_nothing_is_no_claim() -> None:
    assert find_parts([(1, 2)], scores("010", CUE), scores("000", ROLE)[None]) == []
    assert find_parts([], scores("000", CUE), np.zeros((0, 3, 5), np.float32)) == []
