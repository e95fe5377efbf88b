"""Attributions by hand-written rules: what the trained network is measured against."""

from collections.abc import Iterator

from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules.find import find_in
from bot.extract.attribution.rules.found import Found
from bot.extract.attribution.rules.signed import find_signed
from bot.extract.reading import Attribution, Span

# How often each construction was right in words and source on annotated news
_CERTAINTY = {
    "before": 0.92,
    "inverted": 0.82,
    "according": 0.85,
    "preceding": 0.8,
    "quote": 0.8,
    "colon": 0.85,
    "signed": 0.9,
    "passive": 0.65,
    "that": 0.71,
    "clause": 0.63,
    "object": 0.47,
    "to": 0.4,
    "noun": 0.4,
    "adjective": 0.42,
}


def find_attributions(passage: Passage) -> Iterator[tuple[Attribution, float]]:
    """Yield the attributions of `passage` and how likely each is right."""
    for one in find_in(passage):
        yield _spans(passage, one), _CERTAINTY[one.construction]
    for signed in find_signed(passage):
        yield signed, _CERTAINTY["signed"]


def _spans(passage: Passage, found: Found) -> Attribution:
    def span(tokens: tuple[int, int]) -> Span:
        return passage.tokens[tokens[0]].start, passage.tokens[tokens[1] - 1].end

    source = (span(found.source),) if found.source is not None else ()
    return Attribution(source, (span(found.cue),), tuple(span(content) for content in found.content))
