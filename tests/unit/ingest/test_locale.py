import pytest

from bot.ingest.locale import day_first


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
