"""What the bytes behind a link are, whatever the server calls them."""

import re

from bot.ingest.article import UnreadableError

PASTE = "paste the article's text instead"
"""What somebody can do whose link cannot be read."""

_XML_START = rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--.*?-->\s*+)*+"
_HTML_TAGS = rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b"
_KINDS = [
    (re.compile(rb"\s*%PDF-"), "application/pdf"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", re.DOTALL), "picture"),
    (re.compile(rb"\x1aE\xdf\xa3|....ftyp|ID3|OggS|fLaC|RIFF....(?:AVI |WAVE)", re.DOTALL), "recording"),
    (re.compile(rb"PK\x03\x04|\x1f\x8b|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd"), "other"),
    (re.compile(_XML_START + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL), "feed"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*+\{[^\x00]*?jsonfeed\.org\\?/version"), "feed"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*+[{\[]\s*+[\"{\]}]"), "other"),
    (re.compile(rb"[^\x00]*?" + _HTML_TAGS, re.IGNORECASE), "text/html"),
]
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SENTENCES = {
    "picture": f"That link is a picture, not a page: {PASTE}.",
    "recording": f"That link is a recording, not a page: {PASTE}.",
    "other": f"That link is not a page with text: check it, or {PASTE}.",
}


def kind_of(start: bytes, stated: str) -> str:
    """Return `text/html`, `text/plain`, `application/pdf` or `feed` for the first bytes of a page.

    `stated` is its Content-Type header. Raises UnreadableError, in a sentence for the user, where they are
    none of these.
    """
    stated = stated.partition(";")[0].strip().lower()
    kind = next((name for pattern, name in _KINDS if pattern.match(start)), None)
    if kind in _SENTENCES:
        raise UnreadableError(_SENTENCES[kind])
    if kind in ("application/pdf", "feed"):
        return kind
    if not start.strip():
        raise UnreadableError(f"That link leads to an empty page: check it, or {PASTE}.")
    if kind is None and b"\0" in start and not start.startswith(_UTF16):
        raise UnreadableError(_SENTENCES["other"])
    if stated == "text/plain":
        return "text/plain"
    return "text/html" if kind or stated in ("text/html", "application/xhtml+xml") else "text/plain"
