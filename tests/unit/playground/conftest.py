"""A playground that listens on loopback, spoken to over HTTP."""

import ssl
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.clock import MovableClock
from bot.playground.samples import opening_instant
from bot.playground.serve import running
from bot.playground.server import create_server

# Everything here is plain HTTP; without this each client would load the machine's certificates.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ADA = 1001
BRUNO = 1002
GROUP = -4001


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(opening_instant())


@pytest.fixture
def server(clock: MovableClock) -> Starlette:
    return create_server(clock, limits=False)


@pytest.fixture
async def port(server: Starlette) -> AsyncIterator[int]:
    async with running(server) as port:
        yield port


@pytest.fixture
async def bot(port: int) -> AsyncIterator[Bot]:
    """python-telegram-bot's own Bot."""
    base = f"http://127.0.0.1:{port}"
    # Two polls may be under way at once.
    requests = [
        HTTPXRequest(connection_pool_size=4, httpx_kwargs={"trust_env": False, "verify": NO_TLS})
        for _ in range(2)
    ]
    files = f"{base}/file/bot"
    async with Bot(
        "1:any", f"{base}/bot", files, request=requests[0], get_updates_request=requests[1]
    ) as bot:
        yield bot


@pytest.fixture
async def doors(port: int) -> AsyncIterator[httpx.AsyncClient]:
    """The playground's own doors, as the page uses them."""
    address = f"http://127.0.0.1:{port}/playground/"
    async with httpx.AsyncClient(base_url=address, timeout=15, trust_env=False, verify=NO_TLS) as client:
        yield client


@pytest.fixture
async def api(port: int) -> AsyncIterator[httpx.AsyncClient]:
    """The Bot API without a library in between."""
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{port}/bot1:any/", trust_env=False, verify=NO_TLS
    ) as client:
        yield client
