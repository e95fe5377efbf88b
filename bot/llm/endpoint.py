"""A server that speaks OpenAI's chat completions (https://platform.openai.com/docs/api-reference/chat)."""

from dataclasses import dataclass
from typing import Annotated

import httpx2
import openai
from pydantic import BaseModel, Field, ValidationError

from bot.llm.answer import SCHEMA
from bot.llm.failure import Failure
from bot.llm.prompt import Message
from bot.llm.transport import BoundedTransport

LONGEST_ANSWER = 8_000  # tokens, a model's silent reasoning among them
_RETRIES = 1  # of what was refused or did not get through


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: its words, None where the model gave none or not all; and the tokens it cost.

    `tokens` is None where the endpoint does not say.
    """

    content: str | None
    tokens: int | None


class Endpoint:
    """Asks one model at one address. Redirects are not followed: the key is for that address alone."""

    def __init__(self, base_url: str, model: str, api_key: str, *, timeout_seconds: float) -> None:
        self._model = model
        self._client = openai.AsyncOpenAI(
            base_url=base_url,
            api_key=api_key or "none",  # a server on one's own machine may want none; the SDK insists on one
            max_retries=_RETRIES,
            timeout=timeout_seconds,
            http_client=httpx2.AsyncClient(
                transport=BoundedTransport(), follow_redirects=False, trust_env=False, timeout=timeout_seconds
            ),
        )

    async def ask(self, instructions: Message, data: Message) -> Reply:
        """Send the two messages. Raises Failure where no reply comes back, or one that cannot be read."""
        try:
            raw = await self._client.chat.completions.with_raw_response.create(
                model=self._model,
                messages=[
                    {"role": "system", "content": instructions},
                    {"role": "user", "content": data},
                ],
                response_format={
                    "type": "json_schema",
                    "json_schema": {"name": "attributions", "strict": True, "schema": SCHEMA},
                },
                max_completion_tokens=LONGEST_ANSWER,
            )
        except openai.APIStatusError as error:
            raise Failure(f"the endpoint answered {error.status_code}", free=True) from None
        except openai.APITimeoutError:
            raise Failure("the endpoint took too long") from None
        except openai.APIConnectionError as error:
            if isinstance(error.__cause__, httpx2.ConnectError):
                raise Failure("the endpoint cannot be reached", free=True) from None
            raise Failure("the endpoint broke off") from None
        except openai.OpenAIError as error:
            raise Failure(f"the request failed ({type(error).__name__})") from None
        # The SDK checks no types, so it is not asked to parse.
        try:
            completion = _Completion.model_validate_json(raw.content)
        except ValidationError:
            raise Failure("the endpoint's answer is no chat completion") from None
        choice = completion.choices[0]
        whole = choice.finish_reason != "length" and not choice.message.refusal
        used = completion.usage.total_tokens if completion.usage else 0
        return Reply(choice.message.content if whole else None, used or None)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    total_tokens: Annotated[int, Field(ge=0)] = 0


class _Completion(BaseModel):
    choices: Annotated[list[_Choice], Field(min_length=1)]
    usage: _Usage | None = None
