"""An endpoint on loopback that speaks OpenAI's chat completions and answers as its test says."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.playground.serve import running

Answer = Callable[["Model", str], Awaitable[Response]]
"""From the text that was sent to what comes back."""


def claim(source: str, cue: str, *content: str) -> dict[str, Any]:
    """One attribution, as the model is asked to tell it."""
    return {"source": source, "cue": cue, "content": list(content)}


def completion(content: object, *, finish: str = "stop", tokens: object = 900, **message: object) -> Response:
    """A chat completion as OpenAI's servers write it."""
    return JSONResponse(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "oracle",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": content, **message},
                    "finish_reason": finish,
                }
            ],
            "usage": None if tokens is None else {"total_tokens": tokens},
        }
    )


def says(*claims: dict[str, Any], tokens: object = 900) -> Answer:
    """Tell these claims, whatever the text."""
    return returns(completion(json.dumps({"claims": claims}, ensure_ascii=False), tokens=tokens))


def returns(response: Response) -> Answer:
    """Answer with this."""

    async def answer(model: "Model", text: str) -> Response:
        return response

    return answer


async def marks_every_saying(model: "Model", text: str) -> Response:
    """Tell each "CONTENT, NAME said." of the text, as a good model does."""
    told = [
        claim(m["source"], "said", m["content"])
        for m in re.finditer(r"(?P<content>[^.\n]+), (?P<source>[^,.\n]+) said\.", text)
    ]
    return completion(json.dumps({"claims": told}, ensure_ascii=False))


async def never(model: "Model", text: str) -> Response:
    """Let the other side wait for as long as the test runs."""
    await model.over.wait()
    return Response(status_code=503)


async def floods(model: "Model", text: str) -> Response:
    """Send without end."""

    async def flood() -> AsyncIterator[bytes]:
        yield b'{"choices": [{"message": {"content": "'
        while not model.over.is_set():
            yield b"x" * 65536
            await asyncio.sleep(0)

    return StreamingResponse(flood(), media_type="application/json")


async def trickles(model: "Model", text: str) -> Response:
    """Send a little now and then, so that no single read takes too long."""

    async def trickle() -> AsyncIterator[bytes]:
        while not model.over.is_set():
            yield b" "
            await asyncio.sleep(0.01)

    return StreamingResponse(trickle(), media_type="application/json")


class Model:
    """What the endpoint answers, one answer a request (the last again and again), and what it was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = [marks_every_saying]
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.over = asyncio.Event()
        self.base_url = ""

    def will(self, *answers: Answer) -> None:
        """Answer so from now on."""
        self.answers = list(answers)

    @property
    def texts(self) -> Iterator[str]:
        """The texts that were sent, without their marks."""
        for body in self.asked:
            yield _text(body)

    async def serve(self, request: Request) -> Response:
        """Answer a request."""
        body = await request.json()
        self.asked.append(body)
        self.headers.append(dict(request.headers))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(self, _text(body))


def _text(body: dict[str, Any]) -> str:
    return str(body["messages"][1]["content"]).split("\n", 1)[1].rsplit("\n", 1)[0]


@asynccontextmanager
async def serving() -> AsyncIterator[Model]:
    """Serve a model at its `base_url` while the block runs."""
    model = Model()
    app = Starlette(routes=[Route("/v1/chat/completions", model.serve, methods=["POST"])])
    async with running(app) as port:
        model.base_url = f"http://127.0.0.1:{port}/v1"
        try:
            yield model
        finally:
            model.over.set()
