import re
from datetime import timedelta

import pytest
from telegram import error

from bot.chat import registry
from bot.chat.deliver import outcome_of
from bot.chat.help import text
from bot.track.results import Blocked, Later, Moved, Outcome, Refused


def test_help_and_the_menu_list_every_command() -> None:
    help_text = text(registry.COMMANDS)
    menu = {command.command: command.description for command in registry.menu()}

    for command in registry.COMMANDS:
        assert f"/{command.name} – " in help_text
        assert menu[command.name] == command.line


def test_telegram_would_take_the_menu() -> None:
    names = [command.name for command in registry.COMMANDS]

    assert len(names) == len(set(names))
    for command in registry.COMMANDS:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command.name)
        assert 1 <= len(command.line) <= 256


@pytest.mark.parametrize(
    ("refusal", "outcome"),
    [
        (error.Forbidden("Forbidden: bot was blocked by the user"), Blocked()),
        (error.BadRequest("Chat not found"), Blocked()),
        (error.BadRequest("Can't parse entities"), Refused("Can't parse entities")),
        (error.ChatMigrated(-100123), Moved(-100123)),
        (error.RetryAfter(7), Later(timedelta(seconds=7), "asked to wait")),
        (error.TimedOut(), Later(None, "TimedOut")),
        (error.NetworkError("Bad Gateway"), Later(None, "NetworkError")),
    ],
)
def test_each_refusal_of_telegram_has_its_meaning(refusal: error.TelegramError, outcome: Outcome) -> None:
    assert outcome_of(refusal) == outcome
