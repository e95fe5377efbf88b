"""From a clean text and its publication date to a Reading. Pure: no I/O, no database, no clock."""

from collections.abc import Sequence

from bot.extract.attribution import complete_claims, find_claims
from bot.extract.dates import find_events, find_past, find_timexes
from bot.extract.reading import Attribution, Published, Reading

__all__ = ["read"]


def read(
    text: str,
    published: Published,
    given: Sequence[Attribution] | None = None,
    *,
    day_first: bool | None = None,
) -> Reading:
    """Read `text`: who said what, the dates in it and what is due.

    With `given`, the attributions' spans are kept as they are and only speaker, act and day are worked out.
    `day_first` is how its source writes numeric dates; where that is not known, "1/2/2022" has no value.
    """
    timexes = find_timexes(text, published, day_first=day_first)
    if given is None:
        claims = find_claims(text, published, timexes)
    else:
        claims = complete_claims(text, published, timexes, given)
    return Reading(
        text,
        claims,
        timexes,
        find_events(text, published, timexes),
        find_past(text, published, timexes),
    )
