import asyncio
import textwrap
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.fetch import Fetcher
from bot.ingest.links import FeedFoundError, canonical, from_link, is_link

from .papers import pdf
from .site import answer, redirect, serving
from .texts import BODY, PARAGRAPHS, TITLE, page


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(timeout_seconds=5, max_bytes=1_000_000, allow_loopback=True)
    yield fetcher
    await fetcher.aclose()


async def test_a_link_becomes_an_article_at_its_own_address(fetcher: Fetcher) -> None:
    pages = {"/short": redirect("/2023/fish?utm_source=mail&id=7#top"), "/2023/fish": answer(page())}
    with serving(pages) as site:
        article = await from_link(f"{site.address}/short", fetcher)

    assert article.title == TITLE
    assert article.text == BODY
    assert article.source == "127.0.0.1"
    assert article.url == f"{site.address}/2023/fish?id=7"


async def test_a_link_to_a_plain_text_is_read_as_one(fetcher: Fetcher) -> None:
    text = f"{TITLE}\n8 March 2023\n\n{BODY}"
    with serving({"/a.txt": answer(text, content_type="text/plain; charset=utf-8")}) as site:
        article = await from_link(f"{site.address}/a.txt", fetcher)

    assert article.text == BODY
    assert article.published == date(2023, 3, 8)
    assert article.url == f"{site.address}/a.txt"


async def test_a_link_to_a_pdf_is_read_as_one(fetcher: Fetcher) -> None:
    paper = pdf([TITLE, "8 March 2023", *textwrap.wrap(" ".join(PARAGRAPHS), 84)])
    with serving({"/paper": answer(paper, content_type="application/octet-stream")}) as site:
        article = await from_link(f"{site.address}/paper", fetcher)

    assert article.title == TITLE
    assert article.text == " ".join(PARAGRAPHS)
    assert article.url == f"{site.address}/paper"


async def test_a_page_with_no_article_is_said(fetcher: Fetcher) -> None:
    with (
        serving({"/": answer("<html><body><p>Welcome.</p></body></html>")}) as site,
        pytest.raises(UnreadableError, match="no article on that page"),
    ):
        await from_link(f"{site.address}/", fetcher)


async def test_others_are_served_while_a_page_is_read(fetcher: Fetcher) -> None:
    long = page(
        paragraphs=tuple(
            f"In part {n} the talks went on for day {n} and no end is seen." for n in range(2000)
        )
    )
    with serving({"/long": answer(long)}) as site:
        reading = asyncio.create_task(from_link(f"{site.address}/long", fetcher))
        turns = 0
        while not reading.done():
            await asyncio.sleep(0.005)
            turns += 1

    assert "In part 1999" in reading.result().text
    assert turns > 5


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://post.example/a", "https://post.example/a"),
        (" http://post.example/a?b=c \n", "http://post.example/a?b=c"),
        ("<https://post.example/a>", "https://post.example/a"),
        ("www.post.example", "https://www.post.example"),
        ("post.example/2023/fish", "https://post.example/2023/fish"),
        ("HTTPS://POST.EXAMPLE/A", "HTTPS://POST.EXAMPLE/A"),
        ("read https://post.example/a", None),
        ("https://post.example/a https://post.example/b", None),
        ("and/or", None),
        ("Who said it?", None),
        ("post.example", None),
        ("", None),
    ],
)
def test_a_message_that_is_a_link_and_nothing_else(text: str, link: str | None) -> None:
    assert is_link(text) == link


def test_tracking_is_taken_out_of_addresses_and_what_names_the_article_is_not() -> None:
    tracked = "https://Post.example/a?id=7&utm_source=x&fbclid=abc&utm_medium=rss#comments"

    assert canonical(tracked) == "https://post.example/a?id=7"
    assert canonical("http://[broken") == "http://[broken"


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        ("<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "application/xml"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/html"),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}', "application/json"),
    ],
)
async def test_a_link_to_a_feed_is_known_for_one(fetcher: Fetcher, body: str, stated: str) -> None:
    with (
        serving({"/feed": answer(body, content_type=stated)}) as site,
        pytest.raises(FeedFoundError, match="That link is a feed, not an article") as found,
    ):
        await from_link(f"{site.address}/feed", fetcher)

    assert found.value.page.url == f"{site.address}/feed"
    assert found.value.page.content == body.encode()


@pytest.mark.parametrize(
    "variant",
    [
        "https://post.example/2023/fish/amp",
        "https://post.example/2023/fish/print",
        "https://post.example/2023/fish?amp=1",
        "https://post.example/2023/fish?outputType=amp&utm_source=x",
        "https://post.example/2023/fish?print=true",
        "https://post.example/2023/fish.amp",
        "https://post-example.cdn.ampproject.org/c/s/post.example/2023/fish",
        "https://www.google.com/amp/s/post.example/2023/fish/amp",
    ],
)
def test_variants_for_phones_and_printers_are_the_one_article(variant: str) -> None:
    assert canonical(variant) == "https://post.example/2023/fish"


def test_what_is_only_named_like_a_variant_keeps_its_address() -> None:
    for address in (
        "https://post.example/amp",
        "https://post.example/fish?id=print",
        "https://amp.example/a",
    ):
        assert canonical(address) == address
