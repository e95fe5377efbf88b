"""A language model that answers badly, slowly or not at all: the local engine reads the article instead."""

import gzip
import json
from collections.abc import Callable

import pytest
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.extract import read
from bot.llm import FindAttributions
from tests.llm.endpoint import (
    Answer,
    Model,
    claim,
    completion,
    floods,
    never,
    returns,
    says,
    serving,
    trickles,
)
from tests.llm.texts import DENIED, FERRY, SAILS, TODAY, words

GOOD = json.dumps({"claims": [DENIED]})
AT_ONCE = {"retry-after-ms": "1"}

BAD: dict[str, tuple[Response, str]] = {
    "no JSON": (completion("Certainly! Here are the claims:"), "not the JSON asked for"),
    "JSON cut short": (completion(GOOD[:-3]), "not the JSON asked for"),
    "JSON with words around it": (completion(f"```json\n{GOOD}\n```"), "not the JSON asked for"),
    "another schema": (completion('{"quotes": []}'), "not the JSON asked for"),
    "more than asked": (
        completion(json.dumps({"claims": [{**DENIED, "speaker": "Ines Brandt"}]})),
        "not the JSON asked for",
    ),
    "other types": (
        completion(json.dumps({"claims": [{**DENIED, "content": "that fares would rise"}]})),
        "not the JSON asked for",
    ),
    "JSON too deep to parse": (completion('{"claims":' + "[" * 100_000), "not the JSON asked for"),
    "a refusal": (completion(None, refusal="I cannot help with that."), "no whole answer"),
    "nothing": (completion(None), "no whole answer"),
    "an empty answer": (completion(""), "not the JSON asked for"),
    "an answer that ran out of room": (completion(GOOD, finish="length"), "no whole answer"),
    "no choices": (JSONResponse({"choices": []}), "no chat completion"),
    "content that is no text": (completion({"claims": []}), "no chat completion"),
    "a negative cost": (completion(GOOD, tokens=-1), "no chat completion"),
    "a web page": (Response("<html>Welcome</html>", media_type="text/html"), "no chat completion"),
    "an empty body": (Response(b""), "no chat completion"),
    "bytes that are no text": (Response(b"\xff\xfe\x00\x80"), "no chat completion"),
    "packed content": (
        Response(gzip.compress(completion(GOOD).body), headers={"Content-Encoding": "gzip"}),
        "no chat completion",
    ),
    "a wrong key": (JSONResponse({"error": {"message": FERRY}}, 401), "answered 401"),
    "a schema it does not take": (JSONResponse({"error": "response_format"}, 400), "answered 400"),
    "too many requests": (Response(status_code=429, headers=AT_ONCE), "answered 429"),
    "trouble of its own": (Response(FERRY, 500, headers=AT_ONCE), "answered 500"),
}


@pytest.mark.parametrize(("response", "why"), BAD.values(), ids=BAD)
async def test_it_is_read_locally_and_the_log_says_why(
    model: Model,
    find: FindAttributions,
    caplog: pytest.LogCaptureFixture,
    response: Response,
    why: str,
) -> None:
    model.will(returns(response))

    found = await find(FERRY)

    assert found is None
    assert read(FERRY, TODAY, found) == read(FERRY, TODAY)
    [line] = caplog.records
    assert line.levelname == "WARNING"
    assert why in line.getMessage()
    assert "Brandt" not in caplog.text, "a log holds no article"
    assert "sk-quite-secret" not in caplog.text, "nor a key"


@pytest.mark.parametrize("answer", [never, trickles], ids=["no answer", "an answer that trickles in"])
async def test_an_article_takes_no_longer_than_its_limit(
    model: Model,
    find_with: Callable[..., FindAttributions],
    caplog: pytest.LogCaptureFixture,
    answer: Answer,
) -> None:
    model.will(answer)

    assert await (await find_with(timeout_seconds=0.2))(FERRY) is None
    assert "took over 0.2 seconds" in caplog.text


async def test_an_endless_answer_is_cut(
    model: Model, find: FindAttributions, caplog: pytest.LogCaptureFixture
) -> None:
    model.will(floods)

    assert await find(FERRY) is None
    assert "no chat completion" in caplog.text


async def test_nobody_there(
    find_with: Callable[..., FindAttributions],
    caplog: pytest.LogCaptureFixture,
    unused_tcp_port: int,
) -> None:
    assert await (await find_with(base_url=f"http://127.0.0.1:{unused_tcp_port}/v1"))(FERRY) is None
    assert "cannot be reached" in caplog.text


async def test_a_redirect_is_not_followed_for_the_key_is_not_for_others(
    model: Model, find: FindAttributions, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving() as elsewhere:
        model.will(returns(RedirectResponse(f"{elsewhere.base_url}/chat/completions", status_code=307)))

        assert await find(FERRY) is None
        assert elsewhere.asked == []
    assert "answered 307" in caplog.text


async def test_what_was_refused_for_a_moment_is_asked_again(model: Model, find: FindAttributions) -> None:
    model.will(returns(Response(status_code=429, headers=AT_ONCE)), says(SAILS))

    found = await find(FERRY)

    assert found is not None
    assert [words(FERRY, one)[0] for one in found] == ["harbour master Ines Brandt"]


async def test_one_piece_that_fails_fails_the_article(model: Model, find: FindAttributions) -> None:
    model.will(says(), returns(completion("oops")))

    assert await find("Nothing happened on the quay.\n\n" * 400) is None
    assert len(model.asked) > 1


async def test_an_article_that_failed_is_tried_again_when_it_comes_again(
    model: Model, find: FindAttributions
) -> None:
    model.will(returns(completion("oops")), says(SAILS))

    assert await find(FERRY) is None
    assert await find(FERRY)


async def test_what_is_mostly_made_up_is_not_believed_at_all(
    model: Model, find: FindAttributions, caplog: pytest.LogCaptureFixture
) -> None:
    invented = claim("Brandt", "said", "“The bakers asked for it,”")
    model.will(says(SAILS, invented, {**invented, "cue": "added"}))

    assert await find(FERRY) is None
    assert "most of what it was told is not in the text" in caplog.text
