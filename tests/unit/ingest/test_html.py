import gzip
import json
from datetime import date, datetime

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.html import from_html

from .texts import BODY, PARAGRAPHS, STANDFIRST, TITLE, page

URL = "https://www.post.example/politics/fish?utm_source=mail"


def structured(**facts: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **facts}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_page_that_tells_machines_everything() -> None:
    head = structured(
        headline=TITLE,
        datePublished="2023-03-08T17:45:00+01:00",
        dateModified="2023-03-09T08:00:00+01:00",
        author=[{"@type": "Person", "name": "Ines Vallgren"}, {"@type": "Person", "name": "Tor Hame"}],
        publisher={"@type": "Organization", "name": "The Norland Post"},
        description=STANDFIRST,
    )
    html = page(
        head=f'{head}<link rel="canonical" href="/politics/fish">',
        above=f"<p class='standfirst'>{STANDFIRST}</p>",
        below="<p>Read more: Who is Pavel Orlic?</p><p>Follow us on Facebook</p>",
    )

    article = from_html(html, url=URL)

    assert article.text == f"{STANDFIRST}\n\n{BODY}"
    assert article.title == TITLE
    assert article.source == "The Norland Post"
    assert article.authors == ("Ines Vallgren", "Tor Hame")
    assert article.url == "https://www.post.example/politics/fish"
    assert article.published is not None
    assert article.published.isoformat() == "2023-03-08T17:45:00+01:00"
    assert article.zone_from == "page"
    assert article.language == "en"


def test_a_page_that_tells_machines_nothing() -> None:
    article = from_html(page(above="<p>8 March 2023 17:45</p>"), url=URL)

    assert article.text == BODY
    assert article.title == TITLE
    assert article.source == "post.example"
    assert article.published == datetime(2023, 3, 8, 17, 45)  # noqa: DTZ001 - no zone is printed
    assert article.zone_from == "unknown"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-03-08T17:45:00+0100">',
        '<meta name="date" content="2023-03-08 17:45:00 +01:00">',
        '<meta itemprop="datePublished" content="1678293900">',
        structured(datePublished="2023-03-08T16:45:00.000Z"),
        # What is nested in an article's data tells of its pictures and videos, not of it.
        structured(
            video={"@type": "VideoObject", "datePublished": "2020-01-01T00:00:00Z"},
            datePublished="2023-03-08T17:45+0100",
        ),
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": '
        '"2023-03-08T16:45:00Z"}, {"@type": "BreadcrumbList"}]}</script>',
    ],
)
def test_the_instant_is_read_with_its_zone_wherever_the_page_states_it(head: str) -> None:
    article = from_html(page(head=head), url=URL)

    assert article.published == datetime.fromisoformat("2023-03-08T16:45+00:00")
    assert article.zone_from == "page"


def test_an_instant_in_a_time_tag_counts_unless_it_is_another_article_s() -> None:
    html = page(
        above="<aside><time datetime='2021-01-01T00:00:00Z'>old</time></aside>"
        "<p><time datetime='2023-03-08T17:45:00+01:00'>today</time></p>"
    )

    article = from_html(html, url=URL)

    assert article.published == datetime.fromisoformat("2023-03-08T17:45+01:00")


def test_the_site_s_own_offset_goes_before_utc_for_one_and_the_same_instant() -> None:
    html = page(
        head=structured(datePublished="2023-03-08T23:30:00Z"),
        above="<time datetime='2023-03-09T10:30:00+11:00'>Thursday morning</time>",
    )

    article = from_html(html, url=URL)

    assert article.published is not None
    assert article.published.isoformat() == "2023-03-09T10:30:00+11:00"


def test_a_day_without_a_time_is_a_day() -> None:
    article = from_html(page(head=structured(datePublished="2023-03-08")), url=URL)

    assert type(article.published) is date
    assert article.published == date(2023, 3, 8)
    assert article.zone_from == "unknown"


def test_what_the_structured_text_does_not_have_is_left_out() -> None:
    box = "<p>The Norland Post costs nothing to read and lives on what its readers give. Will you be one?</p>"

    article = from_html(page(head=structured(articleBody=" ".join(PARAGRAPHS)), below=box), url=URL)

    assert article.text == BODY


def test_a_structured_text_that_breaks_off_does_not_cut_the_article() -> None:
    teaser = " ".join(PARAGRAPHS[:3])[:-30] + "…"

    article = from_html(page(head=structured(articleBody=teaser)), url=URL)

    assert article.text == BODY


def test_an_article_in_two_columns_is_read_whole() -> None:
    first = [
        f"In part {n} of the talks the two sides spoke of the banks north of harbour {n}." for n in range(20)
    ]
    second = [
        f"The minister for harbour {n} said that she would not sign paper {n} of it." for n in range(30)
    ]
    columns = "".join(
        f"<div class='body-{i}'><div>{''.join(f'<p>{p}</p>' for p in part)}</div></div><div>ad</div>"
        for i, part in enumerate((first, second))
    )
    head = structured(headline=TITLE, articleBody="\n".join(first + second))

    article = from_html(f"<html>{head}<body><h1>{TITLE}</h1>{columns}</body></html>", url=URL)

    assert article.text == "\n\n".join(first + second)


def test_teasers_of_other_articles_under_the_text_are_left_out() -> None:
    teasers = "<h4>More from The Norland Post</h4>" + "".join(
        f"<h4><a href='/{n}'>Ferry number {n} sold abroad</a></h4><p>Nobody knows who paid for ship {n}.</p>"
        for n in range(3)
    )

    assert from_html(page(below=teasers), url=URL).text == BODY


def test_bytes_are_decoded_by_what_they_are() -> None:
    html = page()

    assert from_html(html.encode(), url=URL, charset="iso-8859-1").text == BODY
    latin = html.replace("“", '"').replace("”", '"').encode("iso-8859-1")
    assert "Ada Bergström" in from_html(latin, url=URL, charset="iso-8859-1").text
    named = html.replace("<head>", "<head><meta charset='windows-1252'>").encode("cp1252")
    assert from_html(named, url=URL).text == BODY


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode_escape", "hex", "no-such-charset", "\0"])
def test_a_charset_that_no_page_is_written_in_is_passed_over(charset: str) -> None:
    latin = page().replace("“", '"').replace("”", '"').encode("iso-8859-1")

    assert "Pavel Orlic" in from_html(latin, url=URL, charset=charset).text


def test_the_address_a_page_calls_its_own_must_be_on_its_site() -> None:
    elsewhere = page(head='<link rel="canonical" href="https://evil.example/x">')
    front = page(head='<link rel="canonical" href="https://www.post.example/">')

    assert from_html(elsewhere, url=URL).url == URL
    assert from_html(front, url=URL).url == URL


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html></html>",
        "<p>Please come again</p>",
        "<!-- nothing -->",
        "<" * 10_000,
        page(paragraphs=()),
        "<ul>" + "<li><a href='/x'>One of our many articles about fish</a></li>" * 30 + "</ul>",
    ],
)
def test_a_page_with_no_article_is_refused_in_a_sentence(html: str) -> None:
    with pytest.raises(UnreadableError, match=r"no article on that page.*\.$"):
        from_html(html, url=URL)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 10_000,
        "<b>" * 100_000,
        "<table><tr><td>" * 10_000,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>{'broken</script>",
        "<body " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
        "<body " + " ".join(f"a{n}<=1" for n in range(50_000)) + ">",
        "<body " + " ".join(f"a{n}='\">'" for n in range(50_000)) + ">",
        "<body " + "/".join(f"a{n}" for n in range(50_000)) + ">",
        "<time datetime='9999999999999'>x</time>" * 10_000,
        # Read by eye, for which the names of months in all languages are loaded first.
        pytest.param("<meta name='date' content='2023-99-99T99:99:99Z'>", marks=pytest.mark.slow),
        "<link rel='canonical' href='http://[broken'>",
        "\x00\ud800\u202e",
    ],
    ids=lambda text: text[:12].encode("ascii", "backslashreplace").decode(),
)
def test_a_hostile_page_ends_as_an_article_or_a_sentence(hostile: str) -> None:
    html = hostile + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    try:
        article = from_html(html, url=URL)
    except UnreadableError:
        return
    assert "Pavel Orlic" in article.text


def test_a_packed_page_is_not_taken_for_text() -> None:
    with pytest.raises(UnreadableError):
        from_html(gzip.compress(page().encode()), url=URL)


def test_another_day_on_the_page_is_kept_beside_the_one_that_is_believed() -> None:
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'
    meta = '<meta property="article:published_time" content="2023-03-01T10:00:00+01:00">'

    at_odds = from_html(page(head=told % "2023-03-08T10:00:00+01:00" + meta), url=None)
    at_one = from_html(page(head=told % "2023-03-01T23:30:00-05:00" + meta), url=None)

    assert at_odds.published == datetime.fromisoformat("2023-03-08T10:00:00+01:00")
    assert at_odds.otherwise == date(2023, 3, 1)
    assert at_one.otherwise is None
