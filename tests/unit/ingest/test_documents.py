import gzip
import textwrap
from datetime import datetime
from itertools import chain

import pytest

from bot.ingest.article import UnreadableError
from bot.ingest.documents import from_file

from .papers import mail, pdf, word
from .texts import BODY, PARAGRAPHS, TITLE, page

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
        (b"PK\x03\x04\x00\x00", "not a kind of file that is read"),
        (b"\x89PNG\r\n\x1a\n\x00", "not a kind of file that is read"),
        (gzip.compress(page().encode())[:-200], "cut short"),
        (b"\x1f\x8b\x08broken" + b"x" * 50, "broken"),
        (gzip.compress(b"0" * 30_000_000), "unpacks to over 20 MB"),
        (b"a" * 20_000_001, "over 20 MB"),
        (gzip.compress(gzip.compress(page().encode())), "not a kind of file that is read"),
    ],
)
def test_any_other_file_is_refused_in_a_sentence_that_says_what_is_read(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says) as refusal:
        from_file("a.txt", content)

    assert ".txt" in str(refusal.value)
    assert ".html" in str(refusal.value)
    assert ".docx" in str(refusal.value)


WRAPPED = [*chain.from_iterable(textwrap.wrap(one, 84) for one in PARAGRAPHS)]


def test_a_pdf_is_read_with_its_lines_made_paragraphs_again() -> None:
    article = from_file("paper", pdf([TITLE, "8 March 2023", *WRAPPED]))

    assert article.title == TITLE
    assert article.published is not None
    assert " ".join(article.text.split()) == " ".join(PARAGRAPHS)
    assert article.text.count("\n\n") >= 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 and so on", "That PDF is broken"),
        (pdf([]), "pictures of pages and no text"),
        (pdf(["Page"], pages=301), "over 300 pages"),
    ],
)
def test_a_pdf_without_an_article(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        from_file("paper.pdf", content)


def test_a_word_document_is_read() -> None:
    article = from_file("article.doc", word([TITLE, "8 March 2023", *PARAGRAPHS]))

    assert article.title == TITLE
    assert article.text == BODY


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"word/media/a.bin": bytes(61_000_000)}, "unpacks to over 60 MB"),
        ({f"word/media/{n}": b"" for n in range(2001)}, "unpacks to over 60 MB"),
        ({"word/document.xml": b"<w:document><w:body>" + b"<w:p>" * 9}, "Word document is broken"),
    ],
    ids=["bomb", "many parts", "broken"],
)
def test_a_word_document_that_cannot_be_read(more: dict[str, bytes], says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        from_file("article.docx", word([BODY], more=more))


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_an_e_mail_brings_its_title_source_and_date(kind: str) -> None:
    body = BODY if kind == "plain" else page()

    article = from_file("message", mail(body, kind=kind, subject=f"Fwd: {TITLE}"))

    assert article.title == TITLE
    assert article.source in ("The Norland Post", "Norland Post")
    assert article.published == datetime.fromisoformat("2023-03-08T09:30:00+01:00")
    assert article.zone_from == "page"
    assert article.text == BODY


def test_an_e_mail_without_text() -> None:
    with pytest.raises(UnreadableError, match="no text in it"):
        from_file("message.eml", mail("", subject=TITLE))


def test_a_labelled_text_is_no_e_mail() -> None:
    article = from_file("a.txt", f"Title: {TITLE}\nDate: 8 March 2023\n\n{BODY}".encode())

    assert (article.title, article.text) == (TITLE, BODY)


def test_markdown_is_read_without_its_marks() -> None:
    first, second, *rest = PARAGRAPHS
    marked = "\n\n".join(
        [
            f"# {TITLE}",
            "*8 March 2023*",
            first.replace("fishing rights", "[fishing **rights**](https://post.example/rights)"),
            "![The harbour](harbour.png)",
            second.replace(" for the offer", "\nfor the offer"),
            *rest,
        ]
    )

    article = from_file("article.md", marked.encode())

    assert (article.title, article.text) == (TITLE, BODY)
    assert str(article.published) == "2023-03-08"


def test_markdown_tells_of_itself_in_fields_in_front() -> None:
    marked = f'---\ntitle: "{TITLE}"\ndate: 2023-03-08\nauthor: Ivo Brand\n---\n\n{BODY}'

    article = from_file("article", marked.encode())

    assert (article.title, article.text) == (TITLE, BODY)
    assert article.authors == ("Ivo Brand",)
    assert str(article.published) == "2023-03-08"


def test_a_file_s_name_cannot_play_tricks_in_the_sentence() -> None:
    with pytest.raises(UnreadableError) as refusal:
        from_file("x/" + "\u202egpj" + "n" * 500, b"")

    assert "\u202e" not in str(refusal.value)
    assert len(str(refusal.value)) < 200
