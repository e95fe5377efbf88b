"""Attributions: who said what."""

from collections.abc import Sequence

from bot.extract.reading import Attribution, Claim, Published, Timex

__all__ = ["complete_claims", "find_claims"]


def find_claims(text: str, published: Published, timexes: Sequence[Timex]) -> tuple[Claim, ...]:
    """Return the claims of `text` in order of their first content offset."""
    raise NotImplementedError


def complete_claims(
    text: str, published: Published, timexes: Sequence[Timex], given: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Return a claim per given attribution that has content, its spans kept as they are."""
    raise NotImplementedError
