"""Files of the kinds people send, made here so that each test says what is in its own."""

import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx


def pdf(lines: Sequence[str], *, pages: int = 1) -> bytes:
    """A PDF with these lines of text on its page, and on each further page again."""
    shown = "\n".join(f"({line.translate(_ESCAPED)}) Tj T*" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("cp1252")
    return pdf_of(zlib.compress(content), b"/Filter /FlateDecode", pages=pages)


_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def pdf_of(stream: bytes, fields: bytes, *, pages: int = 1) -> bytes:
    """A PDF whose pages all show one content stream, given as it is packed."""
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), fields, stream),
        *[page] * pages,
    ]
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(file)


def word(paragraphs: Sequence[str], *, more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document with these paragraphs, and `more` parts by their names in its archive."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    saved, file = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in (parts | dict(more or {})).items():
            archive.writestr(name, content)
    return file.getvalue()


def mail(body: str, *, kind: str = "plain", subject: str, sender: str = "The Norland Post") -> bytes:
    """An e-mail sent on 8 March 2023 at 09:30 in Norland, an hour ahead of UTC."""
    return (
        f"Received: from mx.example\r\nFrom: {sender} <news@post.example>\r\nTo: reader@home.example\r\n"
        f"Subject: {subject}\r\nDate: Wed, 8 Mar 2023 09:30:00 +0100\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}"
    ).encode()


def packed(megabytes: int, times: int = 1, *, head: bytes = b"\x78\x9c") -> bytes:
    """So many megabytes of nothing, packed; and what that gives packed again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    content = head + block * megabytes + b"\x03\x00"
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return content
