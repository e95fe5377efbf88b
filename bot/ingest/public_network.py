"""Connections that reach only the public internet, whatever a link says or a name resolves to."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpcore
import httpx

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""From a host and a port to the addresses it stands for, as text."""

_PORTS = (80, 443)
MOST_DIALLED = 4
DIAL_SECONDS = 3.0
"""How long one address may take to answer: where IPv6 leads nowhere, the next one is to have its turn."""
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address stands in its last 32 bits
_6TO4 = IPv6Network("2002::/16")  # RFC 3056: one stands in bits 16 to 47
# Threads of their own: names that nobody answers for must not take those on which pages are read.
_LOOKING_UP = ThreadPoolExecutor(8, thread_name_prefix="names")
# Public by number, but answered by the cloud a machine stands in.
_METADATA = ip_address("168.63.129.16")
# Not for hosts, though the standard library of early Python 3.11 calls parts of them global.
_SPECIAL = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))


class RefusedAddressError(Exception):
    """A host is not, or not only, on the public internet, or the port is not the web's."""


async def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of `host`, as the system resolves it. Raises socket.gaierror."""
    look_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_LOOKING_UP, look_up)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def is_public(address: Address) -> bool:
    """Tell whether `address` is one that anybody on the internet reaches alike."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        elif address in _6TO4:
            inner = address.sixtofour
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return (
        address.is_global
        and not (address.is_multicast or address.is_reserved or address.is_unspecified)
        and address != _METADATA
        and not any(address in network for network in _SPECIAL)
    )


class _PublicNetwork(httpcore.AsyncNetworkBackend):
    """Resolves a host once, refuses it if any address is not public, and dials the address it checked.

    Since nothing resolves the name again, a name server that answers differently the second time gains
    nothing. `allow_loopback` lets this machine's own addresses through, at any port: for tests and the
    playground.
    """

    def __init__(self, *, allow_loopback: bool = False, resolve: Resolve = resolve) -> None:
        self._allow_loopback = allow_loopback
        self._resolve = resolve
        self._dial = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of `host` that answers. Raises RefusedAddressError."""
        try:
            texts = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} does not resolve") from error
        addresses = [ip_address(text.partition("%")[0]) for text in texts]
        local = self._allow_loopback and all(address.is_loopback for address in addresses)
        if not addresses or not (local or all(is_public(address) for address in addresses)):
            raise RefusedAddressError(host)
        if port not in _PORTS and not local:
            raise RefusedAddressError(f"{host}:{port}")
        failure: Exception = httpcore.ConnectError(host)
        for address in addresses[:MOST_DIALLED]:
            try:
                return await self._dial.connect_tcp(
                    str(address), port, DIAL_SECONDS, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class PublicTransport(httpx.AsyncBaseTransport):
    """httpx's requests over httpcore's connections, which is where a network of one's own can be put in."""

    def __init__(self, *, allow_loopback: bool = False, resolve: Resolve = resolve) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            network_backend=_PublicNetwork(allow_loopback=allow_loopback, resolve=resolve),
            max_connections=50,
            max_keepalive_connections=0,  # a site may shut one just as the next page is asked for
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request` and return the response with its body still to come."""
        url = request.url
        try:
            response = await self._pool.handle_async_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                )
            )
        except (httpcore.NetworkError, httpcore.TimeoutException) as error:
            raise httpx.ConnectError(str(error)) from error
        except httpcore.ProtocolError as error:
            raise httpx.RemoteProtocolError(str(error)) from error
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for part in self._response.aiter_stream():
                yield part
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise httpx.ReadError(str(error)) from error

    async def aclose(self) -> None:
        await self._response.aclose()
