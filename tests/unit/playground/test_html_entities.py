"""Telegram's HTML, its entities and its complaints."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground import entities, html_entities
from bot.playground.wire import ApiError


def parsed(source: str) -> tuple[str, list[tuple[Any, ...]]]:
    text, found = entities.finish(*html_entities.parse(source))
    return text, [tuple(entity.values()) for entity in found]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("plain", "plain", []),
        ("<b>b</b> <strong>s</strong>", "b s", [("bold", 0, 1), ("bold", 2, 1)]),
        ("<i>i</i><em>e</em>", "ie", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>u</u> <ins>i</ins>", "u i", [("underline", 0, 1), ("underline", 2, 1)]),
        ("<s>s</s><del>d</del><strike>k</strike>", "sdk", [("strikethrough", n, 1) for n in range(3)]),
        (
            '<span class="tg-spoiler">a</span> <tg-spoiler>b</tg-spoiler>',
            "a b",
            [("spoiler", 0, 1), ("spoiler", 2, 1)],
        ),
        ('<a href="http://a.org/?x=1&amp;y">l</a>', "l", [("text_link", 0, 1, "http://a.org/?x=1&y")]),
        ("<a href='a.org'>l</a>", "l", [("text_link", 0, 1, "http://a.org/")]),
        ("<a>a.org</a>", "a.org", [("text_link", 0, 5, "http://a.org/")]),
        ('<a href="javascript:alert(1)">l</a>', "l", []),
        ("<code>c &lt; d</code>", "c < d", [("code", 0, 5)]),
        ("<pre>p</pre>", "p", [("pre", 0, 1)]),
        ('<pre><code class="language-python">p</code></pre>', "p", [("pre", 0, 1, "python")]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, "5368")]),
        ('<tg-time unix="1647531900">then</tg-time>', "then", [("date_time", 0, 4, 1647531900)]),
        (
            '<tg-time unix="1647531900" format="wDT">x</tg-time>',
            "x",
            [("date_time", 0, 1, 1647531900, "wDT")],
        ),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("&amp;&quot;&gt;&#33;&#x1F44D;&nbsp;", '&">!👍&nbsp;', []),
        ("👍<b>x</b>", "👍x", [("bold", 2, 1)]),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("<B>x</b>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>a<code>b</code>c</b>", "abc", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, found: list[tuple[Any, ...]]) -> None:
    assert parsed(source) == (text, found)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("a <x>", 'Unsupported start tag "x" at byte offset 2'),
        ("é <x>", 'Unsupported start tag "x" at byte offset 3'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),  # a lone "<" opens a tag with no name
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<a href=", "Unclosed start tag at byte offset 0"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="soon">x</tg-time>', "Invalid date-time value specified"),
        ('<tg-time unix="1" format="rt">x</tg-time>', "Invalid date-time format specified"),
        (
            "&#xD83D;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
    ],
)
def test_wrong_html_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refusal:
        html_entities.parse(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start now", [("bot_command", "/start")]),
        ("see https://a.org/x?y=1.", [("url", "https://a.org/x?y=1")]),
        ("ask @ada_marsh or mail a@b.org", [("mention", "@ada_marsh"), ("email", "a@b.org")]),
        ("👍 #news and 3/4 and a/b", [("hashtag", "#news")]),
    ],
)
def test_telegram_finds_links_and_the_like_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    kept, entities_found = entities.finish(text, [])
    assert [(entity["type"], entities.piece(kept, entity)) for entity in entities_found] == found


@given(st.text(max_size=60), st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote"]))
def test_escaped_text_comes_back_with_its_entity_around_it(text: str, tag: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain, found = html_entities.parse(f"<{tag}>{escaped}</{tag}>")
    assert plain == text
    assert [entities.piece(plain, entity) for entity in found] == ([text] if text else [])


@given(st.text("<>/ab&=\"' #;x0", max_size=40))
def test_no_html_breaks_the_parser(source: str) -> None:
    text, found = "", []
    with contextlib.suppress(ApiError):
        text, found = html_entities.parse(source)
    assert all(0 < entity["length"] <= entities.utf16_length(text) for entity in found)
