"""From a Word document to an Article."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from bot.ingest.article import Article, UnreadableError
from bot.ingest.plain_text import from_text

_MOST_UNPACKED = 60_000_000  # bytes, pictures and all
_MOST_PARTS = 2_000
_BROKEN = "That Word document is broken: send it again, or paste the article's text."


def is_docx(content: bytes) -> bool:
    """Tell whether a ZIP archive is a Word document, by what is in it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False


def from_docx(content: bytes) -> Article:
    """Read the paragraphs of a Word document. Raises UnreadableError where it is broken or a bomb."""
    # Nothing unpacks to more than it is entered with: zipfile stops there.
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise UnreadableError(
            f"That Word document unpacks to over {_MOST_UNPACKED // 1_000_000} MB: paste the article's text."
        )
    try:
        document = docx.Document(BytesIO(content))
        paragraphs = [paragraph.text for paragraph in document.paragraphs]
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.LxmlError, RecursionError):
        raise UnreadableError(_BROKEN) from None
    return from_text("\n\n".join(paragraphs))
