"""The JSON-LD of a page: what schema.org's Article says of title, authors, instant and text."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from bot.ingest.characters import one_line

# Where an article's own object may hang; anything else nested is about pictures, videos and other articles.
_LEADS_ON = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_NODES = 500


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """What a page's JSON-LD says of its article, as strings; None or empty where it is silent.

    `is_free` tells whether all of it is shown to everybody.
    """

    headline: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    body: str | None = None
    is_live: bool = False
    is_free: bool | None = None


def structured_article(tree: HtmlElement) -> StructuredArticle:
    """Read the JSON-LD of `tree`. Broken, deep or hostile data reads as if it were not there."""
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    for node in _nodes(tree):
        types = " ".join(_strings(node.get("@type")))
        if types.endswith(("Article", "Posting", "Report")) or "Article" in types:
            articles.append(node)
        elif "Page" in types:
            pages.append(node)
    # A page may hold its article's object twice, once in full.
    articles.sort(key=lambda node: -sum(key in node for key in ("datePublished", "headline", "author")))
    merged: dict[str, Any] = {}
    for node in (*articles[:3], *pages[:1]):
        for key, value in node.items():
            merged.setdefault(key, value)
    return StructuredArticle(
        headline=_string(merged.get("headline")),
        description=_string(merged.get("description")),
        authors=tuple(dict.fromkeys(name for name in _named(merged.get("author")) if name)),
        publisher=next(iter(_named(merged.get("publisher"))), None),
        published=_string(merged.get("datePublished") or merged.get("dateCreated")),
        is_live="Live" in " ".join(_strings(merged.get("@type"))),
        is_free=_told(merged.get("isAccessibleForFree")),
        body=merged["articleBody"] if isinstance(merged.get("articleBody"), str) else None,
    )


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    waiting: deque[Any] = deque()
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                waiting.append(json.loads(script.text.strip().strip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.popleft()
        seen += 1
        if isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in _LEADS_ON if isinstance(node.get(key), dict | list))


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def _told(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


def _string(value: Any) -> str | None:
    found = [one_line(one) for one in _strings(value)]
    return found[0] if found and found[0] else None


def _named(value: Any) -> list[str]:
    """Return the names of people or bodies, written as a string, an object or a list of these."""
    values = value if isinstance(value, list) else [value]
    names: list[str] = []
    for one in values[:20]:
        name = one.get("name") if isinstance(one, dict) else one
        names += [one_line(text) for text in _strings(name)]
    return [name for name in names if name and not name.startswith(("http", "@"))]
