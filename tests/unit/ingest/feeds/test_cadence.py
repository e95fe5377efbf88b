"""How often a feed is asked for, by what it brings and by what it allows."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.feeds import cadence, freshness

NOW = datetime(2023, 3, 8, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
durations = st.timedeltas(timedelta(0), timedelta(days=30))


def test_a_feed_that_brings_news_is_asked_for_oftener_and_a_silent_one_more_rarely() -> None:
    busy, silent = HOUR, HOUR
    for _ in range(20):
        busy, silent = cadence.after_success(busy, found=True), cadence.after_success(silent, found=False)

    assert (busy, silent) == (timedelta(minutes=15), timedelta(days=1))


def test_each_failure_doubles_the_wait_up_to_a_day() -> None:
    waits = [cadence.after_failure(HOUR, failures) for failures in (1, 2, 3, 4, 5, 6, 60)]

    assert [wait / HOUR for wait in waits] == [1, 2, 4, 8, 16, 24, 24]


@given(wait=durations, allowed=durations, seed=st.text())
def test_a_feed_is_never_asked_for_before_it_allows(wait: timedelta, allowed: timedelta, seed: str) -> None:
    at = cadence.next_visit(NOW, wait, allowed=allowed, seed=seed)

    assert at - NOW >= allowed
    assert at - NOW >= wait * 0.89
    assert at == cadence.next_visit(NOW, wait, allowed=allowed, seed=seed)


def test_feeds_added_together_drift_apart() -> None:
    visits = {cadence.next_visit(NOW, HOUR, seed=f"https://{i}.example/feed") for i in range(50)}

    assert len(visits) > 45
    assert max(visits) - min(visits) > timedelta(minutes=8)


@pytest.mark.parametrize(
    ("days", "failures", "given_up"), [(13.9, 50, False), (14, 50, True), (20, 9, False)]
)
def test_a_feed_is_given_up_after_a_fortnight_of_failures(
    days: float, failures: int, *, given_up: bool
) -> None:
    assert cadence.is_given_up(NOW - timedelta(days=days), NOW, failures) is given_up


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [
        ({}, 0),
        ({"Cache-Control": "public, max-age=600"}, 10),
        ({"Cache-Control": "max-age=600", "Age": "540"}, 1),
        ({"Cache-Control": "max-age=600, no-cache"}, 0),
        ({"Cache-Control": "max-age=31536000"}, 24 * 60),
        ({"Cache-Control": "s-maxage=600"}, 0),
        ({"Expires": "Wed, 08 Mar 2023 13:00:00 GMT", "Date": "Wed, 08 Mar 2023 12:30:00 GMT"}, 30),
        ({"Expires": "0"}, 0),
        ({"Expires": "Wed, 08 Mar 2022 13:00:00 GMT"}, 0),
        ({"Cache-Control": "max-age=999999999999999999"}, 24 * 60),
    ],
)
def test_how_long_an_answer_is_fresh(headers: dict[str, str], minutes: int) -> None:
    assert freshness.kept_for(httpx.Headers(headers), NOW) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("stated", "minutes"),
    [
        ("120", 2),
        ("Wed, 08 Mar 2023 12:05:00 GMT", 5),
        ("Wed, 08 Mar 2022 12:05:00 GMT", 0),
        ("9" * 5000, 30 * 24 * 60),
        ("soon", None),
        ("-5", None),
    ],
)
def test_how_long_a_server_asks_to_be_left_in_peace(stated: str, minutes: int | None) -> None:
    wait = None if minutes is None else timedelta(minutes=minutes)

    assert freshness.retry_after(httpx.Headers({"Retry-After": stated}), NOW) == wait


def test_only_what_can_be_sent_back_is_asked_with() -> None:
    kept = freshness.validators(httpx.Headers({"ETag": '"a1"', "Last-Modified": "x" * 600}))

    assert freshness.conditions(*kept) == {"If-None-Match": '"a1"'}
    assert freshness.validators(httpx.Headers({b"ETag": "é".encode()})) == (None, None)
