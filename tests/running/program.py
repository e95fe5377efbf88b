"""`onrecord run` as a process of its own, against a Bot API server of ours, with messages owed to many chats."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from bot.clock import MovableClock
from bot.playground.serve import running
from bot.playground.server import create_server
from storage import chats, deliveries, stories, subscriptions
from storage.session import Database
from tests.storage.records import article, event, mention

PATIENCE = 60.0  # seconds of wall time after which something is missed
WITHOUT_WAITING = """
import sys
from datetime import timedelta
from bot.track import dispatch
dispatch.Dispatcher.__init__.__kwdefaults__["lease"] = timedelta(seconds=2)  # a crash is got over sooner
from bot.cli import app
app(sys.argv[1:])
"""


class Telegram:
    """The playground's Bot API server, and what it was given."""

    def __init__(self, address: str, server: Any) -> None:
        self.address = address
        self.server = server
        self.http = httpx.AsyncClient(base_url=f"{address}/playground/", trust_env=False, timeout=30)

    async def fault(self, **fault: Any) -> None:
        """Order a fault; see bot.playground.faults.Fault."""
        (await self.http.post("faults", json=fault)).raise_for_status()

    def texts(self) -> Counter[tuple[int, str]]:
        """What was said to whom, and how often."""
        playground = self.server.state.playground
        return Counter(
            (chat.id, str(message.get("text")))
            for chat in playground.chats.values()
            for message in chat.messages
            if message["from"]["is_bot"]
        )


@asynccontextmanager
async def telegram(*, limits: bool = False) -> AsyncIterator[Telegram]:
    """Run a Bot API server."""
    server = create_server(MovableClock(), limits=limits)
    async with running(server) as port:
        api = Telegram(f"http://127.0.0.1:{port}", server)
        async with api.http:
            yield api
