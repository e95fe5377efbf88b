"""How the server comes and goes."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette

from bot.playground.serve import running
from tests.unit.playground.conftest import ADA


async def test_a_taken_port_is_an_error_at_once(server: Starlette, port: int) -> None:
    with pytest.raises(OSError, match="in use"):
        async with running(server, port):
            pass


async def test_who_waits_gets_an_answer_when_the_server_stops(server: Starlette) -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=20) as client:
        async with running(server) as port:
            address = f"http://127.0.0.1:{port}"
            poll = asyncio.create_task(client.get(f"{address}/bot1:any/getUpdates", params={"timeout": 50}))
            events = client.build_request("GET", f"{address}/playground/events")
            following = await client.send(events, stream=True)
            await client.post(f"{address}/bot1:any/sendMessage", json={"chat_id": ADA, "text": "Bye"})
            while not server.state.playground.updates.polls:  # noqa: ASYNC110 - nobody is told that a poll began
                await asyncio.sleep(0.01)
        assert (await poll).json() == {"ok": True, "result": []}
        assert b'"text": "Bye"' in await following.aread()


async def test_the_address_can_be_used_again_at_once(server: Starlette) -> None:
    async with running(server) as port, httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"http://127.0.0.1:{port}/")).status_code == 200
    async with running(server, port) as again:
        assert again == port
