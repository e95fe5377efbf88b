"""The program's log: lines for people or JSON for machines, with nothing a person wrote and no token."""

import json
import logging
import re
from datetime import UTC, datetime

from bot.config import Log

_NOISY = ("httpx", "httpx2", "openai", "apscheduler", "alembic")  # httpx's lines hold the token
_TOKEN = re.compile(r"\d{1,20}:[\w-]{30,}")
_PASSWORD = re.compile(r"(://[^:/@\s]+):[^@/\s]+@")


def safe(text: str) -> str:
    """Take out what looks like a bot's token, and passwords of addresses."""
    return _PASSWORD.sub(r"\1:…@", _TOKEN.sub("…", text))


class Plain(logging.Formatter):
    """A line for people. Of an error there is its kind and where it happened, not what it says."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"
        return safe(" ".join([line, *_error(record).values()]))


class Json(logging.Formatter):
    """A JSON object a line: time, level, logger, message, and of an error its kind and place."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_error(record),
        }
        return json.dumps({name: safe(value) for name, value in fields.items()}, ensure_ascii=False)


def _error(record: logging.LogRecord) -> dict[str, str]:
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return {}
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{frame.tb_lineno}" if frame else ""
    return {"error": type(error).__name__, "where": where}


def start(settings: Log) -> None:
    """Log to standard error from now on, as the settings say."""
    handler = logging.StreamHandler()
    handler.setFormatter(Json() if settings.format == "json" else Plain())
    logging.basicConfig(level=settings.level, handlers=[handler], force=True)
    for noisy in _NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)
