"""How expressions resolve: by the tense of their clause, what was told before, what the calendar allows."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.extract.dates import find_timexes

MONDAY = date(2022, 2, 21)


def values(text: str, published: date | datetime | None = MONDAY) -> list[str | None]:
    return [timex.value for timex in find_timexes(text, published)]


def words(text: str, published: date | datetime | None = MONDAY) -> list[str]:
    return [text[timex.start : timex.end] for timex in find_timexes(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy said Saturday that the talks were over.", ["2022-02-19"]),
        ("The envoy will appear Saturday before the panel.", ["2022-02-26"]),
        ("He said Saturday that they will meet Tuesday.", ["2022-02-19", "2022-02-22"]),
        ("The two, who met on Friday, will meet again on Sunday.", ["2022-02-18", "2022-02-27"]),
        ("On Thursday, the minister resigned.", ["2022-02-17"]),
        ("On Thursday, the minister will resign.", ["2022-02-24"]),
        ("The panel on Friday rejected the plan.", ["2022-02-18"]),
        ("The shops reopen Wednesday.", ["2022-02-23"]),
        ("The union is holding a rally Wednesday.", ["2022-02-23"]),
        ("They were due to sign the deal on Friday.", ["2022-02-25"]),
        ("She must decide by Thursday.", ["2022-02-24"]),
        ("He was forced to step down on Friday.", ["2022-02-18"]),
        ("The court ruled Monday against the firm.", ["2022-02-21"]),
        ("The court will hear the case Monday.", ["2022-02-21"]),
        ("Crews made ready for Wednesday's launch.", ["2022-02-23"]),
        ("The firm called off Thursday's launch.", ["2022-02-24"]),
    ],
)
def test_the_governing_clause_gives_a_weekday_its_side(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The treaty was signed in November.", date(2022, 2, 21), "2021-11"),
        ("The treaty will be signed in November.", date(2022, 2, 21), "2022-11"),
        ("They will vote in January.", date(2021, 12, 30), "2022-01"),
        ("They voted in December.", date(2022, 1, 3), "2021-12"),
        ("The fair opens on 3 January.", date(2021, 12, 30), "2022-01-03"),
        ("The fair opened on 30 December.", date(2022, 1, 3), "2021-12-30"),
        ("The lease ends on 29 February.", date(2023, 12, 1), "2024-02-29"),
        ("The office closes this week.", date(2021, 1, 1), "2020-W53"),
        ("The office closes next week.", date(2020, 12, 31), "2021-W01"),
        ("Clocks go forward on 27 March.", date(2022, 3, 21), "2022-03-27"),
    ],
)
def test_the_year_turns_and_leaps_where_the_calendar_does(text: str, published: date, expected: str) -> None:
    assert values(text, published) == [expected]


def test_a_reference_moves_with_the_text() -> None:
    text = "She landed on 3 March 1998. That evening she dined with the king. Two days later she flew home."
    assert values(text) == ["1998-03-03", "1998-03-03TEV", "1998-03-05"]


def test_the_dateline_is_where_the_text_speaks_from() -> None:
    text = "OSLO, Feb. 18 (Reuters) - The minister resigned today. A vote will follow on Saturday."
    assert values(text) == ["2022-02-18", "2022-02-18", "2022-02-19"]


def test_without_a_publication_day_only_what_is_absolute_resolves() -> None:
    text = "On Friday, he said it was built in 1998, opened on 2 May 1999 and closed last year on 3 June."
    assert values(text, None) == [None, "1998", "1999-05-02", None, None]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 31 February.",
        "They met on 30 February 2020.",
        "They met on 45 March 2020.",
        "At 27:80 it rang.",
    ],
)
def test_a_day_the_calendar_does_not_have_is_no_day(text: str) -> None:
    assert not [value for value in values(text) if value and len(value) >= 10]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Filed on 24/02/2022.", "2022-02-24"),
        ("Filed on 2/24/2022.", "2022-02-24"),
        ("Filed on 5/5/2022.", "2022-05-05"),
        ("Filed on 1/2/2022.", None),
        ("Filed on 24.02.2022.", "2022-02-24"),
        ("Filed on 2022-02-24.", "2022-02-24"),
    ],
)
def test_a_numeric_date_is_read_by_what_is_possible(text: str, value: str | None) -> None:
    assert values(text) == [value]


def test_a_publication_instant_counts_by_its_own_day() -> None:
    late = datetime(2022, 2, 21, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert values("It opened today.", late) == ["2022-02-21"]
    assert values("It opened today.", late.astimezone(UTC)) == ["2022-02-22"]
    assert values("It opened today.", datetime(2022, 2, 21, 0, 5)) == ["2022-02-21"]  # noqa: DTZ001 # a printed time without a zone


@pytest.mark.parametrize(
    "text",
    [
        "The boy, a five-year-old, smiled.",
        "You may march on.",
        "It costs $1990.",
        "Sun and sat, he read.",
        "The F-16 and the A320 flew.",
    ],
)
def test_what_only_looks_like_time_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_range_is_two_days() -> None:
    assert values("The fair runs from 24 to 26 February.") == ["2022-02-24", "2022-02-26"]
    assert values("The fair will run Feb. 24-26.") == ["2022-02-24", "2022-02-26"]
    assert values("The fair will run from Wednesday to Friday.") == ["2022-02-23", "2022-02-25"]


def test_modifiers_are_kept_beside_the_value() -> None:
    early, end = find_timexes("It will open in early March and close at the end of May.", MONDAY)
    assert (early.value, early.mod) == ("2022-03", "START")
    assert (end.value, end.mod) == ("2022-05", "END")


@pytest.mark.parametrize(("day_first", "value"), [(None, None), (True, "2022-02-01"), (False, "2022-01-02")])
def test_a_numeric_date_that_both_orders_allow_follows_the_source_s_own(
    *, day_first: bool | None, value: str | None
) -> None:
    (timex,) = find_timexes("Bids close on 1/2/2022.", date(2022, 1, 1), day_first=day_first)
    assert timex.value == value


def test_a_numeric_date_that_one_order_allows_needs_no_locale() -> None:
    for day_first in (None, True, False):
        (timex,) = find_timexes("Bids close on 2/24/2022.", date(2022, 1, 1), day_first=day_first)
        assert timex.value == "2022-02-24"
