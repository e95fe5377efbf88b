"""A feed reduced to what is read of it, so that what reads it is given nothing large, deep or broken.

feedparser takes minutes for some feeds of a megabyte: time that grows with the square of an entry's
categories, a tag's attributes, or its depth. libxml2 takes a second for any of them.
"""

import re
from collections import Counter
from itertools import islice

from lxml import etree

from bot.ingest.article import UnreadableError
from bot.ingest.feeds.feed import MOST_ENTRIES, MOST_LISTED, MOST_TEXT
from bot.ingest.feeds.safe_xml import parsed

TOO_MANY = (
    f"That feed lists over {MOST_LISTED:,} entries, far more than is read here: "
    "follow a feed of one section of that site."
)
_MOST_ALIKE = 10  # children of one name in one entry
_LINE = 2_000  # characters of a title, an address or a date
_HEAD = frozenset(
    {"title", "link", "ttl", "updatePeriod", "updateFrequency", "updatebase", "subtitle", "description"}
)
_OF_ENTRY = frozenset({
    "title", "link", "guid", "id", "origLink", "pubDate", "published", "updated", "modified", "issued",
    "date", "created", "description", "summary", "content", "encoded",
})  # fmt: skip
_LONG = frozenset({"description", "summary", "content", "encoded"})
_ATTRIBUTES = ("href", "rel", "type", "isPermaLink")
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
# Prefixes that feeds use without saying what they mean.
_PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "atom": "http://www.w3.org/2005/Atom",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}
_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s/>]")


def slim(text: str) -> bytes:
    """Return the feed `text` (no prolog, no DTD) as small, flat, well-formed XML in UTF-8.

    Raises UnreadableError, in a sentence for the user, where it lists too much or nothing can be made of it.
    """
    if sum(1 for _ in islice(_ITEM.finditer(text), MOST_LISTED + 1)) > MOST_LISTED:
        raise UnreadableError(TOO_MANY)
    root = parsed(text)
    head = next(root.iter("{*}channel"), root)
    entries = [one for one in root.iter("{*}item", "{*}entry") if one.getparent() is not None]
    if len(entries) > MOST_ENTRIES:
        entries = entries[: MOST_ENTRIES // 2] + entries[-MOST_ENTRIES // 2 :]
    flat = etree.Element(root.tag, nsmap=root.nsmap)  # type: ignore[arg-type]  # None is the bare prefix
    if root.get("version"):
        flat.set("version", root.get("version", "")[:10])
    body = flat if head is root else etree.SubElement(flat, head.tag)
    _copy(head, body, _HEAD)
    for entry in entries:
        kept = etree.SubElement(body, entry.tag)
        if about := entry.get(_RDF_ABOUT):
            kept.set(_RDF_ABOUT, about[:_LINE])
        _copy(entry, kept, _OF_ENTRY)
    return bytes(etree.tostring(flat, encoding="utf-8"))


def _copy(source: etree._Element, target: etree._Element, wanted: frozenset[str]) -> None:
    """Copy the wanted children, each as one element with text alone."""
    counts: Counter[str] = Counter()
    for child in source.iterchildren():
        tag = child.tag
        if not isinstance(tag, str):
            continue
        prefix, _, bare = tag.rpartition(":") if not tag.startswith("{") else ("", "", tag)
        name = bare.rpartition("}")[2]
        counts[name] += 1
        if name not in wanted or counts[name] > _MOST_ALIKE:
            continue
        if prefix:
            tag = f"{{{_PREFIXES[prefix]}}}{bare}" if prefix in _PREFIXES else bare
        flat = etree.SubElement(target, tag)
        for attribute in _ATTRIBUTES:
            if attribute in child.attrib:
                flat.set(attribute, child.get(attribute, "")[:_LINE])
        flat.text = _text(child, name)
        if len(child) and name in _LONG:
            flat.set("type", "html")


def _text(element: etree._Element, name: str) -> str:
    """Return what an element holds; markup within a text that is read for its words stays, as text."""
    if name not in _LONG:
        return "".join(map(str, element.itertext(with_tail=False)))[:_LINE]
    inner = [element.text or "", *(etree.tostring(child, encoding="unicode") for child in element)]
    return "".join(inner)[:MOST_TEXT]
