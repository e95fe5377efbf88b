import asyncio

from bot.track.pacing import Pacer


class Time:
    """A timer that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


async def test_a_chat_gets_a_message_a_second_and_a_group_one_every_three() -> None:
    time = Time()
    pacer = Pacer(lambda: time.now, time.sleep)
    for _ in range(3):
        await pacer.turn(7)
    assert time.slept == [1, 1]
    await pacer.turn(-7)
    await pacer.turn(-7)
    assert time.slept == [1, 1, 3]


async def test_different_chats_do_not_wait_for_each_other() -> None:
    time = Time()
    pacer = Pacer(lambda: time.now, time.sleep)
    for chat_id in range(30):
        await pacer.turn(chat_id)
    assert time.slept == []


async def test_all_together_get_thirty_a_second() -> None:
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    pacer = Pacer(lambda: 0.0, note)
    await asyncio.gather(*(pacer.turn(chat_id) for chat_id in range(61)))
    assert waits == [1.0] * 30 + [2.0]
