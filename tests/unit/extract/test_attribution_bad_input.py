"""Whatever text comes in, offsets are exact, nothing is raised, and the work grows with the length only."""

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.attribution import complete_claims, find_claims
from bot.extract.attribution.quotes import find_quotations
from bot.extract.reading import Attribution, Reading

PIECES = [
    *re.findall(
        r"\S+", "Smith said told that he she who they it I Mr. and not to went 's U.S. O’Neill JONES: Q: 😀 к"
    ),
    *re.findall(r"\S+", "“ ” ‘ ’ '' \" ' , . ? : ( ) —"),
    *("President Ode", "the mayor", "his claim", "according to", "is accused of", "on Monday"),
    *("\u200b", "\n", "\n\n"),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_words_in_any_order_give_claims_inside_the_text(text: str) -> None:
    claims = find_claims(text, None, ())
    Reading(text, claims)
    for claim in claims:
        for start, end in (*claim.source, *claim.cue, *claim.content):
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
        assert 0 <= claim.confidence <= 1
    assert list(claims) == sorted(claims, key=lambda c: c.content[0])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_read_without_harm(text: str) -> None:
    Reading(text, find_claims(text, None, ()))
    spans = [(q.start, q.end) for q in find_quotations(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("text", [" ", "😀", "Smith said so."])
def test_spans_given_from_outside_never_break_the_reading(text: str) -> None:
    whole = ((0, len(text)),)
    (*_, last) = complete_claims("Smith said so.", None, (), [Attribution(whole, whole, whole)])
    assert last.content == whole
    assert len(complete_claims(text, None, (), [Attribution(whole, whole, whole)])) <= 1


def calls(text: str) -> int:
    """Count the calls that reading takes: time on a machine that is never busy."""
    count = 0

    def tick(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        find_claims(text, None, ())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Smith said the road was open. ",
        "Smith said the road was open and ",
        "said ",
        "Smith, said ",
        "'tis said ",
        "“Smith ",
        "'",
        '" ',
        "(Smith) said ",
        "Smith told Jones, ",
        "“We go,” he said.\n\n",
        "“We go\n\n",
        "Joe Smith and ",
        "SMITH: I said so.\n",
        "😀 said “🤷”. ",
    ],
)
def test_work_is_in_proportion_to_length(piece: str) -> None:
    short, long = calls(piece * 300), calls(piece * 1200)
    assert long < 5 * short + 20_000


@pytest.mark.parametrize("opening", ["“", '"', "‘", "«", "''"])
def test_a_quotation_never_closed_swallows_nothing(opening: str) -> None:
    text = f"Anna Lund said {opening}the road is open.\n\nTom Ek said the gate was shut."
    assert "Tom Ek" in {c.speaker for c in find_claims(text, None, ())}


def test_capitals_throughout_are_read_as_far_as_they_go() -> None:
    text = "THE MAYOR SAID THAT THE ROAD WAS OPEN."
    (claim,) = find_claims(text, None, ())
    assert text[slice(*claim.content[0])] == "THAT THE ROAD WAS OPEN"


@pytest.mark.slow
def test_a_hundred_thousand_words_on_one_line_are_read() -> None:
    claims = find_claims("Anna Lund said the road was open. " * 15_000, None, ())
    assert len(claims) > 14_000
    assert {claim.speaker for claim in claims} == {"Anna Lund"}
