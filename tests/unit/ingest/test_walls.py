"""Given what a site shows in place of an article, then it is said which wall that is."""

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.html import from_html

from .texts import BODY, PARAGRAPHS, page

CONSENT = (
    "We and our partners store cookies on your device to show personalised ads and to measure who reads us.",
    "You can accept all of them, or choose for which of these purposes your consent is given, at any time.",
    "More on how your data is used and by whom is told in our privacy statement.",
)
LOCKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
)


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (page(title="Before you continue", paragraphs=CONSENT), "asks about cookies"),
        (page(title="Cookies", paragraphs=CONSENT[:1], below="<p>Accept all</p>"), "asks about cookies"),
        (page(paragraphs=PARAGRAPHS[:2], below="<p>Subscribe to continue reading.</p>"), "not subscribed"),
        (
            page(paragraphs=PARAGRAPHS[:1], below="<h2>This article is for subscribers only</h2>"),
            "not subscribed",
        ),
        (
            page(paragraphs=PARAGRAPHS[:1], below="<p>You have read all your free articles.</p>"),
            "not subscribed",
        ),
        (page(paragraphs=PARAGRAPHS[:2], head=LOCKED), "not subscribed"),
        (
            page(title="Just a moment...", paragraphs=("Enable JavaScript and cookies to continue",)),
            "browser",
        ),
    ],
)
def test_a_wall_is_told_from_an_article(html: str, says: str) -> None:
    with pytest.raises(UnreadableError, match=says) as refusal:
        from_html(html, url="https://post.example/fish")

    assert "paste the article's text instead" in str(refusal.value)


@pytest.mark.parametrize(
    "html",
    [
        page(
            below="".join(f"<p>Boat {n} of the league fished in the bay on day {n}.</p>" for n in range(9)),
            head=LOCKED,
        ),
        page(below="<footer><p>We value your privacy. Accept all cookies.</p></footer>"),
        page(above="<nav><p>Subscribe to continue reading</p></nav>"),
    ],
)
def test_an_article_that_is_shown_is_read_whatever_stands_beside_it(html: str) -> None:
    assert from_html(html, url="https://post.example/fish").text.startswith(BODY[:300])
