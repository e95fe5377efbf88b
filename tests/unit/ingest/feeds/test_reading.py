"""Feeds in all their forms, well made and not."""

from datetime import timedelta

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.feeds.feed import Entry
from bot.ingest.feeds.reading import parse

from .documents import ATOM, JSON, RDF, RSS

HERE = "https://post.example/feed"


def test_rss_is_read_with_its_date_as_it_stands() -> None:
    feed = parse(RSS.encode(), url=HERE)

    assert (feed.title, feed.site, feed.keep) == (
        "Port Elian Post",
        "https://post.example/",
        timedelta(minutes=30),
    )
    chips, dredgers = feed.entries
    assert chips == Entry(
        guid="post-7",
        url="https://post.example/2023/chips",
        title="Fish & chips: the quay’s own",
        text='<p>Longer & with <a href="/x?a=1&b=2">a link</a>.</p>',
        published="Wed, 08 Mar 2023 09:15:00",
    )
    assert (dredgers.url, dredgers.published) == (
        "https://post.example/dredgers",
        "2023-03-07T20:00:00+01:00",
    )


def test_atom_is_read() -> None:
    feed = parse(ATOM.encode(), url="https://gazette.example/atom")

    assert (feed.title, feed.site, feed.keep) == ("Elian Gazette", "https://gazette.example/", None)
    [pilots] = feed.entries
    assert (pilots.guid, pilots.url) == ("tag:gazette.example,2023:1", "https://gazette.example/pilots")
    assert pilots.published == "2023-03-08"
    assert "<b>vote</b>" in pilots.text


def test_rss_of_the_old_kind_is_read_with_how_often_it_changes() -> None:
    feed = parse(RDF.encode(), url="https://old.example/index.rdf")

    assert (feed.title, feed.keep) == ("Old Harbour", timedelta(hours=6))
    assert [one.url for one in feed.entries] == ["https://old.example/1"]


def test_json_feed_is_read() -> None:
    feed = parse(JSON.encode(), url="https://notes.example/feed.json")

    assert (feed.title, feed.site) == ("Quay Notes", "https://notes.example/")
    [nets] = feed.entries
    assert nets == Entry("12", "https://notes.example/12", "Nets", "Mended.", "2023-03-08T10:00:00")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_the_bytes_may_be_in_any_encoding(encoding: str) -> None:
    feed = parse(RSS.replace("Elian", "Élian").encode(encoding), url=HERE, charset=encoding)

    assert feed.title == "Port Élian Post"
    assert len(feed.entries) == 2


@pytest.mark.parametrize(
    ("broken", "titles"),
    [
        ("<rss><channel><item><title>Tea & cake</title></item>", ["Tea & cake"]),
        (
            "<rss><channel><item><title>One</title><br></item><item><title>Two</title></item></channel></rss>",
            ["One", "Two"],
        ),
        ("<rss><channel><item><title>Caf&eacute; &unknown; &#233;</title></item></channel></rss>", None),
        ("<rss><channel><item><title>cut sho", ["cut sho"]),
    ],
)
def test_what_is_broken_is_read_as_far_as_it_goes(broken: str, titles: list[str] | None) -> None:
    found = [entry.title for entry in parse(broken.encode(), url=HERE).entries]

    assert found == (titles or ["Café &unknown; é"])


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><head><title>Port Elian Post</title></head></html>",
        "<html><body>not found</body></html>",
        "<?xml version='1.0'?><sitemap/>",
        '{"version": 1, "items": []}',
        "plain words",
        "",
    ],
)
def test_what_is_no_feed_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"There is no feed at that link: .*\."):
        parse(text.encode(), url=HERE)


def test_an_entry_is_known_by_its_guid_its_page_or_its_words() -> None:
    words = (
        "The dredgers return to Port Elian on Friday, the harbour master said, and stay for as long as it "
        "takes to clear it."
    )
    plain = Entry("7", "https://post.example/7", "Dredgers", words, None)

    assert plain.guid_key == Entry("7", None, "", "", None).guid_key
    assert Entry(None, plain.url, "", "", None).guid_key != plain.guid_key
    assert plain.content_key == Entry("8", None, "dredgers:", words.upper(), None).content_key
    assert Entry("9", None, "Live", "The latest.", None).content_key is None
