from datetime import date

from storage import articles, events, stories
from storage.models import Change
from storage.session import Database
from tests.storage.records import NOW, article, event, mention


async def test_an_event_comes_with_mentions_their_articles_and_its_history(any_database: Database) -> None:
    async with any_database.begin() as session:
        hearing = event("the hearing", date(2024, 5, 9))
        hearing.changes = [Change(at=NOW, kind="announced", before=None, after={"date": "2024-05-09"})]
        await articles.add(session, article("The hearing is on Thursday.", mentions=[mention(hearing)]))
    async with any_database.read() as session:
        kept = await events.get(session, hearing.id)
        assert await events.get(session, hearing.id + 1) is None
    assert kept is not None
    assert kept.mentions[0].article.text == "The hearing is on Thursday."
    assert [change.kind for change in kept.changes] == ["announced"]
    assert kept.changes[0].before is None


async def test_an_event_made_in_this_transaction_comes_with_everything_too(any_database: Database) -> None:
    async with any_database.begin() as session:
        session.add(hearing := event("the hearing", date(2024, 5, 9)))
        await session.flush()
        await articles.add(session, article("The hearing is on Thursday.", mentions=[mention(hearing)]))
        hearing.what = "the hearing, moved"
        kept = await events.get(session, hearing.id)
    assert kept is hearing
    assert kept.what == "the hearing, moved"
    assert [one.article.text for one in kept.mentions] == ["The hearing is on Thursday."]
    assert kept.changes == []


async def test_what_is_ahead_is_neither_past_nor_over_nor_called_off(any_database: Database) -> None:
    today = date(2024, 5, 9)
    async with any_database.begin() as session:
        session.add_all(
            [
                event("tomorrow", date(2024, 5, 10)),
                event("today at noon", today, time="12:00"),
                event("today at eight", today, time="08:00"),
                event("today", today),
                event("this month", date(2024, 5, 1), last_day=date(2024, 5, 31), precision="month"),
                event("yesterday", date(2024, 5, 8)),
                event("called off", date(2024, 5, 10), status="cancelled"),
                event("over", today, status="over"),
                event("put off", None, status="postponed"),
            ]
        )
    async with any_database.read() as session:
        ahead = await events.upcoming(session, today, limit=10)
        second = await events.upcoming(session, today, limit=2, offset=1)
    assert [one.what for one in ahead] == [
        "this month",
        "today",
        "today at eight",
        "today at noon",
        "tomorrow",
    ]
    assert [one.what for one in second] == ["today", "today at eight"]
    assert ahead[0].mentions == []


async def test_a_story_has_its_events_by_day_with_the_undated_last(any_database: Database) -> None:
    async with any_database.begin() as session:
        story = await stories.add(session, "The trial", NOW)
        session.add_all(
            [
                event("put off", None, story_id=story.id, status="postponed"),
                event("the verdict", date(2024, 5, 20), story_id=story.id),
                event("the hearing", date(2024, 5, 9), story_id=story.id),
                event("elsewhere", date(2024, 5, 9)),
            ]
        )
        listed = await events.of_story(session, story.id)
        candidates = await events.candidates(session, [story.id])
        assert await events.candidates(session, []) == []
    assert [one.what for one in listed] == ["the hearing", "the verdict", "put off"]
    assert {one.what for one in candidates} == {"the hearing", "the verdict", "put off"}
    assert listed[0].mentions == []
