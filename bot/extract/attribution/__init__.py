"""Attributions: who said what."""

from collections.abc import Sequence

from bot.extract.attribution.complete import complete
from bot.extract.attribution.find import find_attributions
from bot.extract.attribution.passage import Passage
from bot.extract.reading import Attribution, Claim, Published, Span, Timex

__all__ = ["LANGUAGES", "complete_claims", "find_claims"]

LANGUAGES = frozenset({"en"})
"""ISO 639-1 codes of the languages whose claims are read."""


def find_claims(text: str, published: Published, timexes: Sequence[Timex]) -> tuple[Claim, ...]:
    """Return the claims of `text` in order of their first content offset."""
    passage = Passage(text)
    found = find_attributions(passage)

    def span(tokens: tuple[int, int]) -> Span:
        return passage.tokens[tokens[0]].start, passage.tokens[tokens[1] - 1].end

    given = [
        Attribution(
            (span(one.source),) if one.source is not None else (),
            (span(one.cue),),
            tuple(span(content) for content in one.content),
        )
        for one in found
    ]
    certainty = [one.construction for one in found]
    return complete(passage, published, timexes, given, certainty)


def complete_claims(
    text: str, published: Published, timexes: Sequence[Timex], given: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Return a claim per given attribution that has content, its spans kept as they are."""
    return complete(Passage(text), published, timexes, given, None)
