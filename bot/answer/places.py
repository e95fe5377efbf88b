"""Names that stand for one another in the news: a country, its people, its capital, its seat of government.

"What did Moscow say" asks for the Kremlin's words and the Russian foreign ministry's alike.
"""

from functools import cache, lru_cache
from importlib.resources import files

from bot.words import words


@cache
def table() -> tuple[tuple[str, ...], ...]:
    """Return the rows of `places.txt`, the name each is known by first."""
    lines = files("bot.answer").joinpath("places.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(map(str.strip, line.split(","))) for line in lines if line and line[0] != "#")


_OFFICE_WORDS = """
administration ambassador ambassadors army authorities bank cabinet commission commissioner court defence
defense delegation department diplomat diplomats embassy envoy envoys executive forces foreign government
house intelligence lawmakers leaders military minister ministers ministry mission navy negotiators office
officials palace parliament police presidency president security senate side treasury troops
"""
OFFICES = frozenset(_OFFICE_WORDS.split())
"""A body whose name has one of these speaks for its country: the Russian Embassy, not Russian Airlines."""


@cache
def _rows() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    rows: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for names in table():
        row = frozenset(tuple(words(name)) for name in names)
        rows |= dict.fromkeys(row, row)
    return rows


def standing_for(name: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the names (as folded words) that stand for `name`, itself included; empty for no such name."""
    return _rows().get(name, frozenset())


@lru_cache(maxsize=65_536)
def places_spoken_for(voice: str) -> frozenset[tuple[str, ...]]:
    """Return the names of the table in whose name a body or country of this name speaks."""
    parts = words(voice)
    if tuple(parts) in _rows() or not OFFICES.isdisjoint(parts):
        runs = {tuple(parts[first:last]) for last in range(len(parts) + 1) for first in range(last)}
        return frozenset(runs & _rows().keys())
    return frozenset()


def country_of(voice: str) -> str | None:
    """Return for which country or body a name speaks: Russia for the Kremlin; None for itself."""
    places = places_spoken_for(voice)
    found = [names[0] for names in table() if places & standing_for(tuple(words(names[0])))]
    return found[0] if len(found) == 1 and words(found[0]) != words(voice) else None
