"""What a person does in a chat: write, send a file or a place, press a button, react."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground import entities, people
from bot.playground.control.asking import (
    RefusedError,
    chat_of,
    fields,
    message_of,
    person_of,
    playground_of,
    seconds_of,
    writable_chat_of,
)
from bot.playground.parameters import parameters_of
from bot.playground.pictures import measure
from bot.playground.state import Playground
from bot.playground.wire import Json

LONGEST_PASTE = 5_000_000
DEFAULT_WAIT = 10.0


async def say(request: Request) -> Response:
    """Send `text` as `from`, with `entities`, as a reply (`reply_to`) or forwarded (`forward`)."""
    playground, chat, given = playground_of(request), writable_chat_of(request), await fields(request)
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RefusedError(400, "Write something first.")
    if len(text) > LONGEST_PASTE:
        raise RefusedError(413, "That is too long to paste; send it as a file.")
    text = text.encode("utf-8", "replace").decode()
    reply_to = message_of(request, chat, given["reply_to"]) if given.get("reply_to") else None
    sent = people.say(
        playground,
        chat,
        person_of(chat, given.get("from")),
        text,
        marks=entities.given(given["entities"], text) if given.get("entities") else None,
        reply_to=reply_to,
        origin=_origin(playground, given["forward"]) if given.get("forward") else None,
    )
    return JSONResponse({"messages": sent})


async def send_file(request: Request) -> Response:
    """Send the form's `file`, with `caption`; a picture goes as a photo unless `as` is `document`."""
    playground, chat = playground_of(request), writable_chat_of(request)
    given = await parameters_of(request)
    upload = given.uploads.get("file")
    if not upload:
        raise RefusedError(400, "Choose a file first.")
    wanted = given.text("as") or ("photo" if measure(upload.content) else "document")
    message = people.send_file(
        playground,
        chat,
        person_of(chat, given.text("from")),
        upload,
        caption=given.text("caption"),
        photo=wanted == "photo",
        reply_to=message_of(request, chat, given.text("reply_to")) if given.text("reply_to") else None,
    )
    return JSONResponse({"messages": [message]})


async def share_location(request: Request) -> Response:
    """Send a place: `latitude` and `longitude` in degrees."""
    playground, chat, given = playground_of(request), writable_chat_of(request), await fields(request)
    try:
        latitude, longitude = float(given["latitude"]), float(given["longitude"])
    except (KeyError, TypeError, ValueError) as error:
        raise RefusedError(400, "A place needs a latitude and a longitude.") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise RefusedError(400, "There is no such place.")
    person = person_of(chat, given.get("from"))
    return JSONResponse({"messages": [people.share_location(playground, chat, person, latitude, longitude)]})


async def press(request: Request) -> Response:
    """Press `button` (its text, number or [row, column]) and return the bot's `answer`.

    The answer is null when the bot gives none within `wait` seconds. A button that opens or copies something
    returns `url` or `copy` and tells the bot nothing.
    """
    playground, chat, given = playground_of(request), chat_of(request), await fields(request)
    message = message_of(request, chat, request.path_params["message_id"])
    button = people.button_at(message, given.get("button"))
    if not button:
        raise RefusedError(409, "That button is no longer there.")
    if "url" in button:
        return JSONResponse({"url": button["url"]})
    if "copy_text" in button:
        return JSONResponse({"copy": button["copy_text"]["text"]})
    if "callback_data" not in button:
        raise RefusedError(409, "The playground cannot press a button of this kind.")
    wait = seconds_of(given.get("wait"), DEFAULT_WAIT)
    person = person_of(chat, given.get("from"))
    return JSONResponse({"answer": await people.press(playground, chat, person, message, button, wait)})


async def react(request: Request) -> Response:
    """React to a message with `emoji`; an empty one takes the reaction back."""
    playground, chat, given = playground_of(request), chat_of(request), await fields(request)
    message = message_of(request, chat, request.path_params["message_id"])
    emoji = str(given.get("emoji") or "")[:8]
    people.react(playground, chat, person_of(chat, given.get("from")), message["message_id"], emoji)
    return JSONResponse({"ok": True})


async def ask_inline(request: Request) -> Response:
    """Type `query` after the bot's name; return the `answer` with its results."""
    playground, chat, given = playground_of(request), chat_of(request), await fields(request)
    person, wait = person_of(chat, given.get("from")), seconds_of(given.get("wait"), DEFAULT_WAIT)
    answer = await people.ask_inline(playground, chat, person, str(given.get("query", "")), wait)
    return JSONResponse({"answer": answer})


async def file(request: Request) -> Response:
    """Return a file of a chat: pictures as such, anything else only to be saved."""
    stored = playground_of(request).files.by_id(request.path_params["file_id"])
    picture = measure(stored.content)
    headers = {
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, max-age=3600",
    }
    if not picture:
        headers["Content-Disposition"] = "attachment"
    return Response(
        stored.content, media_type=picture[0] if picture else "application/octet-stream", headers=headers
    )


def _origin(playground: Playground, forward: object) -> Json:
    """Make a MessageOrigin of `{"channel": title}` or `{"name": who}`, with `date` in Unix seconds."""
    given = forward if isinstance(forward, dict) else {}
    date = given.get("date") if isinstance(given.get("date"), int) else playground.now()
    if given.get("channel"):
        channel = {"id": -1_001_000_000_001, "type": "channel", "title": str(given["channel"])}
        return {"type": "channel", "date": date, "chat": channel, "message_id": 1}
    return {"type": "hidden_user", "date": date, "sender_user_name": str(given.get("name") or "Somebody")}


ROUTES = [
    Route("/playground/chats/{chat_id}/messages", say, methods=["POST"]),
    Route("/playground/chats/{chat_id}/files", send_file, methods=["POST"]),
    Route("/playground/chats/{chat_id}/location", share_location, methods=["POST"]),
    Route("/playground/chats/{chat_id}/inline", ask_inline, methods=["POST"]),
    Route("/playground/chats/{chat_id}/messages/{message_id}/press", press, methods=["POST"]),
    Route("/playground/chats/{chat_id}/messages/{message_id}/react", react, methods=["POST"]),
    Route("/playground/files/{file_id}", file, methods=["GET"]),
]
