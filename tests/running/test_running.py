"""`onrecord run` as it is run for good: webhook, health, metrics, several at once, told to stop."""

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.playground import people
from bot.playground.faults import Fault
from bot.playground.state import Playground
from storage.session import Database
from tests.running.program import messages, owe, states, telegram

PATIENCE = 60.0  # seconds of wall time after which something is missed
TOKEN = "123456789:AAFakeTokenOfNobodyAtAll_0123456789"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Running:
    """A program under way."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self.process = process
        self.http = httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10)

    async def stop(self) -> tuple[int | None, str]:
        """Tell it to stop; return its exit code and all it said."""
        if self.process.returncode is None:
            self.process.terminate()
        _, said = await self.process.communicate()
        return self.process.returncode, said.decode()


@asynccontextmanager
async def program(folder: Path, url: str, address: str, *words: str, **more: str) -> AsyncIterator[Running]:
    """Run `onrecord run` until the block ends."""
    port = free_port()
    settings = {
        "ONRECORD_TELEGRAM__TOKEN": TOKEN,
        "ONRECORD_TELEGRAM__BASE_URL": address,
        "ONRECORD_DATABASE__URL": url,
        "ONRECORD_WEB__PORT": str(port),
        "ONRECORD_LOG__FORMAT": "json",
        "ONRECORD_BACKUP__KEEP_DAYS": "0",
        **{name: value.format(port=port) for name, value in more.items()},
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", *words,
        cwd=folder, env=os.environ | settings | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    running = Running(process, port)
    async with running.http:
        try:
            yield running
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()


async def until(what: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await what():  # noqa: ASYNC110 - another program tells nobody
            await asyncio.sleep(0.05)


async def is_ready(running: Running) -> bool:
    assert running.process.returncode is None
    try:
        return (await running.http.get("/readyz")).status_code == 200
    except httpx.TransportError:
        return False


def say(playground: Playground, text: str) -> None:
    """Have the first person of the playground say something."""
    chat = playground.chats[1001]
    people.say(playground, chat, chat.members[0], text)


async def heard(playground: Playground, words: str) -> bool:
    return any(words in str(m.get("text")) for m in playground.messages[1001].values() if m["from"]["is_bot"])


@pytest.mark.slow
async def test_updates_come_by_webhook_with_its_secret_and_the_program_tells_how_it_does(
    sqlite_url: str, tmp_path: Path
) -> None:
    await owe(sqlite_url, 3)
    hook = {"ONRECORD_TELEGRAM__WEBHOOK_URL": "http://127.0.0.1:{port}"}
    async with (
        telegram(3) as (address, playground),
        program(tmp_path, sqlite_url, address, **hook) as running,
    ):
        await until(lambda: is_ready(running))
        await until(lambda: asyncio.sleep(0, playground.updates.webhook is not None))
        forged = await running.http.post("/telegram", json={"update_id": 1})
        assert forged.status_code == 403
        say(playground, "/privacy")
        await until(lambda: heard(playground, "What I keep"))
        await until(lambda: asyncio.sleep(0, len([c for c in messages(playground) if c < 4]) == 3))
        assert (await running.http.get("/healthz")).text == "ok"
        told = (await running.http.get("/metrics")).text
        assert 'onrecord_deliveries_sent_total{kind="snooze"} 3.0' in told
        assert "onrecord_updates_total 1.0" in told
        assert "onrecord_deliveries_due 0.0" in told
        code, said = await running.stop()
    assert code == 0
    lines = [json.loads(line) for line in said.splitlines()]
    assert "On Record is running." in [line["message"] for line in lines]
    assert TOKEN not in said


@pytest.mark.slow
async def test_a_second_bot_on_sqlite_is_refused_in_words(sqlite_url: str, tmp_path: Path) -> None:
    async with telegram() as (address, _), program(tmp_path, sqlite_url, address) as first:
        await until(lambda: is_ready(first))
        async with program(tmp_path, sqlite_url, address) as second:
            _, said = await second.process.communicate()
            assert second.process.returncode == 1
            assert "Another bot runs on" in said.decode().replace("\n", " ")


@pytest.mark.slow
async def test_on_postgres_another_takes_over_from_one_that_dies(postgres_url: str, tmp_path: Path) -> None:
    async with (
        telegram() as (address, playground),
        program(tmp_path, postgres_url, address) as first,
        program(tmp_path, postgres_url, address, "--role", "chat") as second,
    ):
        await until(lambda: is_ready(first))
        await until(lambda: is_ready(second))
        say(playground, "/privacy")
        await until(lambda: heard(playground, "What I keep"))
        first.process.kill()
        await first.process.communicate()
        say(playground, "what was said about lighthouses?")
        await until(lambda: heard(playground, "lighthouses"))
        assert (await second.stop())[0] == 0


@pytest.mark.slow
async def test_one_told_to_stop_ends_what_is_under_way_and_leaves_the_rest(
    sqlite_url: str, tmp_path: Path
) -> None:
    people_owed = 60
    await owe(sqlite_url, people_owed)
    async with telegram(people_owed) as (address, playground):
        playground.faults.add(Fault("sendMessage", times=people_owed, delay=0.3))
        async with program(tmp_path, sqlite_url, address, "--role", "worker") as running:
            await until(lambda: asyncio.sleep(0, messages(playground)))
            code, _ = await running.stop()
        assert code == 0
        database = await Database.open(sqlite_url)
        left = await states(database)
        await database.close()
        assert left["sent"] == messages(playground).total()
        assert left["sent"] + left["pending"] == people_owed
