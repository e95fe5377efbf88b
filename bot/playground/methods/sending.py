"""Methods that put a new message into a chat."""

from bot.playground.cast import Chat
from bot.playground.files import StoredFile
from bot.playground.methods.content import caption_of, text_of
from bot.playground.methods.keyboards import markup_of
from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request

_ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)


@method("sendMessage")
async def send_message(playground: Playground, given: Parameters) -> Json:
    """Send a text."""
    chat = playground.open_chat(given.text("chat_id"))
    text, entities = text_of(playground, given)
    return _deliver(playground, chat, given, text=text, entities=entities)


@method("sendPhoto")
async def send_photo(playground: Playground, given: Parameters) -> Json:
    """Send a picture."""
    chat = playground.open_chat(given.text("chat_id"))
    caption, entities = caption_of(playground, given)
    sizes = _file(playground, given, "photo").photo()
    return _deliver(
        playground,
        chat,
        given,
        photo=sizes,
        caption=caption,
        caption_entities=entities,
        has_media_spoiler=given.flag("has_spoiler"),
    )


@method("sendDocument")
async def send_document(playground: Playground, given: Parameters) -> Json:
    """Send a file."""
    chat = playground.open_chat(given.text("chat_id"))
    caption, entities = caption_of(playground, given)
    document = _file(playground, given, "document").document()
    return _deliver(playground, chat, given, document=document, caption=caption, caption_entities=entities)


@method("sendChatAction")
async def send_chat_action(playground: Playground, given: Parameters) -> bool:
    """Show what the bot is doing, for up to five seconds."""
    chat = playground.open_chat(given.text("chat_id"))
    if given.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    playground.changes.add("action", chat_id=chat.id, action=given.text("action"))
    return True


def _file(playground: Playground, given: Parameters, name: str) -> StoredFile:
    """Return the file a call sends: an upload, one attached under another name, or one sent before."""
    value = given.text(name)
    upload = given.uploads.get(value.removeprefix("attach://") if value.startswith("attach://") else name)
    if upload:
        return playground.files.add(upload, photo=name == "photo")
    if value.startswith(("http://", "https://")):
        # The playground fetches nothing from anywhere.
        raise bad_request("failed to get HTTP URL content")
    if not value:
        raise bad_request(f"there is no {name} in the request")
    return playground.files.by_id(value)


def _deliver(playground: Playground, chat: Chat, given: Parameters, **content: object) -> Json:
    """Post a checked message, within the limits, with its keyboard and what it replies to."""
    markup = markup_of(given)
    replied = _replied(playground, chat, given)
    playground.limits.spend(chat.id, group=chat.is_group, is_new=True)
    if "keyboard" in markup or "remove_keyboard" in markup:
        chat.reply_keyboard = markup if "keyboard" in markup else None
        playground.changes.add("reply_keyboard", chat_id=chat.id, reply_keyboard=chat.reply_keyboard)
    inline = markup if "inline_keyboard" in markup else None
    preview = given.parsed("link_preview_options")
    return playground.post(
        chat,
        None,
        **content,
        reply_to_message=replied,
        reply_markup=inline,
        link_preview_options=preview,
        has_protected_content=given.flag("protect_content"),
    )


def _replied(playground: Playground, chat: Chat, given: Parameters) -> Json | None:
    wanted = given.parsed("reply_parameters") or {}
    if not isinstance(wanted, dict):
        raise bad_request("can't parse reply parameters JSON object")
    message_id = wanted.get("message_id") or given.integer("reply_to_message_id")
    if not message_id:
        return None
    message = playground.message(chat.id, int(message_id))
    lenient = wanted.get("allow_sending_without_reply") or given.flag("allow_sending_without_reply")
    if not message and not lenient:
        raise bad_request("message to be replied not found")
    # Telegram shows one level of replies only.
    return {key: value for key, value in message.items() if key != "reply_to_message"} if message else None
