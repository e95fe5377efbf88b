"""How a source writes numeric dates and what its clocks show, as far as its address tells."""

import re
from datetime import datetime, timezone
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.extract.reading import Published
from bot.ingest.article import ZoneFrom

# Ends of addresses in whose countries "1/2/2022" is 1 February, and in which it is 2 January (Unicode CLDR's
# short date of each country). Ends that are sold to anybody (.co, .io, .me, .tv) tell nothing.
_DAY_FIRST = frozenset(
    """
    ar at au be bg br ch cl cy cz de dk ee eg es fi fr gh gr hk hr ie il in it ke lb lu lv ma mt mx my ng nl
    no nz pe pk pl pt ro rs ru sg si sk th tr ua uk uy vn za zw
    """.split()  # noqa: SIM905 - a table is read more easily
)
_MONTH_FIRST = frozenset({"us", "gov", "mil", "edu", "ph"})
# Where the newspapers of countries with several zones have their clocks; of others zone.tab has the one.
_CLOCKS = {
    "ar": "America/Argentina/Buenos_Aires", "br": "America/Sao_Paulo", "cl": "America/Santiago",
    "cn": "Asia/Shanghai", "cy": "Asia/Nicosia", "de": "Europe/Berlin", "ec": "America/Guayaquil",
    "es": "Europe/Madrid", "gov": "America/New_York", "id": "Asia/Jakarta", "kz": "Asia/Almaty",
    "my": "Asia/Kuala_Lumpur", "nz": "Pacific/Auckland", "pt": "Europe/Lisbon", "ru": "Europe/Moscow",
    "ua": "Europe/Kyiv", "uk": "Europe/London", "uz": "Asia/Tashkent", "vn": "Asia/Ho_Chi_Minh",
}  # fmt: skip
# Sold to anybody, though they are countries'.
_NO_COUNTRY = frozenset("ac ag ai bz cc co dj fm gg im io la ly me ms mu nu sc sh st tk to tv vc ws".split())  # noqa: SIM905 - a table is read more easily
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)


def in_zone_of(
    published: Published, zone_from: ZoneFrom, url: str | None, source: str | None
) -> tuple[Published, ZoneFrom]:
    """Return a local time without a zone as an instant by the clocks of the publisher's country.

    The country is that of its address, else of a source that is named like one; the zone is then `inferred`.
    What is no local time, and what has no such country, is returned as it is.
    """
    if not isinstance(published, datetime) or published.tzinfo is not None:
        return published, zone_from
    named = f"https://{source}" if source and _HOST.fullmatch(source) else None
    zone = zone_of(url) or zone_of(named)
    if zone is None:
        return published, zone_from
    offset = published.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return (
        (published.replace(tzinfo=timezone(offset)), "inferred")
        if offset is not None
        else (published, zone_from)
    )


def zone_of(url: str | None) -> str | None:
    """Return the IANA zone of the country a site's address ends in, None where it has none or several."""
    end = _end_of(url)
    return None if end in _NO_COUNTRY else _CLOCKS.get(end) or _only_zones().get(end)


@cache
def _only_zones() -> dict[str, str]:
    """Return the zone of each country that has one only."""
    zones: dict[str, str | None] = {}
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            zones[country.lower()] = None if country.lower() in zones else zone
    return {country: zone for country, zone in zones.items() if zone is not None}


def _end_of(url: str | None) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".").rpartition(".")[2] if url else ""
    except ValueError:
        return ""


def day_first(url: str | None) -> bool | None:
    """Tell whether the source writes the day before the month; None where its address does not say."""
    end = _end_of(url)
    return True if end in _DAY_FIRST else False if end in _MONTH_FIRST else None
