"""From the bytes of a feed to a Feed, whatever it is written in."""

import re

from bot.ingest.article import UnreadableError
from bot.ingest.characters import clean
from bot.ingest.charset import decode
from bot.ingest.feeds import json_feed, xml_feed
from bot.ingest.feeds.feed import NO_FEED, Feed
from bot.ingest.feeds.safe_xml import past_prolog

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF)\b")


def parse(content: bytes, *, url: str, charset: str | None = None) -> Feed:
    """Read a feed fetched from `url`; `charset` is what the server said of its bytes.

    Raises UnreadableError, in a sentence for the user, where it is none or is not to be trusted.
    """
    text = clean(decode(content, charset)).lstrip()
    if text.startswith("{"):
        return json_feed.read(text, url)
    text = past_prolog(text)
    if not _ROOT.match(text):
        raise UnreadableError(NO_FEED)
    return xml_feed.read(text, url)
