"""What goes wrong between the bot and Telegram, and with its clock and its database: nothing is lost."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.app import opened, talking
from bot.chat.application import DISPATCHER
from bot.clock import MovableClock
from bot.config import Settings
from bot.playground.faults import Fault
from bot.track.dispatch import Dispatcher
from storage.session import Database, StorageError
from tests.running.program import messages, owe, states, telegram

PEOPLE = 12
FAULTS = [
    Fault("sendMessage", times=5, code=429, parameters={"retry_after": 1}),
    Fault("sendMessage", times=5, code=500),
    Fault("sendMessage", times=5, drop=True),
    Fault("sendMessage", times=5, delay=1.0),
]


class Bot:
    """A bot that sends what is owed when it is told to, by a clock that the test moves."""

    def __init__(self, clock: MovableClock, dispatcher: Dispatcher, database: Database) -> None:
        self.clock, self.dispatcher, self.database = clock, dispatcher, database

    async def sends_all(self, *, steps: int = 30) -> None:
        """Move on to what is due next until nothing is."""
        for _ in range(steps):
            await self.dispatcher.run_due()
            due = await self.dispatcher.next_due()
            if due is None:
                return
            self.clock.move_to(max(due, self.clock.now()))
        raise AssertionError(f"still owed: {await states(self.database)}")


async def with_bot(url: str, address: str, test: Any) -> None:
    settings, clock = Settings(), MovableClock(datetime.now(UTC))
    settings.database.url = url
    async with (
        opened(settings, clock) as context,
        talking(context, token="1:test", base_url=address, role="chat", poll=False) as application,
    ):
        await test(Bot(clock, application.bot_data[DISPATCHER], context.database))


@pytest.mark.parametrize("fault", FAULTS, ids=["429", "500", "reset", "slow"])
async def test_what_telegram_does_not_take_is_sent_again(sqlite_url: str, fault: Fault) -> None:
    await owe(sqlite_url, PEOPLE)
    async with telegram(PEOPLE) as (address, playground):

        async def test(bot: Bot) -> None:
            playground.faults.add(fault)
            await bot.sends_all()
            assert await states(bot.database) == {"sent": PEOPLE}
            assert set(messages(playground)) == set(range(1, PEOPLE + 1))

        await with_bot(sqlite_url, address, test)


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(hours=1)], ids=["back", "forward"])
async def test_a_clock_that_is_set_loses_nothing_and_repeats_nothing(any_url: str, step: timedelta) -> None:
    await owe(any_url, PEOPLE)
    async with telegram(PEOPLE) as (address, playground):

        async def test(bot: Bot) -> None:
            playground.faults.add(Fault("sendMessage", times=PEOPLE, delay=0.2))
            sending = asyncio.create_task(bot.dispatcher.run_due())
            while not messages(playground):  # noqa: ASYNC110 - the first is on its way
                await asyncio.sleep(0.01)
            bot.clock.move_to(bot.clock.now() + step)
            await sending
            await bot.sends_all()
            assert await states(bot.database) == {"sent": PEOPLE}
            assert messages(playground).total() == PEOPLE

        await with_bot(any_url, address, test)


async def test_a_locked_database_delays_and_a_full_disk_stops_until_there_is_room(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owe(sqlite_url, PEOPLE)
    async with telegram(PEOPLE) as (address, playground):

        async def test(bot: Bot) -> None:
            path = sqlite_url.removeprefix("sqlite:///")
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                sending = asyncio.create_task(bot.dispatcher.run_due())
                await asyncio.sleep(0.2)
                assert messages(playground).total() == 0
                other.execute("COMMIT")
            await sending
            assert await states(bot.database) == {"sent": PEOPLE}

        await with_bot(sqlite_url, address, test)

        async def full(bot: Bot) -> None:
            begin = bot.database.begin
            monkeypatch.setattr(bot.database, "begin", fail)
            with pytest.raises(StorageError):
                await bot.dispatcher.run_due()
            monkeypatch.setattr(bot.database, "begin", begin)
            assert await bot.dispatcher.run_due() == 0

        await with_bot(sqlite_url, address, full)


def fail() -> Any:
    raise StorageError("The disk that holds it is full: make room and start again.")
