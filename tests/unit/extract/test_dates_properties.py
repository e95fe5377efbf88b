"""What holds for any text: spans inside it, in order, values that parse, and no exception."""

import re
import time
from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.dates import ENGLISH, find_events, find_timexes, when_said
from bot.extract.dates.english.words import CLASSES
from bot.extract.dates.timexes import grammar
from bot.extract.dates.tokens import LONGEST_SENTENCE, tokenize
from bot.extract.reading import Event, Published, Timex

VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|\d{2,4}|\d{4}-(Q[1-4]|H[12]|SP|SU|FA|WI|\d{2}|W\d{2}(-WE)?)"
    r"|\d{4}-\d{2}-\d{2}(T(\d{2}:\d{2}|[A-Z]{2}))?"
    r"|PT?(X|\d+(\.\d+)?(e[+-]?\d+)?)[A-Z]{1,2}(\d+[A-Z])?"
    r"|XXXX-(WXX-\d|\d{2}|SP|SU|FA|WI|XX-XXT[A-Z]{2})"
)
TABLES = (ENGLISH.sense, ENGLISH.tense, ENGLISH.cues, ENGLISH.wording)
LISTED = {word for one in TABLES for name in fields(one) for word in getattr(one, name.name)}
NUMBERS = ["24", "2022", "31", "99", "10:30", "25:99", "1/2/2022", "1990s", "'80s", "9999", "0", "1000000000"]
WORDS = sorted(
    {word for members in CLASSES.values() for word in members}
    | {word for word in LISTED if isinstance(word, str) and word}
    | {*NUMBERS, ".", ",", "-", '"', "'s", "(", "$", "\n\n", "they", "committee"}
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: " ".join(w.title() for w in words)),
)
PUBLISHED = st.one_of(
    st.none(), st.dates(), st.datetimes(), st.datetimes(timezones=st.just(timezone(timedelta(hours=13))))
)


def read(text: str, published: Published) -> tuple[tuple[Timex, ...], tuple[Event, ...]]:
    timexes = find_timexes(text, published)
    return timexes, find_events(text, published, timexes)


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_text_gives_spans_inside_it_in_order_and_values_that_parse(
    text: str, published: Published
) -> None:
    timexes, events = read(text, published)
    edge = 0
    for timex in timexes:
        assert edge <= timex.start < timex.end <= len(text)
        assert timex.value is None or VALUE.fullmatch(timex.value), timex
        edge = timex.end
    for event in events:
        assert 0 <= event.start < event.end <= len(text)
        assert event.what
        if event.date and event.precision in ("day", "instant"):
            date.fromisoformat(event.date)
    when_said(text, (0, len(text)), published, timexes)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    st.sampled_from(
        [
            "They will meet {}.",
            "They met on {}.",
            "It opens next {}.",
            "{}'s debate was long.",
            "Last {} it rained.",
        ]
    ),
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
    st.integers(-500, 500),
)
def test_shifting_publication_by_whole_weeks_shifts_weekdays_alike(
    day: str, frame: str, published: date, weeks: int
) -> None:
    text = frame.format(day)
    here = find_timexes(text, published)[0].value
    there = find_timexes(text, published + timedelta(weeks=weeks))[0].value
    assert here is not None
    assert there is not None
    assert date.fromisoformat(there) - date.fromisoformat(here) == timedelta(weeks=weeks)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no tzset on this system")
def test_the_machine_s_zone_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The council said on Friday that it will meet tomorrow at 11:30 p.m. and again on 1 March."
    published = datetime(2022, 2, 21, 23, 45, tzinfo=timezone(timedelta(hours=-8)))
    results = []
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        results.append(read(text, published))
    monkeypatch.undo()
    time.tzset()
    assert results[0] == results[1] == results[2]
    assert [t.value for t in results[0][0]] == ["2022-02-18", "2022-02-22", "2022-02-22T23:30", "2022-03-01"]


@pytest.mark.parametrize("piece", ["Monday, ", "twenty-", "will meet and ", "the last two ", "1 "])
def test_no_sentence_is_longer_than_work_on_it_may_be(piece: str) -> None:
    """All looking about stays within a sentence, so that work grows with the text and no faster."""
    tokens = tokenize(piece * 2_000, grammar().lexicon, ENGLISH)
    bounds = [-1, *tokens.stops, len(tokens.words)]
    assert max(end - start for start, end in pairwise(bounds)) <= LONGEST_SENTENCE + 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "size"), [("x", 1_000_000), ("to be the last ", 1_000_000), ("Monday, ", 100_000)]
)
def test_a_long_line_without_a_full_stop_is_read(piece: str, size: int) -> None:
    timexes, events = read(piece * (size // len(piece)), date(2022, 2, 21))
    assert len(timexes) >= len(events)
    assert bool(timexes) == (piece == "Monday, ")
