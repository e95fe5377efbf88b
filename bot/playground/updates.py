"""The updates that wait for the bot, and the two ways it takes them: asking for them, or a webhook."""

import asyncio
import copy
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from bot.playground.changes import Bell
from bot.playground.wire import Json, conflict

# What a bot gets unless it asks for something else: everything but the rarer kinds.
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_POLL = 50.0
RETRY_SECONDS = (0.5, 1.0, 2.0, 5.0, 15.0)


@dataclass(slots=True)
class Webhook:
    """Where updates are sent to, and how that goes."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0


@dataclass(slots=True)
class Updates:
    """The queue. An update leaves it when the bot asks for later ones, or when its webhook took it."""

    allowed: list[str] = field(default_factory=list)
    webhook: Webhook | None = None
    delivering: bool = False
    _waiting: list[Json] = field(default_factory=list)
    _next_id: int = field(default_factory=lambda: 1_000_000 + secrets.randbelow(900_000_000))
    _bell: Bell = field(default_factory=Bell)
    polls: int = 0

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update, if the bot wants its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in ON_REQUEST_ONLY
        if wanted:
            self._waiting.append({"update_id": self._next_id, kind: copy.deepcopy(payload)})
            self._next_id += 1
            self._bell.ring()

    @property
    def pending(self) -> int:
        """How many updates wait."""
        return len(self._waiting)

    def drop(self) -> None:
        """Forget all that wait."""
        self._waiting.clear()

    def close(self) -> None:
        """Let every long poll go."""
        self._bell.close()

    async def take(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Return the updates from `offset` on, waiting for the first one; those before it are confirmed.

        Raises ApiError (409) under a webhook, and when another such call comes in while this one waits.
        """
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self.polls += 1
        mine = self.polls
        self._bell.ring()
        if offset < 0:
            offset = self._next_id + offset
        if offset > 0:
            self._waiting = [update for update in self._waiting if update["update_id"] >= offset]
        deadline = asyncio.get_running_loop().time() + min(seconds, LONGEST_POLL)
        while not self._waiting:
            left = deadline - asyncio.get_running_loop().time()
            rang = await self._bell.wait(left)
            if mine != self.polls:
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            if not rang:
                break
        return self._waiting[: max(1, min(limit, 100))]

    async def deliver(self, seconds_since_epoch: Callable[[], int]) -> None:
        """Post the updates to the webhook, one after another, until cancelled or until there is none."""
        async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
            failures = 0
            while True:
                hook = self.webhook
                if not hook:
                    self.delivering = False
                    return
                if not self._waiting:
                    if not await self._bell.wait(3600) and self._bell.closed:
                        return
                    continue
                update = self._waiting[0]
                try:
                    headers = (
                        {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
                    )
                    reply = await client.post(hook.url, json=update, headers=headers)
                    reply.raise_for_status()
                except httpx.HTTPError as error:
                    status = getattr(getattr(error, "response", None), "status_code", None)
                    hook.last_error = (
                        f"Wrong response from the webhook: {status}" if status else "Connection refused"
                    )
                    hook.last_error_date = seconds_since_epoch()
                    await self._bell.wait(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
                    failures += 1
                else:
                    failures = 0
                    if self._waiting and self._waiting[0] is update:
                        self._waiting.pop(0)
