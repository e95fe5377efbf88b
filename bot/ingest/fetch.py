"""Fetch a page as a stranger's link may be fetched: bounded in where, how much and how long."""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import httpx

from bot.ingest.article import UnreadableError
from bot.ingest.page_kind import PASTE, kind_of
from bot.ingest.public_network import PublicTransport, RefusedAddressError, Resolve, resolve

_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What a link led to: its last address, its bytes as decompressed, and what they are.

    `charset` is what the server said, None where it said nothing. `content_type` is sniffed: `text/html`,
    `text/plain` or `application/pdf`.
    """

    url: str
    content: bytes
    charset: str | None
    content_type: str


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
    """

    def __init__(
        self,
        *,
        timeout_seconds: float,
        max_bytes: int,
        allow_loopback: bool = False,
        resolve: Resolve = resolve,
    ) -> None:
        self._timeout = timeout_seconds
        self._max_bytes = max_bytes
        self._transport = PublicTransport(allow_loopback=allow_loopback, resolve=resolve)

    async def page(self, url: str) -> Page:
        """Fetch the page at `url`. Raises UnreadableError, in a sentence for the user."""
        try:
            async with asyncio.timeout(self._timeout):
                return await self._page(url)
        except TimeoutError:
            raise UnreadableError(
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
            raise UnreadableError(_failure(error)) from None

    async def aclose(self) -> None:
        """Close the connections that are kept open."""
        await self._transport.aclose()

    async def _page(self, url: str) -> Page:
        headers = {
            "User-Agent": user_agent(),
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1",
            "Accept-Encoding": "gzip, deflate",
        }
        # A client of its own keeps a page's cookies among its redirects, as consent walls need, and no
        # longer.
        client = httpx.AsyncClient(
            transport=self._transport, trust_env=False, headers=headers, timeout=self._timeout
        )
        request = client.build_request("GET", _checked(url))
        for _ in range(_MOST_REDIRECTS + 1):
            response = await client.send(request, stream=True)
            try:
                if response.next_request is not None:
                    request = response.next_request
                    _checked(str(request.url))
                    continue
                if response.status_code != httpx.codes.OK:
                    raise UnreadableError(_refusal(response.status_code))
                return await self._read(response)
            finally:
                await response.aclose()
        raise UnreadableError(f"That link sends on to another page again and again: {PASTE}.")

    async def _read(self, response: httpx.Response) -> Page:
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) > self._max_bytes:
            raise self._too_large()
        content = bytearray()
        async for chunk in self._decompressed(response):
            content += chunk
            if len(content) > self._max_bytes:
                raise self._too_large()
        kind = kind_of(bytes(content[:2048]), response.headers.get("content-type", ""))
        return Page(str(response.url), bytes(content), response.charset_encoding, kind)

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


def _refusal(status: int) -> str:
    if status in (404, 410):
        return f"There is no page at that link ({status}): check it, or {PASTE}."
    if status in (401, 402, 403, 405, 406, 451):
        return f"That site does not show the page to this bot ({status}): {PASTE}."
    if status == 429:
        return f"That site has had too many requests ({status}): try again later, or {PASTE}."
    if status >= 500:
        return f"That site has trouble of its own ({status}): try again later, or {PASTE}."
    return f"That link gives no page ({status}): check it, or {PASTE}."


def _failure(error: httpx.HTTPError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return f"That site's certificate is not in order, so the page is not opened: {PASTE}."
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectError):
        return f"No site answers at that link: check it, or {PASTE}."
    return f"The connection broke while the page arrived: try again later, or {PASTE}."
