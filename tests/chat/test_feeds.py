"""Feeds in a chat: a link recognised, /feeds with its buttons, lists in and out, a feed that is given up."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.ingest.feeds import opml
from storage import feeds
from tests.chat.conftest import House
from tests.chat.person import Person, labels, text_of
from tests.polling.press import article, rss
from tests.unit.ingest.site import Answer, Site, answer, serving

QUAY, ROPES = ("1", "Quay walls are to be mended"), ("2", "Ropes are to be counted again")


@pytest.fixture
def pages() -> dict[str, Answer]:
    return {
        "/feed": answer(rss([ROPES, QUAY]), content_type="application/rss+xml"),
        "/news/1": answer(article(*QUAY)),
        "/news/2": answer(article(*ROPES)),
        "/": answer("<html><link rel=alternate type=application/rss+xml href=/feed title=News></html>"),
    }


@pytest.fixture
def paper(pages: dict[str, Answer]) -> Iterator[Site]:
    with serving(pages) as site:
        yield site


async def test_a_feeds_link_simply_sent_is_offered_and_followed(reader: Person, paper: Site) -> None:
    await reader.says(f"{paper.address}/feed")
    offered = await reader.hears("That is a feed: Port Elian Post, which lists 2 entries.")
    assert labels(offered) == ["Follow this feed"]

    await reader.presses("Follow this feed")

    followed = await reader.hears("You follow this feed now.")
    assert labels(followed)[:2] == ["Pause", "Remove"]
    assert [text for text in await reader.new_messages() if "Mara Lind" in text] == []
    for _ in range(100):
        await reader.presses("All feeds")
        await reader.presses("Open 1")
        if QUAY[1] in text_of((await reader.bot_messages())[-1]):
            break
    await reader.hears(QUAY[1])
    await reader.says("what did Mara Lind say?")
    await reader.hears("We have waited long enough for")


async def test_a_feed_is_paused_filtered_and_removed_by_buttons(
    house: House, reader: Person, paper: Site
) -> None:
    await reader.says("/feeds")
    await reader.presses("Add a feed", on=await reader.hears("You follow no feed yet."))
    await reader.hears("Send me the link of a feed", times=2)
    await reader.says(paper.address)
    await reader.hears("You follow this feed now.")

    await reader.presses("Pause")
    await reader.hears("Paused.")
    await reader.presses("Resume")
    await reader.hears("I look about every 60 minutes.")
    await reader.presses("Only with")
    await reader.hears("Which words or phrases?")
    await reader.says("ropes, grain exports")
    await reader.hears("Only what has: ropes, grain exports")
    await reader.presses("Without")
    await reader.hears("Entries with any are left out.")
    await reader.says("sport")
    await reader.hears("Nothing that has: sport")
    async with house.context.database.read() as session:
        [mine] = await feeds.of_chat(session, reader.chat_id)
    assert (mine.wanted, mine.unwanted, mine.paused) == (["ropes", "grain exports"], ["sport"], False)
    await reader.presses("Take everything")
    await reader.presses("Remove")

    await reader.hears("You follow no feed yet.")


async def test_a_list_of_feeds_goes_in_as_a_file_and_comes_out_as_one(
    house: House, reader: Person, paper: Site
) -> None:
    outlines = [
        opml.Outline(f"{paper.address}/feed", "As listed"),
        opml.Outline(f"{paper.address}/none", "Gone"),
    ]
    await reader.sends_file("mine.xml", opml.write(outlines, "Mine"))
    await reader.hears("2 feeds added.")
    await reader.sends_file("mine.xml", opml.write(outlines[:1], "Mine"))
    await reader.hears(
        "0 feeds added. I read them in turn; you hear of what you follow. 1 feed you follow already."
    )

    await reader.says("/feeds")
    await reader.presses("Export as OPML", on=await reader.hears("Feeds you follow"))

    for _ in range(100):
        handed = [message for message in await reader.bot_messages() if "document" in message]
        if handed:
            break
    assert handed[0]["document"]["file_name"] == "feeds.opml"
    content = (await house.http.get(f"files/{handed[0]['document']['file_id']}")).content
    assert {one.url for one in opml.read(content)} == {one.url for one in outlines}


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><rss><channel/></rss>", "a document type of its own"),
        ("<html><p>Welcome.</p></html>", "That page points at no feed"),
        ("<rss>" + "<item/>" * 30_000, "lists over 20,000 entries"),
    ],
)
async def test_what_cannot_be_followed_is_answered_in_a_sentence(
    reader: Person, paper: Site, pages: dict[str, Answer], page: str, says: str
) -> None:
    pages["/odd"] = answer(page, content_type="application/rss+xml")

    await reader.says(f"/feeds {paper.address}/odd")

    await reader.hears(says)


async def test_of_several_feeds_one_is_chosen(reader: Person, paper: Site, pages: dict[str, Answer]) -> None:
    link = "<link rel=alternate type=application/rss+xml title={} href={}>"
    pages["/"] = answer("<html>" + link.format("Sport", "/sport") + link.format("News", "/feed"))
    await reader.says(f"/feeds {paper.address}")
    assert labels(await reader.hears("Which one shall I follow?")) == ["Sport", "News"]

    await reader.presses("News")

    await reader.hears("You follow this feed now.")


async def test_who_added_a_feed_is_told_once_that_it_is_given_up(
    reader: Person, paper: Site, pages: dict[str, Answer]
) -> None:
    await reader.says(f"/feeds {paper.address}/feed")
    await reader.hears("You follow this feed now.")
    pages["/feed"] = answer("gone", status=410)

    await reader.moves_clock(by=timedelta(hours=2))
    told = await reader.hears("I no longer ask for the feed Port Elian Post.")

    assert "There is nothing at its address any more (410)." in text_of(told)
    pages["/feed"] = answer(rss([QUAY]), content_type="application/rss+xml")
    await reader.presses("Try again", on=told)
    await reader.hears("I look about every")
