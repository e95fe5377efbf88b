from datetime import date

import pytest

from storage import chats, deliveries, followers, speakers, stories, subscriptions
from storage.followers import Followers
from storage.session import AsyncSession, Database
from tests.storage.records import NOW, at, chat, event


async def story_with_event(session: AsyncSession) -> tuple[int, int]:
    story = await stories.add(session, "The ferry strike", NOW)
    session.add(talks := event("the talks", date(2024, 5, 9), story_id=story.id))
    await session.flush()
    return story.id, talks.id


async def test_following_twice_is_following_once(any_database: Database) -> None:
    async with any_database.begin() as session:
        await chat(session)
        story_id, event_id = await story_with_event(session)
        ana = await speakers.ensure(session, "Ana Ferreira", "person")
        first, new = await subscriptions.add(session, 1, "story", story_id, NOW)
        again, still_new = await subscriptions.add(session, 1, "story", story_id, at(9))
        await subscriptions.add(session, 1, "event", event_id, NOW)
        await subscriptions.add(session, 1, "speaker", ana.id, NOW)
        await subscriptions.add(session, 1, "topic", " Port fees ", NOW)
        _, topic_new = await subscriptions.add(session, 1, "topic", "port FEES", NOW)
    assert (new, still_new, topic_new) == (True, False, False)
    assert first.id == again.id
    async with any_database.read() as session:
        followed = await subscriptions.of_chat(session, 1)
    assert [one.kind for one in followed] == ["story", "event", "speaker", "topic"]
    assert followed[0].story is not None
    assert followed[0].story.title == "The ferry strike"
    assert followed[1].event is not None
    assert followed[1].event.what == "the talks"
    assert followed[2].speaker is not None
    assert followed[2].speaker.name == "Ana Ferreira"
    assert followed[3].topic == "Port fees"


@pytest.mark.parametrize(
    ("kind", "target"), [("story", 99), ("event", 99), ("speaker", 99), ("topic", " ?! ")]
)
async def test_what_is_not_there_cannot_be_followed(
    any_database: Database, kind: str, target: int | str
) -> None:
    async with any_database.begin() as session:
        await chat(session)
        with pytest.raises(LookupError):
            await subscriptions.add(session, 1, kind, target, NOW)


async def test_a_chat_ends_only_its_own_subscriptions(any_database: Database) -> None:
    async with any_database.begin() as session:
        await chat(session, 1)
        await chat(session, 2)
        kept, _ = await subscriptions.add(session, 1, "topic", "ferries", NOW)
        assert await subscriptions.remove(session, 2, kept.id) is None
        removed = await subscriptions.remove(session, 1, kept.id)
        assert removed is not None
        assert removed.topic == "ferries"
        assert await subscriptions.of_chat(session, 1) == []


async def test_an_event_has_the_followers_of_it_and_of_its_story_once_each(any_database: Database) -> None:
    async with any_database.begin() as session:
        story_id, event_id = await story_with_event(session)
        for chat_id, kinds in ((1, ("story", "event")), (2, ("event",)), (3, ("story",)), (4, ())):
            await chat(session, chat_id)
            for kind in kinds:
                await subscriptions.add(
                    session, chat_id, kind, story_id if kind == "story" else event_id, NOW
                )
        await subscriptions.add(session, 4, "topic", "talks", NOW)
        assert await followers.ids(session, Followers(event_id, story_id)) == [1, 2, 3]
        assert await followers.ids(session, Followers(event_id, None)) == [1, 2]
        assert await followers.ids(session, Followers(event_id, story_id, only=3)) == [3]
        assert await followers.ids(session, Followers(event_id, story_id, without=3)) == [1, 2]
        assert await subscriptions.events_followed(session, 1) == [event_id]
        assert await subscriptions.events_followed(session, 3) == [event_id]
        assert await subscriptions.events_followed(session, 4) == []


async def test_an_article_answers_to_its_story_its_speakers_and_topics_whose_words_it_has(
    any_database: Database,
) -> None:
    async with any_database.begin() as session:
        await chat(session)
        story_id, _ = await story_with_event(session)
        ana = await speakers.ensure(session, "Ana Ferreira", "person")
        rui = await speakers.ensure(session, "Rui Costa", "person")
        for kind, target in (
            ("story", story_id),
            ("speaker", ana.id),
            ("speaker", rui.id),
            ("topic", "the port's fees"),
            ("topic", "port strike"),
        ):
            await subscriptions.add(session, 1, kind, target, NOW)
        words = "A new fee at the Port of Alva, Ferreira said."
        found = await subscriptions.followers_of_article(session, story_id, [ana.id], words)
        without = await subscriptions.followers_of_article(session, None, [], "Nothing of the kind.")
    assert [(one.key, chat.id) for one, chat in found] == [
        (f"story:{story_id}", 1),
        (f"speaker:{ana.id}", 1),
        ("topic:ports fees", 1),
    ]
    assert without == []


async def test_a_chat_that_cannot_be_written_to_follows_nothing_and_is_owed_nothing(
    any_database: Database,
) -> None:
    async with any_database.begin() as session:
        for chat_id in (1, 2):
            await chat(session, chat_id)
            await subscriptions.add(session, chat_id, "topic", "ferries", NOW)
            row = {"chat_id": chat_id, "key": "a", "kind": "update", "due_at": at(9)}
            await deliveries.owe(session, [row])
        await subscriptions.end_chat(session, 1)
    async with any_database.read() as session:
        assert await chats.get(session, 1) is not None
        assert await subscriptions.of_chat(session, 1) == []
        assert [row.state for row in await deliveries.of_chat(session, 1)] == ["dropped"]
        assert [row.state for row in await deliveries.of_chat(session, 2)] == ["pending"]
        assert len(await subscriptions.of_chat(session, 2)) == 1
