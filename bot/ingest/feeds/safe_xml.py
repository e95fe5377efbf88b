"""XML from strangers, without what it can do harm with; what is broken is mended as far as it goes."""

import re
from html.entities import html5

from lxml import etree

from bot.ingest.article import UnreadableError

BUILT_ODDLY = "That file is built in a way that cannot be read: tell its site, or take another one."

_MOST_MARKUP = 500_000  # tags and references: a node of libxml2 takes over a hundred bytes
# What may stand before the first tag (XML 1.0, section 2.8).
_PROLOG = re.compile(r"\s*+(?:(?:<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->)\s*+)*+")
_DTD = re.compile(r"<!(?:DOCTYPE(?!\s+html\b)|ENTITY)", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BARE = re.compile(r"&(?!#?\w{1,31};)")


def past_prolog(text: str) -> str:
    """Return `text` from its first tag on. Raises UnreadableError where it declares a document type.

    That is refused before anything parses it: entities that stand for entities make gigabytes of a kilobyte.
    """
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    if _DTD.match(text, start):
        raise UnreadableError(
            "That file brings a document type of its own, which no feed needs and which can do harm, "
            "so it is not read: ask its site for a plain one."
        )
    return text[start:]


def parsed(text: str) -> etree._Element:
    """Parse `text`, which has no prolog. Raises UnreadableError where nothing can be made of it."""
    if text.count("<") + text.count("&") > _MOST_MARKUP:
        raise UnreadableError(BUILT_ODDLY)
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_mended(text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise UnreadableError(BUILT_ODDLY)
    return root


def _mended(text: str) -> str:
    """Return `text` with its bare ampersands and HTML's named characters as XML has them, but in CDATA."""
    first, *rest = text.split("<![CDATA[")
    mended = [_BARE.sub("&amp;", _NAMED.sub(_as_character, first))]
    for part in rest:
        inside, end, after = part.partition("]]>")
        mended.append(f"<![CDATA[{inside}{end}{_BARE.sub('&amp;', _NAMED.sub(_as_character, after))}")
    return "".join(mended)


def _as_character(name: re.Match[str]) -> str:
    if name[1] in _OF_XML:
        return name[0]
    return html5.get(f"{name[1]};", f"&amp;{name[1]};")
