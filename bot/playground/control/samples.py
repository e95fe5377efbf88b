"""The sample articles, one tap away."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground import people
from bot.playground.control.asking import RefusedError, fields, person_of, playground_of, writable_chat_of
from bot.playground.samples import Sample


async def show(request: Request) -> Response:
    """Return the samples: their names, titles, and when they were published."""
    samples: tuple[Sample, ...] = request.app.state.samples
    return JSONResponse({"samples": [sample.json() for sample in samples]})


async def send(request: Request) -> Response:
    """Send a sample as `from`, pasted."""
    playground, chat, given = playground_of(request), writable_chat_of(request), await fields(request)
    name = request.path_params["name"]
    sample = next((one for one in request.app.state.samples if one.name == name), None)
    if sample is None:
        raise RefusedError(404, "There is no such sample.")
    person = person_of(chat, given.get("from"))
    return JSONResponse({"messages": people.say(playground, chat, person, sample.text)})


ROUTES = [
    Route("/playground/samples", show, methods=["GET"]),
    Route("/playground/chats/{chat_id}/samples/{name}", send, methods=["POST"]),
]
