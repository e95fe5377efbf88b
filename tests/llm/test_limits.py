"""What a language model may cost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from starlette.responses import Response

from bot.clock import MovableClock
from bot.llm import FindAttributions
from bot.llm.budget import Budget
from bot.llm.failure import Failure
from tests.llm.endpoint import Model, never, returns, says
from tests.llm.texts import NOW

FindWith = Callable[..., FindAttributions]


def texts(count: int) -> list[str]:
    return [f"Boat number {n} lay at the quay." for n in range(count)]


async def test_a_day_s_tokens_are_spent_and_the_next_day_begins_anew(
    model: Model, find_with: FindWith, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    find = await find_with(max_tokens_per_day=20_000)
    model.will(says(tokens=15_000))
    first, second, third = texts(3)

    assert await find(first) == ()
    assert await find(second) is None
    assert "the 20,000 tokens of llm.max_tokens_per_day are spent for today" in caplog.text
    assert len(model.asked) == 1, "what might exceed the limit is not sent"

    clock.move_to(NOW + timedelta(days=1))
    assert await find(third) == ()


async def test_where_the_endpoint_names_no_cost_it_is_estimated(model: Model, find_with: FindWith) -> None:
    find = await find_with(max_tokens_per_day=20_000)
    model.will(says(tokens=None))

    answers = [await find(text) for text in texts(100)]

    read_there = answers.index(None)
    assert 10 < read_there < 50  # some 500 tokens of instructions each, in 20,000 less what must stay in hand
    assert len(model.asked) == read_there


async def test_what_was_refused_costs_nothing(model: Model, find_with: FindWith) -> None:
    find = await find_with(max_tokens_per_day=20_000)
    model.will(returns(Response(status_code=401)))
    for text in texts(10):
        assert await find(text) is None
    model.will(says())

    assert await find("The quay was empty.") == ()


async def test_what_was_given_up_counts_at_its_most(model: Model, find_with: FindWith) -> None:
    find = await find_with(max_tokens_per_day=20_000, timeout_seconds=0.2)
    model.will(never)
    for text in texts(4):
        assert await find(text) is None

    assert len(model.asked) == 2


async def test_a_very_long_article_is_not_sent(
    model: Model, find_with: FindWith, caplog: pytest.LogCaptureFixture
) -> None:
    find = await find_with(max_characters=1_000)

    assert await find("Nothing happened on the quay. " * 40) is None
    assert model.asked == []
    assert "over 1,000 characters" in caplog.text


def test_requests_under_way_together_stay_within_the_budget() -> None:
    budget = Budget(MovableClock(NOW), 1_000)

    budget.set_aside(600)
    with pytest.raises(Failure):
        budget.set_aside(600)
    budget.settle(600, 100)

    budget.set_aside(600)
