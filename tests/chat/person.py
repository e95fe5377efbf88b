"""A person in a chat with the bot, as the tests have them: over HTTP, through the playground's own doors."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

import httpx

Message = dict[str, Any]
T = TypeVar("T")
PATIENCE = 20.0  # seconds of wall time after which a message that has not come is missed


class Person:
    """Writes, presses buttons and reads what the bot answers."""

    def __init__(self, http: httpx.AsyncClient, chat_id: int) -> None:
        self.http = http
        self.chat_id = chat_id
        self._heard = 0

    async def says(self, text: str, **more: Any) -> None:
        """Send `text`."""
        await self._post(f"chats/{self.chat_id}/messages", text=text, **more)

    async def sends_file(self, name: str, content: bytes) -> None:
        """Send a file."""
        answer = await self.http.post(f"chats/{self.chat_id}/files", files={"file": (name, content)})
        answer.raise_for_status()

    async def takes_sample(self, name: str) -> None:
        """Send one of the playground's sample articles."""
        await self._post(f"chats/{self.chat_id}/samples/{name}")

    async def presses(self, button: str, *, on: Message | None = None) -> dict[str, Any]:
        """Press the button whose label begins so, on the given or the latest message that has it."""
        messages = [on] if on else reversed(await self.bot_messages())
        for message in messages:
            for label in labels(message):
                if label.startswith(button):
                    path = f"chats/{self.chat_id}/messages/{message['message_id']}/press"
                    return await self._post(path, button=label)
        raise AssertionError(f"no button {button!r}")

    async def hears(self, words: str, *, times: int = 1) -> Message:
        """Wait for `times` messages with `words`, none about work still going on; give the last."""

        async def found() -> Message | None:
            matching = [m for m in await self.bot_messages() if words in text_of(m) and not _at_work(m)]
            return matching[-1] if len(matching) >= times else None

        return await within_patience(found, f"the bot to say {words!r}", self.transcript)

    async def new_messages(self, expected: int = 0) -> list[str]:
        """The bot's messages since the last call: at least `expected`, once no more are coming."""
        last: list[Message] = []
        for _ in range(int(PATIENCE / 0.3)):
            await asyncio.sleep(0.3)
            now = await self.bot_messages()
            at_work = any(map(_at_work, now))
            enough = sum(m["message_id"] > self._heard for m in now) >= expected
            if now == last and enough and not at_work and not await self._something_is_due():
                break
            last = now
        new = [m for m in last if m["message_id"] > self._heard]
        self._heard = max((m["message_id"] for m in last), default=self._heard)
        assert len(new) >= expected, f"{expected} messages awaited; the chat says:\n{await self.transcript()}"
        return [text_of(m) for m in new]

    async def bot_messages(self) -> list[Message]:
        """Every message of the bot's that still stands in the chat, as it now reads."""
        answer = await self.http.get(f"chats/{self.chat_id}")
        return [m for m in answer.raise_for_status().json()["messages"] if m["from"]["is_bot"]]

    async def transcript(self) -> str:
        """The bot's messages, for a test that failed."""
        return "\n---\n".join(text_of(m) for m in await self.bot_messages())

    async def clock(self) -> datetime:
        """The playground's present."""
        answer = await self.http.get("clock")
        return datetime.fromisoformat(answer.raise_for_status().json()["now"])

    async def moves_clock(self, *, to: datetime | None = None, by: timedelta | None = None) -> None:
        """Set the clock, or move it on."""
        if to is not None:
            await self._post("clock", now=to.isoformat())
        if by is not None:
            await self._post("clock", seconds=by.total_seconds())

    async def _something_is_due(self) -> bool:
        clock = (await self.http.get("clock")).raise_for_status().json()
        due = clock["next_due"]
        return bool(due) and datetime.fromisoformat(due) <= datetime.fromisoformat(clock["now"])

    async def _post(self, path: str, **fields: Any) -> dict[str, Any]:
        answer = await self.http.post(path, json=fields, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


def text_of(message: Message) -> str:
    """What a message says."""
    return str(message.get("text") or message.get("caption") or "")


def _at_work(message: Message) -> bool:
    return text_of(message).endswith("…")


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def one_matching(pattern: str, texts: list[str]) -> str:
    """The single text that matches."""
    matching = [text for text in texts if re.search(pattern, text, re.DOTALL)]
    assert len(matching) == 1, f"{len(matching)} of {texts!r} match {pattern!r}"
    return matching[0]


async def within_patience(
    probe: Callable[[], Awaitable[T | None]], what: str, explain: Callable[[], Awaitable[str]]
) -> T:
    """Probe until there is something, or fail saying what was waited for."""
    for _ in range(int(PATIENCE / 0.05)):
        found = await probe()
        if found:
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}; the chat says:\n{await explain()}")
