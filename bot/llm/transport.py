"""The way to the endpoint, bounded in how much comes back."""

from collections.abc import AsyncIterator

import httpx2

LARGEST_ANSWER = 1_000_000  # bytes; the longest sensible answer has about 50,000


class BoundedTransport(httpx2.AsyncHTTPTransport):
    """Reads no more than `LARGEST_ANSWER` of an answer: what is cut off is no JSON and fails as such.

    Nothing is decompressed, since a thousandth of a flood can be sent. The environment names no proxy.
    """

    def __init__(self) -> None:
        super().__init__(trust_env=False)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request and return the answer, its body cut at the limit."""
        request.headers["Accept-Encoding"] = "identity"
        response = await super().handle_async_request(request)
        for name in ("Content-Encoding", "Content-Length"):  # both untrue of what is read here
            response.headers.pop(name, None)
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Cut(response.stream)
        return response


class _Cut(httpx2.AsyncByteStream):
    """A stream that ends at the limit."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = LARGEST_ANSWER
        async for chunk in self._stream:
            yield chunk[:left]
            left -= len(chunk)
            if left <= 0:
                return

    async def aclose(self) -> None:
        await self._stream.aclose()
