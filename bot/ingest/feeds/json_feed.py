"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

import json
from typing import Any

from bot.ingest.article import UnreadableError
from bot.ingest.characters import one_line
from bot.ingest.feeds.addresses import absolute, entry_address
from bot.ingest.feeds.feed import MOST_ENTRIES, MOST_LISTED, MOST_TEXT, NO_FEED, Entry, Feed
from bot.ingest.feeds.slim import TOO_MANY

_BROKEN = "That feed is broken JSON and cannot be read: tell its site, or follow another feed of it."


def read(text: str, url: str) -> Feed:
    """Read the JSON feed `text`. Raises UnreadableError, in a sentence for the user."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError(_BROKEN) from None
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list) or "jsonfeed.org/version" not in _string(document, "version"):
        raise UnreadableError(NO_FEED)
    if len(items) > MOST_LISTED:
        raise UnreadableError(TOO_MANY)
    if len(items) > MOST_ENTRIES:
        items = items[: MOST_ENTRIES // 2] + items[-MOST_ENTRIES // 2 :]
    site = absolute(_string(document, "home_page_url"), url)
    return Feed(
        title=one_line(_string(document, "title"))[:500],
        site=site,
        entries=tuple(_entry(item, site or url) for item in items if isinstance(item, dict)),
    )


def _entry(item: dict[str, Any], base: str) -> Entry:
    text = max((_string(item, name) for name in ("content_html", "content_text", "summary")), key=len)
    return Entry(
        guid=_string(item, "id") or None,
        url=entry_address(_string(item, "url") or _string(item, "external_url"), base),
        title=one_line(_string(item, "title"))[:500],
        text=text[:MOST_TEXT],
        published=one_line(_string(item, "date_published") or _string(item, "date_modified"))[:100] or None,
    )


def _string(document: dict[str, Any], name: str) -> str:
    """Return a member as text: an id may be a number."""
    value = document.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""
