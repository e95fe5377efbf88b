"""The commands for who runs a bot."""

import asyncio
from pathlib import Path

import pytest

from tests.door.test_commands import Shell
from tests.running.program import owe, telegram


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path)


def test_a_copy_is_made_and_put_back(shell: Shell, sqlite_url: str) -> None:
    asyncio.run(owe(sqlite_url, 3))
    assert shell.run("backup", "copy.db", "--database", sqlite_url).stdout == "Copied to copy.db.\n"
    done = shell.run("restore", "copy.db", "--yes", "--database", "sqlite:///new.db")
    assert done.stdout == "Restored from copy.db.\n"
    told = shell.run("deliveries", "--database", "sqlite:///new.db").stdout
    assert told == "0 given up, 3 due and waiting.\n"
    refused = shell.run("restore", "nothing.db", "--yes", "--database", sqlite_url)
    assert refused.exit_code == 1
    assert "There is no file nothing.db" in refused.stderr


def test_the_doctor_finds_what_is_well_and_what_is_not(
    shell: Shell, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sick = shell.run("doctor", "--database", "sqlite:///none/at/all.db")
    assert sick.exit_code == 1
    assert "BAD token: there is none" in sick.stdout
    assert "ok  database: it will be made on the first run." in sick.stdout

    async def well() -> str:
        async with telegram() as (address, _):
            monkeypatch.setenv("ONRECORD_TELEGRAM__BASE_URL", address)
            monkeypatch.setenv("ONRECORD_TELEGRAM__TOKEN", "1:test")
            done = await asyncio.to_thread(shell.run, "doctor", "--database", sqlite_url)
            return done.stdout

    told = asyncio.run(well())
    assert [line.split(":")[0] for line in told.splitlines()] == [
        "ok  token",
        "ok  clock",
        "ok  database",
        "ok  schema",
        "ok  disk",
        "ok  model",
    ]
