"""When a chat is forgotten, what others know stays, and nothing stays of what only it had."""

from datetime import UTC, date, datetime

from bot.track import filing, following
from bot.track.forgetting import forget
from storage import chats, deliveries, events, stories
from storage.chats import Defaults
from storage.models import Event
from storage.session import Database
from tests.track.by_hand import SetClock, article, due, reading

SET = "The ferry strike in Port Ashby is due to begin on 9 March, the crews' union and the ferry owners said."
MOVED = "The ferry strike in Port Ashby was put back from 9 March to 12 March, the crews' union said."
TOLD = {
    SET: ("Ferry strike", date(2026, 3, 2), "9 March", "2026-03-09"),
    MOVED: ("Strike put back", date(2026, 3, 3), "12 March", "2026-03-12"),
}
TELLER, READER = 1, 2


async def file(database: Database, clock: SetClock, text: str, chat_id: int | None) -> int:
    title, day, at, iso = TOLD[text]
    status = "postponed" if "put back" in text else "scheduled"
    what = "ferry strike begins" if status == "scheduled" else "the ferry strike of Port Ashby begins"
    async with database.begin() as session:
        for one in (TELLER, READER):
            await chats.ensure(session, one, clock.now(), Defaults())
        found = reading(text, events=[due(text, at, iso, what, status)])
        new = article(text, day, title=title)
        return (await filing.file(session, new, found, now=clock.now(), chat_id=chat_id)).article_id


async def the_event(database: Database) -> Event:
    async with database.read() as session:
        [event] = await events.upcoming(session, date(2026, 3, 2), limit=5)
        whole = await events.get(session, event.id)
        assert whole is not None
        return whole


async def test_an_event_goes_back_to_what_the_articles_that_stay_say(
    any_database: Database, clock: SetClock
) -> None:
    database = any_database
    first = await file(database, clock, SET, READER)
    async with database.begin() as session:
        story = await filing.story_of(session, first, clock.now())
        await following.follow(session, READER, "story", story.id, now=clock.now())
    await file(database, clock, MOVED, TELLER)
    assert (await the_event(database)).date == "2026-03-12"

    async with database.begin() as session:
        assert await forget(session, TELLER, now=clock.now()) == 1

    event = await the_event(database)
    assert (event.date, event.status) == ("2026-03-09", "scheduled")
    assert [change.kind for change in event.changes] == ["announced"]
    async with database.read() as session:
        owed = [
            one.due_at
            for one in await deliveries.of_chat(session, READER)
            if one.state == "pending" and one.kind == "lead"
        ]
    assert owed == [datetime(2026, 3, 8, 9, tzinfo=UTC)]


async def test_no_name_keeps_the_words_of_what_went(database: Database, clock: SetClock) -> None:
    await file(database, clock, MOVED, TELLER)
    await file(database, clock, SET, READER)
    assert (await the_event(database)).what == "the ferry strike of Port Ashby begins"

    async with database.begin() as session:
        await forget(session, TELLER, now=clock.now())

    assert (await the_event(database)).what == "ferry strike begins"
    async with database.read() as session:
        assert [story.title for story, _ in await stories.latest(session, limit=5)] == ["Ferry strike"]


async def test_an_article_that_also_came_by_itself_stays(database: Database, clock: SetClock) -> None:
    await file(database, clock, SET, TELLER)
    await file(database, clock, SET, None)

    async with database.begin() as session:
        assert await forget(session, TELLER, now=clock.now()) == 0

    assert (await the_event(database)).date == "2026-03-09"
