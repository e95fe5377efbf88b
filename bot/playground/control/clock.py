"""The playground's clock: read it, set it, move it on."""

from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.control.asking import RefusedError, fields, playground_of

EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)


async def show(request: Request) -> Response:
    """Return the present instant, and when the next reminder is due (null if none is)."""
    playground = playground_of(request)
    due = await playground.next_due() if playground.next_due else None
    return JSONResponse(
        {"now": playground.clock.now().isoformat(), "next_due": due.isoformat() if due else None}
    )


async def move(request: Request) -> Response:
    """Set the clock to `now` (ISO 8601 with its offset) or move it by `seconds`."""
    playground, given = playground_of(request), await fields(request)
    try:
        if "now" in given:
            target = datetime.fromisoformat(str(given["now"]))
        else:
            target = playground.clock.now() + timedelta(seconds=float(given["seconds"]))
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        raise RefusedError(400, "Say a date and time, or by how many seconds to move.") from error
    if target.tzinfo is None:
        raise RefusedError(400, "The time needs its offset from UTC.")
    if not EARLIEST <= target <= LATEST:
        raise RefusedError(400, "The clock goes from 1970 to 2100.")
    playground.clock.move_to(target.astimezone(UTC))
    return JSONResponse({"now": playground.clock.now().isoformat()})


async def jump(request: Request) -> Response:
    """Move the clock to the next reminder; a reminder that is due already leaves it where it is."""
    playground = playground_of(request)
    due = await playground.next_due() if playground.next_due else None
    if due is None:
        raise RefusedError(409, "Nothing is due: no reminder is waiting.")
    if due > playground.clock.now():
        playground.clock.move_to(due)
    return JSONResponse({"now": playground.clock.now().isoformat()})


ROUTES = [
    Route("/playground/clock", show, methods=["GET"]),
    Route("/playground/clock", move, methods=["POST"]),
    Route("/playground/clock/next", jump, methods=["POST"]),
]
