"""The feeds that a site's page points at."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.ingest.characters import clean, one_line
from bot.ingest.charset import decode
from bot.ingest.feeds.addresses import absolute

MOST = 8
"""Feeds offered of one page."""

_TAG = re.compile(r"<(?P<tag>link|a|base)\s(?P<attributes>[^<>]{1,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([a-z-]{2,20}+)\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
# What sites that declare no feed call the address of theirs.
_LOOKS_LIKE_ONE = re.compile(
    r"(?:/(?:feed|rss|atom)s?(?:\.(?:xml|php|json))?/?|\.(?:rss|atom))(?:\?[^/]*)?$", re.IGNORECASE
)
_OF_COMMENTS = re.compile(r"\bcomments?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offered:
    """A feed that a page points at, by the address it gives and what it calls it."""

    url: str
    title: str


def feeds_of(content: bytes, *, url: str, charset: str | None = None) -> list[Offered]:
    """Return the feeds that the page fetched from `url` declares, else those it links to, each once.

    Those of comments come last.
    """
    tags = list(_tags(clean(decode(content, charset))))
    base = next((absolute(found.get("href", ""), url) for tag, found in tags if tag == "base"), None) or url
    declared = [found for tag, found in tags if tag == "link" and _is_declared(found)]
    linked = [found for tag, found in tags if tag == "a" and _LOOKS_LIKE_ONE.search(found.get("href", ""))]
    offered: dict[str, Offered] = {}
    for found in declared or linked:
        address = absolute(found.get("href", ""), base)
        if address:
            offered.setdefault(address, Offered(address, one_line(found.get("title", ""))[:200]))
    return sorted(offered.values(), key=_is_of_comments)[:MOST]


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for tag in _TAG.finditer(text):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(tag["attributes"])
        }
        yield tag["tag"].lower(), attributes


def _is_declared(link: dict[str, str]) -> bool:
    kind = link.get("type", "").partition(";")[0].strip().lower()
    return "alternate" in link.get("rel", "").lower().split() and kind in _TYPES


def _is_of_comments(offered: Offered) -> bool:
    return bool(_OF_COMMENTS.search(f"{offered.url} {offered.title}"))
