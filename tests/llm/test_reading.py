"""A language model that answers well: what it points at is on record as if it had been found here."""

import asyncio
import json

import pytest
from typer.testing import CliRunner

from bot.app import opened as program
from bot.cli import app
from bot.clock import MovableClock
from bot.config import Settings
from bot.extract import read
from bot.intake import Text
from bot.llm import FindAttributions
from bot.llm.pieces import LONGEST
from tests.llm.endpoint import Model, claim, says
from tests.llm.texts import DENIED, FERRY, SAILS, TODAY, WAITED, words


async def test_what_it_points_at_becomes_spans_of_the_text(model: Model, find: FindAttributions) -> None:
    model.will(says(SAILS, WAITED, DENIED))

    found = await find(FERRY)

    assert found is not None
    assert [words(FERRY, one) for one in found] == [
        (one["source"], one["cue"], tuple(one["content"])) for one in (SAILS, WAITED, DENIED)
    ]


async def test_speaker_act_and_day_are_worked_out_here(model: Model, find: FindAttributions) -> None:
    model.will(says(WAITED, DENIED))

    reading = read(FERRY, TODAY, await find(FERRY))

    told = [(c.speaker, c.act, c.quote, c.said_on) for c in reading.claims]
    assert told == [
        ("Ines Brandt", "state", "direct", "2027-05-31"),
        ("Oto Vance", "deny", "indirect", "2027-05-31"),
    ]
    assert [event.date for event in reading.events] == ["2027-06-14"]


async def test_a_text_in_which_nobody_says_anything_has_no_claims(
    model: Model, find: FindAttributions
) -> None:
    model.will(says())

    assert await find("The quay was quiet on Monday.") == ()


async def test_it_is_told_what_to_do_apart_from_the_text(model: Model, find: FindAttributions) -> None:
    await find(FERRY)
    await find(f"{FERRY} ")

    [asked, again] = model.asked
    instructions, data = (message["content"] for message in asked["messages"])
    assert "Ines Brandt" not in instructions
    assert list(model.texts) == [FERRY, f"{FERRY} "]
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert asked["model"] == "oracle"
    assert model.headers[0]["authorization"] == "Bearer sk-quite-secret"
    mark = data.splitlines()[0]
    assert mark not in again["messages"][1]["content"], "a mark that can be foreseen can be forged"


async def test_a_text_it_has_read_is_not_sent_again(model: Model, find: FindAttributions) -> None:
    first = await find(FERRY)

    assert await find(FERRY) == first
    assert len(model.asked) == 1


async def test_a_long_article_goes_in_pieces_and_its_offsets_hold(
    model: Model, find: FindAttributions
) -> None:
    saying = "The {} boat is full, Vera Holt said."
    filler = "Nothing else happened on the quay that day, as far as anybody could see from the wall. "
    text = "\n\n".join(f"{filler * 20}\n\n{saying.format(n)}" for n in ("first", "second", "third", "fourth"))

    found = await find(text)

    assert found is not None
    assert [words(text, one)[2] for one in found] == [
        (f"The {n} boat is full",) for n in ("first", "second", "third", "fourth")
    ]
    assert len(model.asked) == 2
    assert sorted("".join(model.texts)) == sorted(text)
    assert all(len(piece) <= LONGEST for piece in model.texts)


async def test_the_bot_reads_by_it_where_the_settings_say_so(
    model: Model, settings: Settings, clock: MovableClock, sqlite_url: str
) -> None:
    model.will(says(DENIED))
    settings.database.url = sqlite_url

    async with program(settings, clock) as context:
        article = await context.intake.ingest(Text(f"Ferry returns\n31 May 2027\n\n{FERRY}"))
        reading = await context.intake.read(article)

    assert [claim.speaker for claim in reading.claims] == ["Oto Vance"]
    assert context.read_at == "127.0.0.1", "so that /privacy can tell"


async def test_records_that_bring_their_claims_are_not_sent(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.will(says(claim("Oto Vance", "denied", "that fares would rise")))
    monkeypatch.setenv("ONRECORD_EXTRACT__ENGINE", "llm")
    monkeypatch.setenv("ONRECORD_LLM__MODEL", "oracle")
    monkeypatch.setenv("ONRECORD_LLM__BASE_URL", model.base_url)
    records = [
        {"doc": "sent", "text": FERRY, "published": "2027-05-31"},
        {"doc": "kept", "text": FERRY, "published": "2027-05-31", "claims": [{"content": [[0, 45]]}]},
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    done = await asyncio.to_thread(
        lambda: CliRunner().invoke(app, ["extract", "--jsonl"], input=lines, catch_exceptions=False)
    )

    assert done.exit_code == 0, done.stderr
    sent, kept = (json.loads(line) for line in done.stdout.splitlines())
    assert [FERRY[slice(*c["content"][0])] for c in sent["claims"]] == ["that fares would rise"]
    assert [c["content"] for c in kept["claims"]] == [[[0, 45]]]
    assert len(model.asked) == 1
