"""When a feed is asked for again, what becomes of one that fails, and who is told."""

from datetime import timedelta

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.feeds.opml import Outline
from bot.polling import Choice, Followed, Taken
from storage import chats, deliveries, feeds
from tests.polling.press import CHAT, Press, rss
from tests.unit.ingest.site import answer

QUAY = ("1", "Quay walls to be mended")
HOUR = timedelta(hours=1)


async def wait(press: Press) -> timedelta:
    due = (await press.feed()).next_poll_at
    assert due is not None
    return due - press.clock.now()


@pytest.mark.parametrize(
    ("extra", "headers", "at_least"),
    [
        ("", {}, 0.85),
        ("<ttl>300</ttl>", {}, 5),
        ("", {"Cache-Control": "max-age=14400"}, 4),
        ("<ttl>120</ttl>", {"Cache-Control": "max-age=10800"}, 3),
        ("<ttl>999999</ttl>", {}, 24),
    ],
)
async def test_a_feed_is_asked_for_no_sooner_than_it_says(
    press: Press, extra: str, headers: dict[str, str], at_least: float
) -> None:
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    press.pages["/feed"] = answer(rss([], extra=extra), **named)
    await press.is_followed()

    assert at_least * HOUR - timedelta(minutes=1) <= await wait(press) <= (at_least * 1.1 + 0.3) * HOUR


async def test_before_it_is_due_it_is_left_in_peace(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    press.clock.move_to(press.clock.now() + timedelta(minutes=50))
    await press.poller.run_due()

    assert len(press.asked_for("/feed")) == 1


async def test_one_that_asks_for_patience_gets_it(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    press.pages["/feed"] = answer("slowly", status=429, Retry_After="36000")

    feed = await press.comes_again()

    assert feed.failures == 1
    assert feed.trouble == "Its site has trouble of its own (429)."
    assert 10 * HOUR <= await wait(press) + timedelta(minutes=1) <= 11.1 * HOUR


async def test_one_that_fails_for_a_fortnight_is_given_up_and_its_readers_told_once(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    await press.is_followed(chat_id=8)
    press.pages["/feed"] = answer("no", status=500)
    waits = []
    for _ in range(40):
        feed = await press.comes_again()
        if feed.given_up:
            break
        waits.append(await wait(press))

    assert feed.given_up
    assert waits[0] < waits[2] < waits[4] <= 27 * HOUR
    assert sum(waits, timedelta(0)) > timedelta(days=13)
    await press.poller.run_due()
    async with press.database.read() as session:
        for chat_id in (CHAT, 8):
            assert [one.kind for one in await deliveries.of_chat(session, chat_id)] == ["feed"]
    asked = len(press.asked_for("/feed"))

    async with press.database.begin() as session:
        known = await feeds.get(session, feed.id)
        assert known is not None
        feeds.revive(known, press.clock.now())
    press.prints(QUAY)
    await press.poller.run_due()

    assert len(press.asked_for("/feed")) == asked + 1
    assert not (await press.feed()).given_up


async def test_one_that_is_gone_for_good_is_given_up_at_once(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    press.pages["/feed"] = answer("gone", status=410)
    await press.poller.run_due()
    due = (await press.feed()).next_poll_at
    assert due is not None
    press.clock.move_to(due)
    await press.poller.run_due()

    feed = await press.feed()
    assert (feed.given_up, feed.trouble) == (True, "There is nothing at its address any more (410).")


@pytest.mark.parametrize(("status", "moved"), [(301, True), (308, True), (302, False), (307, False)])
async def test_one_that_has_moved_for_good_is_asked_for_there(
    press: Press, status: int, *, moved: bool
) -> None:
    press.prints(QUAY)
    await press.is_followed()
    press.pages["/new"] = press.pages["/feed"]
    press.pages["/feed"] = answer(status=status, Location="/new")

    feed = await press.comes_again()

    assert feed.url == (f"{press.site.address}/new" if moved else press.address)


async def test_a_feed_nobody_reads_now_is_not_asked_for(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    async with press.database.begin() as session:
        [mine] = await feeds.of_chat(session, CHAT)
        mine.paused = True
    await press.comes_again()
    assert len(press.asked_for("/feed")) == 1

    async with press.database.begin() as session:
        assert await feeds.unsubscribe(session, CHAT, mine.id)
        assert await feeds.get(session, mine.feed_id) is None
    assert await press.on_record() == [QUAY[1]]


async def test_a_site_is_followed_by_the_feed_its_page_points_at(press: Press) -> None:
    press.prints(QUAY)
    press.pages["/"] = answer("<html><link rel=alternate type=application/rss+xml href=/feed></html>")

    assert isinstance(await press.is_followed(press.site.address), Followed)
    assert (await press.feed()).url == press.address
    assert await press.on_record() == [QUAY[1]]


async def test_of_several_one_is_to_be_chosen(press: Press) -> None:
    link = "<link rel=alternate type=application/rss+xml title='{0}' href=/{0}>"
    press.pages["/"] = answer("<html>" + link.format("sport") + link.format("news"))

    choice = await press.is_followed(press.site.address)

    assert isinstance(choice, Choice)
    assert [one.title for one in choice.offered] == ["sport", "news"]


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (answer("<html><p>Welcome</p></html>"), "points at no feed"),
        (answer("no", status=404), r"error \(404\)"),
        (answer("<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>"), "a document type of its own"),
    ],
)
async def test_what_cannot_be_followed_is_said(press: Press, page: object, says: str) -> None:
    press.pages["/"] = page  # type: ignore[assignment]

    with pytest.raises(UnreadableError, match=says):
        await press.is_followed(press.site.address)


async def test_a_chat_follows_so_many_and_no_more(press: Press) -> None:
    async with press.database.begin() as session:
        await chats.ensure(session, CHAT, press.clock.now(), chats.Defaults())
    outlines = [Outline(f"{press.site.address}/{n}", f"Paper {n}") for n in range(5)]

    assert await press.subscribing.follow_all(CHAT, outlines[:2]) == Taken(new=2, known=0, beyond=0)
    assert await press.subscribing.follow_all(CHAT, outlines) == Taken(new=1, known=2, beyond=2)
    press.prints(QUAY)
    with pytest.raises(UnreadableError, match="follows 3 feeds, the most it may"):
        await press.is_followed()


async def test_feeds_of_a_list_are_read_in_their_turn(press: Press) -> None:
    press.prints(QUAY)
    async with press.database.begin() as session:
        await chats.ensure(session, CHAT, press.clock.now(), chats.Defaults())
    await press.subscribing.follow_all(CHAT, [Outline(press.address, "As the list calls it")])
    await press.poller.run_due()

    assert (await press.feed()).title == "Port Elian Post"
    assert await press.on_record() == [QUAY[1]]
