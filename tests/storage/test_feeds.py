"""Feeds and what they list, on each kind of database."""

from datetime import timedelta
from typing import Any

from storage import articles, chats, feed_entries, feeds, subscriptions
from storage.feed_entries import Listed
from storage.models import Feed
from storage.session import AsyncSession, Database
from tests.storage.records import NOW, article, chat

HOUR = timedelta(hours=1)


def feed(name: str, **given: Any) -> Feed:
    fields: dict[str, Any] = {
        "url": f"https://{name}.example/feed",
        "host": f"{name}.example",
        "title": name,
        "added_at": NOW,
        "next_poll_at": NOW,
        "interval": 3600,
        "ttl": 0,
        "failures": 0,
        "given_up": False,
    }
    return Feed(**fields | given)


async def followed(session: AsyncSession, name: str, *chat_ids: int, **given: Any) -> Feed:
    added = await feeds.ensure(session, feed(name, **given))
    for chat_id in chat_ids:
        await chat(session, chat_id)
        await feeds.subscribe(session, chat_id, added.id, NOW)
    return added


def row(of: Feed, key: str, **given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "feed_id": of.id,
        "guid_key": key,
        "content_key": None,
        "url": f"https://{of.host}/{key}",
        "host": of.host,
        "material": {"title": key},
        "state": "waiting",
        "due_at": NOW,
        "seen_at": NOW,
    }
    return fields | given


async def test_a_feed_is_one_for_all_who_follow_it(any_database: Database) -> None:
    async with any_database.begin() as session:
        first, again = await followed(session, "post", 1), await followed(session, "post", 2)
        assert first.id == again.id
        mine, new = await feeds.subscribe(session, 1, first.id, NOW)
        assert (mine.feed.title, new) == ("post", False)
        assert await feeds.subscription(session, 2, mine.id) is None
        assert [chat.id for _, chat in await feeds.followers(session, first.id)] == [1, 2]
        mine.paused = True
        await session.flush()
        assert [chat.id for _, chat in await feeds.followers(session, first.id)] == [2]


async def test_the_feed_due_longest_is_claimed_and_no_other_of_its_host(any_database: Database) -> None:
    async with any_database.begin() as session:
        await followed(session, "early", 1, next_poll_at=NOW - HOUR)
        await followed(session, "late", 1)
        await followed(session, "next", 1, next_poll_at=NOW + HOUR)
        await followed(session, "nobodys", next_poll_at=NOW - 2 * HOUR)
        await followed(session, "over", 1, next_poll_at=None)
    claimed: list[str] = []
    for _ in range(3):
        async with any_database.begin() as session:
            one = await feeds.claim_due(
                session, NOW, NOW + HOUR / 4, without_hosts=["early.example"][: len(claimed)]
            )
            claimed += [one.title] if one else ["nothing"]
    async with any_database.begin() as session:
        again = await feeds.claim_due(session, NOW + HOUR / 2, NOW + HOUR)

    assert claimed == ["early", "late", "nothing"]
    assert again is not None  # what was claimed and not settled falls due anew


async def test_an_entry_is_known_by_what_its_feed_calls_it_by_its_page_and_by_its_words(
    any_database: Database,
) -> None:
    async with any_database.begin() as session:
        post, echo = await followed(session, "post", 1), await followed(session, "echo", 1)
        await feed_entries.add(
            session,
            [
                row(post, "a", content_key="words"),
                row(post, "b", state="left", url="https://post.example/left"),
            ],
        )
        listed = [
            Listed("a", None, None),
            Listed("new", "https://post.example/a", None),
            Listed("newer", None, "words"),
            Listed("newest", "https://post.example/left", None),
            Listed("c", "https://post.example/c", "other"),
            Listed("c", "https://post.example/d", None),
            Listed("d", "https://post.example/c", None),
            Listed("e", None, "other"),
        ]
        assert await feed_entries.unknown(session, post.id, listed) == [4]
        assert await feed_entries.unknown(session, echo.id, listed[:4]) == [0, 2, 3]


async def test_entries_wait_in_their_order_and_are_settled_once(any_database: Database) -> None:
    async with any_database.begin() as session:
        post, echo = await followed(session, "post", 1), await followed(session, "echo", 1)
        rows = [row(post, "a"), row(post, "b"), row(echo, "c", due_at=NOW + HOUR)]
        await feed_entries.add(session, [*rows, rows[0]])
        assert await feed_entries.count_waiting(session, post.id) == 2
    async with any_database.begin() as session:
        first = await feed_entries.claim(session, NOW, NOW + HOUR)
        assert first is not None
        assert (first.guid_key, first.attempts, first.material) == ("a", 1, {"title": "a"})
        assert await feed_entries.claim(session, NOW, NOW + HOUR, without_hosts=["post.example"]) is None
        await feed_entries.hold_back(session, "post.example", NOW + HOUR / 2)
        assert await feed_entries.claim(session, NOW, NOW + HOUR) is None
        filed = await articles.add(session, article("Ropes are counted."))
        await feed_entries.settle(session, first.id, "read", article_id=filed.id)
    async with any_database.begin() as session:
        second = await feed_entries.claim(session, NOW + HOUR / 2, NOW + HOUR)
        assert second is not None
        assert second.guid_key == "b"
        await feed_entries.put_off(session, second.id, NOW + 9 * HOUR)
        third = await feed_entries.claim(session, NOW + 2 * HOUR, NOW + 3 * HOUR)
        assert third is not None
        assert third.guid_key == "c"
        assert [one.id for one in await feed_entries.latest_articles(session, post.id, 3)] == [filed.id]


async def test_what_a_feed_has_not_listed_for_long_is_forgotten(any_database: Database) -> None:
    later = NOW + timedelta(days=91)
    async with any_database.begin() as session:
        post = await followed(session, "post", 1)
        rows = [row(post, "listed", state="read"), row(post, "gone", state="read"), row(post, "waits")]
        await feed_entries.add(session, rows)
        await feed_entries.note_listed(session, post.id, {"listed"}, later)
        known = [Listed(key, None, None) for key in ("listed", "gone", "waits")]
        assert await feed_entries.unknown(session, post.id, known) == [1]


async def test_a_feed_that_moves_onto_another_leaves_its_readers_there(any_database: Database) -> None:
    async with any_database.begin() as session:
        old, new = await followed(session, "old", 1, 2), await followed(session, "new", 2)
        kept = await feeds.move(session, old, new.url, new.host)
        assert kept.id == new.id
        for chat_id in (1, 2):
            assert [one.feed_id for one in await feeds.of_chat(session, chat_id)] == [new.id]
        assert await feeds.get(session, old.id) is None
        moved = await feeds.move(session, kept, "https://there.example/feed", "there.example")
        assert (moved.id, moved.host) == (new.id, "there.example")


async def test_feeds_go_with_the_last_chat_that_follows_them(any_database: Database) -> None:
    async with any_database.begin() as session:
        mine, ours = await followed(session, "mine", 1), await followed(session, "ours", 1, 2, 3)
        await feed_entries.add(session, [row(mine, "a")])
        await chats.rename(session, 3, -30)
        await chats.forget(session, 1)
        assert await feeds.get(session, mine.id) is None
        assert [chat.id for _, chat in await feeds.followers(session, ours.id)] == [2, -30]
        await subscriptions.end_chat(session, 2)
        await subscriptions.end_chat(session, -30)
        assert await feeds.get(session, ours.id) is None
