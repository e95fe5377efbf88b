"""The sample articles, one tap away."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground import people
from bot.playground.control.asking import RefusedError, chat_of, fields, person_of, playground_of
from bot.playground.parameters import Upload
from bot.playground.samples import Sample


async def show(request: Request) -> Response:
    """Return the samples: name, title, when they were published, and their text."""
    samples: tuple[Sample, ...] = request.app.state.samples
    return JSONResponse({"samples": [sample.json() for sample in samples]})


async def send(request: Request) -> Response:
    """Send a sample as `from`: pasted, or `as` a `forward` from its source, or a `file`."""
    playground, chat, given = playground_of(request), chat_of(request), await fields(request)
    name = request.path_params["name"]
    sample = next((one for one in request.app.state.samples if one.name == name), None)
    if sample is None:
        raise RefusedError(404, "There is no such sample.")
    if chat.blocked:
        raise RefusedError(409, f"{chat.title} has blocked the bot; unblock it first.")
    person = person_of(chat, given.get("from"))
    if given.get("as") == "file":
        upload = Upload(f"{sample.name}.txt", sample.text.encode(), "text/plain")
        return JSONResponse({"messages": [people.send_file(playground, chat, person, upload)]})
    origin = None
    if given.get("as") == "forward":
        channel = {"id": -1_001_000_000_001, "type": "channel", "title": sample.source}
        origin = {
            "type": "channel",
            "date": int(sample.published.timestamp()),
            "chat": channel,
            "message_id": 1,
        }
    return JSONResponse({"messages": people.say(playground, chat, person, sample.text, origin=origin)})


ROUTES = [
    Route("/playground/samples", show, methods=["GET"]),
    Route("/playground/chats/{chat_id}/samples/{name}", send, methods=["POST"]),
]
