import pytest

from bot.chat import render
from storage.models import Article, Claim


def test_what_people_write_cannot_become_markup() -> None:
    assert render.bold("<script>&\x00") == "<b>&lt;script&gt;&amp;</b>"
    assert render.quote("a <b> c") == "<blockquote expandable>a &lt;b&gt; c</blockquote>"


def test_a_page_s_address_cannot_break_out_of_its_link() -> None:
    article = Article(title="Talks & truces", url='https://news.example/?a=1&b="2', text="x")

    assert render.title_link(article) == "Talks &amp; truces"  # an address with a quotation mark is none

    article.url = "https://news.example/?a=1&b=2"

    assert render.title_link(article) == '<a href="https://news.example/?a=1&amp;b=2">Talks &amp; truces</a>'


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    assert render.title_link(Article(title="Talks", url="javascript:alert(1)", text="x")) == "Talks"


def test_texts_are_cut_at_a_word() -> None:
    assert render.shorten("The harbour stays  closed\nuntil Friday", 20) == "The harbour stays…"
    assert render.shorten("short", 20) == "short"


def test_length_is_counted_as_telegram_does() -> None:
    assert render.shown_length("<b>a</b>&amp;😀") == 4  # the face takes two UTF-16 units


def test_blocks_beyond_a_message_are_left_out_whole() -> None:
    text = render.fit(["<b>head</b>", *(f"<i>{'x' * 1000}</i>" for _ in range(6))])

    assert render.shown_length(text) <= render.LIMIT
    assert text.count("<i>") == text.count("</i>") == 4
    assert text.endswith("[…]")


def test_one_block_too_long_for_a_message_is_cut() -> None:
    text = render.fit([f"<i>{'wörd &amp; ' * 2000}</i>"])

    assert render.shown_length(text) <= render.LIMIT
    assert "<" not in text


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("Friday", "“We open on Friday,” said Mr. Vale."),
        ("fleet", "The U.S. fleet was told."),
        ("budget", "A second paragraph names the budget."),
        ("first", "The first ship waits."),
    ],
)
def test_the_sentence_around_a_date_is_found(part: str, sentence: str) -> None:
    text = (
        "The first ship waits. “We open on Friday,” said Mr. Vale. The U.S. fleet was told.\n\n"
        "A second paragraph names the budget."
    )
    at = text.index(part)

    assert render.sentence_around(text, at, at + len(part)) == sentence


def test_a_speaker_without_a_name_is_called_what_the_article_calls_them() -> None:
    article = Article(title=None, url=None, text="two officials said the port would open")
    claim = Claim(
        article=article, source=[[0, 13]], cue=[[14, 18]], content=[[19, 38]], start=19,
        speaker=None, kind="unnamed", act="state", quote="indirect", confidence=0.5,
    )  # fmt: skip

    assert render.speaker_of(claim) == "Two officials"
    assert render.words_of(article.text, claim.content) == "the port would open"


def test_content_in_pieces_is_shown_with_its_gap() -> None:
    assert render.words_of("“Yes,” she said, “on Monday.”", [[0, 6], [17, 29]]) == "“Yes,” … “on Monday.”"


def test_every_act_has_a_verb() -> None:
    from bot.extract.reading import ACTS

    assert set(ACTS) == set(render.ACTS)
