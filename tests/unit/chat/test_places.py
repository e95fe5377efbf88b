import pytest

from bot.chat import places


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("Paris", "Europe/Paris"),
        ("  köln ", "Europe/Berlin"),
        ("Москва", "Europe/Moscow"),
        ("New York", "America/New_York"),
        ("Birmingham, United States", "America/Chicago"),
        ("UTC+3", "Etc/GMT-3"),
        ("gmt -5", "Etc/GMT+5"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_by_the_names_people_use(name: str, zone: str) -> None:
    assert places.named(name)[0].zone == zone


@pytest.mark.parametrize("name", ["", "Qwxzqville", "UTC+77", "<b>", "posix/Europe/Paris"])
def test_no_zone_is_made_up(name: str) -> None:
    assert places.named(name) == ()


def test_a_name_of_several_cities_gives_one_place_a_zone() -> None:
    zones = [place.zone for place in places.named("Birmingham")]

    assert "Europe/London" in zones
    assert "America/Chicago" in zones
    assert len(zones) == len(set(zones))


def test_a_point_on_the_map_has_a_zone() -> None:
    place = places.at(48.21, 16.37)

    assert place is not None
    assert place.zone == "Europe/Vienna"
