"""Attributions: who said what."""

from collections.abc import Sequence

from bot.extract.attribution.complete import complete
from bot.extract.attribution.passage import Passage
from bot.extract.reading import Attribution, Claim, Published, Timex

__all__ = ["LANGUAGES", "complete_claims", "find_claims"]

LANGUAGES = frozenset({"en"})
"""ISO 639-1 codes of the languages whose claims are read."""


def find_claims(text: str, published: Published, timexes: Sequence[Timex]) -> tuple[Claim, ...]:
    """Return the claims of `text` in order of their first content offset."""
    # here, for loading it takes longer than all the rest, and dates or given spans are read without it
    from bot.extract.attribution.find import find_attributions

    passage = Passage(text)
    found = find_attributions(passage)
    given, confidences = [one for one, _ in found], [sure for _, sure in found]
    return complete(passage, published, timexes, given, confidences)


def complete_claims(
    text: str, published: Published, timexes: Sequence[Timex], given: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Return a claim per given attribution that has content, its spans kept as they are."""
    return complete(Passage(text), published, timexes, given)
