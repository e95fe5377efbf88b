"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.playground.faults import DroppedError
from bot.playground.methods import METHODS
from bot.playground.parameters import parameters_of
from bot.playground.state import Playground
from bot.playground.wire import ApiError


class _Dropped(Response):
    """An answer that breaks off: the server then closes the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


async def call(request: Request) -> Response:
    """Answer one call of a method, with any token."""
    playground: Playground = request.app.state.playground
    name = request.path_params["method"]
    fault = playground.faults.next(name)
    try:
        if fault:
            await asyncio.sleep(fault.delay)
            if fault.when == "before":
                fault.strike()
        method = METHODS.get(name.lower())
        if not method:
            raise ApiError(404, "Not Found: method not found")
        result = await method(playground, await parameters_of(request))
        if fault:
            fault.strike()
    except DroppedError:
        return _Dropped()
    except ApiError as error:
        return JSONResponse(error.body(), status_code=error.code)
    return JSONResponse({"ok": True, "result": result})


async def download(request: Request) -> Response:
    """Hand out a file that getFile told the path of."""
    playground: Playground = request.app.state.playground
    file = playground.files.by_path(request.path_params["path"])
    if not file:
        return JSONResponse(ApiError(404, "Not Found").body(), status_code=404)
    return Response(file.content, media_type="application/octet-stream")


ROUTES = [
    Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
    Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
]
