"""Another engine for claims: a language model behind any OpenAI-compatible endpoint.

The model only points at attributions, by copying words. What it copies is searched for in the text, and an
attribution whose source, cue or content is not found there, close together, is dropped. Speaker, act and day
are worked out by `bot.extract` as for every other claim. Where the endpoint fails, or a limit of time, length
or cost is reached, nothing is returned, and the local engine reads the article.

An article may hold instructions to the model. It goes in as marked data, and no part of the answer is obeyed,
run, fetched or shown: it is parsed by a fixed schema and searched for in the article. A model that is talked
round can therefore leave claims out or attribute the article's own words wrongly, which the article could
have printed as well; it cannot add a word to the record.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from bot.clock import Clock
from bot.config import ConfigError, Settings
from bot.extract.reading import Attribution

__all__ = ["FindAttributions", "host", "locally", "opened"]

FindAttributions = Callable[[str], Awaitable[tuple[Attribution, ...] | None]]
"""From a text to the attributions in it; None where the local engine is to find them."""


def host(settings: Settings) -> str | None:
    """Return the host that articles are sent to for reading, None where they stay on this machine."""
    return urlsplit(settings.llm.base_url).hostname if settings.extract.engine == "llm" else None


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncIterator[FindAttributions]:
    """Open the engine that the settings name. Raises ConfigError where they do not suffice."""
    if settings.extract.engine == "local":
        yield locally
        return
    chosen = settings.llm
    if not chosen.model:
        raise ConfigError("No model: set llm.model in config.toml, or ONRECORD_LLM__MODEL.")
    key = chosen.api_key.get_secret_value()
    if not (key.isascii() and key.isprintable()):
        raise ConfigError("The setting llm.api_key holds a character that no key has: copy it again.")
    try:  # an optional extra, which those who read locally need not install
        from bot.llm.endpoint import Endpoint
    except ModuleNotFoundError:
        raise ConfigError("The engine llm needs the openai package: pip install '.[llm]'.") from None
    from bot.llm.budget import Budget
    from bot.llm.finding import Finder

    endpoint = Endpoint(chosen.base_url, chosen.model, key, timeout_seconds=chosen.timeout_seconds)
    try:
        yield Finder(
            endpoint,
            Budget(clock, chosen.max_tokens_per_day),
            timeout_seconds=chosen.timeout_seconds,
            max_characters=chosen.max_characters,
        ).find
    finally:
        await endpoint.aclose()


async def locally(_: str) -> None:
    """Find nothing, so that the local engine does."""
