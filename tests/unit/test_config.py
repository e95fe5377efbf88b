"""Settings: documented once each, overridable, and refused in words when wrong."""

import tomllib
from pathlib import Path

import pytest

from bot.config import ConfigError, Settings, load

ROOT = Path(__file__).parents[2]
EVERY_SETTING = [
    (section, name)
    for section, table in Settings.model_fields.items()
    for name in table.annotation.model_fields  # type: ignore[union-attr]
]


@pytest.mark.parametrize(("section", "name"), EVERY_SETTING)
def test_every_setting_is_in_the_example_with_its_default(section: str, name: str) -> None:
    example = tomllib.loads((ROOT / "config.example.toml").read_text())
    default = getattr(getattr(Settings(), section), name)
    if hasattr(default, "get_secret_value"):
        default = default.get_secret_value()
    if isinstance(default, Path):
        default = str(default)

    assert example[section][name] == default


def test_the_example_names_no_setting_that_does_not_exist() -> None:
    example = tomllib.loads((ROOT / "config.example.toml").read_text())

    assert {(s, n) for s, table in example.items() for n in table} == set(EVERY_SETTING)


def test_the_environment_overrides_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[database]\nurl = "sqlite:///a.db"\n[playground]\nport = 9000\n')
    monkeypatch.setenv("ONRECORD_DATABASE__URL", "sqlite:///b.db")

    settings = load(file)

    assert settings.database.url == "sqlite:///b.db"
    assert settings.playground.port == 9000


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[telegram]\ntokn = 'x'", "telegram.tokn"),
        ("[reminders]\ntime = '25:00'", "reminders.time"),
        ("[reminders]\nleads = ['soon']", "reminders.leads"),
        ("[playground", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, toml: str, told: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(toml)

    with pytest.raises(ConfigError, match=told):
        load(file)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"copy config\.example\.toml"):
        load(tmp_path / "none.toml")
