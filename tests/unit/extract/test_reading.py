"""A whole article read: the playground's first sample, with what a reader would mark in it."""

import pytest

from bot.extract import read
from bot.extract.reading import BadSpanError, Claim, Reading, Timex
from bot.ingest.plain_text import from_text
from bot.playground.samples import load

ARTICLE = from_text(load()[0].text)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(ARTICLE.text, ARTICLE.published)


def words(claim: Claim) -> str:
    return " … ".join(ARTICLE.text[start:end] for start, end in claim.content)


@pytest.mark.parametrize(
    ("speaker", "act", "said_on", "content"),
    [
        ("Ilan Dorset", "state", "2023-03-12", "give it a full and written reply"),
        ("Ilan Dorset", "demand", "2023-03-14", "that the alliance must treat the question as urgent"),
        ("Harbour Palace", "state", "2023-03-14", "“The president made clear once more"),
        ("Harbour Palace", "demand", "2022-12", "“a single mile beyond Cape Aster”"),
        ("Velmark", "refuse", "2023-03-14", "the accession of its neighbours Tessaly and Brund"),
        ("Northern Pact", "refuse", "2023-03-14", "to close its doors to new members"),
        ("Ostria", "refuse", "2023-03-14", "other points on the list"),
        ("Rosen Palace", "state", "2023-03-14", "had accepted Quill's proposal for a summit"),
        ("Ostria", "demand", "2023-03-14", "only if Velmark does not close the strait"),
        (None, "accuse", "2023-03-14", "massing more than 40 patrol boats"),
        ("Harbour Palace", "deny", "2023-03-14", "the accusation"),
    ],
)
def test_who_said_what_and_when(
    reading: Reading, speaker: str | None, act: str, said_on: str, content: str
) -> None:
    found = [(c.speaker, c.act, c.said_on) for c in reading.claims if content in words(c)]

    assert (speaker, act, said_on) in found


def test_nothing_is_attributed_to_anybody_else(reading: Reading) -> None:
    speakers = {name for claim in reading.claims if claim.speaker for name in claim.speaker.split(" & ")}

    assert speakers <= {
        "Ilan Dorset", "Mara Quill", "Piet Vandersee", "Harbour Palace", "Rosen Palace",
        "Velmark", "Ostria", "Northern Pact",
    }  # fmt: skip


def test_the_dates_are_read_against_the_day_of_publication(reading: Reading) -> None:
    assert [(ARTICLE.text[t.start : t.end], t.value) for t in reading.timexes] == [
        ("Sunday", "2023-03-12"),
        ("December last year", "2022-12"),
        ("March 17", "2023-03-17"),
        ("Earlier this month", "2023-03"),
    ]


def test_exactly_one_thing_is_due(reading: Reading) -> None:
    [event] = reading.events

    assert (event.date, event.precision, event.status) == ("2023-03-17", "day", "scheduled")
    assert event.what == "Velmark and Ostrian officials meet to prepare the summit"
    assert ARTICLE.text[event.start : event.end] == "March 17"


def test_what_points_outside_its_text_does_not_exist() -> None:
    with pytest.raises(BadSpanError):
        Reading("Friday", timexes=(Timex(0, 7, "DATE", None),))
