"""What the running program tells of itself over HTTP, and where Telegram brings updates in webhook mode."""

from collections.abc import Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot import metrics
from bot.clock import Clock
from storage import dead_letters
from storage.session import Database, StorageError


def create_web(
    database: Database, clock: Clock, *, ready: Callable[[], bool], routes: Sequence[BaseRoute] = ()
) -> Starlette:
    """Make the server: `/healthz` while the program lives, `/readyz` while it works, `/metrics`.

    `ready` tells whether the program has started and is not about to stop.
    """

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_: Request) -> Response:
        if not ready():
            return PlainTextResponse("starting or stopping", 503)
        try:
            await _measure(database, clock)
        except StorageError as error:
            return PlainTextResponse(str(error), 503)
        return PlainTextResponse("ok")

    async def show_metrics(_: Request) -> Response:
        try:
            await _measure(database, clock)
        except StorageError:
            metrics.DUE.set(float("nan"))  # not known, rather than what it was
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", show_metrics),
            *routes,
        ]
    )


async def _measure(database: Database, clock: Clock) -> None:
    now = clock.now()
    async with database.read() as session:
        waiting = await dead_letters.backlog(session, now)
    metrics.DUE.set(waiting.due)
    metrics.OLDEST.set((now - waiting.oldest).total_seconds() if waiting.oldest else 0)
    metrics.DEAD.set(waiting.dead)
