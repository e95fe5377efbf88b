"""Connections that reach only the public internet, whatever a link says or a name resolves to."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpcore

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""From a host and a port to the addresses it stands for, as text."""

_PORTS = (80, 443)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address stands in its last 32 bits
_6TO4 = IPv6Network("2002::/16")  # RFC 3056: one stands in bits 16 to 47
# Public by number, but answered by the cloud a machine stands in.
_METADATA = ip_address("168.63.129.16")
# Not for hosts, though the standard library of early Python 3.11 calls parts of them global.
_SPECIAL = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))


class RefusedAddressError(Exception):
    """A host is not, or not only, on the public internet, or the port is not the web's."""


async def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of `host`, as the system resolves it. Raises socket.gaierror."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
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


class PublicNetwork(httpcore.AsyncNetworkBackend):
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
        for address in addresses[:4]:
            try:
                return await self._dial.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no link leads to a socket of this machine."""
        raise RefusedAddressError(path)

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks between retries."""
        await asyncio.sleep(seconds)
