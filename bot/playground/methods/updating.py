"""How the bot gets its updates: long polling or a webhook."""

import re
from urllib.parse import urlsplit

from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.updates import Webhook
from bot.playground.wire import Json, bad_request

LOOPBACK = ("localhost", "127.0.0.1", "::1")


@method("getUpdates")
async def get_updates(playground: Playground, given: Parameters) -> list[Json]:
    """Return what happened, waiting up to `timeout` seconds for something to happen."""
    _allow(playground, given)
    return await playground.updates.take(
        given.integer("offset"), given.integer("limit", 100), float(max(0, given.integer("timeout")))
    )


@method("setWebhook")
async def set_webhook(playground: Playground, given: Parameters) -> bool:
    """Have updates posted to an address on this machine; an empty address takes the webhook away.

    Telegram wants HTTPS and a public address. Here plain HTTP will do, and nothing but loopback is allowed.
    """
    url = given.text("url").strip()
    secret = given.text("secret_token")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    if url:
        try:
            parts = urlsplit(url)
            allowed = parts.scheme in ("http", "https") and parts.hostname in LOOPBACK
        except ValueError:
            allowed = False
        if not allowed:
            raise bad_request("bad webhook: the playground posts to addresses on this machine only")
    if given.flag("drop_pending_updates"):
        playground.updates.drop()
    _allow(playground, given)
    connections = max(1, min(100, given.integer("max_connections", 40)))
    playground.updates.webhook = Webhook(url, secret, connections) if url else None
    # A delivery that still waits for an update goes on with the new address.
    if url and not playground.updates.delivering:
        playground.updates.delivering = True
        playground.start(playground.updates.deliver(playground.now))
    return True


@method("deleteWebhook")
async def delete_webhook(playground: Playground, given: Parameters) -> bool:
    """Go back to long polling."""
    if given.flag("drop_pending_updates"):
        playground.updates.drop()
    playground.updates.webhook = None
    return True


@method("getWebhookInfo")
async def get_webhook_info(playground: Playground, given: Parameters) -> Json:
    """Tell how the webhook does."""
    hook = playground.updates.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": playground.updates.pending,
    }
    if hook:
        info["max_connections"] = hook.max_connections
        if hook.last_error:
            info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if playground.updates.allowed:
        info["allowed_updates"] = playground.updates.allowed
    return info


def _allow(playground: Playground, given: Parameters) -> None:
    if given.has("allowed_updates"):
        kinds = given.parsed("allowed_updates")
        if not isinstance(kinds, list):
            raise bad_request("can't parse allowed_updates JSON object")
        playground.updates.allowed = [str(kind) for kind in kinds]
