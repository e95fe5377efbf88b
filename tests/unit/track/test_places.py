import pytest

from bot.track.places import zone_in


@pytest.mark.parametrize(
    ("what", "zone"),
    [
        ("Ministers meet in Tokyo to sign the accord", "Asia/Tokyo"),
        ("The president of Kenya will visit", "Africa/Nairobi"),
        ("the summit in New Zealand's capital", "Pacific/Auckland"),
        ("Heavyweights will fight in San Francisco on points", "America/Los_Angeles"),
        ("Dock workers at Port Ashby will strike", None),
        ("will vote in May", None),
    ],
)
def test_the_zone_is_that_of_the_first_place_named(what: str, zone: str | None) -> None:
    assert zone_in(what) == zone
