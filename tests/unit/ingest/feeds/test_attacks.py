"""Feeds that were made to do harm: each ends in a sentence, or in what little can be made of it."""

import asyncio
from collections.abc import AsyncIterator
from http.server import BaseHTTPRequestHandler

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.feeds import opml
from bot.ingest.feeds.feed import MOST_ENTRIES
from bot.ingest.feeds.reading import parse
from bot.ingest.fetch import Fetcher
from bot.polling.visit import parsed
from tests.unit.ingest.site import Answer, answer, serving

HERE = "https://post.example/feed"
LIMIT = 5_000_000
SIZE = 4_900_000
RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>"
BOMB = b"""<?xml version="1.0"?><!-- hello -->
<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
<rss version="2.0"><channel><title>&c;</title></channel></rss>"""


def filled(unit: bytes) -> bytes:
    return unit * (SIZE // len(unit))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_document_type_is_refused_before_anything_parses_it(encoding: str) -> None:
    with pytest.raises(UnreadableError, match=r"a document type of its own.*ask its site for a plain one\."):
        parse(BOMB.decode().encode(encoding), url=HERE)


def test_a_list_of_feeds_may_bring_none_either() -> None:
    with pytest.raises(UnreadableError, match="a document type of its own"):
        opml.read(BOMB.replace(b"rss", b"opml"))


def test_what_only_looks_like_a_document_type_within_an_entry_is_text() -> None:
    text = (
        RSS + b"<item><title>T</title><description><![CDATA[<!DOCTYPE html><p>A page]]></description></item>"
    )

    assert "A page" in parse(text, url=HERE).entries[0].text


def test_of_a_long_list_both_ends_are_read() -> None:
    items = b"".join(b"<item><title>%d</title></item>" % i for i in range(3 * MOST_ENTRIES))
    found = [entry.title for entry in parse(RSS + items, url=HERE).entries]

    assert len(found) == MOST_ENTRIES
    assert (found[0], found[-1]) == ("0", str(3 * MOST_ENTRIES - 1))


@pytest.mark.parametrize(
    "hostile",
    [
        RSS + filled(b"<item/>"),
        RSS + b"<item><title>a</title></item>" * 25_000,
        b'{"version":"https://jsonfeed.org/version/1","items":[' + filled(b"{},") + b"{}]}",
    ],
    ids=["hundreds of thousands of entries", "25,000 entries", "as JSON"],
)
def test_a_feed_of_far_too_many_entries_is_refused(hostile: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"lists over 20,000 entries.*: follow a feed of one section"):
        parse(hostile, url=HERE)


@pytest.mark.slow
@pytest.mark.parametrize(
    "hostile",
    [
        RSS + filled(b"<a>"),
        RSS + filled(b"<"),
        RSS + filled(b"<a "),
        RSS + filled(b"<!--"),
        RSS + filled(b"<![CDATA["),
        RSS + b"<item><title>" + filled(b"&") + b"</title></item>",
        RSS + b"<item><title>" + filled(b"word ") + b"</title></item>",
        RSS + b"<item>" + b"".join(b"<category>%d</category>" % i for i in range(180_000)) + b"</item>",
        RSS + b"<item " + b"".join(b'a%d="" ' % i for i in range(500_000)) + b"/>",
        RSS + b"<item " + b"".join(b'xmlns:a%d="x" ' % i for i in range(250_000)) + b"><b/></item>",
        b'{"version":"https://jsonfeed.org/version/1","items":' + filled(b"["),
        b'{"version":"https://jsonfeed.org/version/1","items":' + filled(b"9") + b"}",
        filled(b"<!-- - -->"),
        RSS + b"\x00\xed\xa0\x80\xe2\x80\xae" * 300_000,
    ],
    ids=[
        "depth",
        "angles",
        "open tags",
        "comments",
        "CDATA",
        "ampersands",
        "one line",
        "categories",
        "attributes",
        "namespaces",
        "JSON depth",
        "digits",
        "prolog",
        "NULs, surrogates, overrides",
    ],
)
async def test_whatever_five_megabytes_hold_they_end_within_the_limit(hostile: bytes) -> None:
    """`parsed` allows half a minute and says so in other words, which would fail here."""
    try:
        feed = await parsed(hostile, url=HERE, charset=None)
    except UnreadableError as said:
        told = str(said)
    else:
        told = "Read."
        assert sum(len(entry.title) + len(entry.text) for entry in feed.entries) < 1_000_000
    assert told.endswith(".")
    assert "takes too long" not in told


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(timeout_seconds=5, max_bytes=LIMIT, allow_loopback=True)
    yield fetcher
    await fetcher.aclose()


def without_end(request: BaseHTTPRequestHandler) -> None:
    """A feed of a million entries, which does not say how long it is."""
    request.send_response(200)
    request.end_headers()
    request.wfile.write(RSS + b"<item/>" * 1_000_000)


@pytest.mark.parametrize("given", [answer(RSS + b"<item/>" * 1_000_000), without_end])
async def test_a_feed_over_five_megabytes_is_not_taken_in(fetcher: Fetcher, given: Answer) -> None:
    with (
        serving({"/feed": given}) as site,
        pytest.raises(UnreadableError, match=r"over 5 MB"),
    ):
        await fetcher.answer(f"{site.address}/feed")


async def test_the_bot_goes_on_while_a_hostile_feed_is_read() -> None:
    hostile = RSS + b"<item>" + b"".join(b"<category>%d</category>" % i for i in range(60_000)) + b"</item>"
    reading = asyncio.create_task(parsed(hostile, url=HERE, charset=None))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0.001)
        turns += 1

    assert turns > 1
    assert len(reading.result().entries) == 1
