import asyncio
import gzip
import socket
import threading
import time
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from bot.ingest import public_network
from bot.ingest.article import UnreadableError
from bot.ingest.fetch import Fetcher

from .site import Answer, answer, redirect, serving
from .texts import page

HTML = page()
LIMIT = 200_000


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(timeout_seconds=5, max_bytes=LIMIT, allow_loopback=True)
    yield fetcher
    await fetcher.aclose()


async def test_a_page_comes_with_its_address_charset_and_kind(fetcher: Fetcher) -> None:
    with serving({"/a": answer(HTML, content_type="text/html; charset=utf-8")}) as site:
        found = await fetcher.page(f"{site.address}/a")

    assert found.content == HTML.encode()
    assert found.url == f"{site.address}/a"
    assert found.charset == "utf-8"
    assert found.content_type == "text/html"


async def test_it_says_who_it_is_and_sends_nothing_of_the_environment(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with serving({"/a": answer(HTML)}) as site:
        await fetcher.page(f"{site.address}/a")

    ((_, headers),) = site.requests
    assert headers["User-Agent"].startswith("OnRecord/")
    assert headers["User-Agent"].endswith("(+Telegram news reader)")
    assert headers["Accept-Encoding"] == "gzip, deflate"


async def test_redirects_are_followed_and_the_last_address_is_told(fetcher: Fetcher) -> None:
    with serving({"/a": redirect("/b"), "/b": redirect("c?id=1"), "/c": answer(HTML)}) as site:
        found = await fetcher.page(f"{site.address}/a")

    assert found.url == f"{site.address}/c?id=1"


async def test_cookies_are_kept_among_redirects_and_no_longer(fetcher: Fetcher) -> None:
    wall = answer(status=302, Location="/b", Set_Cookie="seen=1")
    with serving({"/a": wall, "/b": answer(HTML)}) as site:
        await fetcher.page(f"{site.address}/a")
        await fetcher.page(f"{site.address}/b")

    cookies = [headers.get("Cookie") for _, headers in site.requests]
    assert cookies == [None, "seen=1", None]


async def test_redirects_without_end_are_not_followed_without_end(fetcher: Fetcher) -> None:
    with (
        serving({"/a": redirect("/a")}) as site,
        pytest.raises(UnreadableError, match=r"again and again"),
    ):
        await fetcher.page(f"{site.address}/a")

    assert len(site.requests) == 6


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_packed_pages_are_unpacked(fetcher: Fetcher, encoding: str) -> None:
    packed = gzip.compress(HTML.encode()) if encoding == "gzip" else zlib.compress(HTML.encode())
    with serving({"/a": answer(packed, Content_Encoding=encoding)}) as site:
        found = await fetcher.page(f"{site.address}/a")

    assert found.content == HTML.encode()


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("http://10.0.0.1/", "public web"),
        ("http://192.168.1.1/admin", "public web"),
        ("http://169.254.169.254/latest/meta-data/", "public web"),
        ("http://100.64.0.1/", "public web"),
        ("http://192.0.0.192/", "public web"),
        ("http://168.63.129.16/", "public web"),
        ("http://0.0.0.0/", "public web"),
        ("http://[fd00:ec2::254]/", "public web"),
        ("http://[fe80::1]/", "public web"),
        ("http://[::127.0.0.1]/", "public web"),
        ("http://[ff02::1]/", "public web"),
        ("http://[2001:0:7f00:1::]/", "public web"),
        ("http://[64:ff9b:1::a00:1]/", "public web"),
        ("http://[::ffff:10.0.0.1]/", "public web"),
        ("http://[64:ff9b::a00:1]/", "public web"),
        ("http://[2002:a00:1::]/", "public web"),
        ("http://8.8.8.8:22/", "public web"),
        ("http://user:password@8.8.8.8/", "name and password"),
        ("ftp://127.0.0.1/", "not a link to a web page"),
        ("file:///etc/passwd", "not a link to a web page"),
        ("javascript:alert(1)", "not a link to a web page"),
        ("http://", "not a link to a web page"),
        ("http://0177.0.0.1/", "not a link to a web page"),
        ("http://xn--/", "not a link to a web page"),
        ("not a link", "not a link to a web page"),
    ],
)
async def test_what_is_not_on_the_public_web_is_not_opened(fetcher: Fetcher, link: str, says: str) -> None:
    with pytest.raises(UnreadableError, match=says) as refusal:
        await fetcher.page(link)

    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]"])
async def test_this_machine_is_refused_however_its_address_is_written(host: str) -> None:
    public = Fetcher(timeout_seconds=5, max_bytes=LIMIT)
    with serving({"/": answer(HTML)}) as site:
        with pytest.raises(UnreadableError, match="public web"):
            await public.page(f"http://{host}:{site.port}/")
        assert site.requests == []
    await public.aclose()


@pytest.mark.parametrize("to", ["http://169.254.169.254/latest", "http://10.0.0.1/", "http://8.8.8.8:25/"])
async def test_a_redirect_is_checked_as_the_link_was(fetcher: Fetcher, to: str) -> None:
    with serving({"/a": redirect(to)}) as site, pytest.raises(UnreadableError, match="public web"):
        await fetcher.page(f"{site.address}/a")


async def test_a_redirect_to_another_kind_of_address_is_not_followed(fetcher: Fetcher) -> None:
    with (
        serving({"/a": redirect("file:///etc/passwd")}) as site,
        pytest.raises(UnreadableError, match="not a link to a web page"),
    ):
        await fetcher.page(f"{site.address}/a")


@pytest.mark.parametrize("answers", [["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["8.8.8.8", "::1"], []])
async def test_a_name_with_any_private_address_is_refused(answers: list[str]) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return answers

    fetcher = Fetcher(timeout_seconds=5, max_bytes=LIMIT, resolve=resolve)
    with pytest.raises(UnreadableError, match="public web"):
        await fetcher.page("http://news.example/")
    await fetcher.aclose()


async def test_a_name_is_resolved_once_and_the_checked_address_is_dialled() -> None:
    asked: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        # A rebinding name server: a harmless address first, another at every later question.
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    fetcher = Fetcher(timeout_seconds=5, max_bytes=LIMIT, allow_loopback=True, resolve=resolve)
    with serving({"/": answer(HTML)}) as site:
        await fetcher.page(f"http://news.example:{site.port}/")
    await fetcher.aclose()

    assert asked == ["news.example"]
    assert site.requests[0][1]["Host"] == f"news.example:{site.port}"


@contextmanager
def silent(port: int) -> Iterator[None]:
    """An address that takes connections and answers none: its queue of one is full."""
    with (
        socket.create_server(("::1", port), family=socket.AF_INET6, backlog=0),
        socket.create_connection(("::1", port)),
    ):
        yield


async def test_an_address_that_stays_silent_leaves_time_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["::1", "127.0.0.1"]

    monkeypatch.setattr(public_network, "DIAL_SECONDS", 0.1)
    fetcher = Fetcher(timeout_seconds=5, max_bytes=LIMIT, allow_loopback=True, resolve=resolve)
    with serving({"/": answer(HTML)}) as site, silent(site.port):
        assert (await fetcher.page(f"http://news.example:{site.port}/")).content == HTML.encode()
    await fetcher.aclose()


async def test_names_that_take_long_keep_no_page_from_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [] if answered.wait(20) else None)
    lookups = [asyncio.create_task(public_network.resolve(f"slow{n}.example", 80)) for n in range(50)]
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        assert await asyncio.to_thread(lambda: "read") == "read"
    answered.set()
    assert await asyncio.gather(*lookups) == [[]] * 50


async def test_a_name_that_does_not_resolve() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    fetcher = Fetcher(timeout_seconds=5, max_bytes=LIMIT, resolve=resolve)
    with pytest.raises(UnreadableError, match="No site answers"):
        await fetcher.page("https://no-such-paper.example/")
    await fetcher.aclose()


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (404, "no page at that link"),
        (410, "no page"),
        (403, "does not show"),
        (429, "too many"),
        (503, "trouble"),
    ],
)
async def test_what_a_site_refuses_is_said(fetcher: Fetcher, status: int, says: str) -> None:
    with (
        serving({"/a": answer("no", status=status)}) as site,
        pytest.raises(UnreadableError, match=says) as refusal,
    ):
        await fetcher.page(f"{site.address}/a")

    assert str(status) in str(refusal.value)


def drip(*parts: bytes) -> Answer:
    """Send the last of the parts again and again, a little at a time."""

    def write(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"".join(parts[:-1]))
        while True:
            request.wfile.write(parts[-1])
            time.sleep(0.02)

    return write


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"<p>more" * 1000)


def endless_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        request.wfile.write(b"X-More: and more\r\n" * 100)


def cut_short(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(b"<p>half")


@pytest.mark.parametrize(
    "slow",
    [
        drip(b"\r\n", b"<p>"),
        drip(b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        drip(b"X-More: and more\r\n"),
        drip(b"X-More: ", b"m"),
        drip(b"\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["body", "chunks", "headers", "header", "go-on"],
)
async def test_a_page_that_comes_drop_by_drop_ends_at_the_deadline(slow: Answer) -> None:
    hurried = Fetcher(timeout_seconds=0.2, max_bytes=LIMIT, allow_loopback=True)
    with serving({"/a": slow}) as site, pytest.raises(UnreadableError, match=r"within 0\.2 seconds"):
        await hurried.page(f"{site.address}/a")
    await hurried.aclose()


async def test_what_is_too_large_is_not_read_to_its_end(fetcher: Fetcher) -> None:
    pages = {
        "/stated": answer("a" * (LIMIT + 1)),
        "/endless": endless,
        "/bomb": answer(gzip.compress(b"0" * 30_000_000), Content_Encoding="gzip"),
        "/deflated": answer(zlib.compress(b"0" * 30_000_000), Content_Encoding="deflate"),
    }
    with serving(pages) as site:
        for path in pages:
            with pytest.raises(UnreadableError, match=r"over 0\.2 MB"):
                await fetcher.page(site.address + path)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
async def test_packings_that_cannot_be_bounded_are_refused(fetcher: Fetcher, encoding: str) -> None:
    with (
        serving({"/a": answer(b"\x1b\x00", Content_Encoding=encoding)}) as site,
        pytest.raises(UnreadableError, match="packed in a way"),
    ):
        await fetcher.page(f"{site.address}/a")


@pytest.mark.parametrize(
    "broken",
    [
        cut_short,
        endless_headers,
        answer(b"not gzip", Content_Encoding="gzip"),
        answer(b"not deflate", Content_Encoding="deflate"),
        lambda request: request.wfile.write(b"\x00\x01\x02\r\n\r\n"),
        lambda request: None,
    ],
)
async def test_a_broken_answer_is_said(fetcher: Fetcher, broken: object) -> None:
    with (
        serving({"/a": broken}) as site,  # type: ignore[dict-item]
        pytest.raises(UnreadableError, match=r"broke|broken|No site answers") as refusal,
    ):
        await fetcher.page(f"{site.address}/a")

    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("body", "stated", "says"),
    [
        (b"\x89PNG\r\n", "text/html", "a picture"),
        (b'{"a": 1}', "application/json", "not a page with text"),
        (b"PK\x03\x04", "application/zip", "not a page with text"),
        (b"\x00\x01\x02", "text/plain; charset=x", "not a page with text"),
        (b"", "text/html", "empty page"),
    ],
)
async def test_what_is_no_page_is_told_by_its_bytes(
    fetcher: Fetcher, body: bytes, stated: str, says: str
) -> None:
    with (
        serving({"/a": answer(body, content_type=stated)}) as site,
        pytest.raises(UnreadableError, match=says),
    ):
        await fetcher.page(f"{site.address}/a")


@pytest.mark.parametrize(
    ("body", "stated", "kind"),
    [
        ("plain words", None, "text/plain"),
        ("<html><p>words", None, "text/html"),
        ("<html><p>words", "application/octet-stream", "text/html"),
        ("<p>in a text about HTML", "text/plain", "text/plain"),
        ("words", "text/html", "text/html"),
        ("%PDF-1.7", "text/html", "application/pdf"),
    ],
)
async def test_pages_texts_and_pdfs_are_told_apart(
    fetcher: Fetcher, body: str, stated: str | None, kind: str
) -> None:
    with serving({"/a": answer(body, content_type=stated)}) as site:
        assert (await fetcher.page(f"{site.address}/a")).content_type == kind


async def test_a_certificate_that_is_not_in_order_is_said(fetcher: Fetcher) -> None:
    with serving({"/": answer(HTML)}) as site, pytest.raises(UnreadableError, match="certificate"):
        await fetcher.page(f"https://127.0.0.1:{site.port}/")
