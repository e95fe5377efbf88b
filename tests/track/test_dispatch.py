"""What becomes of a delivery, by what sending it brings."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import pytest

from bot.track.dispatch import FAILURES, LEASE, Dispatcher
from bot.track.pacing import Pacer
from bot.track.results import Blocked, Later, Moved, NothingToSay, Outcome, Refused, Sent
from storage import chats, deliveries, subscriptions
from storage.models import Delivery
from storage.session import Database, StorageError
from tests.track.by_hand import SetClock

ONE, TWO, THREE = 11, 22, 33

Answer = Outcome | Exception


class Telegram:
    """Answers each chat's messages as told, then takes them."""

    def __init__(self, **answers: list[Answer]) -> None:
        self.answers = {int(chat.removeprefix("chat")): list(given) for chat, given in answers.items()}
        self.taken: list[tuple[int, str]] = []
        self.tried = 0

    async def __call__(self, message: Sequence[Delivery]) -> Outcome:
        self.tried += 1
        delivery = message[0]
        waiting = self.answers.get(delivery.chat_id)
        answer = waiting.pop(0) if waiting else Sent()
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Sent):
            self.taken += [(one.chat_id, one.key) for one in message]
        return answer


async def no_wait(_seconds: float) -> None: ...


def dispatcher(
    database: Database, clock: SetClock, send: Callable[[Sequence[Delivery]], Awaitable[Outcome]]
) -> Dispatcher:
    return Dispatcher(database, clock, send, Pacer(timer=lambda: clock.at.timestamp(), sleep=no_wait))


@pytest.fixture
async def owed(any_database: Database, clock: SetClock) -> Database:
    """Two messages are owed to each of two chats, by now."""
    async with any_database.begin() as session:
        for chat_id in (ONE, TWO):
            await chats.ensure(session, chat_id, clock.now(), chats.Defaults())
        rows = [
            {
                "chat_id": chat_id,
                "key": f"{number}",
                "kind": "moved",
                "due_at": clock.now() - timedelta(minutes=10 - number),
            }
            for number in (1, 2)
            for chat_id in (ONE, TWO)
        ]
        await deliveries.owe(session, rows)
    return any_database


async def states(database: Database, chat_id: int) -> list[str]:
    async with database.read() as session:
        return [delivery.state for delivery in await deliveries.of_chat(session, chat_id)]


async def test_everything_due_goes_out_once_and_in_order(owed: Database, clock: SetClock) -> None:
    telegram = Telegram()
    run = dispatcher(owed, clock, telegram)
    assert await run.run_due() == 4
    assert [key for chat, key in telegram.taken if chat == ONE] == ["1", "2"]
    assert await run.run_due() == 0
    assert await run.next_due() is None


async def test_overlapping_calls_are_one_pass(owed: Database, clock: SetClock) -> None:
    telegram = Telegram()
    run = dispatcher(owed, clock, telegram)
    assert await asyncio.gather(run.run_due(), run.run_due(), run.run_due()) == [4, 4, 4]
    assert len(telegram.taken) == 4


async def test_what_comes_due_during_a_pass_goes_out_with_it(owed: Database, clock: SetClock) -> None:
    run: Dispatcher
    async with owed.begin() as session:
        await chats.ensure(session, THREE, clock.now(), chats.Defaults())

    async def send(message: Sequence[Delivery]) -> Outcome:
        if message[0].key == "1":
            async with owed.begin() as session:
                row = {"chat_id": THREE, "key": "late", "kind": "moved", "due_at": clock.now()}
                await deliveries.owe(session, [row])
        return Sent()

    run = dispatcher(owed, clock, send)
    assert await run.run_due() == 5


async def test_a_chat_that_cannot_be_written_to_loses_its_subscriptions(
    owed: Database, clock: SetClock
) -> None:
    async with owed.begin() as session:
        await subscriptions.add(session, ONE, "topic", "ferries", clock.now())
    telegram = Telegram(chat11=[Blocked()])
    assert await dispatcher(owed, clock, telegram).run_due() == 2
    assert {chat for chat, _ in telegram.taken} == {TWO}
    assert await states(owed, ONE) == ["dropped", "dropped"]
    async with owed.read() as session:
        assert await subscriptions.of_chat(session, ONE) == []


async def test_a_group_that_became_another_chat_gets_its_messages_there(
    owed: Database, clock: SetClock
) -> None:
    telegram = Telegram(chat11=[Moved(THREE)])
    assert await dispatcher(owed, clock, telegram).run_due() == 4
    assert [entry for entry in telegram.taken if entry[0] != TWO] == [(THREE, "1"), (THREE, "2")]


async def test_only_the_chat_that_has_to_wait_waits(owed: Database, clock: SetClock) -> None:
    telegram = Telegram(chat11=[Later(timedelta(seconds=40), "asked to wait")])
    run = dispatcher(owed, clock, telegram)
    assert await run.run_due() == 2
    assert {chat for chat, _ in telegram.taken} == {TWO}
    assert await run.next_due() == clock.now() + timedelta(seconds=40)
    clock.at += timedelta(seconds=40)
    assert await run.run_due() == 2
    assert telegram.taken[-2:] == [(ONE, "1"), (ONE, "2")]


async def test_it_waits_longer_each_time_but_never_over_an_hour(owed: Database, clock: SetClock) -> None:
    telegram = Telegram(chat11=[Later(None, "timed out")] * 40)
    run = dispatcher(owed, clock, telegram)
    waits = []
    for _ in range(13):
        await run.run_due()
        due = await run.next_due()
        assert due is not None
        waits.append((due - clock.now()).total_seconds())
        clock.at = due
    assert waits[:3] == [5, 10, 20]
    assert waits[-1] == 3600


async def test_what_is_refused_is_dead_and_what_has_nothing_to_say_is_dropped(
    owed: Database, clock: SetClock
) -> None:
    telegram = Telegram(chat11=[Refused("message is too long")], chat22=[NothingToSay()])
    assert await dispatcher(owed, clock, telegram).run_due() == 2
    assert await states(owed, ONE) == ["dead", "sent"]
    assert await states(owed, TWO) == ["dropped", "sent"]


async def test_a_failure_of_ours_is_tried_again_and_logged_without_its_words(
    owed: Database, clock: SetClock, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram(chat11=[ValueError("the reader's own words")])
    run = dispatcher(owed, clock, telegram)
    with caplog.at_level(logging.ERROR):
        assert await run.run_due() == 2
    assert "ValueError" in caplog.text
    assert "own words" not in caplog.text
    clock.at += timedelta(minutes=1)
    assert await run.run_due() == 2


async def test_a_message_that_fails_again_and_again_is_given_up_alone(
    owed: Database, clock: SetClock
) -> None:
    async def send(message: Sequence[Delivery]) -> Outcome:
        if (ONE, "1") in [(one.chat_id, one.key) for one in message]:
            raise ValueError("never")
        return Sent()

    run = dispatcher(owed, clock, send)
    for _ in range(FAILURES):
        await run.run_due()
        clock.at += timedelta(hours=1)
    assert await states(owed, ONE) == ["dead", "sent"]


async def test_what_was_in_flight_in_a_crash_goes_out_when_its_lease_has_run_out(
    owed: Database, clock: SetClock
) -> None:
    async with owed.begin() as session:  # another dispatcher claims, and dies
        await deliveries.claim_due(session, clock.now(), LEASE, 10)
    telegram = Telegram()
    run = dispatcher(owed, clock, telegram)
    assert await run.run_due() == 0
    assert await run.next_due() == clock.now() + LEASE
    clock.at += LEASE
    assert await run.run_due() == 4


async def owe_updates(database: Database, clock: SetClock, chat_id: int, *ages: int) -> None:
    """Owe the chat an update that is due since so many seconds, for each."""
    async with database.begin() as session:
        await chats.ensure(session, chat_id, clock.now(), chats.Defaults())
        rows = [
            {
                "chat_id": chat_id,
                "key": f"article:{age}",
                "kind": "update",
                "detail": {"subscriptions": [age]},
                "due_at": clock.now() - timedelta(seconds=age),
            }
            for age in ages
        ]
        await deliveries.owe(session, rows)


async def test_what_a_chat_is_owed_in_one_minute_is_one_message(
    any_database: Database, clock: SetClock
) -> None:
    await owe_updates(any_database, clock, ONE, 70, 5, 1, -50)
    told: list[int] = []

    async def send(message: Sequence[Delivery]) -> Outcome:
        told.append(len(message))
        return Sent()

    run = dispatcher(any_database, clock, send)
    assert await run.run_due() == 3
    assert told == [1, 2]
    assert await states(any_database, ONE) == ["sent", "sent", "sent", "pending"]


async def test_a_chat_told_to_wait_gets_nothing_that_comes_due_meanwhile(
    owed: Database, clock: SetClock
) -> None:
    telegram = Telegram(chat11=[Later(timedelta(seconds=40), "asked to wait")])
    run = dispatcher(owed, clock, telegram)
    await run.run_due()
    await owe_updates(owed, clock, ONE, 1)
    await run.run_due()
    assert telegram.tried == 3
    assert {chat for chat, _ in telegram.taken} == {TWO}


async def test_one_person_s_reminder_goes_before_what_a_crowd_is_owed(
    any_database: Database, clock: SetClock
) -> None:
    async with any_database.begin() as session:
        for chat_id in range(1, 122):
            await chats.ensure(session, chat_id, clock.now(), chats.Defaults())
        news = [
            {"chat_id": chat_id, "key": "news", "kind": "update", "due_at": clock.now() - timedelta(hours=1)}
            for chat_id in range(1, 121)
        ]
        await deliveries.owe(session, news)
        own = {"chat_id": 121, "key": "own", "kind": "due", "due_at": clock.now()}
        await deliveries.owe(session, [own])
    telegram = Telegram()
    await dispatcher(any_database, clock, telegram).run_due()
    assert len(telegram.taken) == 121
    assert (121, "own") in telegram.taken[:20]


async def test_what_was_claimed_is_given_back_when_the_program_is_told_to_stop(
    owed: Database, clock: SetClock
) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def send(_: Sequence[Delivery]) -> Outcome:
        started.set()
        await go_on.wait()
        return Sent()

    run = dispatcher(owed, clock, send)
    under_way = asyncio.create_task(run.run_due())
    await started.wait()
    stopping = asyncio.create_task(run.stop(10))
    await asyncio.sleep(0)
    go_on.set()
    await stopping
    assert await under_way == 2
    assert await run.next_due() is not None
    assert await dispatcher(owed, clock, Telegram()).run_due() == 2


async def test_what_went_out_is_recorded_once_the_database_can_be_written_again(
    owed: Database, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_sent, fails = deliveries.mark_sent, [True, True]

    async def full(*given: object) -> None:
        if fails:
            fails.pop()
            raise StorageError("The disk that holds it is full: make room and start again.")
        await mark_sent(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(deliveries, "mark_sent", full)
    telegram = Telegram()
    assert await dispatcher(owed, clock, telegram).run_due() == 4
    assert telegram.tried == 4


async def test_telegram_is_given_a_rest_when_nothing_gets_through(
    any_database: Database, clock: SetClock
) -> None:
    await owe_updates(any_database, clock, ONE, 1)
    telegram = Telegram(chat11=[Later(None, "timed out")] * 9)
    rests: list[float] = []

    async def note(seconds: float) -> None:
        rests.append(seconds)

    run = Dispatcher(any_database, clock, telegram, Pacer(timer=lambda: clock.at.timestamp(), sleep=note))
    for _ in range(9):
        await run.run_due()
        clock.at += timedelta(hours=1)
    assert rests == [1, 2, 4, 8]
