"""Serves an application inside a running event loop, on loopback unless told otherwise."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

LOOPBACK = "127.0.0.1"
_LONGEST_GOODBYE = 3.0  # seconds for answers that are under way


@asynccontextmanager
async def running(app: Starlette, port: int = 0, host: str = LOOPBACK) -> AsyncIterator[int]:
    """Serve `app` at `host` while the block runs; yield the port (a free one when `port` is 0).

    The application's lifespan ends before its connections do, so that it can let go those who wait.
    Raises OSError when the port is taken.
    """
    # Not uvicorn.Server: that takes the program's signals, and looks only every 0.1 s whether to stop.
    config = Config(app, log_config=None, log_level="critical", access_log=False, ws="none")
    config.load()
    state = ServerState()
    listener = _listen(host, port)
    server = await asyncio.get_running_loop().create_server(
        lambda: H11Protocol(config, state, app_state={}), sock=listener
    )
    try:
        async with app.router.lifespan_context(app):
            yield int(listener.getsockname()[1])
    finally:
        server.close()
        await _finish(state)


def _listen(host: str, port: int) -> socket.socket:
    # With the protocol named, asyncio sends small packets at once; else each may wait 40 ms for the
    # acknowledgement of the one before (Nagle).
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener


async def _finish(state: ServerState) -> None:
    """Close idle connections, and the others after their answers."""
    for connection in list(state.connections):
        connection.shutdown()
    try:
        async with asyncio.timeout(_LONGEST_GOODBYE):
            while state.connections or state.tasks:  # noqa: ASYNC110 - uvicorn tells nobody when they end
                await asyncio.sleep(0.001)
    except TimeoutError:
        for task in state.tasks:
            task.cancel()
