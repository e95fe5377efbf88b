"""Given what is made to hurt whoever reads it, then reading ends within its limits, with a sentence."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable

import pytest

from bot.ingest import confined as confinement
from bot.ingest.article import Article, UnreadableError
from bot.ingest.confined import Limits, confined
from bot.ingest.documents import from_file
from bot.ingest.fetch import Fetcher
from bot.ingest.links import from_link

from .papers import mail, packed, pdf_of, word
from .site import answer, serving
from .texts import BODY, PARAGRAPHS, TITLE, page

PATIENCE = 60  # seconds of wall time: many times the limits, for a machine that is busy
WORDS = "The quay stays closed, the ministry said. "


@pytest.fixture(autouse=True)
def _short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "LIMITS", Limits(cpu_seconds=2, seconds=6, memory=700_000_000))


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(timeout_seconds=20, max_bytes=5_000_000, allow_loopback=True)
    yield fetcher
    await fetcher.aclose()


async def outcome_of(reading: asyncio.Task[Article]) -> str:
    """What a user is told at the end: the sentence, or the text of the article there is after all."""
    async with asyncio.timeout(PATIENCE):
        try:
            return (await reading).text
        except UnreadableError as error:
            sentence = str(error)
    assert sentence.endswith(".")
    return sentence


async def beside_another(reading: asyncio.Task[Article]) -> str:
    """The outcome; somebody else's article is read meanwhile."""
    other = asyncio.create_task(confined(from_file, "a.html", page().encode()))
    told = await outcome_of(reading)
    assert await outcome_of(other) == BODY
    return told


DEEP = "<div>" * 10_000 + "".join(f"<p>{one}</p>" for one in PARAGRAPHS) + "</div>" * 10_000
PAGES = {
    "deep": page(above=DEEP, paragraphs=()),
    "deep spans": page(paragraphs=("<b>" * 50_000 + WORDS,)),
    "one line": page(paragraphs=("a" * 4_500_000,)),
    "no spaces": page(paragraphs=(",".join(WORDS.split()) * 80_000,)),
    "many paragraphs": page(paragraphs=(WORDS,) * 90_000),
    "many links": page(above="<a href='/a'>More on this</a>" * 120_000),
    "many attributes": page(above=f"<p {' '.join(f'a{n}=1' for n in range(300_000))}>"),
    "many times": page(above="<time datetime='2023-03-08T10:00:00Z'>8 March 2023</time>" * 60_000),
    "many dates": page(above="<p>8 March 2023, 10:00 GMT</p>" * 100_000),
    "open tags": page(above="<" * 4_000_000),
    "open comments": page(above="<!--" * 1_000_000),
    "deep data": page(head=f"<script type='application/ld+json'>{'[' * 2_000_000}</script>"),
    "NULs": page(paragraphs=tuple("\0".join(one) for one in PARAGRAPHS)),
    "reordered": page(paragraphs=tuple(f"\u202e{one}\u2066" for one in PARAGRAPHS)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
async def test_a_page(fetcher: Fetcher, name: str) -> None:
    with serving({"/a": answer(PAGES[name], content_type="text/html; charset=utf-8")}) as site:
        told = await beside_another(asyncio.create_task(from_link(f"{site.address}/a", fetcher)))

    assert told == BODY or "<" not in told
    assert not set("\0\u202e\u2066") & set(told)


FILES: dict[str, Callable[[], bytes]] = {
    "PDF that unpacks to 400 MB": lambda: pdf_of(packed(400), b"/Filter /FlateDecode"),
    "PDF packed again and again": lambda: pdf_of(
        packed(4000, 3), b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
    ),
    "PDF that draws for ever": lambda: pdf_of(
        zlib.compress(b"BT /F1 9 Tf 1 1 Td " + b"(a) Tj " * 9_000_000 + b"ET"), b"/Filter /FlateDecode"
    ),
    "PDF of the same page again": lambda: pdf_of(
        zlib.compress(b"BT /F1 9 Tf " + b"1 1 Td (all the words) Tj " * 50_000 + b"ET"),
        b"/Filter /FlateDecode",
        pages=299,
    ),
    "Word document that is a bomb": lambda: word([BODY], more={"word/media/a.bin": bytes(100_000_000)}),
    "Word document of entities": lambda: word(
        [BODY],
        more={
            "word/document.xml": b"<!DOCTYPE a [<!ENTITY a '%s'>%s]><a>&z;</a>"
            % (
                b"lol" * 1000,
                b"".join(b"<!ENTITY %c '%s'>" % (n + 1, b"&%c;" % n * 99) for n in range(97, 122)),
            )
        },
    ),
    "e-mail in e-mails": lambda: (
        b"From: a\nDate: b\nSubject: c\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 20_000
    ),
    "e-mail of parts": lambda: mail("\n--x\n\n" * 600_000, subject=TITLE).replace(
        b"text/plain;", b"multipart/mixed; boundary=x;"
    ),
    "line of a billion characters": lambda: packed(1000, head=b"\x1f\x8b\x08" + bytes(7)),
    "line of letters": lambda: b"a" * 19_000_000,
    "NULs": lambda: BODY.replace("\n\n", "\0").encode("utf-16"),
    "half characters": lambda: BODY.encode() + b" \xed\xa0\x80 \xed\xbf\xbf \xff\xfe",
    "text of brackets": lambda: b"# A\n\n" + b"[" * 2_000_000,
    "text of quotes": lambda: b"# A\n\n" + b"> " * 900_000,
    "text of stars": lambda: b"# A\n\n" + b"*a_ " * 450_000,
    "text of headings": lambda: b"# A\n\n" * 300_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
async def test_a_file(name: str) -> None:
    reading = asyncio.create_task(confined(from_file, "paper", FILES[name]()))

    told = await beside_another(reading)

    assert "\0" not in told
    told.encode()  # there is no half of a character in it
