"""Given what was read out of an article, what is on record after it is filed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.track import filing
from storage import articles, events, stories
from storage.models import Article, Event
from storage.session import AsyncSession, Database
from tests.track.by_hand import SetClock, article, due, reading, said

HEARING = (
    "Judge Orla Fenn will hear the ferry owners on 9 June. A second hearing, on the harbour's fees, follows "
    "on 23 June, the court in Port Ashby said. The ferry owners said they were ready, and so did others."
)
DELAY = (
    "Judge Orla Fenn put off the hearing on the harbour's fees in Port Ashby to 30 June; it had been set for "
    "23 June. The ferry owners said they were sorry, and the harbour board was silent."
)
NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


async def file_hearings(session: AsyncSession, clock: SetClock) -> int:
    found = [
        due(HEARING, "9 June", "2026-06-09", "judge hears the ferry owners"),
        due(HEARING, "23 June", "2026-06-23", "second hearing on the harbour's fees"),
    ]
    filed = await filing.file(
        session,
        article(HEARING, NOON, title="Two hearings on Port Ashby ferries"),
        reading(HEARING, [said(HEARING, "ferry owners", "they were ready", kind="group")], found),
        now=clock.now(),
    )
    assert filed.new
    return filed.article_id


async def file_delay(session: AsyncSession, clock: SetClock) -> int:
    found = [
        due(DELAY, "30 June", "2026-06-30", "hearing on the harbour's fees", "postponed"),
        due(DELAY, "23 June", "2026-06-23", "hearing on the harbour's fees"),
    ]
    filed = await filing.file(
        session,
        article(DELAY, NOON + timedelta(days=3), title="Port Ashby hearing put off"),
        reading(DELAY, (), found),
        now=clock.now(),
    )
    return filed.article_id


async def all_events(session: AsyncSession, article_id: int) -> list[Event]:
    found = await articles.get(session, article_id)
    assert found is not None
    ids = sorted({mention.event_id for mention in found.mentions})
    return [event for event in [await events.get(session, one) for one in ids] if event is not None]


async def test_the_same_article_twice_is_one(any_database: Database, clock: SetClock) -> None:
    async with any_database.begin() as session:
        first = await file_hearings(session, clock)
    async with any_database.begin() as session:
        spaced = HEARING.replace(" ", "  ")
        again = await filing.file(session, article(spaced, NOON), reading(spaced), now=clock.now())
        assert again == filing.Filed(first, new=False)


async def test_two_dates_in_one_article_are_two_events_and_a_move_is_of_the_right_one(
    any_database: Database, clock: SetClock
) -> None:
    async with any_database.begin() as session:
        await file_hearings(session, clock)
        delay = await file_delay(session, clock)
    async with any_database.read() as session:
        (moved,) = await all_events(session, delay)
        assert (moved.date, moved.status) == ("2026-06-30", "postponed")
        assert moved.first_day == date(2026, 6, 30)
        assert [step.kind for step in moved.changes] == ["announced", "moved"]
        assert moved.changes[1].before is not None
        assert moved.changes[1].before["date"] == "2026-06-23"
        telling = next(m for m in moved.mentions if m.id == moved.changes[1].mention_id)
        assert DELAY[telling.start : telling.end] == "30 June"
        assert moved.story_id is not None
        other, _ = await events.of_story(session, moved.story_id)
        assert (other.date, other.status) == ("2026-06-09", "scheduled")


async def test_filed_the_other_way_round_it_is_the_same_in_the_end(
    any_database: Database, clock: SetClock
) -> None:
    async with any_database.begin() as session:
        delay = await file_delay(session, clock)
        await file_hearings(session, clock)
    async with any_database.read() as session:
        (moved,) = await all_events(session, delay)
        assert (moved.date, moved.status) == ("2026-06-30", "postponed")
        assert [step.kind for step in moved.changes] == ["announced"]


async def test_a_story_begins_with_its_second_article_and_bears_the_first_ones_title(
    database: Database, clock: SetClock
) -> None:
    async with database.begin() as session:
        first = await file_hearings(session, clock)
        assert (await session.get_one(Article, first)).story_id is None
        second = await file_delay(session, clock)
        story_id = (await session.get_one(Article, second)).story_id
        assert story_id is not None
        assert (await session.get_one(Article, first)).story_id == story_id
        story = await stories.get(session, story_id)
        assert story is not None
        assert story.title == "Two hearings on Port Ashby ferries"


async def test_a_story_of_one_article_is_joined_by_the_next(database: Database, clock: SetClock) -> None:
    async with database.begin() as session:
        first = await file_hearings(session, clock)
        story = await filing.story_of(session, first, clock.now())
        assert (await filing.story_of(session, first, clock.now())).id == story.id
        assert {event.story_id for event in await all_events(session, first)} == {story.id}
        second = await file_delay(session, clock)
        assert (await session.get_one(Article, second)).story_id == story.id


async def test_a_story_without_a_title_is_called_by_how_it_begins(
    database: Database, clock: SetClock
) -> None:
    async with database.begin() as session:
        filed = await filing.file(session, article(HEARING, NOON), reading(HEARING), now=clock.now())
        story = await filing.story_of(session, filed.article_id, clock.now())
    assert story.title == "Judge Orla Fenn will hear the ferry owners on 9 June. A second hearing, on the …"


async def test_those_who_say_it_together_all_become_known(database: Database, clock: SetClock) -> None:
    text = "Ida Brandt and Tomas Keil said the bridge would open on time."
    claim = said(text, "Ida Brandt & Tomas Keil", "the bridge would open on time")
    nobody = replace(said(text, "officials", "open on time"), kind="unnamed")
    async with database.begin() as session:
        filed = await filing.file(
            session, article(text, NOON), reading(text, [claim, nobody]), now=clock.now()
        )
        found = await articles.get(session, filed.article_id)
        assert found is not None
        together, unnamed = found.claims
        assert (together.speaker, together.speaker_id is not None) == ("Ida Brandt & Tomas Keil", True)
        assert (unnamed.speaker, unnamed.speaker_id) == ("officials", None)


async def test_a_date_said_by_a_person_replaces_all_that_was_read(
    any_database: Database, clock: SetClock
) -> None:
    text = "The bridge in Velden will open on Friday, Ida Brandt said. Traffic will be let across at noon."
    unread = article(text, None)
    claim = said(text, "Ida Brandt", "The bridge in Velden will open")
    async with any_database.begin() as session:
        filed = await filing.file(
            session,
            unread,
            reading(text, [claim], [due(text, "Friday", None, "bridge opens", "postponed")]),
            now=clock.now(),
        )
        dated = replace(unread, published=date(2026, 5, 20))
        friday = due(text, "Friday", "2026-05-22", "bridge opens")
        again = reading(text, [replace(claim, said_on="2026-05-20")], [friday])
        await filing.redate(session, filed.article_id, dated, again, now=clock.now())
    async with any_database.read() as session:
        found = await articles.get(session, filed.article_id)
        assert found is not None
        assert (found.published, len(found.claims), len(found.mentions)) == ("2026-05-20", 1, 1)
        assert found.claims[0].said_on == "2026-05-20"
        (event,) = await all_events(session, filed.article_id)
        assert (event.date, event.status) == ("2026-05-22", "scheduled")


async def test_what_is_gone_is_said_to_be(database: Database, clock: SetClock) -> None:
    async with database.begin() as session:
        with pytest.raises(LookupError):
            await filing.story_of(session, 404, clock.now())
        with pytest.raises(LookupError):
            await filing.redate(session, 404, article("x", None), reading("x"), now=clock.now())


async def test_two_things_due_in_one_month_are_not_one_for_that(database: Database, clock: SetClock) -> None:
    fees = "The harbour board will publish the fees of Port Ashby in June. The ferry owners will hear of it."
    audit = (
        "The harbour board of Port Ashby expects the auditors' report on the ferry owners in June, it said."
    )
    async with database.begin() as session:
        for text, day, what in (
            (fees, NOON, "harbour board publishes the fees"),
            (audit, NOON + timedelta(days=1), "auditors report on the ferry owners"),
        ):
            found = reading(text, (), [due(text, "June", "2026-06", what, precision="month")])
            new = article(text, day, title="Port Ashby ferry owners and the harbour board")
            filed = await filing.file(session, new, found, now=clock.now())
    async with database.read() as session:
        last = await articles.get(session, filed.article_id)
        assert last is not None
        assert last.story_id is not None
        assert [event.what for event in await events.of_story(session, last.story_id)] == [
            "harbour board publishes the fees",
            "auditors report on the ferry owners",
        ]
