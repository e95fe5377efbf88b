"""Turns that all who work on a database share."""

import asyncio

import pytest

from storage import pace
from storage.session import Database


async def test_turns_are_given_one_after_the_other_to_all_who_share_them(any_url: str) -> None:
    first, second = await Database.open(any_url), await Database.open(any_url)

    async def take(database: Database, turns: int) -> float:
        async with database.begin() as session:
            return await pace.reserve(session, "telegram", turns, 2.0)

    waits = [await take(first, 4), await take(second, 2)]
    assert waits[0] == 0
    assert 0 < waits[1] <= 2
    both = sorted(await asyncio.gather(take(first, 2), take(second, 2)))
    assert both[1] - both[0] == pytest.approx(1.0, abs=0.9)
    assert sum(waits) < both[1] <= 4
    await first.close()
    await second.close()


async def test_another_limit_has_turns_of_its_own(any_database: Database) -> None:
    async with any_database.begin() as session:
        await pace.reserve(session, "telegram", 4, 1.0)
        assert await pace.reserve(session, "elsewhere", 1, 1.0) == 0
