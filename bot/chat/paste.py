"""A long paste, which Telegram cuts into messages of 4,096 characters, made one again."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

CUT = 4000  # characters: a message as long as this may have been cut
WAIT = 1.5  # seconds in which its next part arrives
TELEGRAM_CUT = 4096
MOST = 2_500_000  # characters kept waiting for one chat

Finish = Callable[[str], Awaitable[None]]


@dataclass(slots=True)
class _Paste:
    finish: Finish
    parts: list[str] = field(default_factory=list)
    size: int = 0


class Pastes:
    """Holds back long messages for a moment, and joins what follows them in the same chat.

    `spawn` runs a coroutine on its own; whoever stops the program awaits what it runs, so that nothing held
    back is lost.
    """

    def __init__(self, spawn: Callable[[Coroutine[Any, Any, None]], object], wait: float = WAIT) -> None:
        self._spawn = spawn
        self._wait = wait
        self._open: dict[int, _Paste] = {}

    def holds(self, chat_id: int) -> bool:
        """Tell whether something of the chat's is held back."""
        return chat_id in self._open

    def take(self, chat_id: int, text: str, finish: Finish) -> str | None:
        """Return a text that is whole, or None when it is held back for `finish` to be given the whole."""
        paste = self._open.get(chat_id)
        if paste is None:
            if len(text) < CUT:
                return text
            paste = self._open[chat_id] = _Paste(finish)
            self._spawn(self._finish(chat_id, paste))
        paste.parts.append(text)
        paste.size += len(text)
        if len(text) < CUT or paste.size > MOST:
            del self._open[chat_id]
            return join(paste.parts)
        return None

    async def _finish(self, chat_id: int, paste: _Paste) -> None:
        """Wait until no more parts come, and hand on what has come."""
        seen = 0
        while seen != len(paste.parts):
            seen = len(paste.parts)
            await asyncio.sleep(self._wait)
        if self._open.get(chat_id) is paste:
            del self._open[chat_id]
            await paste.finish(join(paste.parts))


def join(parts: list[str]) -> str:
    """Join the parts of a paste: one as long as Telegram allows was cut inside a word, others between."""
    text = parts[0]
    for before, after in pairwise(parts):
        full = len(before.encode("utf-16-le")) // 2 >= TELEGRAM_CUT
        ended = before.rstrip()[-1:] in '.!?…”»"'
        text += after if full else f"\n\n{after}" if ended else f" {after}"
    return text
