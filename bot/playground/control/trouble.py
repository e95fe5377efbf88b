"""Trouble on demand: failures of the Bot API, and its limits on or off."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.control.asking import RefusedError, fields, playground_of, seconds_of
from bot.playground.faults import Fault


async def add_fault(request: Request) -> Response:
    """Make the next `times` calls of `method` fail; see bot.playground.faults.Fault for the rest."""
    given = await fields(request)
    try:
        fault = Fault(
            method=str(given["method"]),
            times=max(1, int(given.get("times", 1))),
            code=int(given["code"]) if given.get("code") else None,
            description=str(given.get("description", "")),
            parameters=dict(given.get("parameters") or {}),
            delay=seconds_of(given.get("delay"), 0),
            drop=bool(given.get("drop")),
            when="after" if given.get("when") == "after" else "before",
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RefusedError(400, "A fault needs a method, and numbers for times and code.") from error
    playground_of(request).faults.add(fault)
    return JSONResponse({"ok": True})


async def clear_faults(request: Request) -> Response:
    """Take back the faults that have not happened yet."""
    playground_of(request).faults.clear()
    return JSONResponse({"ok": True})


async def set_limits(request: Request) -> Response:
    """Switch Telegram's limits on how often a bot may speak `on` or off."""
    playground_of(request).limits.on = bool((await fields(request)).get("on"))
    return JSONResponse({"limits": playground_of(request).limits.on})


ROUTES = [
    Route("/playground/faults", add_fault, methods=["POST"]),
    Route("/playground/faults", clear_faults, methods=["DELETE"]),
    Route("/playground/limits", set_limits, methods=["POST"]),
]
