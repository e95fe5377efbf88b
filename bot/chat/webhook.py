"""Updates that Telegram brings, instead of being asked for them: any number of programs can take them."""

import asyncio
import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update

from bot.chat.application import App

PATH = "/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
PATIENCE = 25.0  # seconds; Telegram brings an update again that is not taken in time
LARGEST = 1_000_000  # bytes; an update is a few thousand

log = logging.getLogger(__name__)


def route(application: App, secret: str) -> Route:
    """Return where Telegram brings updates. What comes without the secret is turned away."""

    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        if int(request.headers.get("content-length") or LARGEST + 1) > LARGEST:
            return Response(status_code=413)
        try:
            update = Update.de_json(json.loads(await request.body()), application.bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            return Response(status_code=400)
        processor = application.update_processor
        work = processor.process_update(update, application.process_update(update))
        task = application.create_task(work, update)
        # Taken once it is done, so that Telegram brings again what a program that dies has not finished.
        await asyncio.wait([task], timeout=PATIENCE)
        return Response(status_code=200)

    return Route(PATH, take, methods=["POST"])


async def announce(application: App, url: str, secret: str) -> None:
    """Tell Telegram where to bring updates. Raises TelegramError."""
    await application.bot.set_webhook(
        url.rstrip("/") + PATH, secret_token=secret, allowed_updates=Update.ALL_TYPES, max_connections=40
    )
