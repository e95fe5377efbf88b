from typing import Any

import pytest

from bot.extract.reading import Event as Stated
from bot.track.lifecycle import State, change, covers, replay, statement
from storage.models import Mention


def says(date: str | None, status: str = "scheduled", **more: Any) -> Mention:
    fields: dict[str, Any] = {
        "what": "vote", "start": 0, "time": None, "zone": None, "date_end": None, "precision": "day",
        "former_date": None, **more,
    }  # fmt: skip
    return Mention(date=date, status=status, **fields)


def after(*statements: Mention) -> tuple[str | None, str]:
    state = replay(statements)
    assert state is not None
    return state.date, state.status


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([says("2026-05-04")], ("2026-05-04", "scheduled")),
        ([says("2026-05-04"), says("2026-05-11", "postponed")], ("2026-05-11", "postponed")),
        ([says("2026-05-04"), says(None, "postponed")], (None, "postponed")),
        ([says("2026-05-04"), says("2026-05-04", "postponed")], (None, "postponed")),
        (
            [says("2026-05-04"), says("2026-05-11", "postponed"), says("2026-05-11", "postponed")],
            ("2026-05-11", "postponed"),
        ),
        (
            [says("2026-05-04"), says("2026-05-11", "postponed"), says("2026-05-11")],
            ("2026-05-11", "scheduled"),
        ),
        # An article that still has the old date has not heard; one that moves it back says from where.
        (
            [says("2026-05-04"), says("2026-05-11", "postponed"), says("2026-05-04")],
            ("2026-05-11", "postponed"),
        ),
        (
            [
                says("2026-05-04"),
                says("2026-05-11", "postponed"),
                says("2026-05-04", former_date="2026-05-11"),
            ],
            ("2026-05-04", "scheduled"),
        ),
        (
            [says("2026-05-04"), says("2026-05-11", "postponed"), says("2026-05-04", "cancelled")],
            ("2026-05-11", "cancelled"),
        ),
        ([says(None, "cancelled", former_date="2026-05-04")], ("2026-05-04", "cancelled")),
        ([says("2026-05-04"), says(None, "cancelled")], ("2026-05-04", "cancelled")),
        ([says("2026-05-04"), says("2026-05", "cancelled")], ("2026-05-04", "cancelled")),
        ([says("2026-05-04", "deadline"), says("2026-06-01", "postponed")], ("2026-06-01", "deadline")),
        ([says("2026-05-04", "deadline"), says("2026-05-04")], ("2026-05-04", "deadline")),
        ([says("2026-05-04", "conditional"), says("2026-05-04")], ("2026-05-04", "scheduled")),
        ([says("2026-05-04"), says("2026-05-04", "conditional")], ("2026-05-04", "scheduled")),
        ([says("2026-05"), says("2026-05-04")], ("2026-05-04", "scheduled")),
        ([says("2026-05-04"), says("2026-05")], ("2026-05-04", "scheduled")),
        ([says("2026-05-04", date_end="2026-05-08"), says("2026-05-06")], ("2026-05-04", "scheduled")),
        ([says("2026-05-04"), says("2026-05-04", "over"), says("2026-05-04")], ("2026-05-04", "over")),
        ([says("2026-05-04"), says(None, "cancelled"), says("2026-05-04")], ("2026-05-04", "scheduled")),
    ],
)
def test_the_state_follows_what_is_told_in_order(told: list[Mention], state: tuple[str | None, str]) -> None:
    assert after(*told) == state


def test_a_clock_time_is_kept_while_the_day_stays_and_its_zone_while_there_is_a_time() -> None:
    first = says("2026-04-14", "deadline", time="17:00", zone="Europe/London")
    again = replay([first, says("2026-04-14", "deadline")])
    assert again is not None
    assert (again.time, again.zone) == ("17:00", "Europe/London")
    later = replay([first, says("2026-05-12", "deadline", time="17:00")])
    assert later is not None
    assert (later.date, later.time, later.zone) == ("2026-05-12", "17:00", "Europe/London")
    moved = replay([first, says("2026-05-12", "postponed")])
    assert moved is not None
    assert (moved.time, moved.zone) == (None, None)


def test_within_an_article_news_of_a_change_outweighs_the_old_date_beside_it() -> None:
    old = Stated("2026-05-04", None, None, None, "day", "scheduled", "vote", 10, 15)
    new = Stated("2026-05-11", None, None, None, "day", "postponed", "vote", 90, 95)
    vague = Stated("2026-05", None, None, None, "month", "scheduled", "vote", 0, 5)
    assert statement([old, new, vague]) is new
    assert statement([vague, old]) is old


def state(date: str | None, status: str = "scheduled", **more: Any) -> State:
    fields: dict[str, Any] = {"time": None, "zone": None, "date_end": None, "precision": "day", **more}
    return State(date=date, status=status, **fields)


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (None, state("2026-05-04"), "announced"),
        (state("2026-05-04"), state("2026-05-04"), None),
        (state("2026-05-04"), state("2026-05-11", "postponed"), "moved"),
        (state("2026-05-04"), state(None, "postponed"), "moved"),
        (state("2026-05"), state("2026-05-04"), "sharpened"),
        (state("2026-05-04"), state("2026-05-04", time="15:00"), "sharpened"),
        (state("2026-05-04", time="14:00"), state("2026-05-04", time="15:00"), "moved"),
        (state("2026-05-04"), state("2026-05-04", "cancelled"), "cancelled"),
        (state("2026-05-04"), state("2026-05-04", "over"), "over"),
        (state("2026-05-04", "conditional"), state("2026-05-04"), "confirmed"),
    ],
)
def test_a_step_has_the_name_a_reader_would_give_it(
    before: State | None, now: State, kind: str | None
) -> None:
    assert change(before, now) == kind


def test_a_wider_date_covers_a_narrower_one() -> None:
    assert covers("2026-05", "2026-05-04")
    assert covers("2026-W19", "2026-05-04", "2026-05-08")
    assert not covers("2026-05-04", "2026-05")
    assert not covers(None, "2026-05-04")
