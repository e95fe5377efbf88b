"""Given a chat that follows a topic, when articles come, then it is told in its rhythm, of many at once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.track import filing, following, news
from bot.track.dispatch import Dispatcher
from bot.track.pacing import Pacer
from bot.track.results import Outcome, Refused, Sent
from storage import chats, deliveries, subscriptions
from storage.models import Chat, Delivery
from storage.session import Database
from tests.track.by_hand import SetClock, article, reading

READER = 1
TEXTS = [f"The ferry number {n} to the islands was late again, passengers said." for n in range(4)]


@pytest.fixture
async def reader(database: Database, clock: SetClock) -> Database:
    async with database.begin() as session:
        chat = await chats.ensure(session, READER, clock.now(), chats.Defaults())
        chat.zone = "Europe/Paris"
        await following.follow(session, READER, "topic", "ferry", now=clock.now())
    return database


async def set_to(database: Database, **settings: str) -> None:
    async with database.begin() as session:
        chat = await chats.get(session, READER)
        assert chat is not None
        for name, value in settings.items():
            setattr(chat, name, value)


async def file(database: Database, clock: SetClock, text: str) -> None:
    async with database.begin() as session:
        await filing.file(session, article(text, clock.now()), reading(text), now=clock.now())


async def due(database: Database) -> list[str]:
    async with database.read() as session:
        return [f"{one.due_at:%m-%d %H:%M:%S}" for one in await deliveries.of_chat(session, READER)]


async def messages(database: Database, clock: SetClock, refuse: int | None = None) -> list[int]:
    """How many deliveries each message holds that is sent until nothing is owed."""
    sent: list[int] = []

    async def send(message: Sequence[Delivery]) -> Outcome:
        if refuse in [one.id for one in message]:
            return Refused("no")
        sent.append(len(message))
        return Sent()

    async def at_once(_seconds: float) -> None: ...

    run = Dispatcher(database, clock, send, Pacer(sleep=at_once))
    await run.run_due()
    while (at := await run.next_due()) is not None:
        clock.at = at
        await run.run_due()
    return sent


async def test_the_first_is_told_at_once_and_what_follows_within_the_minute_together(
    reader: Database, clock: SetClock
) -> None:
    for text in TEXTS:
        await file(reader, clock, text)
        clock.at += timedelta(seconds=10)
    assert await due(reader) == ["03-02 08:00:00", "03-02 08:01:00", "03-02 08:01:00", "03-02 08:01:00"]
    assert await messages(reader, clock) == [1, 3]


async def test_quiet_hours_let_out_together_what_they_held_back(reader: Database, clock: SetClock) -> None:
    await set_to(reader, quiet_from="22:00", quiet_to="07:00")
    for hour, text in zip((21, 23, 26, 28), TEXTS, strict=True):
        clock.at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=hour)
        await file(reader, clock, text)
    assert await messages(reader, clock) == [4]
    assert clock.at == datetime(2026, 3, 3, 6, tzinfo=UTC)


async def test_a_digest_gathers_the_day_or_the_week(reader: Database, clock: SetClock) -> None:
    await set_to(reader, rhythm="daily")
    for text in TEXTS[:2]:
        await file(reader, clock, text)
        clock.at += timedelta(hours=3)
    await set_to(reader, rhythm="weekly")
    await file(reader, clock, TEXTS[2])
    assert await due(reader) == ["03-03 08:00:00", "03-03 08:00:00", "03-09 08:00:00"]
    assert await messages(reader, clock) == [2, 1]


async def test_a_subscription_has_its_own_rhythm_and_lead_times(reader: Database, clock: SetClock) -> None:
    async with reader.begin() as session:
        (topic,) = await subscriptions.of_chat(session, READER)
        await following.tell(session, READER, topic.id, now=clock.now(), leads=None, rhythm="weekly")
        with pytest.raises(ValueError, match="rhythm"):
            await following.tell(session, READER, topic.id, now=clock.now(), leads=None, rhythm="hourly")
        with pytest.raises(ValueError, match="lead"):
            await following.tell(session, READER, topic.id, now=clock.now(), leads=["soon"], rhythm=None)
    await file(reader, clock, TEXTS[0])
    assert await due(reader) == ["03-09 08:00:00"]


async def test_one_that_is_refused_does_not_take_the_others_with_it(
    reader: Database, clock: SetClock
) -> None:
    await set_to(reader, rhythm="daily")
    for text in TEXTS:
        await file(reader, clock, text)
    async with reader.read() as session:
        bad = (await deliveries.of_chat(session, READER))[1].id
    assert await messages(reader, clock, refuse=bad) == [1, 1, 1]


def test_a_digest_comes_on_the_day_of_a_missing_hour_too() -> None:
    # In New York 02:30 does not exist on 8 March 2026.
    chat = Chat(id=1, zone="America/New_York", reminder_time="02:30")
    now = datetime(2026, 3, 7, 12, tzinfo=UTC)
    assert news.digest_at(chat, "daily", now) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert news.digest_at(chat, "weekly", now) == datetime(2026, 3, 9, 6, 30, tzinfo=UTC)
