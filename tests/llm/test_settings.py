"""Choosing the engine: what is missing is said at the start, and nobody needs what he does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.config import ConfigError, Settings, load
from bot.llm import host, opened
from tests.llm.texts import FERRY, NOW

WITHOUT_OPENAI = (
    "import sys; sys.modules['openai'] = sys.modules['httpx2'] = None; from bot.cli import app; app()"
)


def extracting(folder: Path, toml: str) -> subprocess.CompletedProcess[str]:
    """Run `onrecord extract` where openai is not installed."""
    (folder / "config.toml").write_text(toml)
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WITHOUT_OPENAI, "extract"],
        cwd=folder, input=FERRY, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_local_engine_needs_no_openai(tmp_path: Path) -> None:
    done = extracting(tmp_path, "")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Ines Brandt" in done.stdout


def test_the_other_engine_says_what_to_install(tmp_path: Path) -> None:
    done = extracting(tmp_path, '[extract]\nengine = "llm"\n[llm]\nmodel = "oracle"')

    assert done.returncode == 1
    assert done.stderr == "The engine llm needs the openai package: pip install '.[llm]'.\n"


@pytest.mark.parametrize(
    ("llm", "told"),
    [
        ({}, "No model: set llm.model"),
        ({"model": "oracle", "api_key": "sk-\u200bsecret"}, "llm.api_key holds a character"),
        ({"model": "oracle", "api_key": "sk-secret\n"}, "llm.api_key holds a character"),
    ],
)
async def test_what_is_missing_is_said_at_the_start(llm: dict[str, str], told: str) -> None:
    settings = Settings.model_validate({"extract": {"engine": "llm"}, "llm": llm})

    with pytest.raises(ConfigError, match=told) as raised:
        async with opened(settings, MovableClock(NOW)):
            pass

    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[extract]\nengine = "gpt"', "extract.engine"),
        ('[llm]\nbase_url = "ftp://models.example"', "llm.base_url"),
        ('[llm]\nbase_url = "models.example/v1"', "llm.base_url is wrong: it is no address"),
        ('[llm]\nbase_url = "http://[::1"', "llm.base_url"),
        ('[llm]\nbase_url = "http://127.0.0.1:99999"', "llm.base_url"),
        ("[llm]\nmax_tokens_per_day = 0", "llm.max_tokens_per_day"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, toml: str, told: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(toml)

    with pytest.raises(ConfigError, match=told):
        load(file)


def test_the_key_is_not_shown() -> None:
    settings = Settings.model_validate({"llm": {"api_key": "sk-quite-secret"}})

    assert "sk-quite-secret" not in repr(settings)


def test_where_articles_go_is_known() -> None:
    local = Settings()
    away = Settings.model_validate(
        {"extract": {"engine": "llm"}, "llm": {"base_url": "https://me:word@models.example:8000/v1"}}
    )

    assert host(local) is None
    assert host(away) == "models.example"
