"""What a call brought, whether as a query, a form, multipart or JSON."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.playground.wire import ApiError, bad_request

# Telegram takes uploads of up to 50 MB from a bot; the rest is room for the other fields.
LARGEST_BODY = 52_000_000
LARGEST_FIELD = 5_000_000


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """The named values of one call. Forms bring strings, JSON brings values; both read the same here."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the value as text, empty if absent. Raises ApiError on text that is not Unicode."""
        value = self.values.get(name)
        if value is None:
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")

    def integer(self, name: str, default: int = 0) -> int:
        """Return the value as a whole number, `default` if absent or not one, as Telegram does."""
        try:
            return int(self.values.get(name, default))
        except (OverflowError, TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """Return whether the value says yes."""
        return str(self.values.get(name, "")).lower() in ("true", "yes", "1")

    def has(self, name: str) -> bool:
        """Return whether the value was given at all."""
        return name in self.values

    def parsed(self, name: str) -> Any:
        """Return an object or a list, decoded if it came as text; None if absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name} JSON object") from error


async def parameters_of(request: Request) -> Parameters:
    """Read a request of any of the kinds the Bot API takes.

    Raises ApiError (413) on a body over the limit and (400) on one that cannot be read.
    """
    if int(request.headers.get("content-length") or 0) > LARGEST_BODY:
        raise ApiError(413, "Request Entity Too Large")
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        try:
            body = json.loads(await request.body() or b"{}")
        except ValueError as error:
            raise bad_request("can't parse JSON object") from error
        if not isinstance(body, dict):
            raise bad_request("expected a JSON object")
        values.update({key: value for key, value in body.items() if value is not None})
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form(max_part_size=LARGEST_FIELD) as form:
            for name, part in form.multi_items():
                if isinstance(part, UploadFile):
                    uploads[name] = Upload(
                        part.filename or name,
                        await part.read(),
                        part.content_type or "application/octet-stream",
                    )
                else:
                    values[name] = part
    return Parameters(values, uploads)
