from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.article import UnreadableError
from bot.ingest.plain_text import from_text

from .texts import BODY, PARAGRAPHS, STANDFIRST, TITLE

ICONS = "icon menu-bicon searchicon closeicon flag seicon chevron downicon tgicon vkicon"


def test_a_scrape_with_icon_names_a_stamp_and_its_title_twice() -> None:
    scrape = f"{ICONS}\n8 Mar, 2023 17:45\n\n{TITLE}\n\n{STANDFIRST}\n{TITLE}\n\n{BODY}"

    article = from_text(scrape)

    assert article.title == TITLE
    assert article.text == f"{STANDFIRST}\n\n{BODY}"
    assert article.published == datetime(2023, 3, 8, 17, 45)  # noqa: DTZ001 - no zone is printed
    assert article.zone_from == "unknown"
    assert article.language == "en"


def test_a_whole_page_selected_and_copied() -> None:
    menu = "\n".join(f"  • {name}" for name in ("Home", "News", "Sport", "Weather", "My Profile", "Log in"))
    copied = f"""{menu}
Wednesday, Mar 8th 2023 4PM 9°C 7PM 5°C 5-Day Forecast
Advertisement

{TITLE}

  • League of fishermen called the first draft an insult
  • Leaders may meet in spring

By Ines Vallgren For Norlandpost.Com

Published: 15:56 GMT, 8 March 2023 | Updated: 18:02 GMT, 8 March 2023

  • e-mail

View
comments

{BODY}

Read more:
  • What the Coastal Union wants from its neighbours

Share or comment on this article: {TITLE}

Most read

  • Ferry company sells last ship and nobody knows to whom it went
  • Is this the coldest village of the north? We went there to see.
  • Back to top
Privacy policy & cookies"""

    article = from_text(copied)

    assert article.title == TITLE
    assert article.text == BODY
    assert article.authors == ("Ines Vallgren",)
    assert article.published == datetime.fromisoformat("2023-03-08T15:56+00:00")
    assert article.zone_from == "printed"


def test_a_forwarded_post_with_its_decoration() -> None:
    post = f"""📰 Forwarded from Northern Wire

🇳🇴 {TITLE.upper()}

By Ines Vallgren and Tor Hame / Norland Post Staff Writers
17:41 CET, March 8, 2023

{BODY}

👉 Read the full story: https://post.example/fish

🔔 Subscribe @northernwire | 💬 Chat | 🚀 Boost
#Norland #fish"""

    article = from_text(post)

    assert article.title == TITLE.upper()
    assert article.text == BODY
    assert article.authors == ("Ines Vallgren", "Tor Hame")
    assert article.source == "Northern Wire"
    assert article.url == "https://post.example/fish"
    assert article.published == datetime.fromisoformat("2023-03-08T17:41+01:00")


def test_a_page_printed_to_pdf_is_joined_again_over_lines_and_pages() -> None:
    printed = f"""4/2/23, 9:41 AM    {TITLE} - Norland Post

{TITLE}
By Ines Vallgren
March 8, 2023 5 AM PT
Norland still expects the Coastal Union to answer its offer on fishing rights, Prime
Minister Ada Bergström told her Lutanian counterpart, Pavel Orlic, on Tuesday, when
both of them were in the capital for a meeting of the northern commun-
ities.

According to the prime minister's office, Bergström asked for the offer to be weighed

https://post.example/2023/fish    1/2
4/2/23, 9:41 AM    {TITLE} - Norland Post

with care. Lutania has rejected an earlier draft, and its fishermen's league called
that draft an insult. Officials are due to meet on March 18 to prepare a summit of
the two leaders.

https://post.example/2023/fish    2/2
"""

    article = from_text(printed)

    assert article.title == TITLE
    assert article.source == "Norland Post"
    assert article.url == "https://post.example/2023/fish"
    assert article.published == datetime.fromisoformat("2023-03-08T05:00-08:00")
    first, second = article.text.split("\n\n")
    assert first.endswith("for a meeting of the northern communities.")
    assert "to be weighed with care. Lutania has rejected" in second


def test_a_site_and_an_author_beside_the_stamp() -> None:
    text = (
        f"{TITLE}\nInes Vallgren · Norland News · Posted: Mar 08, 2023 4:00 AM EST | Updated: March 9\n{BODY}"
    )

    article = from_text(text)

    assert article.authors == ("Ines Vallgren",)
    assert article.source == "Norland News"
    assert article.published == datetime.fromisoformat("2023-03-08T04:00-05:00")


def test_a_broadcaster_s_page_with_labels_on_lines_of_their_own() -> None:
    text = f"""NNC News
{TITLE}
Published
8 March 2023
Share
close panel
Share page
Copy link
Image source, Getty Images
Image caption,
Ada Bergström at the harbour
By Ines Vallgren
Fisheries reporter, NNC News
{BODY}

Related Topics
Norland
More on this story
Why fishermen wait
Published
3 January"""

    article = from_text(text)

    assert article.title == TITLE
    assert article.text == BODY
    assert article.source == "NNC News"
    assert article.authors == ("Ines Vallgren",)
    assert article.published == date(2023, 3, 8)


def test_a_name_over_a_role_is_the_author_s() -> None:
    text = (
        f"Home › Politics › Sea\n{TITLE}\nInes Vallgren\nFisheries correspondent\n@inesv\n"
        "Wed 8 Mar 2023 15.05 GMT\n"
        f"Last modified on Thu 9 Mar 2023 18.10 GMT\nShare\n12\n\n{BODY}\n\nTopics\nFish\nReuse this content"
    )

    article = from_text(text)

    assert article.title == TITLE
    assert article.text == BODY
    assert article.authors == ("Ines Vallgren",)
    assert article.published == datetime.fromisoformat("2023-03-08T15:05+00:00")


def test_an_agency_s_dateline_names_the_source_and_stays_in_the_text() -> None:
    article = from_text(f"{TITLE}\n\nHAVN, March 8 (Nordwire) - {BODY}")

    assert article.source == "Nordwire"
    assert article.text.startswith("HAVN, March 8 (Nordwire) - Norland still")


def test_a_dateline_with_a_full_date_dates_the_text() -> None:
    assert from_text(f"HAVN, March 8, 2023 — {BODY}").published == date(2023, 3, 8)


def test_labels_are_believed() -> None:
    labels = "Title: Fish again\nSource: Norland Times\nAuthor: Tor Hame\n"
    labels += "Date: 8 March 2023\nLink: https://times.example/f"
    text = f"{labels}\n\n{BODY}"

    article = from_text(text)

    assert article.title == "Fish again"
    assert article.source == "Norland Times"
    assert article.authors == ("Tor Hame",)
    assert article.published == date(2023, 3, 8)
    assert article.url == "https://times.example/f"
    assert article.text == BODY


def test_only_the_body_pasted() -> None:
    article = from_text(BODY)

    assert article.text == BODY
    assert article.title is None
    assert article.published is None
    assert article.zone_from == "unknown"


def test_the_post_a_text_came_in_says_what_the_text_does_not() -> None:
    sent = datetime.fromisoformat("2023-03-08T18:00+00:00")

    article = from_text(BODY, fallback_source="Northern Wire", fallback_published=sent)

    assert article.source == "Northern Wire"
    assert article.published == sent
    assert article.zone_from == "page"


def test_a_stamp_in_the_text_goes_before_the_date_of_the_post() -> None:
    sent = datetime.fromisoformat("2023-03-20T18:00+00:00")

    article = from_text(f"{TITLE}\n8 March 2023\n\n{BODY}", fallback_published=sent)

    assert article.published == date(2023, 3, 8)


def test_what_is_between_the_paragraphs_and_not_of_them_is_left_out() -> None:
    between = "Read more: Who is Pavel Orlic, the man who will not sign?"
    caption = "We have put a fair proposal on the table and we await a fair answer"
    text = "\n\n".join([*PARAGRAPHS[:3], between, "2 hours ago | Duration 1:30", caption, *PARAGRAPHS[3:]])

    assert from_text(text).text == BODY


def test_controls_hidden_marks_and_halves_of_characters_are_taken_out() -> None:
    dirty = BODY.replace("Norland", "Nor\u00adland\x00").replace("Lutania", "\u202eLu\ud83dtania\u202c")

    assert from_text(dirty).text == BODY


def test_an_author_s_own_letters_are_kept() -> None:
    decomposed = BODY.replace("ö", "o\u0308")

    assert from_text(decomposed).text == decomposed


def test_an_article_in_another_language_is_kept() -> None:
    text = (
        "Norland erwartet weiterhin eine Antwort der Küstenunion auf sein Angebot, sagte die Ministerin "
        "am Dienstag.\n\nDie Fischer nannten den ersten Entwurf eine Beleidigung und verlangten einen neuen."
    )

    article = from_text(text)

    assert article.language == "de"
    assert article.text == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no text"),
        (" \n\u200b\n", "no text"),
        (TITLE, "no text under it"),
        ("Home\nMenu\nLog in", "too short"),
        ("word " * 500_000, "over 2 MB"),
        ("a\n" * 30_000, "20000 lines"),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(UnreadableError, match=says) as refusal:
        from_text(text)

    assert str(refusal.value).endswith(".")


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    try:
        article = from_text(text)
    except UnreadableError:
        return
    assert article.text.strip() == article.text
    assert not any("\ud800" <= c <= "\udfff" or c == "\0" for c in article.text)


@given(
    st.lists(st.sampled_from([*PARAGRAPHS, TITLE, "Read more", "8 Mar 2023 17:45", "By Ann Lee", "", "- a"]))
)
def test_no_order_of_lines_breaks_it(lines: list[str]) -> None:
    try:
        article = from_text("\n".join(lines))
    except UnreadableError:
        return
    assert "Read more" not in article.text.split("\n\n")
    assert article.published is None or isinstance(article.published + timedelta(days=1), date)
