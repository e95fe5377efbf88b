"""The whole bot over HTTP: the real application, against the playground's Bot API server."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from bot.app import opened, talking
from bot.chat.context import Context
from bot.clock import MovableClock
from bot.config import Settings
from bot.playground.samples import opening_instant
from bot.playground.serve import running
from bot.playground.server import create_server
from storage import deliveries
from tests.chat.person import Person


class House:
    """A Telegram of our own with the bot in it, which can be stopped and started while the chats stay.

    Telegram's limits on how often a bot may speak cost real seconds, so they hold only with `limits`.
    """

    def __init__(self, database: str, *, limits: bool = False) -> None:
        self._limits = limits
        self.settings = Settings()
        self.settings.database.url = database
        self.clock = MovableClock(opening_instant())
        self.context: Context
        self._server = AsyncExitStack()
        self._bot = AsyncExitStack()

    async def open(self) -> None:
        """Start the server and the bot."""
        server = create_server(self.clock, next_due=self._next_due, limits=self._limits)
        port = await self._server.enter_async_context(running(server))
        self.address = f"http://127.0.0.1:{port}"
        self.http = httpx.AsyncClient(base_url=f"{self.address}/playground/", timeout=20, trust_env=False)
        await self._server.enter_async_context(self.http)
        await self.start_bot()

    async def start_bot(self) -> None:
        """Start the bot on its database."""
        # Pages are served on loopback in tests, which a bot of the world outside refuses to fetch.
        opening = opened(self.settings, self.clock, allow_loopback=True)
        self.context = await self._bot.enter_async_context(opening)
        talk = talking(self.context, token="1:test", base_url=self.address)
        await self._bot.enter_async_context(talk)

    async def stop_bot(self) -> None:
        """Stop the bot; its chats and its database stay."""
        await self._bot.aclose()

    async def person(self, number: int = 0) -> Person:
        """One of those who have a private chat with the bot."""
        chats = (await self.http.get("chats")).raise_for_status().json()["chats"]
        return Person(self.http, [chat["id"] for chat in chats if chat["type"] == "private"][number])

    async def close(self) -> None:
        """Stop everything."""
        await self._bot.aclose()
        await self._server.aclose()

    async def _next_due(self) -> datetime | None:
        async with self.context.database.read() as session:
            return await deliveries.next_due(session)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(f"sqlite:///{tmp_path / 'onrecord.db'}")
    await house.open()
    yield house
    await house.close()


@pytest.fixture
async def any_house(any_url: str) -> AsyncIterator[House]:
    """A house on each kind of database."""
    house = House(any_url)
    await house.open()
    yield house
    await house.close()


@pytest.fixture
async def reader(house: House) -> Person:
    return await house.person()
