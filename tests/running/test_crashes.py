"""Programs killed while they send: nothing is lost, and only what was on its way is repeated."""

import random

import pytest

from tests.running.program import account

KILLS = 20


@pytest.mark.slow
async def test_killed_at_random_instants_everything_still_arrives(any_url: str) -> None:
    at = random.Random(6)  # noqa: S311 - instants, not secrets
    people = 150
    messages, states = await account(any_url, [at.uniform(0, 0.5) for _ in range(KILLS)], people)
    assert states == {"sent": people}
    assert set(messages) == set(range(1, people + 1))
    assert messages.total() - people <= KILLS
