"""What changes, as it changes: as server-sent events."""

import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.playground.changes import ChangeLog
from bot.playground.control.asking import RefusedError, playground_of

HEARTBEAT = 15.0


async def events(request: Request) -> Response:
    """Stream the changes after `since`, or after the last one the browser saw."""
    last = request.headers.get("last-event-id") or request.query_params.get("since")
    return StreamingResponse(
        _stream(playground_of(request).changes, _number(last)),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store"},
    )


async def _stream(log: ChangeLog, seq: int) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    while not log.closed:
        for change in await log.wait(seq, HEARTBEAT):
            seq = change["seq"]
            yield f"id: {seq}\ndata: {json.dumps(change)}\n\n"
        yield ": still here\n\n"


def _number(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError as error:
        raise RefusedError(400, "`since` must be a number.") from error


ROUTES = [
    Route("/playground/events", events, methods=["GET"]),
]
