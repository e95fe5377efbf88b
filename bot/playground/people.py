"""What people do in the chat app, and the updates that the bot gets for it."""

import asyncio
import re
from typing import Any

from bot.playground import entities
from bot.playground.cast import Chat, Person
from bot.playground.methods.chats import bot_member, set_reaction
from bot.playground.methods.content import LONGEST_TEXT
from bot.playground.parameters import Upload
from bot.playground.state import Playground
from bot.playground.wire import Json

SUPERGROUP_OFFSET = -1_000_000_000_000


def say(
    playground: Playground,
    chat: Chat,
    person: Person,
    text: str,
    *,
    marks: list[Json] | None = None,
    reply_to: Json | None = None,
    origin: Json | None = None,
) -> list[Json]:
    """Send a text, cut into several messages where it is too long for one, as chat apps do.

    `marks` are entities with offsets in UTF-16 code units; `origin` is a MessageOrigin if it is forwarded.
    """
    parts = _pieces(text)
    sent = []
    for part in parts:
        kept, found = entities.finish(part, (marks or []) if len(parts) == 1 else [])
        if kept:
            content: Json = {"text": kept, "entities": found}
            sent.append(_send(playground, chat, person, content, reply_to, origin))
    return sent


def send_file(
    playground: Playground,
    chat: Chat,
    person: Person,
    upload: Upload,
    *,
    caption: str = "",
    photo: bool = False,
    reply_to: Json | None = None,
) -> Json:
    """Send a file or, with `photo`, a picture. Raises ApiError on one that Telegram would not take."""
    stored = playground.files.add(upload, photo=photo)
    content: Json = {"photo": stored.photo()} if photo else {"document": stored.document()}
    kept, found = entities.finish(caption, [])
    return _send(playground, chat, person, {**content, "caption": kept, "caption_entities": found}, reply_to)


def share_location(
    playground: Playground, chat: Chat, person: Person, latitude: float, longitude: float
) -> Json:
    """Send a place."""
    location = {"latitude": latitude, "longitude": longitude}
    return _send(playground, chat, person, {"location": location})


async def press(
    playground: Playground, chat: Chat, person: Person, message: Json, button: Json, seconds: float
) -> Json | None:
    """Press a button that calls the bot back; return the bot's answer, None if none comes in time."""
    query = playground.ask(chat.id)
    playground.updates.put(
        "callback_query",
        {
            "id": query.id,
            "from": person.user(),
            "message": message,
            "chat_instance": str(7_000_000_000 + abs(chat.id)),
            "data": button["callback_data"],
        },
    )
    return await _answered(query.answer, seconds)


async def ask_inline(
    playground: Playground, chat: Chat, person: Person, text: str, seconds: float
) -> Json | None:
    """Type `@bot text` into a message; return what the bot offers."""
    query = playground.ask(chat.id)
    kind = "private" if chat.is_group else "sender"
    playground.updates.put(
        "inline_query",
        {"id": query.id, "from": person.user(), "query": text[:256], "offset": "", "chat_type": kind},
    )
    return await _answered(query.answer, seconds)


def react(playground: Playground, chat: Chat, person: Person, message_id: int, emoji: str) -> None:
    """React to a message; an empty `emoji` takes the reaction back."""
    wanted: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    before = set_reaction(playground, chat, message_id, person.id, wanted)
    playground.updates.put(
        "message_reaction",
        {
            "chat": chat.short(),
            "message_id": message_id,
            "user": person.user(),
            "date": playground.now(),
            "old_reaction": before,
            "new_reaction": wanted,
        },
    )


def set_blocked(playground: Playground, chat: Chat, person: Person, *, blocked: bool) -> None:
    """Block the bot (in a group: throw it out), or let it in again."""
    if chat.blocked == blocked:
        return
    before = bot_member(playground, chat)
    chat.blocked = blocked
    playground.updates.put(
        "my_chat_member",
        {
            "chat": chat.short(),
            "from": person.user(),
            "date": playground.now(),
            "old_chat_member": before,
            "new_chat_member": bot_member(playground, chat),
        },
    )
    playground.changes.add("chat", chat_id=chat.id)


def upgrade(playground: Playground, chat: Chat, person: Person) -> Chat:
    """Make a group a supergroup: it goes on under another number, and the old one refuses everything."""
    new = Chat(
        SUPERGROUP_OFFSET + chat.id,
        "supergroup",
        chat.title,
        chat.members,
        administrators=chat.administrators,
    )
    playground.chats[new.id] = new
    playground.messages[new.id] = {}
    playground.updates.put("message", playground.post(chat, person, migrate_to_chat_id=new.id))
    chat.moved_to = new.id
    playground.updates.put("message", playground.post(new, person, migrate_from_chat_id=chat.id))
    playground.changes.add("chat", chat_id=new.id)
    return new


def _send(
    playground: Playground,
    chat: Chat,
    person: Person,
    content: Json,
    reply_to: Json | None = None,
    origin: Json | None = None,
) -> Json:
    replied = {key: value for key, value in (reply_to or {}).items() if key != "reply_to_message"}
    message = playground.post(chat, person, **content, reply_to_message=replied, forward_origin=origin)
    if chat.reply_keyboard and chat.reply_keyboard.get("one_time_keyboard"):
        chat.reply_keyboard = None
        playground.changes.add("reply_keyboard", chat_id=chat.id, reply_keyboard=None)
    if not chat.blocked and (not chat.is_group or _concerns_bot(playground, message)):
        playground.updates.put("message", message)
    return message


def _concerns_bot(playground: Playground, message: Json) -> bool:
    """Whether a bot in privacy mode sees a group's message: commands, mentions and replies to itself."""
    if message.get("reply_to_message", {}).get("from", {}).get("id") == playground.bot.id:
        return True
    text = message.get("text") or message.get("caption") or ""
    name = re.escape(playground.bot.username)
    command = re.match(r"/\w+(@\w+)?", text)
    if command:
        return command[1] is None or command[1].lower() == f"@{playground.bot.username}"
    return bool(re.search(rf"@{name}\b", text, re.IGNORECASE))


async def _answered(answer: asyncio.Future[Json], seconds: float) -> Json | None:
    done, _ = await asyncio.wait([answer], timeout=seconds)
    return answer.result() if done else None


def _pieces(text: str) -> list[str]:
    """Cut a text into pieces that fit a message, at the last line end or space where there is one."""
    pieces = []
    start = 0
    while start < len(text):
        head = text[start : start + LONGEST_TEXT].encode("utf-16-le")[: 2 * LONGEST_TEXT]
        end = start + len(head.decode("utf-16-le", "ignore"))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(" ", start, end))
            end = cut if cut > (start + end) // 2 else end
        pieces.append(text[start:end])
        start = end
    return pieces


def button_at(message: Json, where: Any) -> Json | None:
    """Return an inline button by its text, its number, or its [row, column]; None if it is not there."""
    rows: list[list[Json]] = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    match where:
        case str():
            return next((button for row in rows for button in row if button["text"] == where), None)
        case int() if not isinstance(where, bool):
            buttons = [button for row in rows for button in row]
            return buttons[where] if 0 <= where < len(buttons) else None
        case [int(row), int(column)] if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            return rows[row][column]
        case _:
            return None
