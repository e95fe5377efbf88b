"""A feed as it is read: its entries, and what it says of how often it may be asked for."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from bot.words import words

MOST_ENTRIES = 1_000
"""Entries read of one feed: the first and the last of a longer list, since some put the newest last."""

MOST_LISTED = 20_000
"""A feed that lists more entries is no feed."""

MOST_TEXT = 300_000
"""Characters kept of an entry's text."""

NO_FEED = "There is no feed at that link: send the address of an RSS, Atom or JSON feed."

_FEWEST_WORDS = 20  # fewer do not tell one entry from another: "Live: the latest" is said of many


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed lists: a page's address, and what the feed itself tells of it.

    `guid` is what the feed calls it by; `url` is canonical; `text` is plain or HTML, as much as the feed
    carries; `published` is the date as it stands in the feed, whatever its form.
    """

    guid: str | None
    url: str | None
    title: str
    text: str
    published: str | None

    @property
    def guid_key(self) -> str:
        """What its feed knows it by: 64 hexadecimal digits of its GUID, else of its address or words."""
        return _digest(self.guid or self.url or f"{self.title}\n{self.text}")

    @property
    def content_key(self) -> str | None:
        """64 hexadecimal digits of its words, None where they are too few to tell it from another."""
        said = words(f"{self.title}\n{self.text}")
        return _digest(" ".join(said)) if len(said) >= _FEWEST_WORDS else None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title, the address of its site, its entries, and how long it says it may be kept (TTL)."""

    title: str
    site: str | None
    entries: tuple[Entry, ...]
    keep: timedelta | None = None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
