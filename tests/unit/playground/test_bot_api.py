"""The Bot API as python-telegram-bot speaks it, and its refusals as Telegram words them."""

import asyncio
import io
import struct
import zlib
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError

from bot.clock import MovableClock
from bot.playground.samples import opening_instant
from tests.unit.playground.conftest import ADA, GROUP

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


def picture(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * (width + 1) * height))


async def test_a_message_is_sent_edited_and_deleted(bot: Bot) -> None:
    sent = await bot.send_message(ADA, "<b>Hello</b> Ada", parse_mode="HTML", reply_markup=KEYBOARD)
    assert sent.text_html == "<b>Hello</b> Ada"
    assert sent.reply_markup == KEYBOARD
    assert sent.date == opening_instant()

    edited = await sent.edit_text("Bye")
    assert (edited.text, edited.reply_markup, edited.edit_date) == ("Bye", None, opening_instant())
    assert await sent.edit_reply_markup(KEYBOARD)
    assert await sent.delete()
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()


async def test_date_entities_come_back_as_they_were_sent(bot: Bot) -> None:
    given = MessageEntity("date_time", 5, 5, unix_time=opening_instant(), date_time_format="wD")
    sent = await bot.send_message(ADA, "They meet today", entities=[given])
    assert sent.entities == (given,)
    assert sent.entities[0].unix_time == opening_instant()


async def test_pictures_and_files_go_both_ways(bot: Bot) -> None:
    photo = await bot.send_photo(ADA, picture(40, 30), caption="<i>Small</i>", parse_mode="HTML")
    assert (photo.photo[-1].width, photo.photo[-1].height, photo.caption) == (40, 30, "Small")
    document = await bot.send_document(
        ADA, io.BytesIO(b"words"), filename="../notes.txt", reply_markup=KEYBOARD
    )
    assert document.document.file_name == "notes.txt"
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"words"
    again = await bot.send_document(ADA, document.document.file_id)
    assert again.document.file_unique_id == document.document.file_unique_id
    assert (await photo.edit_caption("Other")).caption == "Other"


async def test_a_reply_carries_what_it_answers(bot: Bot) -> None:
    first = await bot.send_message(ADA, "One")
    reply = await bot.send_message(ADA, "Two", reply_parameters=ReplyParameters(first.message_id))
    assert reply.reply_to_message.text == "One"


async def test_the_bot_presents_itself(bot: Bot) -> None:
    commands = (BotCommand("start", "A short tour"), BotCommand("help", "What I can do"))
    await bot.set_my_commands(commands)
    assert await bot.get_my_commands() == commands
    assert await bot.get_my_commands(scope=BotCommandScopeChat(ADA)) == ()
    await bot.set_my_description("Reads the news")
    assert (await bot.get_my_description()).description == "Reads the news"
    await bot.set_my_short_description("Who said what")
    assert (await bot.get_my_short_description()).short_description == "Who said what"
    assert (await bot.get_chat(GROUP)).title == "Newsroom"
    assert (await bot.get_chat_member(GROUP, ADA)).status == "creator"
    assert await bot.send_chat_action(ADA, "typing")


async def test_a_reply_keyboard_stays_until_it_is_taken_away(bot: Bot, doors: httpx.AsyncClient) -> None:
    asking = ReplyKeyboardMarkup([[KeyboardButton("Here", request_location=True)]])
    sent = await bot.send_message(ADA, "Where are you?", reply_markup=asking)
    assert sent.reply_markup is None
    chat = (await doors.get(f"chats/{ADA}")).json()
    assert chat["reply_keyboard"]["keyboard"][0][0] == {"text": "Here", "request_location": True}
    await doors.post(f"chats/{ADA}/location", json={"latitude": 64.1, "longitude": -21.9})
    (update,) = await bot.get_updates()
    assert update.message.location.latitude == 64.1


def rows(*texts: str, **more: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, **more}] for text in texts]}


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "👍" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": rows("Go")}, "can't parse inline keyboard button: "
         "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "reply_markup": rows("Go", callback_data="")}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": rows("Go", callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": rows("Go", callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": rows(*["Go"] * 101, callback_data="x")}, "REPLY_MARKUP_TOO_LONG"),
        ({"text": "x", "reply_markup": rows("Go", url="nowhere")},
         "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        ({"text": "👍", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
         "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1"),
        ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
         "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2"),
    ],
)  # fmt: skip
async def test_what_telegram_refuses(
    api: httpx.AsyncClient, fields: dict[str, Any], description: str
) -> None:
    answer = await api.post("sendMessage", json={"chat_id": ADA, **fields})
    assert answer.status_code == 400
    assert answer.json() == {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "x" * 4096},
        {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"},
        {"text": "x", "reply_markup": rows("Go", callback_data="é" * 32)},
        {"text": "x", "reply_markup": rows(*["Go"] * 100, callback_data="x")},
        {"text": "x", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
    ],
)
async def test_what_just_fits(api: httpx.AsyncClient, fields: dict[str, Any]) -> None:
    assert (await api.post("sendMessage", json={"chat_id": ADA, **fields})).json()["ok"]


async def test_captions_have_1024_characters_and_photos_must_be_pictures(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(ADA, b"x", caption="x" * 1025)
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ADA, b"no picture")


async def test_edits_that_change_nothing_or_miss_are_refused(bot: Bot, doors: httpx.AsyncClient) -> None:
    sent = await bot.send_message(ADA, "<b>Same</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await sent.edit_text("<b>Same</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", ADA, 999)
    theirs = (await doors.post(f"chats/{ADA}/messages", json={"text": "mine"})).json()["messages"][0]
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", ADA, theirs["message_id"])
    photo = await bot.send_photo(ADA, picture(4, 4))
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await photo.edit_text("x")


async def test_after_two_days_a_message_cannot_be_deleted(bot: Bot, doors: httpx.AsyncClient) -> None:
    sent = await bot.send_message(ADA, "Hello")
    await doors.post("clock", json={"seconds": 49 * 3600})
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await sent.delete()


async def test_who_blocked_the_bot_cannot_be_written_to(bot: Bot, doors: httpx.AsyncClient) -> None:
    await doors.post(f"chats/{ADA}/block")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ADA, "Hello")
    (update,) = await bot.get_updates()
    assert update.my_chat_member.new_chat_member.status == "kicked"
    await doors.post(f"chats/{ADA}/unblock")
    assert await bot.send_message(ADA, "Hello")


async def test_a_group_that_became_a_supergroup_says_where_it_went(
    bot: Bot, doors: httpx.AsyncClient
) -> None:
    new = (await doors.post(f"chats/{GROUP}/upgrade")).json()["id"]
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(GROUP, "Hello")
    assert moved.value.new_chat_id == new
    assert (await bot.send_message(new, "Hello")).chat.type == "supergroup"
    services = [update.message for update in await bot.get_updates()]
    assert [message.migrate_to_chat_id or message.migrate_from_chat_id for message in services] == [
        new,
        GROUP,
    ]


async def test_faults_on_demand(bot: Bot, doors: httpx.AsyncClient) -> None:
    await doors.post("faults", json={"method": "sendMessage", "code": 502, "times": 2})
    for _ in range(2):
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.send_message(ADA, "Hello")
    await doors.post("faults", json={"method": "*", "code": 403})
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ADA, "Hello")
    assert (await doors.get(f"chats/{ADA}")).json()["messages"] == []

    # The message arrives, its answer does not.
    await doors.post("faults", json={"method": "sendMessage", "drop": True, "when": "after"})
    with pytest.raises(NetworkError, match="peer closed connection"):
        await bot.send_message(ADA, "Hello")
    assert len((await doors.get(f"chats/{ADA}")).json()["messages"]) == 1


async def test_methods_take_forms_queries_and_json_in_any_case(api: httpx.AsyncClient, port: int) -> None:
    form = await api.post("sendMessage", data={"chat_id": str(ADA), "text": "one"})
    query = await api.get("SENDMESSAGE", params={"chat_id": ADA, "text": "two"})
    multipart = await api.post("sendMessage", files={"chat_id": (None, str(ADA)), "text": (None, "three")})
    assert [answer.json()["result"]["text"] for answer in (form, query, multipart)] == ["one", "two", "three"]
    unknown = await api.post("sendNothing")
    assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found: method not found")


async def test_an_unknown_method_is_an_invalid_token_for_the_library(bot: Bot) -> None:
    with pytest.raises(InvalidToken):
        await bot.get_business_connection("x")


async def test_the_clock_dates_the_messages(bot: Bot, server: Starlette, clock: MovableClock) -> None:
    later = opening_instant().replace(year=2024)
    clock.move_to(later)
    assert (await bot.send_message(ADA, "Hello")).date == later
    await asyncio.sleep(0)
    assert server.state.playground.changes.since(0)[0]["kind"] == "clock"
