"""Runs the playground inside a running event loop, on loopback only."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

LOOPBACK = "127.0.0.1"


class _Guest(uvicorn.Server):
    """A server that leaves the program's signals alone: whoever runs the loop handles Ctrl-C."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def running(app: Starlette, port: int = 0) -> AsyncIterator[int]:
    """Serve `app` at 127.0.0.1 while the block runs; yield the port (a free one when `port` is 0).

    Raises OSError when the port is taken.
    """
    # With the protocol named, asyncio sends small packets at once; else each may wait 40 ms for the
    # acknowledgement of the one before (Nagle).
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
    except OSError:
        listener.close()
        raise
    config = uvicorn.Config(
        app, log_config=None, log_level="critical", access_log=False, ws="none", timeout_graceful_shutdown=3
    )
    server = _Guest(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:
            if serving.done():
                await serving
                raise RuntimeError("the server stopped before it started")
            await asyncio.sleep(0.01)
        yield int(listener.getsockname()[1])
    finally:
        app.state.playground.close()
        server.should_exit = True
        await serving
        listener.close()
