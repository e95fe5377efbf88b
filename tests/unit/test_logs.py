"""What the log says, and what it never does."""

import json
import logging
import sys

import pytest

from bot.logs import Json, Plain

TOKEN = "123456789:AAFakeTokenOfNobodyAtAll_0123456789"
WORDS = "what a reader wrote"


@pytest.mark.parametrize("formatter", [Plain(), Json()])
def test_no_token_no_password_and_no_words_of_an_error(formatter: logging.Formatter) -> None:
    try:
        raise ValueError(WORDS)
    except ValueError:
        message = f"asked https://api.telegram.org/bot{TOKEN}/getMe of postgresql://bot:secret@db/onrecord"
        record = logging.LogRecord("bot", logging.ERROR, __file__, 1, message, (), sys.exc_info())
    line = formatter.format(record)

    assert "ValueError" in line
    assert "test_logs.py:" in line
    assert "\n" not in line
    for secret in (TOKEN, "secret", WORDS):
        assert secret not in line


def test_a_line_of_json_is_an_object() -> None:
    record = logging.LogRecord("bot.app", logging.INFO, __file__, 1, "%d sent", (3,), None)
    told = json.loads(Json().format(record))

    assert {name: told[name] for name in ("level", "logger", "message")} == {
        "level": "INFO",
        "logger": "bot.app",
        "message": "3 sent",
    }
