"""Typed settings, from a TOML file and the environment."""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, SecretStr, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

Lead = Annotated[str, Field(pattern=r"^\d{1,3}[dhm]$")]


def _address(value: str) -> str:
    try:
        HttpUrl(value.encode("ascii").decode())
    except (UnicodeEncodeError, ValidationError):
        raise PydanticCustomError(
            "address", "it is no address that starts with http:// or https://"
        ) from None
    return value


Address = Annotated[str, AfterValidator(_address)]


class ConfigError(Exception):
    """The settings cannot be used. The message is one sentence with what to do next."""


class Section(BaseModel):
    """A table of the TOML file. A setting that does not exist is an error, not silence."""

    model_config = ConfigDict(extra="forbid")


class Telegram(Section):
    """How to reach Telegram."""

    token: SecretStr = Field(default=SecretStr(""), description="What @BotFather gave you.")
    base_url: str = Field(
        default="https://api.telegram.org",
        description="The Bot API server; change it only for one of your own.",
    )
    webhook_url: str = Field(
        default="",
        description="Where Telegram reaches [web] from outside, https://…; empty: the bot asks for updates.",
    )


class DatabaseSection(Section):
    """Where everything is kept."""

    url: str = Field(
        default="sqlite:///onrecord.db",
        description="sqlite:///PATH, or postgresql://USER:PASSWORD@HOST/NAME.",
    )


class Reminders(Section):
    """What a new chat starts with; each chat can change its own."""

    time: str = Field(
        default="09:00",
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
        description="Local time of day for reminders of what has a date but no clock time.",
    )
    leads: list[Lead] = Field(
        default=["1d", "0d", "1h"],
        description="How long before: 1d the day before, 0d on the day, 1h an hour before a known time.",
    )


class Fetch(Section):
    """Limits on reading links."""

    timeout_seconds: float = Field(
        default=20, gt=0, le=120, description="A whole request may take this long."
    )
    max_bytes: int = Field(default=5_000_000, ge=10_000, description="Larger pages and files are refused.")


class Feeds(Section):
    """Following feeds."""

    at_once: int = Field(
        default=8, ge=1, le=50, description="So many feeds and their pages are asked for side by side."
    )
    most_per_chat: int = Field(default=500, ge=1, description="A chat can follow so many.")


class Extract(Section):
    """How articles are read."""

    engine: Literal["local", "llm"] = Field(
        default="local",
        description="What finds who said what: local on this machine, or the language model of [llm].",
    )


class Llm(Section):
    """A language model that finds who said what. The articles' texts are sent to it."""

    base_url: Address = Field(
        default="https://api.openai.com/v1",
        description="Any endpoint that speaks OpenAI's chat completions.",
    )
    model: str = Field(default="", description="The model's name at that endpoint.")
    api_key: SecretStr = Field(
        default=SecretStr(""), description="The key for that endpoint, where it asks for one."
    )
    timeout_seconds: float = Field(
        default=60, gt=0, le=600, description="An article that takes longer is read locally."
    )
    max_characters: int = Field(
        default=60_000, ge=1_000, le=300_000, description="Longer articles are read locally."
    )
    max_tokens_per_day: int = Field(
        default=1_000_000,
        ge=20_000,
        description="Once so many are spent since midnight UTC (or the start), articles are read locally.",
    )


class Web(Section):
    """What the running bot tells over HTTP: /healthz, /readyz and /metrics; and where webhooks arrive."""

    host: str = Field(default="127.0.0.1", description="The address it listens at.")
    port: int = Field(default=0, ge=0, le=65535, description="Its port; 0 turns it off.")


class Backup(Section):
    """The copy of the database that a running bot makes each night."""

    folder: Path = Field(default=Path("backups"), description="Where the nightly copies are kept.")
    keep_days: int = Field(
        default=14, ge=0, le=3650, description="For how many days they are kept; 0 makes none."
    )


class Playground(Section):
    """The bot with no token, in a browser on this machine."""

    port: int = Field(
        default=8080, ge=0, le=65535, description="The page is at http://127.0.0.1:PORT; 0 takes a free one."
    )


class Log(Section):
    """What the program says of itself."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much it says."
    )
    format: Literal["text", "json"] = Field(
        default="text", description="Lines for people, or a JSON object a line."
    )


class Settings(BaseSettings):
    """All settings. `ONRECORD_TELEGRAM__TOKEN` in the environment overrides `token` in `[telegram]`."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", env_nested_delimiter="__", extra="forbid")

    telegram: Telegram = Telegram()
    database: DatabaseSection = DatabaseSection()
    reminders: Reminders = Reminders()
    fetch: Fetch = Fetch()
    feeds: Feeds = Feeds()
    extract: Extract = Extract()
    llm: Llm = Llm()
    web: Web = Web()
    backup: Backup = Backup()
    playground: Playground = Playground()
    log: Log = Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then what the file says (handed in by `load`)."""
        return env_settings, init_settings


def load(path: Path | None = None) -> Settings:
    """Read settings from `path`, else from `$ONRECORD_CONFIG`, else from `config.toml` where there is one.

    Raises ConfigError naming the setting that is wrong.
    """
    named = path or (Path(os.environ["ONRECORD_CONFIG"]) if os.environ.get("ONRECORD_CONFIG") else None)
    file = named or Path("config.toml")
    values: dict[str, Any] = {}
    if named or file.exists():
        try:
            values = tomllib.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ConfigError(f"There is no settings file {file}: copy config.example.toml there.") from None
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"The settings file {file} cannot be read: {error}.") from None
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"The setting {name} is wrong: {first['msg']}.") from None
