from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.ingest.stamps import day_order, stamps_in


def local(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - stamps without a zone are what is tested


def at(hours: float, *parts: int) -> datetime:
    return local(*parts).replace(tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("8 Mar, 2023 17:45", local(2023, 3, 8, 17, 45)),
        ("March 8, 2023 5:45 PM", local(2023, 3, 8, 17, 45)),
        ("8 March 2023 5.45pm", local(2023, 3, 8, 17, 45)),
        ("5:45pm Mar 8, 2023", local(2023, 3, 8, 17, 45)),
        ("Wed, 8 Mar 2023 17:45:09 +0200", at(2, 2023, 3, 8, 17, 45, 9)),
        ("2023-03-08T17:45:00Z", local(2023, 3, 8, 17, 45).replace(tzinfo=UTC)),
        ("8. März 2023 um 17:45 Uhr", local(2023, 3, 8, 17, 45)),
        ("mercredi 8 mars 2023 à 17h45", local(2023, 3, 8, 17, 45)),
        ("8 de marzo de 2023", date(2023, 3, 8)),
        ("8 марта 2023, 17:45", local(2023, 3, 8, 17, 45)),
        ("08.03.2023", date(2023, 3, 8)),
        ("3/28/2023", date(2023, 3, 28)),
    ],
)
def test_a_stamp_is_read_however_it_is_written(line: str, published: date) -> None:
    (stamp,) = stamps_in(line)

    assert stamp.published == published
    assert type(stamp.published) is type(published)


@pytest.mark.parametrize(
    ("line", "offset"),
    [
        ("Published: 15:56 BST, 27 April 2024", 1),
        ("Aug 08, 2024 4:00 AM EDT", -4),
        ("January 8, 2024 4:00 a.m. ET", -5),
        ("July 8, 2024 4:00 a.m. ET", -4),
        ("17:41 JST, October 13, 2024", 9),
        ("21 Feb 2022 21.16 GMT", 0),
        ("6 January 2026 - 13:55 GMT+1", 1),
        ("9:00 p.m. UTC+05:30 Feb 1, 2022", 5.5),
    ],
)
def test_a_printed_zone_is_kept_as_its_offset_on_that_day(line: str, offset: float) -> None:
    (stamp,) = stamps_in(line)

    assert stamp.has_zone
    assert isinstance(stamp.published, datetime)
    assert stamp.published.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize("line", ["8 Mar 202317:45", "March 8, 20235:45 PM", "Published8 March 2023 17:45"])
def test_a_stamp_that_a_scraper_glued_together_is_read(line: str) -> None:
    assert [stamp.published for stamp in stamps_in(line)] == [local(2023, 3, 8, 17, 45)]


def test_day_and_month_are_told_apart_by_the_weekday() -> None:
    assert [s.published for s in stamps_in("Thursday 03/04/2025")] == [date(2025, 4, 3)]
    assert [s.published for s in stamps_in("Tuesday 03/04/2025")] == [date(2025, 3, 4)]


def test_day_and_month_are_told_apart_by_the_zone() -> None:
    assert [s.published.month for s in stamps_in("3/4/2025 10:00 AM ET")] == [3]
    assert [s.published.month for s in stamps_in("3/4/2025 10:00 GMT")] == [4]


def test_where_nothing_tells_day_and_month_apart_neither_is_guessed() -> None:
    assert stamps_in("03/04/2025") == []


def test_another_date_of_the_text_tells_which_comes_first() -> None:
    order = day_order("It was signed on 27/02/2025 and published on 03/04/2025.")

    assert order is True
    assert [s.published for s in stamps_in("03/04/2025", day_first=order)] == [date(2025, 4, 3)]


@pytest.mark.parametrize(
    "line", ["The May 2022 vote", "31 February 2022", "Room 12 of 2022", "at 21:16 he left"]
)
def test_what_only_looks_like_a_date_is_none(line: str) -> None:
    assert stamps_in(line) == []
