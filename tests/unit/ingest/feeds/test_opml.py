import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.feeds import opml
from bot.ingest.feeds.opml import Outline

LIST = """<?xml version="1.0"?><opml version="1.0"><body>
<outline text="Harbour"><outline type="rss" text="Post &amp; Co" xmlUrl="https://post.example/feed"
 htmlUrl="https://post.example/"/>
<outline type="rss" title="Post again" xmlurl="https://post.example/feed"/></outline>
<outline text="Here" xmlUrl="file:///etc/passwd"/><outline text="No feed"/>
</body></opml>"""


def test_feeds_are_found_in_any_folder_each_once() -> None:
    assert opml.is_opml(LIST.encode())
    assert opml.read(LIST.encode()) == [
        Outline("https://post.example/feed", "Post & Co", "https://post.example/")
    ]


def test_what_is_written_is_read_again() -> None:
    feeds = [
        Outline("https://post.example/feed?a=1&b=2", "“Post” <&>", None),
        Outline("https://b.example/", "B"),
    ]

    assert opml.read(opml.write(feeds, "Mine")) == feeds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<opml/>", "There is no feed in that list"),
        (
            "<opml>" + "".join(f'<outline xmlUrl="https://a.example/{i}"/>' for i in range(5001)),
            "over 5,000 feeds",
        ),
    ],
)
def test_a_list_of_nothing_or_of_too_much_is_refused(text: str, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        opml.read(text.encode())


@pytest.mark.parametrize("other", [b"<rss/>", b"<html><opml>", b"words", b""])
def test_other_files_are_no_lists(other: bytes) -> None:
    assert not opml.is_opml(other)
