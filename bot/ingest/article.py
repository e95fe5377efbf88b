"""A clean article, as every way of ingesting gives it."""

from dataclasses import dataclass
from typing import Literal

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
    (`unknown`), a date where only the day is known, None where nothing is. `language` is ISO 639-1.
    """

    text: str
    title: str | None
    source: str | None
    authors: tuple[str, ...]
    url: str | None
    published: Published
    zone_from: ZoneFrom
    language: str
