import pytest

from bot.answer.places import TABLE, country_of, standing_for


def test_a_capital_and_a_palace_stand_for_a_country() -> None:
    assert {("russia",), ("kremlin",), ("russian",)} <= standing_for(("moscow",))
    assert ("burma",) in standing_for(("myanmar",))
    assert standing_for(("wherever",)) == frozenset()


def test_no_name_stands_in_two_rows() -> None:
    names = [name.strip() for row in TABLE.strip().splitlines() for name in row.split(",")]
    assert len(names) == len(set(names))
    assert len(TABLE.strip().splitlines()) >= 40


@pytest.mark.parametrize(
    ("voice", "country"),
    [
        ("Kremlin", "Russia"),
        ("the White House", "United States"),
        ("Russian foreign ministry", "Russia"),
        ("Downing Street", "United Kingdom"),
        ("Russia", None),
        ("Russian Airlines", None),
        ("Port Council of Velden", None),
        ("Franco-German ministry of Paris and Berlin", None),
    ],
)
def test_for_which_country_a_body_speaks(voice: str, country: str | None) -> None:
    assert country_of(voice) == country
