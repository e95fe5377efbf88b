"""What the model is to answer with, as a JSON schema, and the answer read by it."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.llm.failure import Failure


class Said(BaseModel):
    """One attribution, each part as words of the text. `source` is empty where the text names nobody."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    source: str
    cue: str
    content: tuple[str, ...]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    claims: tuple[Said, ...]


# No limits of length or number in it: several servers refuse a schema that has them. Grounding holds them.
SCHEMA: dict[str, Any] = _Answer.model_json_schema()


def parse(content: str) -> tuple[Said, ...]:
    """Return what the model says was said. Raises Failure where it is anything but the JSON asked for."""
    try:
        return _Answer.model_validate_json(content).claims
    except ValidationError:
        raise Failure("the model's answer is not the JSON asked for") from None
