"""Methods that change a message of the bot."""

from bot.playground.cast import Chat
from bot.playground.methods.content import caption_of, text_of
from bot.playground.methods.keyboards import inline_only, markup_of
from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


@method("editMessageText")
async def edit_message_text(playground: Playground, given: Parameters) -> Json:
    """Replace a message's text, entities and inline keyboard."""
    chat, message = _own_message(playground, given)
    text, entities = text_of(playground, given)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    preview = given.parsed("link_preview_options")
    return _change(
        playground, chat, message, given, text=text, entities=entities, link_preview_options=preview
    )


@method("editMessageCaption")
async def edit_message_caption(playground: Playground, given: Parameters) -> Json:
    """Replace a caption, its entities and the inline keyboard."""
    chat, message = _own_message(playground, given)
    caption, entities = caption_of(playground, given)
    if "photo" not in message and "document" not in message:
        raise bad_request("there is no caption in the message to edit")
    return _change(playground, chat, message, given, caption=caption, caption_entities=entities)


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(playground: Playground, given: Parameters) -> Json:
    """Replace the inline keyboard; without one, take it away."""
    chat, message = _own_message(playground, given)
    return _change(playground, chat, message, given)


def _own_message(playground: Playground, given: Parameters) -> tuple[Chat, Json]:
    if given.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = playground.open_chat(given.text("chat_id"))
    message_id = given.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = playground.message(chat.id, message_id)
    if not message:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != playground.bot.id:
        raise bad_request("message can't be edited")
    return chat, message


def _change(playground: Playground, chat: Chat, message: Json, given: Parameters, **content: object) -> Json:
    content["reply_markup"] = inline_only(markup_of(given))
    if all((message.get(name) or None) == (value or None) for name, value in content.items()):
        raise bad_request(NOT_MODIFIED)
    playground.limits.spend(chat.id, group=chat.is_group, is_new=False)
    for name, value in content.items():
        if value:
            message[name] = value
        else:
            message.pop(name, None)
    # A change of the keyboard alone does not mark a message as edited.
    if len(content) > 1:
        message["edit_date"] = playground.now()
    playground.changes.add("edited", chat_id=chat.id, message=message)
    return message
