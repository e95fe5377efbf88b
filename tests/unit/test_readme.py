"""The README says what is true of the program."""

import re
from pathlib import Path

from typer.main import get_command

from bot.chat import registry
from bot.cli import app
from bot.config import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def test_every_chat_command_is_listed_with_its_line() -> None:
    listed = dict(re.findall(r"^\| `/(\w+)` \| (.+) \|$", README, re.MULTILINE))

    assert listed == {command.name: command.line for command in registry.COMMANDS}


def test_every_setting_is_listed_with_what_it_is() -> None:
    listed = dict(re.findall(r"^\| `(\w+\.\w+)` \| .+ \| (.+) \|$", README, re.MULTILINE))

    assert listed == {
        f"{section}.{name}": field.description
        for section, table in Settings.model_fields.items()
        for name, field in table.annotation.model_fields.items()  # type: ignore[union-attr]
    }


def test_every_shell_command_is_listed() -> None:
    listed = re.findall(r"^\| `onrecord (\w+)", README, re.MULTILINE)

    assert sorted(listed) == sorted(get_command(app).commands)  # type: ignore[attr-defined]


def test_what_the_readme_points_at_exists() -> None:
    targets = re.findall(r"\]\((?!https?://)([^)]+)\)", README)

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_its_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()

    assert [
        t for t in re.findall(r"(?:`|^)make (\w+)", README, re.MULTILINE) if f"\n{t}:" not in makefile
    ] == []
