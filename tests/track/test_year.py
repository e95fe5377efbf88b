"""A year lived through the clock, with few people; the whole of it is in tests/benchmarks/year.py."""

import pytest

from tests.benchmarks import year


@pytest.mark.slow
async def test_every_reminder_of_a_year_comes_in_its_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year, "FOLLOWED", 2)
    lived = await year.simulate(number_of_users=40, number_of_events=60)
    assert len(lived.wanted) > 150
    assert lived.wrong() == []


@pytest.mark.parametrize(
    ("night", "shown"),
    [
        ("2026-03-29T02:30", "2026-03-29T01:30+00:00"),  # no clock in Paris shows it: an hour later
        ("2026-10-25T02:30", "2026-10-25T00:30+00:00"),  # clocks show it twice: the first time
    ],
)
def test_the_oracle_knows_gaps_and_doubled_hours(night: str, shown: str) -> None:
    local = year.datetime.fromisoformat(night)
    assert year.shown("Europe/Paris", local) == year.datetime.fromisoformat(shown)
