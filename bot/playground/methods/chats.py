"""Who is where, and reactions."""

from bot.playground.cast import Chat, Person
from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request


@method("getChat")
async def get_chat(playground: Playground, given: Parameters) -> Json:
    """Return all there is to know about a chat."""
    chat = playground.chat(given.text("chat_id"))
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full = {
        **chat.short(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return full | {"permissions": {"can_send_messages": True}} if chat.is_group else full


@method("getChatMember")
async def get_chat_member(playground: Playground, given: Parameters) -> Json:
    """Return what someone, or the bot, is in a chat."""
    chat = playground.chat(given.text("chat_id"))
    user_id = given.integer("user_id")
    if user_id == playground.bot.id:
        return bot_member(playground, chat)
    for person in chat.members:
        if person.id == user_id:
            return _member(chat, person)
    raise bad_request("user not found" if user_id <= 0 else "PARTICIPANT_ID_INVALID")


@method("setMessageReaction")
async def set_message_reaction(playground: Playground, given: Parameters) -> bool:
    """React to a message with at most one emoji, or take the reaction back."""
    chat = playground.open_chat(given.text("chat_id"))
    message_id = given.integer("message_id")
    if not playground.message(chat.id, message_id):
        raise bad_request("message to react not found")
    wanted = given.parsed("reaction") or []
    if not isinstance(wanted, list) or len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not all(isinstance(one, dict) and one.get("type") == "emoji" and one.get("emoji") for one in wanted):
        raise bad_request("REACTION_INVALID")
    set_reaction(playground, chat, message_id, playground.bot.id, wanted)
    return True


def bot_member(playground: Playground, chat: Chat) -> Json:
    """Return the bot's ChatMember."""
    user = playground.bot.user()
    if not chat.blocked:
        return {"status": "member", "user": user}
    return {"status": "kicked", "user": user, "until_date": 0}


def set_reaction(
    playground: Playground, chat: Chat, message_id: int, user_id: int, wanted: list[Json]
) -> list[Json]:
    """Replace someone's reaction to a message; return the one before."""
    reactions = playground.reactions.setdefault((chat.id, message_id), {})
    before = reactions.pop(user_id, [])
    if wanted:
        reactions[user_id] = wanted
    playground.changes.add(
        "reactions",
        chat_id=chat.id,
        message_id=message_id,
        reactions={str(who): emoji for who, emoji in reactions.items()},
    )
    return before


def _member(chat: Chat, person: Person) -> Json:
    if person.id in chat.administrators:
        return {"status": "creator", "user": person.user(), "is_anonymous": False}
    return {"status": "member", "user": person.user()}
