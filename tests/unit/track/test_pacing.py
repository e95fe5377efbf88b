import asyncio

import pytest

from bot.track.pacing import BLOCK, PER_SECOND, Pacer


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
    time.now += 1
    await pacer.turn(-7)
    await pacer.turn(-7)
    assert time.slept == [1, 1, 3]


async def test_different_chats_do_not_wait_for_each_other() -> None:
    time = Time()
    pacer = Pacer(lambda: time.now, time.sleep)
    for chat_id in range(30):
        time.now += 1 / PER_SECOND
        await pacer.turn(chat_id)
    assert time.slept == []


async def test_all_together_are_spread_evenly_below_thirty_a_second() -> None:
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    pacer = Pacer(lambda: 0.0, note)
    await asyncio.gather(*(pacer.turn(chat_id) for chat_id in range(61)))
    assert waits == pytest.approx([number / PER_SECOND for number in range(1, 61)])
    assert 29 <= PER_SECOND < 30


async def test_a_chat_that_was_told_to_wait_waits_alone() -> None:
    time = Time()
    pacer = Pacer(lambda: time.now, time.sleep)
    pacer.stop(1, 40)
    await pacer.turn(2)
    assert time.slept == []
    assert pacer.wait_in(1) == 40


async def test_turns_that_others_share_are_taken_from_them_in_blocks() -> None:
    time, asked = Time(), []

    async def reserve(turns: int) -> float:
        asked.append(turns)
        await asyncio.sleep(0)  # as a database takes its time
        return 2.0

    pacer = Pacer(lambda: time.now, time.sleep, reserve)
    await asyncio.gather(*(pacer.turn(chat_id) for chat_id in range(7)))
    assert sum(asked) >= 7
    assert max(asked) == BLOCK
    assert time.slept[0] == 2.0
