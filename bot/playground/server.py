"""The playground's application: the Bot API, the page and what the page needs, in one."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.clock import MovableClock
from bot.playground import bot_api, control
from bot.playground.control.asking import RefusedError, refused
from bot.playground.guard import LocalOnly
from bot.playground.samples import load
from bot.playground.state import Playground
from bot.playground.wire import ApiError

PAGE = Path(__file__).with_name("page")


def create_server(
    clock: MovableClock,
    *,
    next_due: Callable[[], Awaitable[datetime | None]] | None = None,
    limits: bool = True,
) -> Starlette:
    """Make the server.

    Its messages carry `clock`'s time, and the page can move it. `next_due` tells when the next reminder is
    due, for "jump to the next reminder".
    `limits` is whether the bot is held to Telegram's limits on how often it may speak.

    The bot under it is the real one, with `base_url=http://127.0.0.1:PORT/bot` and
    `base_file_url=http://127.0.0.1:PORT/file/bot`; any token will do. `app.state.playground` is the
    Playground, for tests that look inside.
    """
    playground = Playground(clock, next_due, limits=limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        playground.close()

    app = Starlette(
        routes=[
            *bot_api.ROUTES,
            *control.ROUTES,
            Route("/", _page, methods=["GET"]),
            Mount("/page", StaticFiles(directory=PAGE)),
        ],
        middleware=[Middleware(LocalOnly)],
        exception_handlers={RefusedError: refused, ApiError: refused},
        lifespan=lifespan,
    )
    app.state.playground = playground
    app.state.samples = load()
    return app


async def _page(_: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})
