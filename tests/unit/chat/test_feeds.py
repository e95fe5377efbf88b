"""What the bot waits for in the dialogues about feeds, and what it says to what it cannot take."""

from datetime import timedelta

import pytest

from bot.chat import feed, feeds
from storage import chats
from storage import feeds as stored
from storage.models import Feed
from tests.unit.chat.room import Room


async def subscribed(room: Room) -> int:
    async for turn in room.turn():
        new = Feed(
            url="https://post.example/feed",
            host="post.example",
            title="Port Elian <Post>",
            added_at=turn.now,
            interval=3600,
        )
        kept = await stored.ensure(turn.session, new)
        subscription, _ = await stored.subscribe(turn.session, turn.chat.id, kept.id, turn.now)
    return subscription.id


async def test_a_link_is_meant_as_a_feeds_for_a_quarter_of_an_hour(room: Room) -> None:
    await room.does(feeds.ask)
    async for turn in room.turn():
        assert feeds.is_awaited(turn)

    room.clock.move_to(room.clock.now() + timedelta(minutes=16))

    async for turn in room.turn():
        assert not feeds.is_awaited(turn)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("…", "There is no word in that."),
        (", ".join(f"word{i}" for i in range(30)), "over 20 words or phrases"),
        ("long " * 30, "over 60 characters"),
    ],
)
async def test_words_that_cannot_be_taken_are_asked_for_again(room: Room, words: str, says: str) -> None:
    number = await subscribed(room)
    await room.does(feed.ask_words, number, "wanted")

    [reply] = await room.does(feed.told, number, "wanted", words)

    assert says in reply.text
    async with room.database.read() as session:
        chat = await chats.get(session, room.chat_id)
    assert chat is not None
    assert chat.awaiting is not None


async def test_another_chats_feed_is_nobody_elses_to_touch(room: Room) -> None:
    number = await subscribed(room)
    room.chat_id += 1

    for handle, fields in (
        (feed.screen, ()),
        (feed.switch_off, ()),
        (feed.switch_on, ()),
        (feed.clear, ()),
        (feed.ask_words, ("wanted",)),
    ):
        [reply] = await room.does(handle, number, *fields)
        assert "You do not follow that feed any more." in reply.text
    [reply] = await room.does(feeds.drop, number)
    assert reply.toast == "You did not follow it any more."


async def test_a_title_is_shown_as_words_and_never_as_markup(room: Room) -> None:
    await subscribed(room)

    [reply] = await room.does(feeds.listing)

    assert "<b>Port Elian &lt;Post&gt;</b>" in reply.text


@pytest.mark.parametrize("words", ["harbour news", "ftp://post.example/feed", "javascript:alert(1)"])
async def test_what_is_no_link_is_said_to_be_none(room: Room, words: str) -> None:
    [reply] = await room.does(feeds.show, words=words)

    assert "That is not a link." in reply.text
