"""From a Telegram update to what is done with it: the handlers python-telegram-bot calls."""

import re
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import (
    Chat,
    ChatMember,
    Document,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    Update,
)
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.chat import article, callbacks, feeds, message, zone
from bot.chat import context as contexts
from bot.chat.context import Telegram
from bot.chat.conversation import Conversation
from bot.chat.order import InOrder
from bot.chat.paste import Pastes
from bot.chat.registry import PRESSES, SHAPES
from bot.chat.render import escape, shorten
from bot.chat.turn import Command, Reply
from bot.ingest.feeds import opml
from bot.intake import File, Text
from storage import chats, subscriptions

Handler = Callable[[Update, Telegram], Coroutine[Any, Any, None]]

LARGEST_FILE = 20 * 1024 * 1024  # bytes: what the Bot API lets a bot download
WORDS_ONLY = (
    "I read words, not pictures, voices or stickers. Send me an article, as a link, a text or a file, "
    "or ask a question."
)
OLD_BUTTON = "That button is from before my time. /help lists what I do."
PASTES = "pastes"


def on_command(command: Command) -> Handler:
    """Return the handler of a command."""

    async def handle(update: Update, telegram: Telegram) -> None:
        conversation = Conversation.of(update, telegram)
        if not await conversation.may(command.who):
            await conversation.say(Reply(f"In a group, /{command.name} is for its administrators."))
            return
        async with conversation.turn(" ".join(telegram.args or [])) as turn:
            outcome = await command.handle(turn)
        await conversation.give(outcome)

    return handle


async def on_unknown_command(update: Update, telegram: Telegram) -> None:
    """Say that there is no such command; in a group, only when it is meant for this bot."""
    sent = update.effective_message
    if sent is None or not sent.text:
        return
    name, _, to = sent.text.split()[0][1:].partition("@")
    conversation = Conversation.of(update, telegram)
    if to.lower() != telegram.bot.username.lower() if to else not conversation.private:
        return
    await conversation.say(Reply(f"I don't know /{escape(shorten(name, 40))}; /help lists what I do."))


async def on_press(update: Update, telegram: Telegram) -> None:
    """Do what a button says, if it is one that exists now and the person may press it."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    conversation = Conversation.of(update, telegram)
    parsed = callbacks.parse(query.data or "", SHAPES)
    if parsed is None:
        await conversation.toast(OLD_BUTTON)
        await _take_buttons(update)
        return
    press = PRESSES[parsed[0]]
    if not await conversation.may(press.who):
        await conversation.toast("In a group, that is for its administrators.")
        return
    async with conversation.turn() as turn:
        outcome = await press.handle(turn, *parsed[1])
    await conversation.give(outcome)


async def _take_buttons(update: Update) -> None:
    """Take away buttons that do nothing any more."""
    old = update.callback_query.message if update.callback_query else None
    if isinstance(old, Message):
        try:
            await old.edit_reply_markup(None)
        except BadRequest:
            return  # too old to be changed, or without buttons already


async def on_text(update: Update, telegram: Telegram) -> None:
    """Take in a text, put together again where Telegram cut it; in a group, only when the bot is meant."""
    sent = update.effective_message
    if sent is None or sent.text is None:
        return
    text = addressed(sent, telegram.bot.username, telegram.bot.id)
    if text is None:
        return
    conversation = Conversation.of(update, telegram)
    source, published, forwarded = _origin(sent)

    async def finish(whole: str) -> None:
        await message.receive(conversation, Text(whole, source, published), forwarded=forwarded)

    async def later(whole: str) -> None:
        order = telegram.application.update_processor
        if isinstance(order, InOrder):
            async with order.of_chat(conversation.chat_id):
                await finish(whole)

    pastes: Pastes = telegram.bot_data[PASTES]
    first = not pastes.holds(conversation.chat_id)
    ready = pastes.take(conversation.chat_id, text, later)
    if ready is not None:
        await finish(ready)
    elif first:
        await conversation.typing()


def _origin(sent: Message) -> tuple[str | None, Any, bool]:
    """Return the channel and instant a forwarded post brings, and whether it is forwarded at all."""
    origin = sent.forward_origin
    if isinstance(origin, MessageOriginChannel):
        return origin.chat.title, origin.date, True
    if isinstance(origin, MessageOriginChat):
        return origin.sender_chat.title, origin.date, True
    return None, origin.date if origin else None, origin is not None


def addressed(sent: Message, username: str, bot_id: int) -> str | None:
    """Return the text of a message meant for the bot, a mention of it taken off; None when it is not."""
    text = _with_links(sent)
    if sent.chat.type == ChatType.PRIVATE:
        return text
    mention = re.search(rf"[\s,]*@{re.escape(username)}\b[,:]?", text, re.IGNORECASE)
    if mention is not None:
        return (text[: mention.start()] + text[mention.end() :]).strip()
    answered = sent.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == bot_id:
        return text
    return None


def _with_links(sent: Message) -> str:
    """Return the text; to a short one, links hidden behind its words are added, for those are meant."""
    text = sent.text or sent.caption or ""
    if len(text) > message.AROUND_LINK or "http" in text:
        return text
    hidden = [
        e.url for e in (*sent.entities, *sent.caption_entities) if e.type == MessageEntity.TEXT_LINK and e.url
    ]
    return " ".join([text, *hidden])


async def on_document(update: Update, telegram: Telegram) -> None:
    """Take in a file."""
    sent = update.effective_message
    document = sent.document if sent else None
    if sent is None or not isinstance(document, Document):
        return
    conversation = Conversation.of(update, telegram)
    if not conversation.private and addressed(sent, telegram.bot.username, telegram.bot.id) is None:
        return
    if (document.file_size or 0) > LARGEST_FILE:
        await conversation.say(
            Reply("That file is over 20 MB, more than Telegram lets me fetch: send its text.")
        )
        return
    await conversation.typing()
    try:
        file = await document.get_file()
        content = bytes(await file.download_as_bytearray())
    except BadRequest:
        await conversation.say(Reply("Telegram did not give me that file: please send it again."))
        return
    if opml.is_opml(content):
        await feeds.take_list(conversation, content)
        return
    await article.add(conversation, File(document.file_name or "file", content))


async def on_location(update: Update, telegram: Telegram) -> None:
    """Take the time zone of a shared location."""
    sent = update.effective_message
    if sent is None or sent.location is None:
        return
    conversation = Conversation.of(update, telegram)
    if not conversation.private:
        return
    async with conversation.turn() as turn:
        reply = await zone.located(turn, sent.location.latitude, sent.location.longitude)
    await conversation.give(reply)


async def on_anything_else(update: Update, telegram: Telegram) -> None:
    """Take the words under a picture when they are an article or a link; else say what can be read."""
    sent = update.effective_message
    if sent is None:
        return
    text = addressed(sent, telegram.bot.username, telegram.bot.id)
    if text is None:
        return
    conversation = Conversation.of(update, telegram)
    if message.sort(text) in ("links", "text"):
        source, published, forwarded = _origin(sent)
        await message.receive(conversation, Text(text, source, published), forwarded=forwarded)
        return
    await conversation.say(Reply(WORDS_ONLY))


async def on_migration(update: Update, telegram: Telegram) -> None:
    """A group became a supergroup: everything it has goes by the new number."""
    sent = update.effective_message
    if sent is None or sent.migrate_to_chat_id is None:
        return
    async with contexts.of(telegram).database.begin() as session:
        await chats.rename(session, sent.chat.id, sent.migrate_to_chat_id)


async def on_membership(update: Update, telegram: Telegram) -> None:
    """Someone blocked the bot or a group removed it: nothing more is owed there."""
    change = update.my_chat_member
    if change is None or change.chat.type == Chat.CHANNEL:
        return
    if change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT):
        async with contexts.of(telegram).database.begin() as session:
            await subscriptions.end_chat(session, change.chat.id)
