"""Temporal expressions and the events due at them."""

from collections.abc import Sequence

from bot.extract.reading import Event, Published, Timex

__all__ = ["find_events", "find_timexes"]


def find_timexes(text: str, published: Published) -> tuple[Timex, ...]:
    """Return the temporal expressions of `text` in order, never overlapping."""
    raise NotImplementedError


def find_events(text: str, published: Published, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Return what `text` says is due, moved, called off or over, in order of mention."""
    raise NotImplementedError
