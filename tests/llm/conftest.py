from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import pytest

from bot.clock import MovableClock
from bot.config import Settings
from bot.llm import FindAttributions, opened
from tests.llm.endpoint import Model, serving
from tests.llm.texts import NOW


@pytest.fixture
async def model() -> AsyncIterator[Model]:
    async with serving() as model:
        yield model


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOW)


@pytest.fixture
def settings(model: Model) -> Settings:
    return Settings.model_validate(
        {
            "extract": {"engine": "llm"},
            "llm": {
                "base_url": model.base_url,
                "model": "oracle",
                "api_key": "sk-quite-secret",
                "timeout_seconds": 30,
            },
        }
    )


@pytest.fixture
async def find(settings: Settings, clock: MovableClock) -> AsyncIterator[FindAttributions]:
    async with opened(settings, clock) as find:
        yield find


@pytest.fixture
async def find_with(
    settings: Settings, clock: MovableClock
) -> AsyncIterator[Callable[..., FindAttributions]]:
    """Open the engine with some of its settings changed."""
    async with AsyncExitStack() as stack:

        async def find_with(**changed: object) -> FindAttributions:
            for name, value in changed.items():
                setattr(settings.llm, name, value)
            return await stack.enter_async_context(opened(settings, clock))

        yield find_with
