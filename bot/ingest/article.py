"""A clean article, as every way of ingesting gives it."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal

from bot.extract.reading import Published

ZoneFrom = Literal["printed", "page", "inferred", "unknown"]


class UnreadableError(Exception):
    """What was sent cannot be made an article. The message is one sentence for the user."""


class LaterError(UnreadableError):
    """What was asked for cannot be had now, and may be had later."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one source.

    `text` is clean: paragraphs separated by a blank line, no title, stamp or noise. `published` is an aware
    instant where the zone is known (`zone_from` says from what), a naive local time where it is not
    (`unknown`), a date where only the day is known, None where nothing is. `otherwise` is when it appeared by
    another reading of the page, where the two are at odds. `language` is ISO 639-1.
    """

    text: str
    title: str | None
    source: str | None
    authors: tuple[str, ...]
    url: str | None
    published: Published
    zone_from: ZoneFrom
    language: str
    otherwise: Published = None


def to_row(article: Article) -> dict[str, Any]:
    """Return the article as JSON can hold it."""
    instants = {"published": iso(article.published), "otherwise": iso(article.otherwise)}
    return {**asdict(article), **instants}


def from_row(row: dict[str, Any]) -> Article:
    """Return the article `to_row` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    read = {name: published_of(row.get(name)) for name in ("published", "otherwise")}
    return Article(**{**row, **read, "authors": tuple(row["authors"])})


def iso(published: Published) -> str | None:
    """Write a publication date as it is stored: an instant, a local time without a zone, or a day."""
    return published.isoformat() if published is not None else None


def published_of(iso: str | None) -> Published:
    """Read a publication date as it is stored; None where it is no date."""
    if not iso:
        return None
    try:
        return date.fromisoformat(iso) if len(iso) == len("2022-02-21") else datetime.fromisoformat(iso)
    except ValueError:
        return None
