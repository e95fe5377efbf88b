"""RSS and Atom in all their versions, by feedparser."""

import html
import re
from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any

import feedparser

from bot.ingest.characters import one_line
from bot.ingest.feeds.addresses import absolute, entry_address
from bot.ingest.feeds.feed import MOST_TEXT, Entry, Feed
from bot.ingest.feeds.slim import slim

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_TAG = re.compile(r"<[^<>]{1,500}>")
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DATES = ("published", "updated", "created")


def read(text: str, url: str) -> Feed:
    """Read the feed `text`, from its first tag on. Raises UnreadableError, in a sentence for the user."""
    # As a file: given a string, feedparser would take it for an address, and fetch it.
    parsed = feedparser.parse(
        BytesIO(slim(text)), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False
    )
    head = parsed.feed
    site = absolute(_plain(head, "link"), url)
    return Feed(
        title=line(_plain(head, "title")),
        site=site,
        entries=tuple(_entry(one, site or url) for one in parsed.entries),
        keep=_keep(head),
    )


def line(text: str) -> str:
    """Return what a feed gives as a title, as one line of plain text."""
    return one_line(html.unescape(_TAG.sub("", text)))[:500]


def _entry(entry: Mapping[str, Any], base: str) -> Entry:
    contents = [one.get("value") or "" for one in entry.get("content") or ()]
    text = max([_plain(entry, "summary"), *contents], key=len)
    # `dict.get` throughout: feedparser's own gives "updated" for "published", under a warning.
    link = _plain(entry, "feedburner_origlink") or _plain(entry, "link")
    return Entry(
        guid=_plain(entry, "id").strip() or None,
        url=entry_address(link, base),
        title=line(_plain(entry, "title")),
        text=text[:MOST_TEXT],
        published=next((raw for name in _DATES if (raw := one_line(_plain(entry, name))[:100])), None),
    )


def _plain(parsed: Mapping[str, Any], name: str) -> str:
    value = dict.get(parsed, name)  # type: ignore[call-overload]  # a dictionary whose type is not told
    return value if isinstance(value, str) else ""


def _keep(head: Mapping[str, Any]) -> timedelta | None:
    """Return how long the feed says that it may be kept: RSS's ttl, in minutes, or syndication's period."""
    ttl = _plain(head, "ttl").strip()
    if ttl.isascii() and ttl.isdigit() and len(ttl) <= 6 and int(ttl) > 0:
        return timedelta(minutes=int(ttl))
    period = _PERIODS.get(_plain(head, "sy_updateperiod").strip().lower())
    times = _plain(head, "sy_updatefrequency").strip()
    if period is None:
        return None
    often = int(times) if times.isascii() and times.isdigit() and len(times) <= 4 else 1
    return period / max(often, 1)
