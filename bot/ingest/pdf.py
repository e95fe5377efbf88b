"""From a PDF to an Article. What hostile ones take is for `confined` to limit."""

import pypdfium2

from bot.ingest.article import Article, UnreadableError
from bot.ingest.plain_text import MAX_CHARACTERS, from_text

_MOST_PAGES = 300


def from_pdf(content: bytes) -> Article:
    """Read the article in a PDF. Raises UnreadableError where its text cannot be had."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        why = "is locked with a password" if locked else "is broken"
        raise UnreadableError(f"That PDF {why}: paste the article's text instead.") from None
    if len(document) > _MOST_PAGES:
        raise UnreadableError(
            f"That PDF has over {_MOST_PAGES} pages, far more than an article: paste the part you mean."
        )
    pages: list[str] = []
    for page in document:
        pages.append(_text_of(page))
        if sum(map(len, pages)) > MAX_CHARACTERS:
            raise UnreadableError("That PDF holds far more text than an article: paste the part you mean.")
    text = "\n".join(pages)
    if not text.strip():
        raise UnreadableError(
            "That PDF holds pictures of pages and no text: paste the article's text instead."
        )
    return from_text(text)


def _text_of(page: pypdfium2.PdfPage) -> str:
    text = str(page.get_textpage().get_text_bounded())
    # A hyphen that a line was broken at comes as U+FFFE (PDFium).
    return text.replace("\ufffe\r\n", "").replace("\ufffe", "")
