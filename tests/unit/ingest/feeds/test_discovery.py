from bot.ingest.feeds.discovery import Offered, feeds_of

PAGE = """<!DOCTYPE html><html><head><base href="https://post.example/news/">
<link rel="stylesheet" href="style.css"><link rel="alternate" hreflang="de" href="/de">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<LINK HREF='feed?a=1&amp;b=2' TYPE='application/rss+xml; charset=utf-8'
 REL='alternate' TITLE='Port &amp; quay'>
<link rel=alternate type=application/feed+json href=feed.json>
<link rel="alternate" type="application/atom+xml" href="javascript:alert(1)">
</head><body><a href="/rss">RSS</a></body></html>"""


def test_the_feeds_a_page_declares_are_found_those_of_comments_last() -> None:
    assert feeds_of(PAGE.encode(), url="https://post.example/") == [
        Offered("https://post.example/news/feed?a=1&b=2", "Port & quay"),
        Offered("https://post.example/news/feed.json", ""),
        Offered("https://post.example/comments/feed", "Comments"),
    ]


def test_where_it_declares_none_links_that_look_like_feeds_are_taken() -> None:
    links = ("/news", "/rss.xml", "/feed/", "/feedback")
    page = " ".join(f'<a href="{link}">Here</a>' for link in links)

    found = feeds_of(page.encode(), url="https://post.example/")

    assert [one.url for one in found] == ["https://post.example/rss.xml", "https://post.example/feed/"]


def test_a_page_made_of_tags_is_gone_through_all_the_same() -> None:
    assert feeds_of(b"<link " * 800_000, url="https://post.example/") == []
    assert feeds_of(b"<link a='" * 500_000, url="https://post.example/") == []
