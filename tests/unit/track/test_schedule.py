from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.track.schedule import Due, When, at_local, days, held_back, instant, lead_length, reminders

PARIS, NEW_YORK, UTC_ZONE = ZoneInfo("Europe/Paris"), ZoneInfo("America/New_York"), ZoneInfo("UTC")
LONG_BEFORE = datetime(2026, 1, 1, tzinfo=UTC)


def plan(when: When, **settings: Any) -> list[tuple[str, str]]:
    """(lead, local day and time) of each reminder, as the chat sees them."""
    zone = settings.get("zone", PARIS)
    chosen = {
        "zone": zone,
        "reminder_time": time(9),
        "leads": ["1d", "0d", "1h"],
        "quiet": None,
        "now": LONG_BEFORE,
        **settings,
    }
    return [(due.lead, f"{due.at.astimezone(zone):%m-%d %H:%M}") for due in reminders(when, **chosen)]


def test_a_day_is_reminded_of_on_its_eve_on_the_day_and_the_day_after() -> None:
    assert plan(When("2026-03-05")) == [
        ("1d", "03-04 09:00"),
        ("0d", "03-05 09:00"),
        ("after", "03-06 09:00"),
    ]


def test_an_hour_before_needs_a_clock_time_and_a_zone() -> None:
    stated = When("2026-03-05", time="15:00", zone="Europe/London")
    assert ("1h", "03-05 15:00") in plan(stated)  # two in London is three in Paris
    assert plan(When("2026-03-05", time="15:00")) == plan(When("2026-03-05"))
    assert plan(When("2026-03-05", time="15:00", zone="Middle-earth")) == plan(When("2026-03-05"))


def test_the_day_of_a_known_instant_is_the_chats_own() -> None:
    midnight_in_tokyo = When("2026-03-05", time="00:30", zone="Asia/Tokyo")
    assert plan(midnight_in_tokyo, zone=NEW_YORK) == [
        ("1d", "03-03 09:00"),
        ("0d", "03-04 09:00"),
        ("1h", "03-04 09:30"),
        ("after", "03-05 09:00"),
    ]


def test_the_reminder_of_the_day_comes_no_later_than_the_event() -> None:
    early = When("2026-03-05", time="07:00", zone="Europe/Paris")
    assert ("0d", "03-05 07:00") in plan(early)


def test_a_week_or_month_is_due_on_its_first_day_and_looked_back_on_after_its_last() -> None:
    assert plan(When("2026-W10")) == [("0d", "03-02 09:00"), ("after", "03-09 09:00")]
    assert plan(When("2026-02")) == [("0d", "02-01 09:00"), ("after", "03-01 09:00")]


def test_a_range_is_reminded_of_from_its_first_day_and_looked_back_on_after_its_last() -> None:
    fair = When("2026-03-05", date_end="2026-03-08")
    assert plan(fair) == [("1d", "03-04 09:00"), ("0d", "03-05 09:00"), ("after", "03-09 09:00")]


def test_only_what_is_still_ahead_is_owed() -> None:
    day = When("2026-03-05")
    before_nine = datetime(2026, 3, 5, 7, 30, tzinfo=UTC)
    assert plan(day, now=before_nine) == [("0d", "03-05 09:00"), ("after", "03-06 09:00")]
    at_noon = datetime(2026, 3, 5, 11, tzinfo=UTC)
    assert plan(day, now=at_noon) == [("after", "03-06 09:00")]
    assert plan(day, now=datetime(2026, 3, 6, 8, tzinfo=UTC)) == []


def test_quiet_hours_hold_a_reminder_back_and_let_one_out_for_two() -> None:
    launch = When("2026-03-05", time="07:30", zone="Europe/Paris")
    night = (time(22), time(8))
    held = plan(launch, leads=["0d", "1h", "30m"], reminder_time=time(7), quiet=night)
    assert held == [("0d", "03-05 08:00"), ("after", "03-06 08:00")]


@pytest.mark.parametrize(
    ("local", "until"),
    [("21:59", "21:59"), ("22:00", "08:00"), ("23:30", "08:00"), ("03:00", "08:00"), ("08:00", "08:00")],
)
def test_quiet_hours_run_across_midnight(local: str, until: str) -> None:
    at = at_local(date(2026, 6, 1), time.fromisoformat(local), PARIS)
    assert f"{held_back(at, PARIS, (time(22), time(8))).astimezone(PARIS):%H:%M}" == until


def test_quiet_hours_by_day_and_none_at_all() -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    assert held_back(noon, UTC, (time(11), time(13))) == datetime(2026, 6, 1, 13, tzinfo=UTC)
    assert held_back(noon, UTC, (time(9), time(9))) == held_back(noon, UTC, None) == noon


def test_a_time_the_clocks_leave_out_moves_on_by_the_gap() -> None:
    # In New York 02:30 does not exist on 8 March 2026.
    assert plan(When("2026-03-08"), zone=NEW_YORK, reminder_time=time(2, 30), leads=["0d"])[0] == (
        "0d",
        "03-08 03:30",
    )


def test_a_time_the_clocks_show_twice_is_the_first() -> None:
    # In Paris 02:30 comes twice on 25 October 2026: at 00:30 and at 01:30 UTC.
    (due, _) = reminders(
        When("2026-10-25"),
        zone=PARIS,
        reminder_time=time(2, 30),
        leads=["0d"],
        quiet=None,
        now=LONG_BEFORE,
    )
    assert due == Due("due", "0d", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25")


def test_no_reminder_day_is_lost_where_the_clocks_change() -> None:
    eve_of_the_change = plan(When("2026-03-30"), reminder_time=time(0, 0), leads=["2d", "1d", "0d"])
    assert eve_of_the_change[:3] == [("2d", "03-28 00:00"), ("1d", "03-29 00:00"), ("0d", "03-30 00:00")]


def test_what_is_called_off_has_none_and_what_is_over_is_only_looked_back_on() -> None:
    assert plan(When("2026-03-05", status="cancelled")) == []
    assert plan(When(None, status="postponed")) == []
    assert plan(When("2026-03-05", status="over")) == [("after", "03-06 09:00")]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (When("2026-04-14", "17:00", "Europe/London"), datetime(2026, 4, 14, 16, tzinfo=UTC)),
        (When("2026-04-14", "17:00", "+05:30"), datetime(2026, 4, 14, 11, 30, tzinfo=UTC)),
        (When("2026-04-14", "17:00", "UTC-5"), datetime(2026, 4, 14, 22, tzinfo=UTC)),
        (When("2026-04-14", "17:00", "Z"), datetime(2026, 4, 14, 17, tzinfo=UTC)),
        (When("2026-04-14", "17:00"), None),
        (When("2026-04-14", None, "Europe/London"), None),
        (When("2026-04", "17:00", "Europe/London"), None),
        (When("2026-04-14", "25:00", "Europe/London"), None),
        (When("2026-04-14", "17:00", "../etc/passwd"), None),
        (When("2026-04-14", "17:00", "+99:00"), None),
    ],
)
def test_an_instant_is_known_where_day_clock_time_and_zone_are(when: When, expected: datetime | None) -> None:
    assert instant(when) == expected


@pytest.mark.parametrize(
    ("iso", "end", "first", "last"),
    [
        ("2026-03-05", None, "2026-03-05", "2026-03-05"),
        ("2026-03-05", "2026-03-09", "2026-03-05", "2026-03-09"),
        ("2026-W53", None, "2026-12-28", "2027-01-03"),
        ("2026-02", None, "2026-02-01", "2026-02-28"),
        ("2026", None, "2026-01-01", "2026-12-31"),
    ],
)
def test_the_days_a_date_covers(iso: str, end: str | None, first: str, last: str) -> None:
    assert days(iso, end) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("iso", [None, "2026-13", "2025-W53", "2026-02-30", "soon", "9999-W53", "0000"])
def test_what_is_no_date_covers_no_days(iso: str | None) -> None:
    assert days(iso) is None


@pytest.mark.parametrize("lead", ["", "d", "1w", "-1d", "1d ", "9999d"])
def test_a_lead_of_another_form_is_refused(lead: str) -> None:
    with pytest.raises(ValueError, match="lead time"):
        lead_length(lead)


def test_utc_serves_a_chat_that_has_not_said_its_zone() -> None:
    assert plan(When("2026-03-05"), zone=UTC_ZONE)[0] == ("1d", "03-04 09:00")


def test_a_day_at_a_known_place_is_reminded_of_when_it_is_that_day_there() -> None:
    in_tokyo = When("2026-03-05", held_in="Asia/Tokyo")
    # Nine in the evening in New York is ten in the morning of the next day in Tokyo.
    evening = plan(in_tokyo, zone=NEW_YORK, reminder_time=time(20))
    assert evening == [("1d", "03-03 20:00"), ("0d", "03-04 20:00"), ("after", "03-05 20:00")]
    morning = plan(in_tokyo, zone=NEW_YORK, reminder_time=time(9))
    assert morning == [("1d", "03-04 09:00"), ("0d", "03-05 09:00"), ("after", "03-06 09:00")]
    assert plan(in_tokyo, zone=PARIS) == plan(When("2026-03-05"), zone=PARIS)
