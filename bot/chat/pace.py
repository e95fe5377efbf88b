"""Answers to people count against the limits that what is owed is paced by; they go first and do not wait."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.track.pacing import Pacer

PACED = "paced"
"""Marks a request that has waited for its turn."""
COUNTED = ("sendMessage", "sendDocument", "editMessageText", "editMessageReplyMarkup")


class Counted(BaseRateLimiter[str]):
    """Counts each message that python-telegram-bot sends, and makes none wait."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Any:
        """Make the request at once."""
        if endpoint in COUNTED and rate_limit_args != PACED:
            await self._pacer.spend()
        return await callback(*args, **kwargs)
