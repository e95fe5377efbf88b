"""Temporal expressions and the events due at them."""

from collections.abc import Sequence
from datetime import date

from bot.extract.reading import Event, Published, Span, Timex

__all__ = ["day_said", "find_events", "find_timexes"]


def find_timexes(text: str, published: Published) -> tuple[Timex, ...]:
    """Return the temporal expressions of `text` in order, never overlapping."""
    raise NotImplementedError


def find_events(text: str, published: Published, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Return what `text` says is due, moved, called off or over, in order of mention."""
    raise NotImplementedError


def day_said(text: str, cue: Span, published: Published, timexes: Sequence[Timex]) -> date | None:
    """Return the day the words cued at `cue` were said: in the cue's clause, else the publication day, else None."""
    raise NotImplementedError
