"""From bytes to text, whatever they were written in."""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Python's own, which no page is written in and some of which fail on what they cannot read.
_NOT_OF_PAGES = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
# A guess needs no more to be as good as it gets.
_SAMPLE = 50_000


def decode(content: bytes, declared: str | None = None) -> str:
    """Return `content` as text: by its mark, as UTF-8, as `declared`, as its markup says, else by a guess.

    UTF-8 goes before what is declared, since text that decodes as UTF-8 is not anything else, and headers
    lie. Bytes that fit nowhere become U+FFFD.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # One broken byte in a page that says it is UTF-8 does not make it anything else.
        named = declared or _named(content)
        if named and _codec(named) == "utf-8" and error.start > 1000:
            return content.decode("utf-8", "replace")
    for stated in (declared, _named(content)):
        codec = _codec(stated) if stated else None
        if codec and codec != "utf-8":
            return content.decode(codec, "replace")
    guess = from_bytes(content[:_SAMPLE]).best()
    return content.decode(guess.encoding if guess else "cp1252", "replace")


def _named(content: bytes) -> str | None:
    found = _META.search(content[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _codec(name: str) -> str | None:
    """Return Python's name for an encoding that pages are written in, None where it has none."""
    try:
        info = codecs.lookup(name.strip())
        "a".encode(info.name)
    except (LookupError, ValueError):
        return None
    if info.name in _NOT_OF_PAGES:
        return None
    # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding), since that is what such pages hold.
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name
