"""What people do on the page, through the doors the page uses, and what the bot hears of it."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.clock import MovableClock
from bot.playground import samples
from bot.playground.serve import running
from bot.playground.server import create_server
from tests.unit.playground.conftest import ADA, BRUNO, GROUP


async def test_a_text_arrives_with_its_links_and_where_it_was_forwarded_from(
    bot: Bot, doors: httpx.AsyncClient
) -> None:
    channel = {"channel": "Harbour Wire", "date": 1_678_000_000}
    await doors.post(
        f"chats/{ADA}/messages",
        json={
            "text": "Read this: https://a.org/x",
            "forward": channel,
            "entities": [{"type": "text_link", "offset": 0, "length": 4, "url": "http://b.org/"}],
        },
    )
    (update,) = await bot.get_updates()
    assert [entity.type for entity in update.message.entities] == ["text_link", "url"]
    assert update.message.forward_origin.chat.title == "Harbour Wire"


async def test_a_long_paste_is_cut_at_spaces_and_loses_no_word(bot: Bot, doors: httpx.AsyncClient) -> None:
    words = [f"word{number}" for number in range(2000)]
    await doors.post(f"chats/{ADA}/messages", json={"text": " ".join(words)})
    texts = [update.message.text for update in await bot.get_updates()]
    assert len(texts) == 5
    assert " ".join(texts).split() == words


async def test_in_a_group_the_bot_hears_only_what_concerns_it(bot: Bot, doors: httpx.AsyncClient) -> None:
    mine = await bot.send_message(GROUP, "Hello all")
    for text, more in (
        ("among ourselves", {}),
        ("/help", {}),
        ("/help@other_bot", {}),
        ("@on_record_bot what is next?", {}),
        ("thank you", {"reply_to": mine.message_id}),
    ):
        await doors.post(f"chats/{GROUP}/messages", json={"text": text, "from": BRUNO, **more})
    heard = [update.message for update in await bot.get_updates()]
    assert [message.text for message in heard] == ["/help", "@on_record_bot what is next?", "thank you"]
    assert heard[0].from_user.first_name == "Bruno"


async def test_a_pressed_button_returns_the_bots_answer(bot: Bot, doors: httpx.AsyncClient) -> None:
    buttons = [
        InlineKeyboardButton("Go", callback_data="go:1"),
        InlineKeyboardButton("Read", url="http://a.org/"),
    ]
    sent = await bot.send_message(ADA, "Well?", reply_markup=InlineKeyboardMarkup([buttons]))
    path = f"chats/{ADA}/messages/{sent.message_id}/press"
    press = asyncio.create_task(doors.post(path, json={"button": "Go"}))
    (update,) = await bot.get_updates(timeout=10)
    assert (update.callback_query.data, update.callback_query.message.text) == ("go:1", "Well?")
    await bot.answer_callback_query(update.callback_query.id, "Gone", show_alert=True)
    assert (await press).json() == {"answer": {"text": "Gone", "show_alert": True, "url": ""}}

    assert (await doors.post(path, json={"button": [0, 1]})).json() == {"url": "http://a.org/"}
    await sent.edit_text("No more")
    gone = await doors.post(path, json={"button": "Go"})
    assert (gone.status_code, gone.json()) == (409, {"error": "That button is no longer there."})


async def test_an_answer_comes_once_and_in_time(bot: Bot, doors: httpx.AsyncClient) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await bot.send_message(ADA, "Well?", reply_markup=keyboard)
    path = f"chats/{ADA}/messages/{sent.message_id}/press"
    for _ in range(2):
        assert (await doors.post(path, json={"button": 0, "wait": 0})).json() == {"answer": None}
    first, second = await bot.get_updates()
    assert await bot.answer_callback_query(first.callback_query.id)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_callback_query(first.callback_query.id)
    await doors.post("clock", json={"seconds": 3600})
    with pytest.raises(BadRequest, match="query id is invalid"):
        await bot.answer_callback_query(second.callback_query.id)


async def test_inline_queries_are_answered(bot: Bot, doors: httpx.AsyncClient) -> None:
    asked = asyncio.create_task(doors.post(f"chats/{ADA}/inline", json={"query": "strait"}))
    (update,) = await bot.get_updates(timeout=10)
    assert update.inline_query.query == "strait"
    result = InlineQueryResultArticle("1", "Dorset", InputTextMessageContent("Dorset said so."))
    await bot.answer_inline_query(update.inline_query.id, [result])
    assert [one["title"] for one in (await asked).json()["answer"]["results"]] == ["Dorset"]


async def test_files_arrive_and_are_handed_out_only_to_be_saved(bot: Bot, doors: httpx.AsyncClient) -> None:
    page = b"<script>alert(1)</script>"
    await doors.post(
        f"chats/{ADA}/files", files={"file": ("a.html", page, "text/html")}, data={"caption": "Read"}
    )
    (update,) = await bot.get_updates()
    assert (update.message.document.file_name, update.message.caption) == ("a.html", "Read")
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == page
    shown = await doors.get(f"files/{file.file_id}")
    assert shown.headers["content-disposition"] == "attachment"
    assert shown.headers["content-type"] == "application/octet-stream"


async def told(doors: httpx.AsyncClient, since: int, until: str) -> list[dict[str, Any]]:
    """The changes after number `since`, as the page is told them, up to one of the kind `until`."""
    changes = []
    async with doors.stream("GET", "events", params={"since": since}) as events:
        async for line in events.aiter_lines():
            if line.startswith("data:"):
                changes.append(json.loads(line.removeprefix("data:")))
                if changes[-1]["kind"] == until:
                    break
    return changes


async def test_each_change_is_told_once_in_order(bot: Bot, doors: httpx.AsyncClient) -> None:
    seq = (await doors.get("chats")).json()["seq"]
    sent = await bot.send_message(ADA, "One")
    await sent.edit_text("Two")
    await sent.set_reaction("👍")
    await sent.delete()
    changes = await told(doors, seq, until="deleted")
    assert [change["kind"] for change in changes] == ["message", "edited", "reactions", "deleted"]
    assert changes[0]["message"]["text"] == "One"
    assert [change["kind"] for change in await told(doors, changes[-2]["seq"], "deleted")] == ["deleted"]
    assert [change["kind"] for change in await told(doors, 10**6, "reset")] == ["reset"]


async def test_the_clock_is_read_set_moved_and_sent_to_the_next_reminder() -> None:
    clock = MovableClock(samples.opening_instant())
    due = samples.opening_instant() + timedelta(days=2)

    async def next_due() -> datetime | None:
        return due if clock.now() < due else None

    async with (
        running(create_server(clock, next_due=next_due)) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}/playground/", trust_env=False) as doors,
    ):
        assert (await doors.get("clock")).json()["next_due"] == due.isoformat()
        moved = (await doors.post("clock", json={"seconds": 3600})).json()["now"]
        assert moved.startswith("2023-03-14T21:00:0")
        assert (await doors.post("clock/next")).json()["now"].startswith("2023-03-16T20:00:0")
        nothing = await doors.post("clock/next")
        assert (nothing.status_code, nothing.json()["error"]) == (
            409,
            "Nothing is due: no reminder is waiting.",
        )
        local = await doors.post("clock", json={"now": "2023-04-01T10:00:00+02:00"})
        assert local.json()["now"].startswith("2023-04-01T08:00:0")
        for wrong in (
            {},
            {"now": "soon"},
            {"now": "2023-04-01T10:00"},
            {"seconds": 1e300},
            {"now": "1800-01-01T00:00Z"},
        ):
            assert (await doors.post("clock", json=wrong)).status_code == 400


async def test_a_sample_is_sent_as_it_would_be_pasted(bot: Bot, doors: httpx.AsyncClient) -> None:
    listed = (await doors.get("samples")).json()["samples"]
    assert [sample["name"] for sample in listed] == [sample.name for sample in samples.load()]
    await doors.post(f"chats/{ADA}/samples/{listed[0]['name']}")
    (update,) = await bot.get_updates()
    assert update.message.text == samples.load()[0].text
    assert (await doors.post(f"chats/{ADA}/samples/none")).status_code == 404


def test_the_first_three_samples_can_be_lived_through_from_the_opening_on() -> None:
    first, second, third, *others = samples.load()
    assert first.published < samples.opening_instant() < second.published < third.published
    assert all(150 <= len(sample.text.split()) <= 310 for sample in (first, second, third, *others))


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("chats/7/messages", {"text": "x"}, 404),
        ("chats/x/messages", {"text": "x"}, 404),
        (f"chats/{ADA}/messages", {"text": "  "}, 400),
        (f"chats/{ADA}/messages", {"text": "x", "from": BRUNO}, 400),
        (f"chats/{ADA}/messages", {"text": "x", "reply_to": 9}, 404),
        (f"chats/{ADA}/messages", b'{"text": "x", "reply_to": 1e999}', 404),
        (f"chats/{ADA}/messages", {"text": "x", "entities": [{}]}, 400),
        (f"chats/{ADA}/messages", [], 400),
        (f"chats/{ADA}/messages/9/press", {"button": 0}, 404),
        (f"chats/{ADA}/location", {"latitude": 91, "longitude": 0}, 400),
        (f"chats/{ADA}/upgrade", {}, 409),
        ("faults", {"times": 2}, 400),
    ],
)
async def test_wrong_requests_get_a_sentence(
    doors: httpx.AsyncClient, path: str, body: object, status: int
) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = await doors.post(path, content=content)
    assert answer.status_code == status
    assert answer.json()["error"].endswith((".", "specified"))
