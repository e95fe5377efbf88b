import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.chat.paste import Pastes, join


class Received:
    """A chat whose whole texts are noted down."""

    def __init__(self) -> None:
        self.tasks: list[asyncio.Task[None]] = []
        self.whole: list[str] = []
        self.pastes = Pastes(self._spawn, wait=0.02)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self.tasks.append(asyncio.create_task(work))

    async def _finish(self, text: str) -> None:
        self.whole.append(text)

    def send(self, text: str, chat_id: int = 1) -> str | None:
        return self.pastes.take(chat_id, text, self._finish)


async def test_a_short_message_is_whole() -> None:
    assert Received().send("Hello") == "Hello"


async def test_the_parts_of_a_long_paste_become_one_text() -> None:
    chat = Received()

    assert chat.send("a" * 4096) is None
    assert chat.send("b" * 4050) is None
    assert chat.send("the end.") == "a" * 4096 + "b" * 4050 + " the end."
    await asyncio.gather(*chat.tasks)
    assert chat.whole == []  # it was handed on already


async def test_a_long_message_nothing_follows_is_taken_after_a_moment() -> None:
    chat = Received()

    assert chat.send("a" * 4096) is None
    await asyncio.gather(*chat.tasks)

    assert chat.whole == ["a" * 4096]
    assert chat.send("next") == "next"


async def test_chats_do_not_mix() -> None:
    chat = Received()

    assert chat.send("a" * 4096, chat_id=1) is None
    assert chat.send("short", chat_id=2) == "short"
    await asyncio.gather(*chat.tasks)

    assert chat.whole == ["a" * 4096]


def test_a_cut_after_a_sentence_is_a_new_paragraph() -> None:
    assert join(["One sentence.", "Another."]) == "One sentence.\n\nAnother."
