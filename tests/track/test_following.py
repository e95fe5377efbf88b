"""Given filed articles and a chat that follows, when the clock moves, then these messages are sent."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.track import filing, following
from bot.track.dispatch import Dispatcher
from bot.track.outcome import said_since
from bot.track.pacing import Pacer
from bot.track.results import Outcome, Sent
from storage import chats, deliveries, subscriptions
from storage.models import Chat, Delivery
from storage.session import Database
from tests.track.by_hand import SetClock, article, due, reading, said

READER, OTHER = 101, 202

SET = (
    "Dock workers in Port Ashby will strike on 5 March over night shifts, the Quay Union said on Monday. "
    "Mara Lind, who leads the union, said that nobody would unload a ship."
)
MOVED = (
    "The strike of dock workers in Port Ashby has been put off to 9 March, the Quay Union said on Tuesday. "
    "Mara Lind said that the harbour company had asked for time."
)
OFF = (
    "The Quay Union called off Monday's strike in Port Ashby after the harbour company gave way. "
    "Mara Lind said that dock workers had won."
)
AFTER = (
    "Dock workers in Port Ashby stopped work on Thursday. Mara Lind of the Quay Union said that the strike "
    "had held at every berth."
)


class Outbox:
    """Takes messages down instead of sending them."""

    def __init__(self) -> None:
        self.sent: list[Delivery] = []

    async def send(self, message: Sequence[Delivery]) -> Outcome:
        self.sent += message
        return Sent()

    def taken(self) -> list[tuple[int, str, str | None]]:
        """(chat, kind, lead) of what was sent since the last look."""
        seen = [(d.chat_id, d.kind, d.detail.get("lead")) for d in self.sent]
        self.sent.clear()
        return seen


def dispatcher(database: Database, clock: SetClock, outbox: Outbox) -> Dispatcher:
    async def at_once(_seconds: float) -> None: ...

    return Dispatcher(database, clock, outbox.send, Pacer(sleep=at_once))


async def add_chat(database: Database, clock: SetClock, chat_id: int, **settings: str) -> Chat:
    async with database.begin() as session:
        chat = await chats.ensure(session, chat_id, clock.now(), chats.Defaults())
        chat.zone = "Europe/Paris"
        for name, value in settings.items():
            setattr(chat, name, value)
    return chat


async def file(
    database: Database,
    clock: SetClock,
    text: str,
    when: tuple[str, str | None, str],
    chat: int | None = None,
    former: str | None = None,
) -> int:
    at, iso, status = when
    claim = said(text, "Mara Lind", text[text.rindex("that ") + 5 : -1])
    strike = due(text, at, iso, "strike of dock workers", status, former_date=former)
    async with database.begin() as session:
        filed = await filing.file(
            session,
            article(text, clock.now(), title="Port Ashby dock workers strike"),
            reading(text, [claim], [strike]),
            now=clock.now(),
            chat_id=chat,
        )
    return filed.article_id


async def follow_story_of(database: Database, clock: SetClock, article_id: int, chat_id: int) -> int:
    async with database.begin() as session:
        story = await filing.story_of(session, article_id, clock.now())
        subscription, new = await following.follow(session, chat_id, "story", story.id, now=clock.now())
        assert new
    return subscription.id


async def test_a_followed_story_of_one_article_is_reminded_of_and_looked_back_on(
    any_database: Database, clock: SetClock
) -> None:
    outbox = Outbox()
    run = dispatcher(any_database, clock, outbox)
    await add_chat(any_database, clock, READER)
    first = await file(any_database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(any_database, clock, first, READER)

    assert await run.run_due() == 0
    assert await run.next_due() == datetime(2026, 3, 4, 8, tzinfo=UTC)  # nine o'clock in Paris
    for at, expected in (
        (datetime(2026, 3, 4, 8, tzinfo=UTC), [(READER, "lead", "1d")]),
        (datetime(2026, 3, 5, 8, tzinfo=UTC), [(READER, "due", "0d")]),
        (datetime(2026, 3, 6, 7, 59, tzinfo=UTC), []),
        (datetime(2026, 3, 6, 8, tzinfo=UTC), [(READER, "after", "after")]),
        (datetime(2026, 4, 1, tzinfo=UTC), []),
    ):
        clock.at = at
        await run.run_due()
        assert outbox.taken() == expected
    assert await run.next_due() is None


async def test_a_moved_event_is_told_once_and_reminded_of_on_its_new_date(
    any_database: Database, clock: SetClock
) -> None:
    outbox = Outbox()
    run = dispatcher(any_database, clock, outbox)
    await add_chat(any_database, clock, READER)
    first = await file(any_database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(any_database, clock, first, READER)

    clock.at += timedelta(days=1)
    await file(any_database, clock, MOVED, ("9 March", "2026-03-09", "postponed"))
    await run.run_due()
    assert outbox.taken() == [(READER, "moved", None)]
    clock.at = datetime(2026, 3, 7, 23, tzinfo=UTC)
    await run.run_due()
    assert outbox.taken() == []
    clock.at = datetime(2026, 3, 8, 8, tzinfo=UTC)
    await run.run_due()
    assert outbox.taken() == [(READER, "lead", "1d")]


async def test_what_is_called_off_is_told_and_never_reminded_of(database: Database, clock: SetClock) -> None:
    outbox = Outbox()
    run = dispatcher(database, clock, outbox)
    await add_chat(database, clock, READER)
    first = await file(database, clock, MOVED, ("9 March", "2026-03-09", "scheduled"), READER)
    await follow_story_of(database, clock, first, READER)
    clock.at += timedelta(days=4)
    await file(database, clock, OFF, ("Monday", "2026-03-09", "cancelled"))
    clock.at += timedelta(days=30)
    await run.run_due()
    assert outbox.taken() == [(READER, "cancelled", None)]


async def test_a_change_of_what_has_long_gone_by_is_no_news(database: Database, clock: SetClock) -> None:
    outbox = Outbox()
    await add_chat(database, clock, READER)
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    clock.at += timedelta(days=40)
    await follow_story_of(database, clock, first, READER)
    await file(database, clock, MOVED, ("9 March", "2026-03-09", "postponed"))
    await dispatcher(database, clock, outbox).run_due()
    assert outbox.taken() == [(READER, "update", None)]


async def test_an_event_moved_away_and_back_is_reminded_of(any_database: Database, clock: SetClock) -> None:
    outbox = Outbox()
    run = dispatcher(any_database, clock, outbox)
    await add_chat(any_database, clock, READER)
    first = await file(any_database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(any_database, clock, first, READER)
    clock.at += timedelta(hours=1)
    await file(any_database, clock, MOVED, ("9 March", "2026-03-09", "postponed"))
    clock.at += timedelta(hours=1)
    back = MOVED.replace("put off to 9 March", "brought back to 5 March")
    await file(any_database, clock, back, ("5 March", "2026-03-05", "scheduled"), former="2026-03-09")
    await run.run_due()
    assert outbox.taken() == [(READER, "moved", None)] * 2
    for day, expected in ((4, ("lead", "1d")), (5, ("due", "0d")), (6, ("after", "after"))):
        clock.at = datetime(2026, 3, day, 8, tzinfo=UTC)
        await run.run_due()
        assert outbox.taken() == [(READER, *expected)]


async def test_after_an_outage_only_the_nearest_reminder_comes(database: Database, clock: SetClock) -> None:
    outbox = Outbox()
    run = dispatcher(database, clock, outbox)
    await add_chat(database, clock, READER)
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(database, clock, first, READER)
    clock.at = datetime(2026, 3, 5, 20, tzinfo=UTC)
    await run.run_due()
    assert outbox.taken() == [(READER, "due", "0d")]


async def test_a_new_article_is_one_message_whatever_it_answers_and_none_to_who_added_it(
    any_database: Database, clock: SetClock
) -> None:
    outbox = Outbox()
    run = dispatcher(any_database, clock, outbox)
    await add_chat(any_database, clock, READER)
    await add_chat(any_database, clock, OTHER)
    first = await file(any_database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    for chat_id in (READER, OTHER):
        await follow_story_of(any_database, clock, first, chat_id)
        async with any_database.begin() as session:
            await following.follow(session, chat_id, "topic", "night shifts", now=clock.now())
            await following.follow(session, chat_id, "topic", "dock workers", now=clock.now())
    clock.at += timedelta(hours=1)
    again = (
        "The strike of dock workers in Port Ashby on 5 March over night shifts goes ahead, the Quay Union "
        "said on Monday. Mara Lind said that talks with the harbour company had come to nothing."
    )
    await file(any_database, clock, again, ("5 March", "2026-03-05", "scheduled"), READER)
    await run.run_due()
    assert [(d.chat_id, d.kind, len(d.detail["subscriptions"])) for d in outbox.sent] == [
        (OTHER, "update", 3)
    ]


async def test_news_waits_for_the_end_of_the_quiet_hours(database: Database, clock: SetClock) -> None:
    await add_chat(database, clock, READER, quiet_from="22:00", quiet_to="07:30")
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(database, clock, first, READER)
    clock.at = datetime(2026, 3, 3, 23, tzinfo=UTC)
    await file(database, clock, MOVED, ("9 March", "2026-03-09", "postponed"))
    assert await dispatcher(database, clock, Outbox()).next_due() == datetime(2026, 3, 4, 6, 30, tzinfo=UTC)


async def test_an_older_article_filed_late_undoes_nothing(database: Database, clock: SetClock) -> None:
    await add_chat(database, clock, READER)
    clock.at += timedelta(days=1)
    newer = await file(database, clock, MOVED, ("9 March", "2026-03-09", "postponed"))
    await follow_story_of(database, clock, newer, READER)
    clock.at -= timedelta(days=1)
    await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"))
    async with database.read() as session:
        owed = [d.key for d in await deliveries.of_chat(session, READER) if d.kind != "update"]
    assert [key.rpartition(":")[2] for key in owed] == ["2026-03-09"] * 3


async def test_unfollowing_the_story_keeps_what_the_event_itself_is_followed_for(
    database: Database, clock: SetClock
) -> None:
    await add_chat(database, clock, READER)
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    story = await follow_story_of(database, clock, first, READER)
    async with database.begin() as session:
        (event_id,) = await subscriptions.events_followed(session, READER)
        event, _ = await following.follow(session, READER, "event", event_id, now=clock.now())
        await following.unfollow(session, READER, story)
        assert {d.state for d in await deliveries.of_chat(session, READER)} == {"pending"}
        await following.unfollow(session, READER, event.id)
        assert {d.state for d in await deliveries.of_chat(session, READER)} == {"dropped"}


async def test_changed_settings_move_what_is_pending(database: Database, clock: SetClock) -> None:
    await add_chat(database, clock, READER)
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(database, clock, first, READER)
    async with database.begin() as session:
        chat = await session.get_one(Chat, READER)
        chat.zone, chat.reminder_time, chat.leads = "America/New_York", "07:00", ["2d", "0d"]
        await following.reschedule(session, READER, now=clock.now())
    async with database.read() as session:
        owed = [(d.kind, d.due_at) for d in await deliveries.of_chat(session, READER) if d.state == "pending"]
    assert owed == [
        ("lead", datetime(2026, 3, 3, 12, tzinfo=UTC)),
        ("due", datetime(2026, 3, 5, 12, tzinfo=UTC)),
        ("after", datetime(2026, 3, 6, 12, tzinfo=UTC)),
    ]


async def test_a_snoozed_reminder_comes_once_more(database: Database, clock: SetClock) -> None:
    outbox = Outbox()
    await add_chat(database, clock, READER)
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(database, clock, first, READER)
    async with database.begin() as session:
        (event_id,) = await subscriptions.events_followed(session, READER)
        await following.snooze(session, READER, event_id, clock.now() + timedelta(hours=3))
    clock.at += timedelta(hours=3)
    await dispatcher(database, clock, outbox).run_due()
    assert outbox.taken() == [(READER, "snooze", None)]


async def test_afterwards_there_is_what_was_said_of_it_since(database: Database, clock: SetClock) -> None:
    await add_chat(database, clock, READER)
    first = await file(database, clock, SET, ("5 March", "2026-03-05", "scheduled"), READER)
    await follow_story_of(database, clock, first, READER)
    async with database.begin() as session:
        (event_id,) = await subscriptions.events_followed(session, READER)
        assert await said_since(session, event_id) == []
    clock.at = datetime(2026, 3, 5, 18, tzinfo=UTC)
    await file(database, clock, AFTER, ("Thursday", "2026-03-05", "over"))
    async with database.read() as session:
        found = await said_since(session, event_id)
        words = [claim.article.text[claim.content[0][0] : claim.content[0][1]] for claim in found]
    assert words == ["the strike had held at every berth"]


async def test_following_what_is_gone_says_so(database: Database, clock: SetClock) -> None:
    await add_chat(database, clock, READER)
    async with database.begin() as session:
        for kind in ("story", "event", "speaker"):
            with pytest.raises(LookupError):
                await following.follow(session, READER, kind, 12345, now=clock.now())
