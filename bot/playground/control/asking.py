"""What the doors have in common: reading a request, and refusing one in a sentence."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.playground.cast import Chat, Person
from bot.playground.state import Playground
from bot.playground.wire import ApiError, Json


class RefusedError(Exception):
    """The request cannot be done; the message says why in a sentence."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


async def refused(request: Request, error: Exception) -> Response:
    """Answer a refused request: `{"error": "…"}`."""
    status = error.status if isinstance(error, RefusedError) else 400
    return JSONResponse({"error": str(error)}, status_code=status)


def playground_of(request: Request) -> Playground:
    """Return the playground that the request is for."""
    playground: Playground = request.app.state.playground
    return playground


async def fields(request: Request) -> Json:
    """Return the request's JSON object, an empty one if it has no body."""
    try:
        body: Any = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise RefusedError(400, "The request is not JSON.") from error
    if not isinstance(body, dict):
        raise RefusedError(400, "The request must be a JSON object.")
    return body


def chat_of(request: Request) -> Chat:
    """Return the chat in the address."""
    playground = playground_of(request)
    try:
        return playground.chat(int(request.path_params["chat_id"]))
    except (ValueError, ApiError) as error:
        raise RefusedError(404, "There is no such chat.") from error


def writable_chat_of(request: Request) -> Chat:
    """Return the chat in the address, unless its person must unblock the bot first."""
    chat = chat_of(request)
    if chat.blocked and not chat.is_group:
        raise RefusedError(409, f"{chat.title} has blocked the bot; unblock it first.")
    return chat


def person_of(chat: Chat, number: Any) -> Person:
    """Return who of the chat acts; without a number, the first member."""
    if number in (None, ""):
        return chat.members[0]
    for person in chat.members:
        if str(person.id) == str(number):
            return person
    raise RefusedError(400, "That person is not in this chat.")


def message_of(request: Request, chat: Chat, number: Any) -> Json:
    """Return a message of the chat by its number."""
    try:
        message = playground_of(request).message(chat.id, int(number))
    except (OverflowError, TypeError, ValueError):
        message = None
    if message is None:
        raise RefusedError(404, "There is no such message; it may have been deleted.")
    return message


def seconds_of(value: Any, default: float, most: float = 60.0) -> float:
    """Return how long to wait."""
    try:
        return max(0.0, min(most, float(value)))
    except (TypeError, ValueError):
        return default
