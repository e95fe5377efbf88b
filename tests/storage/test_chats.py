from datetime import date

import pytest
from sqlalchemy import func, select, table

from storage import articles, chats, deliveries, events, search, speakers, stories, subscriptions
from storage.models import Addition, Article, Base, Chat, Claim, Event, Mention, Speaker, Story
from storage.session import AsyncSession, Database
from tests.storage.records import NOW, article, at, chat, claim, event, mention


async def count(session: AsyncSession, *models: type[Base]) -> list[int]:
    return [await session.scalar(select(func.count()).select_from(model)) or 0 for model in models]


async def test_a_chat_starts_with_the_defaults_and_keeps_what_it_sets(any_database: Database) -> None:
    defaults = chats.Defaults(reminder_time="08:30", leads=("1d",))
    group = -1_001_234_567_890_123
    async with any_database.begin() as session:
        made = await chats.ensure(session, group, NOW, defaults)
        assert (made.reminder_time, made.leads, made.zone, made.awaiting) == ("08:30", ["1d"], None, None)
        made.zone = "Europe/Lisbon"
        made.awaiting = {"what": "city"}
    async with any_database.begin() as session:
        again = await chats.ensure(session, group, at(9), chats.Defaults())
        assert (again.zone, again.leads, again.awaiting) == ("Europe/Lisbon", ["1d"], {"what": "city"})
        assert again.created_at == NOW
        again.awaiting = None
    async with any_database.read() as session:
        waiting = await session.scalar(select(Chat.id).where(Chat.awaiting.is_not(None)))
        assert waiting is None


async def test_a_question_and_a_draft_are_for_their_chat_alone(any_database: Database) -> None:
    async with any_database.begin() as session:
        await chat(session, 1)
        question = await chats.keep_question(session, 1, "who denied it?", NOW)
        draft = await chats.keep_draft(session, 1, {"text": "no date"}, NOW)
    async with any_database.begin() as session:
        asked = await chats.question(session, 1, question.id)
        assert asked is not None
        assert asked.words == "who denied it?"
        assert await chats.question(session, 2, question.id) is None
        kept = await chats.draft(session, 1, draft.id)
        assert kept is not None
        assert kept.material == {"text": "no date"}
        assert await chats.draft(session, 2, draft.id) is None
        await chats.drop_draft(session, draft)
        await chats.drop_draft(session, draft)  # a button pressed twice
        assert await chats.draft(session, 1, draft.id) is None


async def test_of_a_chats_questions_the_latest_hundred_are_kept(database: Database) -> None:
    async with database.begin() as session:
        await chat(session, 1)
        await chat(session, 2)
        other = await chats.keep_question(session, 2, "another chat's", NOW)
        asked = [await chats.keep_question(session, 1, f"question {number}", NOW) for number in range(102)]
        kept = [await chats.question(session, 1, one.id) is not None for one in asked]
        assert await chats.question(session, 2, other.id) is not None
    assert kept == [False] * 2 + [True] * 100


async def file(session: AsyncSession, text: str, *chat_ids: int, shared: bool = False) -> Article:
    """An article in which Ana Ferreira speaks of an event of its own story, added by the chats."""
    story = await stories.add(session, text, NOW)
    ana = await speakers.ensure(session, "Ana Ferreira", "person")
    added = await articles.add(
        session,
        article(
            text,
            story_id=story.id,
            shared=shared,
            claims=[claim(text, text, text, speaker_id=ana.id)],
            mentions=[mention(event(text, date(2024, 5, 9), story_id=story.id))],
        ),
    )
    for chat_id in chat_ids:
        await chat(session, chat_id)
        await articles.note_addition(session, chat_id, added.id, NOW)
    return added


async def test_forgetting_a_chat_leaves_no_trace_of_what_only_it_had(any_database: Database) -> None:
    async with any_database.begin() as session:
        mine = await file(session, "ferries return", 1)
        await subscriptions.add(session, 1, "story", mine.story_id or 0, NOW)
        await subscriptions.add(session, 1, "topic", "ferries", NOW)
        await chats.keep_question(session, 1, "when?", NOW)
        await chats.keep_draft(session, 1, {}, NOW)
        event_id = mine.mentions[0].event_id
        row = {"chat_id": 1, "key": "a", "kind": "lead", "due_at": at(8), "event_id": event_id}
        await deliveries.owe(session, [row])
    async with any_database.begin() as session:
        assert await chats.forget(session, 1) == 1
    async with any_database.read() as session:
        everything = [mapper.class_ for mapper in Base.registry.mappers]
        assert await count(session, *everything) == [0] * len(everything)
        windows = await session.scalar(select(func.count()).select_from(table("claim_search")))
        assert windows == 0


async def test_forgetting_a_chat_leaves_what_others_have(any_database: Database) -> None:
    async with any_database.begin() as session:
        await file(session, "lighthouse", 1)
        await file(session, "harbour", 1, 2)
        await file(session, "pilots", 2)
        await file(session, "imported before", 1, shared=True)
    async with any_database.begin() as session:
        assert await chats.forget(session, 1) == 1
    async with any_database.read() as session:
        kept = [one.text async for one in articles.in_order(session)]
        assert kept == ["harbour", "pilots", "imported before"]
        assert await count(session, Chat, Claim, Mention, Event, Story, Speaker) == [1, 3, 3, 3, 3, 1]
        assert len(await search.claims(session, [["ferreira"], ["harbour"], ["lighthouse"]])) == 1
    async with any_database.begin() as session:
        assert await chats.forget(session, 2) == 2
        assert await chats.forget(session, 3) == 0
        assert await count(session, Article, Speaker) == [1, 1]


async def test_a_speaker_another_chat_follows_outlives_what_they_said(any_database: Database) -> None:
    async with any_database.begin() as session:
        mine = await file(session, "mine", 1)
        await chat(session, 2)
        await subscriptions.add(session, 2, "speaker", mine.claims[0].speaker_id or 0, NOW)
        await subscriptions.add(session, 2, "story", mine.story_id or 0, NOW)
        await chats.forget(session, 1)
        assert [one.kind for one in await subscriptions.of_chat(session, 2)] == ["speaker"]


async def test_an_event_two_articles_mention_outlives_one_of_them(any_database: Database) -> None:
    async with any_database.begin() as session:
        mine = await file(session, "mine", 1)
        shared_event = mine.mentions[0].event
        await articles.add(session, article("another", mentions=[mention(shared_event)]))
        await chats.forget(session, 1)
        kept = await events.get(session, shared_event.id)
    assert kept is not None
    assert [one.article.text for one in kept.mentions] == ["another"]


@pytest.mark.parametrize("greeted_first", [False, True])
async def test_a_group_that_became_a_supergroup_keeps_everything(
    any_database: Database, *, greeted_first: bool
) -> None:
    old, new = -55, -1_000_000_000_055
    async with any_database.begin() as session:
        group = await chat(session, old)
        group.zone, group.awaiting = "Europe/Lisbon", {"what": "date"}
        filed = await file(session, "ours", old)
        await subscriptions.add(session, old, "topic", "ferries", NOW)
        await subscriptions.add(session, old, "topic", "ports", NOW)
        question = await chats.keep_question(session, old, "when?", NOW)
        await deliveries.owe(
            session, [{"chat_id": old, "key": k, "kind": "lead", "due_at": at(8)} for k in "ab"]
        )
        if greeted_first:
            await chat(session, new)
            await articles.note_addition(session, new, filed.id, NOW)
            await subscriptions.add(session, new, "topic", "ferries", NOW)
            await deliveries.owe(session, [{"chat_id": new, "key": "a", "kind": "lead", "due_at": at(8)}])
    async with any_database.begin() as session:
        await chats.rename(session, old, new)
        await chats.rename(session, old, new)  # told twice
    async with any_database.read() as session:
        assert await chats.get(session, old) is None
        renamed = await chats.get(session, new)
        assert renamed is not None
        assert (renamed.zone, renamed.awaiting, renamed.leads) == (
            "Europe/Lisbon",
            {"what": "date"},
            ["1d", "0d", "1h"],
        )
        assert {one.topic for one in await subscriptions.of_chat(session, new)} == {"ferries", "ports"}
        assert {row.key for row in await deliveries.of_chat(session, new)} == {"a", "b"}
        assert await chats.question(session, new, question.id) is not None
        assert await count(session, Addition) == [1]
