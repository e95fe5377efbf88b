"""From a file somebody sends to an Article."""

import re
import zlib
from pathlib import PurePath

from bot.ingest.article import Article, UnreadableError
from bot.ingest.charset import decode
from bot.ingest.docx import from_docx, is_docx
from bot.ingest.eml import from_mail, is_mail
from bot.ingest.html import from_html
from bot.ingest.markdown import from_markdown, is_markdown
from bot.ingest.pdf import from_pdf
from bot.ingest.plain_text import from_text

MAX_BYTES = 20_000_000
"""The largest file read, packed or unpacked; it is also the largest Telegram lets a bot download."""

_READABLE = (
    "send a text (.txt, .md), web page (.html), PDF, Word document (.docx) or e-mail (.eml), "
    "or paste the article's text"
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:p|div|h1|title|meta|br|span|section)[\s>/]", re.IGNORECASE)
# Text of any kind has none of these, whatever its charset; UTF-16 is told by its mark.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def from_file(name: str, content: bytes) -> Article:
    """Read a text, page, PDF, Word document or e-mail, also gzipped, by what it holds and not by its name.

    `name` is only spoken of. Raises UnreadableError, in a sentence for the user, for anything else. Files of
    strangers are read `confined`.
    """
    shown = _shown(name)
    if len(content) > MAX_BYTES:
        raise UnreadableError(f"{shown} is over {MAX_BYTES // 1_000_000} MB: {_READABLE}.")
    if not content.strip():
        raise UnreadableError(f"{shown} is empty: {_READABLE}.")
    if content.startswith(b"\x1f\x8b"):
        content = _unpacked(shown, content)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return from_pdf(content)
    if content.startswith(b"PK\x03\x04") and is_docx(content):
        return from_docx(content)
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if _BINARY.search(content[:8192]) and not marked:
        raise UnreadableError(f"{shown} is not a kind of file that is read here: {_READABLE}.")
    if is_mail(content):
        return from_mail(content)
    start = content[:65_536].replace(b"\0", b"") if marked else content[:65_536]
    if _HTML.search(start[:4096]) or len(_MARKUP.findall(start)) >= 5:
        return from_html(content, url=None)
    text = decode(content)
    return from_markdown(text) if is_markdown(text) else from_text(text)


def _shown(name: str) -> str:
    """Return the file's own name, short and harmless enough to be repeated."""
    last = PurePath(name.replace("\\", "/")).name
    return f"“{''.join(c for c in last if c.isprintable())[:60]}”" if last else "That file"


def _unpacked(shown: str, content: bytes) -> bytes:
    stream = zlib.decompressobj(31)
    try:
        text = stream.decompress(content, MAX_BYTES + 1)
    except zlib.error:
        raise UnreadableError(
            f"{shown} is broken and cannot be unpacked: send it again, or {_READABLE}."
        ) from None
    if len(text) > MAX_BYTES:
        raise UnreadableError(f"{shown} unpacks to over {MAX_BYTES // 1_000_000} MB: {_READABLE}.")
    if not stream.eof:
        raise UnreadableError(f"{shown} is cut short: send it again, or {_READABLE}.")
    return text
