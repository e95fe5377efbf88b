import pytest

from bot.answer.places import country_of, standing_for, table
from bot.words import words


def test_a_capital_and_a_palace_stand_for_a_country() -> None:
    assert {("russia",), ("kremlin",), ("russian",)} <= standing_for(("moscow",))
    assert ("burma",) in standing_for(("myanmar",))
    assert standing_for(("wherever",)) == frozenset()


def test_no_name_stands_in_two_rows() -> None:
    names = [tuple(words(name)) for row in table() for name in row]
    assert len(names) == len(set(names))
    assert len(table()) >= 150
    assert all(len(row) >= 2 for row in table())


def test_people_and_seats_of_government_far_and_near_are_in_the_table() -> None:
    seats = {"Elysee": "France", "Aso Rock": "Nigeria", "Moncloa": "Spain", "Capitol Hill": "Congress"}
    for seat, known_as in seats.items():
        assert tuple(words(known_as)) in standing_for(tuple(words(seat)))


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
