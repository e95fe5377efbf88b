"""Lists of feeds as readers exchange them (OPML 2.0)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from bot.ingest.article import UnreadableError
from bot.ingest.characters import clean, one_line
from bot.ingest.charset import decode
from bot.ingest.feeds.addresses import absolute
from bot.ingest.feeds.safe_xml import parsed, past_prolog

MOST = 5_000
"""Feeds in one list."""

_ROOT = re.compile(r"(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE[^>]*+>|\s)*+<opml\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list; `site` is its page for people."""

    url: str
    title: str
    site: str | None = None


def is_opml(content: bytes) -> bool:
    """Tell whether a file is a list of feeds, by how it begins."""
    return bool(_ROOT.match(clean(decode(content[:4096])).lstrip()))


def read(content: bytes) -> list[Outline]:
    """Return the feeds of a list, each once, in order. Raises UnreadableError, in a sentence for the user."""
    root = parsed(past_prolog(clean(decode(content)).lstrip()))
    feeds: dict[str, Outline] = {}
    for outline in root.iter("{*}outline"):
        given = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        url = absolute(given.get("xmlurl", ""), "")
        if url is None:
            continue
        title = one_line(given.get("title") or given.get("text") or "")[:500]
        feeds.setdefault(url, Outline(url, title, absolute(given.get("htmlurl", ""), "")))
        if len(feeds) > MOST:
            raise UnreadableError(f"That list has over {MOST:,} feeds: send it in parts.")
    if not feeds:
        raise UnreadableError("There is no feed in that list: export it again from where you read feeds.")
    return list(feeds.values())


def write(feeds: Iterable[Outline], title: str) -> bytes:
    """Return a list of feeds as a file."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for feed in feeds:
        name = one_line(feed.title) or feed.url
        outline = etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=feed.url)
        if feed.site:
            outline.set("htmlUrl", feed.site)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
