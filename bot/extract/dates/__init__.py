"""Temporal expressions and the events due at them."""

from collections.abc import Sequence

from bot.extract.dates import events
from bot.extract.dates import timexes as _timexes
from bot.extract.dates.saying import when_said
from bot.extract.reading import Event, Published, Timex

__all__ = ["find_events", "find_timexes", "when_said"]


def find_timexes(text: str, published: Published) -> tuple[Timex, ...]:
    """Return the temporal expressions of `text` in order, never overlapping.

    Values are TIMEX3's. A numeric date that both orders allow ("1/2/2022") has no value, and neither has what
    hangs on a publication day that is not known.
    """
    return _timexes.find(_timexes.tokens_of(text), published)


def find_events(text: str, published: Published, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Return what `text` says is due, moved, called off or over, in order of mention."""
    return events.find(_timexes.tokens_of(text), _timexes.local_day(published), timexes)
