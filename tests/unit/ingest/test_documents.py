import gzip

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.documents import from_file

from .texts import BODY, TITLE, page

TEXT = f"{TITLE}\n8 March 2023\n\n{BODY}"


@pytest.mark.parametrize("name", ["article.txt", "article.html", "article", "../../etc/passwd"])
def test_a_text_file_is_read_whatever_its_name(name: str) -> None:
    article = from_file(name, TEXT.encode())

    assert article.title == TITLE
    assert article.text == BODY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_whatever_charset(encoding: str) -> None:
    assert from_file("article.txt", TEXT.encode(encoding)).text == BODY


def test_a_russian_text_file_of_an_old_editor() -> None:
    text = (
        "Президент заявил во вторник, что переговоры продолжатся до конца недели.\n\n"
        "По его словам, стороны встретятся ещё раз восемнадцатого марта в столице."
    )

    article = from_file("статья.txt", text.encode("cp1251"))

    assert article.text == text
    assert article.language == "ru"


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_saved_page_is_read_packed_or_not(name: str) -> None:
    assert from_file(name, page().encode()).text == BODY
    assert from_file(f"{name}.gz", gzip.compress(page().encode())).text == BODY


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "“a.txt” is empty"),
        (b"  \n", "is empty"),
        (b"%PDF-1.7 and so on", "neither text nor a web page"),
        (b"PK\x03\x04\x00\x00", "neither text nor a web page"),
        (b"\x89PNG\r\n\x1a\n\x00", "neither text nor a web page"),
        (gzip.compress(page().encode())[:-200], "cut short"),
        (b"\x1f\x8b\x08broken" + b"x" * 50, "broken"),
        (gzip.compress(b"0" * 30_000_000), "unpacks to over 20 MB"),
        (b"a" * 20_000_001, "over 20 MB"),
        (gzip.compress(gzip.compress(page().encode())), "neither text nor a web page"),
    ],
)
def test_any_other_file_is_refused_in_a_sentence_that_says_what_is_read(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says) as refusal:
        from_file("a.txt", content)

    assert ".txt" in str(refusal.value)
    assert ".html" in str(refusal.value)


def test_a_file_s_name_cannot_play_tricks_in_the_sentence() -> None:
    with pytest.raises(UnreadableError) as refusal:
        from_file("x/" + "\u202egpj" + "n" * 500, b"")

    assert "\u202e" not in str(refusal.value)
    assert len(str(refusal.value)) < 200
