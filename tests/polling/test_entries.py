"""What a feed lists is read as a link that somebody sends, once."""

from datetime import timedelta

import pytest

from storage import articles, chats, deliveries, feed_entries, feeds, subscriptions
from tests.polling.press import CHAT, Press, conditional, rss
from tests.unit.ingest.site import answer

QUAY, ROPES, NETS = ("1", "Quay walls to be mended"), ("2", "Ropes to be counted"), ("3", "Nets to be dried")


async def test_what_a_feed_lists_is_on_record_and_what_it_adds_later_too(press: Press) -> None:
    press.prints(ROPES, QUAY)
    await press.is_followed()
    assert await press.on_record() == [QUAY[1], ROPES[1]]

    press.prints(NETS, ROPES, QUAY)
    await press.comes_again()

    assert await press.on_record() == [QUAY[1], ROPES[1], NETS[1]]
    assert len(press.asked_for("/news/1")) == 1
    [first, *_] = await press.articles()
    assert first.shared
    assert first.url == f"{press.site.address}/news/1"


async def test_nobody_gets_a_card_and_who_follows_the_speaker_is_told(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    async with press.database.begin() as session:
        await chats.ensure(session, 8, press.clock.now(), chats.Defaults())
        [filed] = await press.articles()
        whole = await articles.get(session, filed.id)
        assert whole is not None
        speaker = next(claim.speaker_id for claim in whole.claims if claim.speaker == "Mara Lind")
        await subscriptions.add(session, 8, "speaker", speaker or 0, press.clock.now())

    press.prints(ROPES, QUAY)
    await press.comes_again()

    async with press.database.read() as session:
        assert await deliveries.of_chat(session, CHAT) == []
        assert [one.kind for one in await deliveries.of_chat(session, 8)] == ["update"]
    assert press.told > 0


@pytest.mark.parametrize(
    "again",
    [
        "<item><title>Quay</title><link>/elsewhere</link><guid isPermaLink='false'>1</guid></item>",
        "<item><title>Quay</title><link>/news/1?utm_source=feed</link><guid>other</guid></item>",
        "<item><title>Words</title><link>/moved</link><guid>9</guid><description>{words}</description></item>",
    ],
    ids=["its GUID", "its address", "its words"],
)
async def test_an_entry_is_known_again(press: Press, again: str) -> None:
    words = " ".join(f"word{i}" for i in range(30))
    listed = f"<item><title>Words</title><link>/words</link><description>{words}</description></item>"
    press.prints(QUAY)
    press.pages["/feed"] = answer(rss([QUAY], extra=listed))
    await press.is_followed()
    asked = len(press.site.requests)

    press.pages["/feed"] = answer(rss([], extra=again.format(words=words)))
    await press.comes_again()

    assert [path for path, _ in press.site.requests[asked:]] == ["/feed"]


async def test_an_article_somebody_sent_before_is_not_fetched_again(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    async with press.database.begin() as session:
        [mine] = await feeds.of_chat(session, CHAT)
        await feeds.unsubscribe(session, CHAT, mine.id)

    await press.is_followed()

    assert len(press.asked_for("/news/1")) == 1
    async with press.database.read() as session:
        [latest] = await feed_entries.latest_articles(session, (await press.feed()).id, 5)
    assert latest.title == QUAY[1]


@pytest.mark.slow
async def test_of_a_long_archive_the_newest_are_read_at_first_sight(press: Press) -> None:
    items = "".join(
        f"<item><title>Matter {i}</title><link>/news/{i}</link>"
        f"<pubDate>{1 + i // 24:02} Mar 2023 {i % 24:02}:00:00 +0000</pubDate></item>"
        for i in range(60)
    )
    press.prints(*[(str(i), f"Council takes up matter {i}") for i in range(60)])
    press.pages["/feed"] = answer(rss([], extra=items))

    await press.is_followed()

    assert await press.on_record() == [f"Council takes up matter {i}" for i in range(30, 60)]


async def test_words_say_what_of_a_feed_is_read(press: Press) -> None:
    press.prints(QUAY)
    await press.is_followed()
    async with press.database.begin() as session:
        [mine] = await feeds.of_chat(session, CHAT)
        mine.wanted, mine.unwanted = ["rope", "net"], ["dried"]

    press.prints(NETS, ROPES, ("4", "Buoys to be painted"), QUAY)
    await press.comes_again()

    assert await press.on_record() == [QUAY[1], ROPES[1]]
    assert not press.asked_for("/news/4")


async def test_a_page_that_cannot_be_had_now_is_read_later(press: Press) -> None:
    press.prints(QUAY)
    press.pages["/news/1"] = answer("trouble", status=503)
    await press.is_followed()
    assert await press.on_record() == []

    press.prints(QUAY)
    press.clock.move_to(press.clock.now() + timedelta(minutes=21))
    await press.poller.run_due()

    assert await press.on_record() == [QUAY[1]]


@pytest.mark.parametrize("words", [30, 200])
async def test_what_its_page_does_not_show_is_taken_from_the_feed_if_it_is_an_article(
    press: Press, words: int
) -> None:
    text = " ".join(["Port Elian's council said that it would mend its quay."] * (words // 10))
    extra = (
        f"<item><title>Quay</title><link>/wall</link><pubDate>Tue, 07 Mar 2023 08:00:00 +0200</pubDate>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
    )
    press.pages["/feed"] = answer(rss([], extra=extra))
    press.pages["/wall"] = answer("pay first", status=402)
    await press.is_followed()

    found = await press.articles()

    assert [one.title for one in found] == (["Quay"] if words > 100 else [])
    if found:
        assert found[0].published == "2023-03-07T08:00:00+02:00"
        assert found[0].url == f"{press.site.address}/wall"
        assert found[0].source == "Port Elian Post"


@pytest.mark.parametrize(
    ("printed", "published", "zone_from"),
    [
        ("Tue, 07 Mar 2023 08:00:00 +0200", "2023-03-07T08:00:00+02:00", "page"),
        ("Tue, 07 Mar 2023 08:00:00", "2023-03-07T08:00:00", "unknown"),
        ("2023-03-07", "2023-03-07", "unknown"),
        ("some day", None, "unknown"),
    ],
)
async def test_a_page_without_a_date_has_the_feeds_and_no_zone_is_made_up(
    press: Press, printed: str, published: str | None, zone_from: str
) -> None:
    press.prints(QUAY)
    extra = f"<item><title>Quay</title><link>/news/1</link><pubDate>{printed}</pubDate></item>"
    press.pages["/feed"] = answer(rss([], extra=extra))
    await press.is_followed()

    [filed] = await press.articles()

    assert (filed.published, filed.zone_from) == (published, zone_from)


async def test_what_robots_txt_keeps_from_programs_is_not_fetched(press: Press) -> None:
    press.prints(QUAY, ROPES)
    press.pages["/robots.txt"] = answer("User-agent: *\nDisallow: /news/1\nCrawl-delay: 60")
    await press.is_followed()

    assert not press.asked_for("/news/1")
    assert await press.on_record() == [ROPES[1]]


async def test_a_site_that_asks_for_time_between_pages_gets_it(press: Press) -> None:
    press.prints(NETS, ROPES, QUAY)
    press.pages["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 60")
    await press.is_followed()
    counts = [len(await press.on_record())]
    for _ in range(2):
        press.clock.move_to(press.clock.now() + timedelta(seconds=61))
        await press.poller.run_due()
        counts.append(len(await press.on_record()))

    assert counts == [1, 2, 3]


async def test_what_has_not_changed_is_not_read_again(press: Press) -> None:
    press.prints(QUAY)
    press.pages["/feed"] = conditional(rss([QUAY]), '"a"')
    await press.is_followed()
    await press.comes_again()

    first, second = press.asked_for("/feed")
    assert "If-None-Match" not in first
    assert second["If-None-Match"] == '"a"'
    assert (await press.feed()).failures == 0
