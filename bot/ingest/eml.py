"""From a saved e-mail to an Article."""

import re
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from bot.extract.reading import Published
from bot.ingest.article import Article, UnreadableError
from bot.ingest.characters import one_line
from bot.ingest.charset import decode
from bot.ingest.html import from_html
from bot.ingest.plain_text import from_text
from bot.ingest.zones import is_aware

# The fields above the first empty line.
_FIELDS = re.compile(rb"(?:\A|\n)([A-Za-z][A-Za-z-]{1,40}):(?=[ \t])")
_OF_MAIL = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"}
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
# A plain part with fewer words only says that there is another one.
_FEWEST_WORDS = 40


def is_mail(content: bytes) -> bool:
    """Tell whether these are the bytes of an e-mail, by the fields at its head."""
    head = re.split(rb"\r?\n\r?\n", content.lstrip()[:32_768], maxsplit=1)[0]
    fields = {name.lower() for name in _FIELDS.findall(head)}
    return b"from" in fields and bool(fields & _OF_MAIL or {b"date", b"subject"} <= fields)


def from_mail(content: bytes) -> Article:
    """Read the article in an e-mail: its subject is the title, its sender and date stand in where needed.

    Raises UnreadableError where there is none.
    """
    message = message_from_bytes(content.lstrip(), policy=policy.default)
    plain, marked_up = _part(message, "plain"), _part(message, "html")
    sender, sent = _sender(message), _sent(message)
    if marked_up and len(plain.split()) < max(_FEWEST_WORDS, len(marked_up.split()) // 50):
        article = from_html(marked_up, url=None)
    elif plain.strip():
        article = from_text(plain, fallback_source=sender, fallback_published=sent)
    else:
        raise UnreadableError("That e-mail has no text in it: paste the article, or send a link to it.")
    if article.published is None and sent is not None:
        article = replace(article, published=sent, zone_from="page" if is_aware(sent) else "unknown")
    subject = _PREFIX.sub("", one_line(str(message["subject"] or "")))
    return replace(article, title=subject or article.title, source=article.source or sender)


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    packed = part.get_payload(decode=True)
    return decode(packed, part.get_content_charset()) if isinstance(packed, bytes) else ""


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message["from"], "addresses", ())
    return next((one_line(one.display_name) or one.domain for one in addresses), None) or None


def _sent(message: EmailMessage) -> Published:
    sent = getattr(message["date"], "datetime", None)
    return sent if isinstance(sent, datetime) else None
