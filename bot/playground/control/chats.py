"""The chats as a whole: who is there, what was said, who blocked the bot."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground import people
from bot.playground.cast import Chat
from bot.playground.control.asking import RefusedError, chat_of, fields, person_of, playground_of
from bot.playground.methods.profile import commands_for
from bot.playground.state import Playground
from bot.playground.wire import Json


async def show_all(request: Request) -> Response:
    """Return the bot, every chat with its last message, the time, and the number of the latest change."""
    playground = playground_of(request)
    bot = playground.bot
    return JSONResponse(
        {
            "bot": {**bot.user(), "description": bot.descriptions.get("", "")},
            "chats": [_summary(playground, chat) for chat in playground.chats.values() if not chat.moved_to],
            "now": playground.clock.now().isoformat(),
            "limits": playground.limits.on,
            "seq": playground.changes.last,
        }
    )


async def show(request: Request) -> Response:
    """Return a chat's messages and its reply keyboard."""
    playground, chat = playground_of(request), chat_of(request)
    messages = [_with_reactions(playground, chat, one) for one in playground.messages[chat.id].values()]
    return JSONResponse(
        {
            **_summary(playground, chat),
            "messages": messages,
            "reply_keyboard": chat.reply_keyboard,
            "seq": playground.changes.last,
        }
    )


async def show_commands(request: Request) -> Response:
    """Return the command menu that a person sees in a chat."""
    chat = chat_of(request)
    person = person_of(chat, request.query_params.get("from"))
    return JSONResponse({"commands": commands_for(playground_of(request), chat, person)})


async def block(request: Request) -> Response:
    """Block the bot in a chat."""
    return await _set_blocked(request, blocked=True)


async def unblock(request: Request) -> Response:
    """Let the bot into a chat again."""
    return await _set_blocked(request, blocked=False)


async def upgrade(request: Request) -> Response:
    """Make a group a supergroup with another number."""
    playground, chat = playground_of(request), chat_of(request)
    if chat.type != "group":
        raise RefusedError(409, "Only a basic group can become a supergroup.")
    person = person_of(chat, (await fields(request)).get("from"))
    return JSONResponse(_summary(playground, people.upgrade(playground, chat, person)))


async def _set_blocked(request: Request, *, blocked: bool) -> Response:
    playground, chat = playground_of(request), chat_of(request)
    person = person_of(chat, (await fields(request)).get("from"))
    people.set_blocked(playground, chat, person, blocked=blocked)
    return JSONResponse(_summary(playground, chat))


def _summary(playground: Playground, chat: Chat) -> Json:
    messages = playground.messages[chat.id]
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "members": [person.user() for person in chat.members],
        "blocked": chat.blocked,
        "last": messages[max(messages)] if messages else None,
    }


def _with_reactions(playground: Playground, chat: Chat, message: Json) -> Json:
    reactions = playground.reactions.get((chat.id, message["message_id"]), {})
    return {**message, "reactions": {str(who): emoji for who, emoji in reactions.items()}}


ROUTES = [
    Route("/playground/chats", show_all, methods=["GET"]),
    Route("/playground/chats/{chat_id}", show, methods=["GET"]),
    Route("/playground/chats/{chat_id}/commands", show_commands, methods=["GET"]),
    Route("/playground/chats/{chat_id}/block", block, methods=["POST"]),
    Route("/playground/chats/{chat_id}/unblock", unblock, methods=["POST"]),
    Route("/playground/chats/{chat_id}/upgrade", upgrade, methods=["POST"]),
]
