from datetime import UTC, datetime, timedelta

from bot.track.stories import Leaf, nearest

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)

STRIKE = Leaf(
    "Dock workers in Port Ashby to strike",
    "Dock workers in Port Ashby will strike on Thursday over night shifts, the Quay Union said. "
    "Mara Lind, its leader, said that nobody would unload a ship. The harbour company called the demand "
    "unaffordable.",
    MONDAY,
    ("article", 1),
)
OFF = Leaf(
    "Port Ashby strike averted",
    "The Quay Union called off a walkout of dock workers in Port Ashby after the harbour company gave way on "
    "night shifts. Mara Lind said the ships could be unloaded.",
    MONDAY + timedelta(days=3),
    ("article", 2),
)
OTHER_STRIKE = Leaf(
    "Bus drivers walk out in Velden",
    "Bus drivers in Velden walked out on Thursday over pay, and commuters were left to walk. "
    "Their union said the city had not made an offer. Mayor Ines Calder asked for talks.",
    MONDAY + timedelta(days=3),
    ("article", 3),
)


def test_a_later_turn_of_events_joins_the_article_it_continues() -> None:
    assert nearest(OFF, [OTHER_STRIKE, STRIKE]) == ("article", 1)


def test_the_same_kind_of_thing_elsewhere_is_another_story() -> None:
    assert nearest(OTHER_STRIKE, [STRIKE, OFF]) is None


def test_the_first_article_stands_alone() -> None:
    assert nearest(STRIKE, []) is None


def test_years_later_it_is_another_story() -> None:
    again = Leaf(OFF.title, OFF.text, OFF.at + timedelta(days=900), OFF.group)
    assert nearest(again, [STRIKE]) is None


def test_an_empty_article_is_like_nothing() -> None:
    assert nearest(Leaf("", "", MONDAY, ("article", 4)), [STRIKE]) is None
