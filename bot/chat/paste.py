"""A long paste, which Telegram cuts into messages of 4,096 characters, made one again."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import pairwise

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
    timer: asyncio.TimerHandle | None = None


class Pastes:
    """Holds back long messages for a moment, and joins what follows them in the same chat.

    `spawn` runs what is done with a whole text once the wait is over.
    """

    def __init__(self, spawn: Callable[[Awaitable[None]], object], wait: float = WAIT) -> None:
        self._spawn = spawn
        self._wait = wait
        self._open: dict[int, _Paste] = {}

    def take(self, chat_id: int, text: str, finish: Finish) -> str | None:
        """Return a text that is whole, or None when it is held back for `finish` to be given the whole."""
        paste = self._open.get(chat_id)
        if paste is None:
            if len(text) < CUT:
                return text
            paste = self._open[chat_id] = _Paste(finish)
        paste.parts.append(text)
        paste.size += len(text)
        if paste.timer is not None:
            paste.timer.cancel()
        if len(text) < CUT or paste.size > MOST:
            del self._open[chat_id]
            return join(paste.parts)
        paste.timer = asyncio.get_running_loop().call_later(self._wait, self._expire, chat_id)
        return None

    def _expire(self, chat_id: int) -> None:
        paste = self._open.pop(chat_id, None)
        if paste is not None:
            self._spawn(paste.finish(join(paste.parts)))

    async def finish_all(self) -> None:
        """Finish at once what is still held back: the program is stopping."""
        for chat_id in list(self._open):
            paste = self._open.pop(chat_id)
            if paste.timer is not None:
                paste.timer.cancel()
            await paste.finish(join(paste.parts))


def join(parts: list[str]) -> str:
    """Join the parts of a paste: one as long as Telegram allows was cut inside a word, others between."""
    text = parts[0]
    for before, after in pairwise(parts):
        full = len(before.encode("utf-16-le")) // 2 >= TELEGRAM_CUT
        ended = before.rstrip()[-1:] in '.!?…”»"'
        text += after if full else f"\n\n{after}" if ended else f" {after}"
    return text
