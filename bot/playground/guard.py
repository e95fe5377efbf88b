"""Keeps other web pages out: the server answers only this machine, under its own name, to its own page."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_NAMES = ("localhost", "127.0.0.1")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
}


class LocalOnly:
    """Refuses a Host other than loopback's names (DNS rebinding) and requests that other sites start.

    Another site may link to the page, and nothing else: neither its forms and scripts nor its pictures reach
    the Bot API or the doors under /playground/.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, with the page's security headers on the answer, or answer 403."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if why := _objection(scope, Headers(scope=scope)):
            await PlainTextResponse(why, status_code=403)(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_guarded)


def _objection(scope: Scope, headers: Headers) -> str:
    host = headers.get("host", "")
    if _name(f"http://{host}") not in LOCAL_NAMES:
        return "This server answers to localhost only."
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"http://{host}".lower():
        return "This request comes from another site."
    elsewhere = headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
    if elsewhere and not (scope["method"] == "GET" and scope["path"] == "/"):
        return "This request comes from another site."
    return ""


def _name(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
