"""Temporal expressions and the events due at them."""

from collections.abc import Sequence
from functools import lru_cache

from bot.extract.dates import events
from bot.extract.dates import timexes as _timexes
from bot.extract.dates.english import ENGLISH
from bot.extract.dates.language import Language
from bot.extract.dates.saying import when_said
from bot.extract.reading import Event, Past, Published, Timex

__all__ = ["ENGLISH", "Language", "find_events", "find_past", "find_timexes", "when_said"]

# an article is asked for its timexes, then for its events, then for what is past
_tokens_of = lru_cache(maxsize=2)(_timexes.tokens_of)


def find_timexes(
    text: str, published: Published, *, language: Language = ENGLISH, day_first: bool | None = None
) -> tuple[Timex, ...]:
    """Return the temporal expressions of `text` in order, never overlapping.

    Values are TIMEX3's. What hangs on a publication day that is not known has no value.
    `day_first` is how the source writes numeric dates, by its locale: True reads "1/2/2022" as 1 February,
    False as 2 January; None leaves one that both orders allow without a value, so that no event has it.
    """
    tokens = _tokens_of(text, language)
    return _timexes.find(tokens, published, language, day_first=day_first)


def find_events(
    text: str, published: Published, timexes: Sequence[Timex], *, language: Language = ENGLISH
) -> tuple[Event, ...]:
    """Return what `text` says is due, moved, called off or over, in order of mention."""
    tokens = _tokens_of(text, language)
    return events.find(tokens, _timexes.local_day(published), timexes)


def find_past(
    text: str, published: Published, timexes: Sequence[Timex], *, language: Language = ENGLISH
) -> tuple[Past, ...]:
    """Return what `text` tells as done on a day of the two weeks before it appeared, in order of mention."""
    tokens = _tokens_of(text, language)
    return events.find_past(tokens, _timexes.local_day(published), timexes)
