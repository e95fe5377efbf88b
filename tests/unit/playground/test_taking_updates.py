"""How the bot hears of things: long polling and webhooks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.playground.serve import running
from tests.unit.playground.conftest import ADA


async def say(doors: httpx.AsyncClient, text: str) -> None:
    (await doors.post(f"chats/{ADA}/messages", json={"text": text})).raise_for_status()


async def test_updates_stay_until_they_are_confirmed(bot: Bot, doors: httpx.AsyncClient) -> None:
    for text in ("one", "two", "three"):
        await say(doors, text)
    first, second = await bot.get_updates(limit=2)
    assert (first.message.text, second.message.text) == ("one", "two")
    assert await bot.get_updates(limit=2) == (first, second)
    (third,) = await bot.get_updates(offset=second.update_id + 1)
    assert third.message.text == "three"
    assert await bot.get_updates(offset=-1) == (third,)
    assert await bot.get_updates(offset=third.update_id + 1) == ()


async def test_a_long_poll_ends_with_the_first_update(bot: Bot, doors: httpx.AsyncClient) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    while not poll.done():
        await asyncio.sleep(0.05)
        await say(doors, "there")
    assert (await poll)[0].message.text == "there"


async def test_a_second_poll_ends_the_first(bot: Bot, doors: httpx.AsyncClient, server: Starlette) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    while not server.state.playground.updates.polls:  # noqa: ASYNC110 - nobody is told that a poll began
        await asyncio.sleep(0.01)
    assert await bot.get_updates() == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_only_what_was_asked_for_comes(bot: Bot, doors: httpx.AsyncClient) -> None:
    await say(doors, "one")
    react = {"emoji": "👍"}
    await doors.post(f"chats/{ADA}/messages/1/react", json=react)
    (update,) = await bot.get_updates(allowed_updates=["message_reaction"])
    assert update.message.text == "one"
    await bot.get_updates(offset=update.update_id + 1)
    await say(doors, "two")
    await doors.post(f"chats/{ADA}/messages/1/react", json={"emoji": ""})
    (update,) = await bot.get_updates()
    assert [one.emoji for one in update.message_reaction.old_reaction] == ["👍"]


@asynccontextmanager
async def listener(heard: list[tuple[str, str]], failures: int) -> AsyncIterator[int]:
    """A webhook of a bot, which fails some times first."""

    async def hear(request: Request) -> Response:
        update = await request.json()
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        heard.append((update["message"]["text"], secret))
        return Response(status_code=500 if len(heard) <= failures else 200)

    app = Starlette(routes=[Route("/hook", hear, methods=["POST"])])
    async with running(app) as port:
        yield port


async def test_a_webhook_gets_each_update_with_its_secret_until_it_takes_it(
    bot: Bot, doors: httpx.AsyncClient
) -> None:
    heard: list[tuple[str, str]] = []
    async with listener(heard, failures=1) as port:
        assert await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        await say(doors, "one")
        await say(doors, "two")
        async with asyncio.timeout(10):
            while len(heard) < 3:  # noqa: ASYNC110 - what is waited for comes over HTTP
                await asyncio.sleep(0.02)
        assert heard == [("one", "s3cret"), ("one", "s3cret"), ("two", "s3cret")]
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 500"
        await bot.delete_webhook()
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(
    "url", ["http://example.com/hook", "https://10.0.0.1/", "file:///etc/passwd", "http://["]
)
async def test_a_webhook_stays_on_this_machine(bot: Bot, url: str) -> None:
    with pytest.raises(BadRequest, match="this machine only"):
        await bot.set_webhook(url)
