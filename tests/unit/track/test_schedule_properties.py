"""What holds of reminders for every date, zone, hour and lead."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.track.schedule import When, at_local, held_back, reminders

ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Paris",
        "America/New_York",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Cairo",
    ]
).map(ZoneInfo)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
QUIET = st.none() | st.tuples(CLOCKS, CLOCKS)
LEADS = st.lists(st.sampled_from(["7d", "3d", "1d", "0d", "3h", "1h", "30m"]), max_size=5)


@given(DAYS, CLOCKS, ZONES, CLOCKS, ZONES, QUIET, LEADS, st.integers(-40, 40))
def test_reminders_are_ahead_in_order_and_never_two_at_once(
    day: date,
    clock: time,
    zone: ZoneInfo,
    reminder_time: time,
    chat_zone: ZoneInfo,
    quiet: tuple[time, time] | None,
    leads: list[str],
    days_before: int,
) -> None:
    when = When(day.isoformat(), clock.isoformat("minutes"), str(zone))
    now = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=days_before)
    owed = reminders(when, zone=chat_zone, reminder_time=reminder_time, leads=leads, quiet=quiet, now=now)
    instants = [due.at for due in owed]
    assert all(at > now and at.tzinfo is UTC for at in instants)
    assert instants == sorted(set(instants))
    assert {due.lead for due in owed} <= {*leads, "after"}


@given(DAYS, ZONES, CLOCKS)
def test_a_local_time_is_that_time_or_moved_on_by_a_gap(day: date, zone: ZoneInfo, clock: time) -> None:
    local = at_local(day, clock, zone).astimezone(zone).replace(tzinfo=None)
    moved_on = local - datetime.combine(day, clock)
    # At Apia and the like a whole day can be left out.
    assert timedelta(0) <= moved_on <= timedelta(days=1)


@given(DAYS, CLOCKS, ZONES, CLOCKS, CLOCKS)
def test_what_is_held_back_is_let_out_within_a_day(
    day: date, clock: time, zone: ZoneInfo, begin: time, end: time
) -> None:
    at = at_local(day, clock, zone)
    until = held_back(at, zone, (begin, end))
    assert at <= until <= at + timedelta(hours=26)
