"""The method that takes a message away."""

from datetime import timedelta

from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import bad_request

DELETABLE_FOR = timedelta(hours=48)


@method("deleteMessage")
async def delete_message(playground: Playground, given: Parameters) -> bool:
    """Delete a message; within two days of it, and in a group only the bot's own."""
    chat, message_id = playground.open_chat(given.text("chat_id")), given.integer("message_id")
    message = playground.message(chat.id, message_id)
    if not message:
        raise bad_request("message to delete not found")
    if chat.is_group and message["from"]["id"] != playground.bot.id:
        raise bad_request("message can't be deleted")
    if playground.now() - message["date"] > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    del playground.messages[chat.id][message_id]
    playground.changes.add("deleted", chat_id=chat.id, message_id=message_id)
    return True
