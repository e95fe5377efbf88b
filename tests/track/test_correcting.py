"""Given an event that is followed, when a person says what became of it, then these messages are owed."""

from datetime import timedelta

import pytest

from bot.track import correcting, filing, following
from bot.track.correcting import Verdict
from storage import chats, deliveries, events
from storage.session import Database
from tests.track.by_hand import SetClock, article, due, reading

BROUGHT, FOLLOWS, STRANGER = 1, 2, 3
FAIR = "The town will hold its book fair on 5 March, the council said."


@pytest.fixture
async def fair(any_database: Database, clock: SetClock) -> int:
    """An event that one chat has brought, and two follow."""
    async with any_database.begin() as session:
        for chat_id in (BROUGHT, FOLLOWS, STRANGER):
            await chats.ensure(session, chat_id, clock.now(), chats.Defaults())
        told = reading(FAIR, events=[due(FAIR, "5 March", "2026-03-05", "the town will hold its book fair")])
        filed = await filing.file(session, article(FAIR, clock.now()), told, now=clock.now(), chat_id=BROUGHT)
        story = await filing.story_of(session, filed.article_id, clock.now())
        for chat_id in (BROUGHT, FOLLOWS):
            await following.follow(session, chat_id, "story", story.id, now=clock.now())
        (event,) = await events.of_story(session, story.id)
    return event.id


async def say(
    database: Database, clock: SetClock, event_id: int, verdict: Verdict, day: str | None = None
) -> str | None:
    async with database.begin() as session:
        event = await events.get(session, event_id)
        assert event is not None
        change = await correcting.correct(session, BROUGHT, event, verdict, now=clock.now(), date=day)
        return change.kind if change else None


async def pending(database: Database, chat_id: int) -> list[str]:
    async with database.read() as session:
        owed = await deliveries.of_chat(session, chat_id)
    return [f"{one.kind} {one.due_at:%m-%d}" for one in owed if one.state == "pending"]


async def standing(database: Database, event_id: int) -> tuple[str | None, str, list[str]]:
    async with database.read() as session:
        event = await events.get(session, event_id)
        assert event is not None
        return event.date, event.status, [change.kind for change in event.changes]


async def test_it_moved_is_told_to_the_others_and_moves_all_reminders(
    any_database: Database, clock: SetClock, fair: int
) -> None:
    assert await say(any_database, clock, fair, "postponed", "2026-03-12") == "moved"
    assert await standing(any_database, fair) == ("2026-03-12", "postponed", ["announced", "moved"])
    assert await pending(any_database, BROUGHT) == ["lead 03-11", "due 03-12", "after 03-13"]
    assert await pending(any_database, FOLLOWS) == ["moved 03-02", "lead 03-11", "due 03-12", "after 03-13"]


async def test_it_did_not_is_told_and_ends_the_reminders(
    any_database: Database, clock: SetClock, fair: int
) -> None:
    clock.at += timedelta(days=4)
    assert await say(any_database, clock, fair, "cancelled") == "cancelled"
    assert await pending(any_database, FOLLOWS) == ["cancelled 03-06"]
    assert await pending(any_database, BROUGHT) == []


async def test_it_happened_is_no_news_but_is_on_record(
    any_database: Database, clock: SetClock, fair: int
) -> None:
    clock.at += timedelta(days=4)
    assert await say(any_database, clock, fair, "over") == "over"
    assert await say(any_database, clock, fair, "over") is None
    assert await standing(any_database, fair) == ("2026-03-05", "over", ["announced", "over"])
    assert "cancelled 03-06" not in await pending(any_database, FOLLOWS)


async def test_what_was_said_can_be_taken_back(any_database: Database, clock: SetClock, fair: int) -> None:
    await say(any_database, clock, fair, "postponed")
    async with any_database.begin() as session:
        event = await events.get(session, fair)
        assert event is not None
        assert event.date is None
        assert await correcting.take_back(session, BROUGHT, event, now=clock.now())
        assert not await correcting.take_back(session, FOLLOWS, event, now=clock.now())
    assert await standing(any_database, fair) == ("2026-03-05", "scheduled", ["announced"])
    assert await pending(any_database, BROUGHT) == ["lead 03-04", "due 03-05", "after 03-06"]


async def test_a_later_article_has_the_last_word(any_database: Database, clock: SetClock, fair: int) -> None:
    await say(any_database, clock, fair, "cancelled")
    clock.at += timedelta(days=1)
    text = "The town will hold its book fair on 5 March after all, the council said. " + FAIR
    async with any_database.begin() as session:
        told = reading(text, events=[due(text, "5 March", "2026-03-05", "the town will hold its book fair")])
        await filing.file(session, article(text, clock.now()), told, now=clock.now())
    assert await standing(any_database, fair) == (
        "2026-03-05", "scheduled", ["announced", "cancelled", "revived"],
    )  # fmt: skip
    assert "revived 03-03" in await pending(any_database, FOLLOWS)


async def test_only_who_brought_it_decides_or_anybody_where_nobody_did(
    any_database: Database, clock: SetClock, fair: int
) -> None:
    async with any_database.begin() as session:
        event = await events.get(session, fair)
        assert event is not None
        with pytest.raises(PermissionError):
            await correcting.correct(session, FOLLOWS, event, "over", now=clock.now())
        text = "Astronomers hope to photograph comet Arlo from Dry Lake on 9 March."
        told = reading(text, events=[due(text, "9 March", "2026-03-09", "photograph comet Arlo")])
        filed = await filing.file(session, article(text, clock.now()), told, now=clock.now())
        story = await filing.story_of(session, filed.article_id, clock.now())
        await following.follow(session, FOLLOWS, "story", story.id, now=clock.now())
        (comet,) = await events.of_story(session, story.id)
        assert await correcting.may_decide(session, FOLLOWS, comet)
        assert not await correcting.may_decide(session, STRANGER, comet)
