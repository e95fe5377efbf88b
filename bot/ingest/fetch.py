"""Fetch a page as a stranger's link may be fetched: bounded in where, how much and how long."""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import httpx

from bot.ingest.article import LaterError, UnreadableError
from bot.ingest.page_kind import PASTE, kind_of
from bot.ingest.public_network import PublicTransport, RefusedAddressError, Resolve, resolve

_MOST_REDIRECTS = 5
_FOR_GOOD = (301, 308)
_OF_PAGES = {"Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1"}

Allows = Callable[[str], Awaitable[bool]]
"""Tells whether the page at an address may be read."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a link led to: its last address, its bytes as decompressed, and what they are.

    `charset` is what the server said, None where it said nothing. `content_type` is sniffed: `text/html`,
    `text/plain`, `application/pdf` or `feed`.
    """

    url: str
    content: bytes
    charset: str | None
    content_type: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: from which address in the end, and with what.

    `content` is decompressed, and empty unless `status` is 200. `moved_to` is where the page has moved for
    good, None where it has not.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    charset: str | None
    moved_to: str | None


def user_agent() -> str:
    """Return the name this program gives itself to sites."""
    try:
        number = version("onrecord")
    except PackageNotFoundError:  # run from a checkout that is not installed
        number = "0"
    return f"OnRecord/{number} (+Telegram news reader)"


class Fetcher:
    """Fetches pages from public addresses at ports 80 and 443, over at most five redirects.

    Each redirect is checked as the link is. A whole request, redirects and all, may take `timeout_seconds`;
    what is sent and what it decompresses to may each have `max_bytes`. Proxies and credentials of the
    environment are not used, nor are cookies kept from one page to the next. `allow_loopback` is for tests
    and the playground and comes from no setting; `resolve` stands in for the system's name resolution.
    Where `allows` is given, it is asked before each request.
    """

    def __init__(
        self,
        *,
        timeout_seconds: float,
        max_bytes: int,
        allow_loopback: bool = False,
        resolve: Resolve = resolve,
        allows: Allows | None = None,
    ) -> None:
        self._timeout = timeout_seconds
        self._max_bytes = max_bytes
        self._transport = PublicTransport(allow_loopback=allow_loopback, resolve=resolve)
        self._allows = allows

    async def page(self, url: str) -> Page:
        """Fetch the page at `url`. Raises UnreadableError, in a sentence for the user."""
        answer = await self.answer(url, _OF_PAGES)
        if answer.status != httpx.codes.OK:
            raise _refusal(answer.status)
        kind = kind_of(answer.content[:2048], answer.headers.get("content-type", ""))
        return Page(answer.url, answer.content, answer.charset, kind)

    async def answer(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for `url`, following where it leads, and return the answer whatever its status.

        Raises UnreadableError, in a sentence for the user, where there is none: LaterError where there may
        be one another time.
        """
        try:
            async with asyncio.timeout(self._timeout):
                return await self._answer(url, headers or {})
        except TimeoutError:
            raise LaterError(
                f"That page did not arrive within {self._timeout:g} seconds: try again later, or {PASTE}."
            ) from None
        except RefusedAddressError:
            raise UnreadableError(
                f"That link does not lead to a page on the public web, so it is not opened: {PASTE}."
            ) from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
            raise UnreadableError(
                "That is not a link to a web page: send one that starts with https:// or http://."
            ) from None
        except httpx.HTTPError as error:
            raise LaterError(_failure(error)) from None

    async def aclose(self) -> None:
        """Close the connections that are kept open."""
        await self._transport.aclose()

    async def _answer(self, url: str, headers: Mapping[str, str]) -> Answer:
        own = {"User-Agent": user_agent(), "Accept-Encoding": "gzip, deflate"}
        # A client of its own keeps a page's cookies among its redirects, as consent walls need, and no
        # longer.
        client = httpx.AsyncClient(
            transport=self._transport, trust_env=False, headers={**headers, **own}, timeout=self._timeout
        )
        request = client.build_request("GET", _checked(url))
        moved_to, for_good = None, True
        for _ in range(_MOST_REDIRECTS + 1):
            if self._allows is not None and not await self._allows(str(request.url)):
                raise UnreadableError(f"That site asks programs not to read that page (robots.txt): {PASTE}.")
            response = await client.send(request, stream=True)
            try:
                if response.next_request is not None:
                    request = response.next_request
                    _checked(str(request.url))
                    for_good = for_good and response.status_code in _FOR_GOOD
                    moved_to = str(request.url) if for_good else moved_to
                    continue
                content = await self._read(response) if response.status_code == httpx.codes.OK else b""
                return Answer(
                    str(response.url),
                    response.status_code,
                    response.headers,
                    content,
                    response.charset_encoding,
                    moved_to,
                )
            finally:
                await response.aclose()
        raise UnreadableError(f"That link sends on to another page again and again: {PASTE}.")

    async def _read(self, response: httpx.Response) -> bytes:
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) > self._max_bytes:
            raise self._too_large()
        content = bytearray()
        async for chunk in self._decompressed(response):
            content += chunk
            if len(content) > self._max_bytes:
                raise self._too_large()
        return bytes(content)

    async def _decompressed(self, response: httpx.Response) -> AsyncIterator[bytes]:
        """Yield the body decompressed, never more than one byte over what may be read."""
        encodings = [
            e.strip() for e in response.headers.get("content-encoding", "").lower().split(",") if e.strip()
        ]
        encodings = [e for e in encodings if e != "identity"]
        if len(encodings) > 1 or (encodings and encodings[0] not in ("gzip", "x-gzip", "deflate")):
            raise UnreadableError(f"That site sends its page packed in a way that is not read here: {PASTE}.")
        unpack = _Inflate(encodings[0]) if encodings else None
        received = 0
        async for chunk in response.aiter_raw():
            received += len(chunk)
            if received > self._max_bytes:
                raise self._too_large()
            yield unpack.feed(chunk, self._max_bytes + 1) if unpack else chunk

    def _too_large(self) -> UnreadableError:
        return UnreadableError(f"That page is over {self._max_bytes / 1e6:g} MB: {PASTE}.")


class _Inflate:
    """Decompression that stops at a limit, since a thousandth of it can be sent."""

    def __init__(self, encoding: str) -> None:
        # 32 + 15: a gzip or zlib header, whichever comes (zlib manual, inflateInit2).
        self._stream = zlib.decompressobj(47)
        self._may_be_bare = encoding == "deflate"

    def feed(self, chunk: bytes, limit: int) -> bytes:
        """Return what `chunk` adds, at most `limit` bytes. Raises UnreadableError where it is broken."""
        try:
            try:
                return self._stream.decompress(chunk, limit)
            except zlib.error:
                if not self._may_be_bare:
                    raise
                # "deflate" without its header, as some servers send it.
                self._stream = zlib.decompressobj(-15)
                return self._stream.decompress(chunk, limit)
        except zlib.error:
            raise UnreadableError(f"That page arrives broken: try again later, or {PASTE}.") from None
        finally:
            self._may_be_bare = False


def _checked(url: str) -> httpx.URL:
    parsed = httpx.URL(url)
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise httpx.UnsupportedProtocol(url)
    if parsed.userinfo:
        raise UnreadableError(f"That link carries a name and password, so it is not opened: {PASTE}.")
    return parsed


def _refusal(status: int) -> UnreadableError:
    if status in (404, 410):
        return UnreadableError(f"There is no page at that link ({status}): check it, or {PASTE}.")
    if status in (401, 402, 403, 405, 406, 451):
        return UnreadableError(f"That site does not show the page to this bot ({status}): {PASTE}.")
    if status == 429:
        return LaterError(f"That site has had too many requests ({status}): try again later, or {PASTE}.")
    if status >= 500:
        return LaterError(f"That site has trouble of its own ({status}): try again later, or {PASTE}.")
    return UnreadableError(f"That link gives no page ({status}): check it, or {PASTE}.")


def _failure(error: httpx.HTTPError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return f"That site's certificate is not in order, so the page is not opened: {PASTE}."
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectError):
        return f"No site answers at that link: check it, or {PASTE}."
    return f"The connection broke while the page arrived: try again later, or {PASTE}."
