"""A line of JSON is an article, or an error that names what is wrong with it."""

import json

import pytest

from bot.exchange.record import RecordError, parse, records

TEXT = "The harbour will close on Friday, mayor Ines Brandt said."


def a_line(**fields: object) -> str:
    return json.dumps({"doc": "d1", "text": TEXT} | fields)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("not json", "Invalid JSON"),
        ("[1, 2]", "object"),
        (json.dumps({"text": TEXT}), "doc"),
        (a_line(text=""), "text"),
        (a_line(published="yesterday"), "published"),
        (a_line(claims=[{"act": "shout", "content": [[0, 5]]}]), "claims.0.act"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        parse(line)


def test_wrong_lines_do_not_stop_the_right_ones() -> None:
    read = list(records([a_line(), "", "broken", a_line(doc="d2")]))

    assert [number for number, _ in read] == [1, 3, 4]
    assert [type(one).__name__ for _, one in read] == ["Record", "RecordError", "Record"]


@pytest.mark.parametrize(
    ("published", "zone_from"),
    [("2024-05-06T09:00:00+02:00", "printed"), ("2024-05-06T09:00:00", "unknown"), ("2024-05-06", "unknown")],
)
def test_a_zone_is_only_known_where_it_is_written(published: str, zone_from: str) -> None:
    article = parse(a_line(dct=published)).article

    assert article.zone_from == zone_from
    assert article.published is not None
    assert article.published.isoformat() == published


def test_given_spans_are_kept_and_what_they_lack_is_filled_in() -> None:
    content, source, cue = TEXT.index("The"), TEXT.index("mayor"), TEXT.index("said")
    spans = {
        "content": [[content, TEXT.index(",")]],
        "source": [[source, cue - 1]],
        "cue": [[cue, cue + 4]],
    }
    record = parse(a_line(published="2024-05-06", attributions=[spans]))

    [claim] = record.reading().claims

    assert claim.content == ((content, TEXT.index(",")),)
    assert claim.speaker == "Ines Brandt"
    assert claim.act == "expect"


def test_what_is_given_is_not_worked_out_again() -> None:
    spans = {"content": [[0, 5]], "speaker": "The Harbour Board", "act": "promise", "said_on": "2024-05-01"}

    [claim] = parse(a_line(published="2024-05-06", claims=[spans])).reading().claims

    assert (claim.speaker, claim.act, claim.said_on) == ("The Harbour Board", "promise", "2024-05-01")


def test_a_span_outside_the_text_is_refused() -> None:
    record = parse(a_line(claims=[{"content": [[10, 5000]]}]))

    with pytest.raises(RecordError, match="10:5000"):
        record.reading()


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://news.example.co.uk/1", "2024-06-05"),
        ("https://news.example.us/1", "2024-05-06"),
        (None, None),  # nobody can tell, so nobody is reminded on a day that may be wrong
    ],
)
def test_a_numeric_date_is_read_as_its_source_writes_it(url: str | None, value: str | None) -> None:
    record = parse(a_line(text="The harbour will close on 5/6/2024.", published="2024-05-01", url=url))

    reading = record.reading()

    assert [timex.value for timex in reading.timexes] == [value]
    assert [event.date for event in reading.events] == ([value] if value else [])
