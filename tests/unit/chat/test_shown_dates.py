from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.chat import dates
from storage.models import Article, Delivery, Event

PARIS = ZoneInfo("Europe/Paris")


def event(**fields: object) -> Event:
    given: dict[str, object] = {
        "what": "ministers meet in Vienna", "date": "2022-02-24", "time": None, "zone": None,
        "date_end": None, "precision": "day", "status": "scheduled",
        "first_day": date(2022, 2, 24), "last_day": date(2022, 2, 24),
    }  # fmt: skip
    return Event(**{**given, **fields})


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Thu 24 Feb 2022: Ministers meet in Vienna"),
        ({"time": "15:00"}, "Thu 24 Feb 2022, 15:00 (time zone not stated): Ministers meet in Vienna"),
        ({"date": "2022-03", "precision": "month"}, "March 2022: Ministers meet in Vienna"),
        ({"date": "2022-W09", "precision": "week"}, "week of Mon 28 Feb 2022: Ministers meet in Vienna"),
        ({"date_end": "2022-02-26"}, "Thu 24 Feb 2022 to Sat 26 Feb 2022: Ministers meet in Vienna"),
        ({"date": None, "status": "postponed"}, "no date set: Ministers meet in Vienna (put off)"),
        ({"status": "postponed"}, "Thu 24 Feb 2022: Ministers meet in Vienna (new date)"),
        ({"status": "deadline"}, "Thu 24 Feb 2022: Ministers meet in Vienna (deadline)"),
    ],
)
def test_an_event_is_told_at_the_precision_it_was_stated(fields: dict[str, object], line: str) -> None:
    assert dates.event_line(event(**fields), UTC) == line


def test_an_instant_is_a_date_entity_that_falls_back_to_the_reader_s_zone() -> None:
    shown = dates.when(event(time="15:00", zone="Europe/Kyiv", precision="instant"), PARIS)

    assert shown == '<tg-time unix="1645707600" format="wDt">Thu 24 Feb 2022, 14:00 CET</tg-time>'


@pytest.mark.parametrize(("zone", "hour"), [("+02:00", 13), ("-0530", 20), ("Z", 15), ("Europe/London", 15)])
def test_offsets_and_names_are_both_zones(zone: str, hour: int) -> None:
    begins = dates.starts(event(time="15:00", zone=zone))

    assert begins is not None
    assert begins.astimezone(UTC).hour == hour


@pytest.mark.parametrize("zone", ["Atlantis/Port", "+99:99", "../../etc/passwd", "x"])
def test_a_zone_that_does_not_exist_is_not_believed(zone: str) -> None:
    assert dates.starts(event(time="15:00", zone=zone)) is None


@pytest.mark.parametrize(
    ("published", "zone_from", "shown"),
    [
        (None, "unknown", "date not known"),
        ("2022-02-21", "unknown", "Mon 21 Feb 2022"),
        ("2022-02-21T21:16:00", "unknown", "Mon 21 Feb 2022, 21:16 (time zone not stated)"),
    ],
)
def test_a_publication_date_says_what_it_does_not_know(
    published: str | None, zone_from: str, shown: str
) -> None:
    assert dates.published(Article(published=published, zone_from=zone_from), PARIS) == shown


def test_a_publication_instant_is_shown_in_the_chat_s_zone_and_its_source_named() -> None:
    printed = dates.published(Article(published="2022-02-21T18:16:00+00:00", zone_from="printed"), PARIS)
    inferred = dates.published(Article(published="2022-02-21T18:16:00+00:00", zone_from="inferred"), PARIS)

    assert ">Mon 21 Feb 2022, 19:16 CET</tg-time>" in printed
    assert inferred == f"{printed} (time zone inferred)"


@pytest.mark.parametrize(
    ("now", "nearness"),
    [
        (datetime(2022, 2, 22, 9, tzinfo=UTC), "In 2 days"),
        (datetime(2022, 2, 22, 23, 30, tzinfo=UTC), "Tomorrow"),  # it is the 23rd in Paris already
        (datetime(2022, 2, 24, 9, tzinfo=UTC), "Today"),
        (datetime(2022, 2, 25, 9, tzinfo=UTC), "Was due"),
    ],
)
def test_nearness_is_of_the_chat_s_own_day(now: datetime, nearness: str) -> None:
    assert dates.nearness(event(), now, PARIS) == nearness


def test_an_hour_before_is_called_so() -> None:
    at_three = event(time="15:00", zone="UTC", precision="instant")

    assert dates.nearness(at_three, datetime(2022, 2, 24, 14, tzinfo=UTC), UTC) == "In about 1 hour"
    assert dates.nearness(at_three, datetime(2022, 2, 24, 14, 30, tzinfo=UTC), UTC) == "In 30 minutes"


def test_the_first_pending_reminder_is_named() -> None:
    def owed(day: int, state: str = "pending", kind: str = "lead", event_id: int = 1) -> Delivery:
        return Delivery(
            event_id=event_id, kind=kind, state=state, due_at=datetime(2022, 2, day, 9, tzinfo=UTC)
        )

    owing = [owed(24), owed(22, state="sent"), owed(23), owed(21, kind="after"), owed(20, event_id=2)]

    assert dates.next_reminder(owing, {1}) == datetime(2022, 2, 23, 9, tzinfo=UTC)
    assert dates.next_reminder(owing, {3}) is None
