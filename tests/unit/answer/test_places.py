from bot.answer.places import TABLE, standing_for


def test_a_capital_and_a_palace_stand_for_a_country() -> None:
    assert {("russia",), ("kremlin",), ("russian",)} <= standing_for(("moscow",))
    assert ("burma",) in standing_for(("myanmar",))
    assert standing_for(("wherever",)) == frozenset()


def test_no_name_stands_in_two_rows() -> None:
    names = [name.strip() for row in TABLE.strip().splitlines() for name in row.split(",")]
    assert len(names) == len(set(names))
    assert len(TABLE.strip().splitlines()) >= 40
