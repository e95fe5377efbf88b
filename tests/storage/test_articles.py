from datetime import date

from sqlalchemy import select

from storage import articles, claims, stories
from storage.models import Addition
from storage.session import Database
from tests.storage.records import NOW, article, at, chat, claim, event, mention

TEXT = "Mayor Lind said the bridge would open. Lind also warned of delays on the eastern road."


def test_spacing_case_and_punctuation_make_no_second_article() -> None:
    assert articles.fingerprint("The vote -- at last!") == articles.fingerprint("the  VOTE,\nat last")
    assert articles.fingerprint("The vote at last") != articles.fingerprint("The vote at first")


async def test_an_article_is_found_by_text_address_or_name(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await articles.add(session, article(TEXT, url="https://post.example/1", doc="bridge"))
    async with any_database.read() as session:
        for text, url, doc in (
            (TEXT.upper(), None, None),
            ("x", "https://post.example/1", None),
            ("x", None, "bridge"),
        ):
            found = await articles.find(session, text=text, url=url, doc=doc)
            assert found is not None
            assert found.id == added.id
        assert await articles.find(session, text="x", url="https://post.example/2", doc="other") is None
        assert await articles.find(session, text="x", url=None) is None


async def test_an_article_without_a_name_is_named_by_its_number(any_database: Database) -> None:
    async with any_database.begin() as session:
        named = await articles.add(session, article("one", doc="a2"))
        clashing = await articles.add(session, article("two"))
        plain = await articles.add(session, article("three"))
    assert named.doc == "a2"
    assert clashing.doc.startswith("a2-")
    assert plain.doc == f"a{plain.id}"


async def test_an_article_comes_back_with_claims_and_events(any_database: Database) -> None:
    async with any_database.begin() as session:
        opening = event("the bridge opens", date(2024, 5, 9))
        added = await articles.add(
            session,
            article(
                TEXT,
                claims=[
                    claim(TEXT, "Lind", "delays on the eastern road", act="warn"),
                    claim(TEXT, "Mayor Lind", "the bridge"),
                ],
                mentions=[mention(opening)],
            ),
        )
    async with any_database.read() as session:
        kept = await articles.get(session, added.id)
        assert await articles.get(session, added.id + 1) is None
    assert kept is not None
    assert [one.act for one in kept.claims] == ["state", "warn"]  # in the order of the text
    assert kept.claims[0].content == [[TEXT.index("the bridge"), TEXT.index("the bridge") + 10]]
    assert kept.mentions[0].event.what == "the bridge opens"


async def test_an_article_just_added_has_its_empty_lists_loaded(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await articles.add(session, article("nothing said"))
    assert added.claims == []
    assert added.mentions == []


async def test_every_article_comes_in_order_with_the_undated_last(any_database: Database) -> None:
    async with any_database.begin() as session:
        for text, published in (("b", at(8)), ("none", None), ("a", at(7)), ("c", at(8))):
            await articles.add(session, article(text, published=published, claims=[claim(text, text, text)]))
    async with any_database.read() as session:
        given = [(one.text, len(one.claims), one.mentions) async for one in articles.in_order(session)]
    assert given == [("a", 1, []), ("b", 1, []), ("c", 1, []), ("none", 1, [])]


async def test_a_story_has_its_articles_newest_first_and_its_claims_since(any_database: Database) -> None:
    async with any_database.begin() as session:
        story = await stories.add(session, "The bridge", NOW)
        for text, published in (("old", at(7)), ("newer", at(8)), ("undated", None), ("newest", at(9))):
            one = article(text, published=published, story_id=story.id, claims=[claim(text, text, text)])
            await articles.add(session, one)
        await articles.add(session, article("elsewhere"))
    async with any_database.read() as session:
        listed = await articles.of_story(session, story.id, limit=2)
        rest = await articles.of_story(session, story.id, offset=2)
        since = await claims.of_story_since(session, story.id, at(8), limit=10)
    assert [one.text for one in listed] == ["newest", "newer"]
    assert [one.text for one in rest] == ["old", "undated"]
    assert [one.article.text for one in since] == ["newest", "newer"]


async def test_stories_are_listed_last_updated_first_with_their_size(any_database: Database) -> None:
    async with any_database.begin() as session:
        empty = await stories.add(session, "Empty", at(1))
        bridge = await stories.add(session, "The bridge", at(2))
        empty.updated_at = at(3)
        for text in ("one", "two"):
            await articles.add(session, article(text, story_id=bridge.id))
        assert await stories.count(session) == 2
        listed = await stories.latest(session, limit=5)
        second = await stories.latest(session, limit=1, offset=1)
    assert [(story.title, size) for story, size in listed] == [("Empty", 0), ("The bridge", 2)]
    assert second[0][0].id == bridge.id


async def test_what_a_new_article_may_join_lies_in_a_window(any_database: Database) -> None:
    async with any_database.begin() as session:
        for day in (1, 5, 6, 9):
            await articles.add(session, article(f"day {day}", published=at(day)))
        found = await stories.recent_articles(session, at(5), at(8), limit=10)
    assert [one.text for one in found] == ["day 6", "day 5"]


async def test_claims_come_in_the_order_asked_for(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await articles.add(
            session, article(TEXT, claims=[claim(TEXT, "Lind", word) for word in ("open", "also", "road")])
        )
        ids = [one.id for one in added.claims]
    async with any_database.read() as session:
        found = await claims.by_ids(session, [ids[2], 999, ids[0]])
    assert [one.id for one in found] == [ids[2], ids[0]]
    assert found[0].article.text == TEXT


async def test_an_addition_is_noted_once(any_database: Database) -> None:
    async with any_database.begin() as session:
        await chat(session)
        added = await articles.add(session, article(TEXT))
        await articles.note_addition(session, 1, added.id, NOW)
        await articles.note_addition(session, 1, added.id, at(9))
    async with any_database.read() as session:
        [addition] = await session.scalars(select(Addition))
    assert addition.added_at == NOW
