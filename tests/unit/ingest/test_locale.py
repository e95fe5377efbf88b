from datetime import datetime

import pytest

from bot.ingest.locale import day_first, in_zone_of


@pytest.mark.parametrize(
    ("url", "first"),
    [
        ("https://news.example.co.uk/a", True),
        ("https://www.example.de./a?b=1", True),
        ("https://www.example.gov/a", False),
        ("https://www.example.com/uk/a", None),
        ("https://127.0.0.1:80/a", None),
        ("not an address", None),
        (None, None),
    ],
)
def test_the_end_of_an_address_tells_how_its_country_writes_dates(
    url: str | None, *, first: bool | None
) -> None:
    assert day_first(url) is first


@pytest.mark.parametrize(
    ("url", "source", "offset"),
    [
        ("https://post.no/a", None, "+02:00"),
        ("https://www.post.co.uk/a", None, "+01:00"),
        ("https://post.com.ru/a", None, "+03:00"),
        (None, "post.no", "+02:00"),
        ("https://post.com/a", None, ""),
        ("https://post.io/a", None, ""),
        ("https://post.us/a", None, ""),
        (None, "The Post", ""),
        ("https://[broken", None, ""),
    ],
)
def test_a_time_without_a_zone_is_by_the_clocks_of_the_publisher_s_country(
    url: str | None, source: str | None, offset: str
) -> None:
    local = datetime.fromisoformat("2023-07-08T10:00")

    published, zone_from = in_zone_of(local, "unknown", url, source)

    assert published == datetime.fromisoformat(f"2023-07-08T10:00{offset}")
    assert zone_from == ("inferred" if offset else "unknown")


def test_what_has_its_zone_or_no_time_is_left_as_it_is() -> None:
    stated = datetime.fromisoformat("2023-07-08T10:00+05:00")

    assert in_zone_of(stated, "printed", "https://post.no/a", None) == (stated, "printed")
    assert in_zone_of(stated.date(), "unknown", "https://post.no/a", None) == (stated.date(), "unknown")
