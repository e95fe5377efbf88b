"""Given articles on record, what a question is answered with."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.answer import Answer, ask
from bot.answer.follow_up import asks_for_more, follow_up
from bot.answer.occasions import dated
from bot.extract.reading import Act, SpeakerKind
from bot.track import embedding, filing
from storage.models import Claim
from storage.session import Database
from tests.track.by_hand import article, due, reading, said

TODAY = date(2026, 3, 12)

GRAIN = (
    "Mara Lind said on Monday that the grain corridor would stay open through the winter. Tomas Keil, who "
    "runs the port, denied that ships had been turned away. The Kremlin demanded that the inspections end. "
    "Envoys meet in Velden on 20 March to prepare a new accord."
)
FERRY = (
    "Mara Lind said that the Velden ferry needed a new engine. Ida Brandt promised money for it by the "
    "autumn. Passengers were told to take the bus, and the town was quiet."
)
STRIKE = (
    "Bus drivers in Velden called off the strike they had set for 14 March, Ida Brandt said. The drivers had "
    "asked for higher pay, and the city has agreed to most of it."
)

KINDS: dict[str, SpeakerKind] = {"Kremlin": "body"}


@pytest.fixture
async def record(any_database: Database) -> Database:
    claims: dict[str, list[tuple[str, str, Act, date]]] = {
        GRAIN: [
            ("Mara Lind", "the grain corridor would stay open", "state", date(2026, 3, 9)),
            ("Tomas Keil", "ships had been turned away", "deny", date(2026, 3, 9)),
            ("Kremlin", "the inspections end", "demand", date(2026, 3, 9)),
        ],
        FERRY: [
            ("Mara Lind", "the Velden ferry needed a new engine", "state", date(2026, 3, 10)),
            ("Ida Brandt", "money for it by the autumn", "promise", date(2026, 3, 10)),
        ],
        STRIKE: [("Ida Brandt", "called off the strike", "state", date(2026, 3, 11))],
    }
    titles = {
        GRAIN: "Grain corridor to stay open",
        FERRY: "Ferry in need of an engine",
        STRIKE: "Strike is off",
    }
    dates = {
        GRAIN: [due(GRAIN, "20 March", "2026-03-20", "envoys meet in Velden to prepare a new accord")],
        STRIKE: [due(STRIKE, "14 March", "2026-03-14", "strike of bus drivers", "cancelled")],
    }
    async with any_database.begin() as session:
        for text, found in claims.items():
            day = found[0][-1]
            spoken = [
                replace(
                    said(text, who, words, act=act, kind=KINDS.get(who, "person")), said_on=day.isoformat()
                )
                for who, words, act, day in found
            ]
            await filing.file(
                session,
                article(text, day, title=titles[text]),
                reading(text, spoken, dates.get(text, [])),
                now=datetime(2026, 3, 11, tzinfo=UTC),
            )
    return any_database


async def answer(record: Database, question: str) -> Answer:
    async with record.read() as session:
        return await ask(session, question, today=TODAY)


def words(claims: tuple[Claim, ...]) -> list[str]:
    """What each claim says, read out of its article."""
    return [" ".join(claim.article.text[start:end] for start, end in claim.content) for claim in claims]


async def test_what_was_said_about_a_topic_best_first(record: Database) -> None:
    found = await answer(record, "What was said about the grain corridor?")
    assert words(found.claims)[0] == "the grain corridor would stay open"


async def test_what_a_speaker_said_is_theirs_alone(record: Database) -> None:
    found = await answer(record, "what did Mara Lind say")
    assert words(found.claims) == [
        "the Velden ferry needed a new engine",  # newest first
        "the grain corridor would stay open",
    ]
    on_grain = await answer(record, "what did Lind say about grain?")
    assert words(on_grain.claims) == ["the grain corridor would stay open"]


async def test_a_capital_is_asked_for_its_government_and_a_name_may_be_mistyped(record: Database) -> None:
    assert words((await answer(record, "what did Moscow demand")).claims) == ["the inspections end"]
    assert words((await answer(record, "what did Ida Brant promise")).claims) == [
        "money for it by the autumn"
    ]


async def test_who_denied_it(record: Database) -> None:
    found = await answer(record, "who denied that ships were turned away?")
    assert words(found.claims) == ["ships had been turned away"]


async def test_dates_are_a_hard_limit(record: Database) -> None:
    found = await answer(record, "what did Mara Lind say since Tuesday")
    assert words(found.claims) == ["the Velden ferry needed a new engine"]


async def test_when_something_is_due_whatever_it_is_called(record: Database) -> None:
    found = await answer(record, "when is the meeting?")
    assert [event.date for event in found.events] == ["2026-03-20"]
    assert found.claims == ()
    off = await answer(record, "When is the walkout of bus drivers?")
    assert [event.status for event in off.events] == ["cancelled"]


async def test_what_is_next_leaves_out_what_is_off(record: Database) -> None:
    assert [event.date for event in (await answer(record, "what's next?")).events] == ["2026-03-20"]
    assert (await answer(record, "what's next for the ferry")).events == ()


async def test_silence_is_honest(record: Database) -> None:
    assert (await answer(record, "anything about the Olympics?")).claims == ()
    unknown = await answer(record, "what did Nadia Ferrow say about grain")
    assert (unknown.claims, unknown.nearest, unknown.query.unknown_name) == ((), (), "Nadia Ferrow")
    spoken_of = await answer(record, "what did Velden say about ferries")
    assert spoken_of.claims == ()
    assert words(spoken_of.nearest)[0] == "the Velden ferry needed a new engine"
    nothing = await answer(record, "")
    assert (nothing.claims, nothing.events, nothing.nearest) == ((), (), ())


async def test_the_nearest_is_offered_as_what_it_is(record: Database) -> None:
    found = await answer(record, "what did Tomas Keil say about the Olympics")
    assert found.claims == ()
    assert words(found.nearest) == ["ships had been turned away"]
    unpromised = await answer(record, "who promised a grain corridor?")
    assert unpromised.claims == ()
    assert words(unpromised.nearest)[0] == "the grain corridor would stay open"


async def test_a_question_made_to_break_the_search_finds_nothing(record: Database) -> None:
    for question in ('"grain AND', "grain*) OR (NEAR(", "' ; drop table claims --", "\x00", "a" * 5000):
        await answer(record, question)
    assert (await answer(record, "grain")).claims


async def test_when_it_was_is_still_told_years_later(record: Database) -> None:
    async with record.read() as session:
        found = await ask(session, "when do the envoys meet?", today=date(2029, 1, 1))

    assert [event.date for event in found.events] == ["2026-03-20"]


async def test_what_is_meant_is_found_in_other_words(record: Database) -> None:
    await caught_up(record)
    found = await answer(record, "who talked about boats that need repair?")
    assert words(found.claims)[0] == "the Velden ferry needed a new engine"
    assert (await answer(record, "anything about volleyball?")).claims == ()


async def test_what_another_says_on_it_stands_beside(record: Database) -> None:
    await caught_up(record)
    found = await answer(record, "what did Mara Lind say about the grain corridor?")
    assert words(found.claims) == ["the grain corridor would stay open"]
    assert "the inspections end" in words(found.beside)
    assert found.with_repeats()[0] == found.claims[0]


async def test_one_statement_told_twice_is_one_answer_with_both_sources(record: Database) -> None:
    again = "The grain corridor would stay open through the winter, Mara Lind repeated on Tuesday."
    spoken = [replace(said(again, "Mara Lind", "The grain corridor would stay open"), said_on="2026-03-10")]
    async with record.begin() as session:
        now = datetime(2026, 3, 11, tzinfo=UTC)
        await filing.file(
            session, article(again, date(2026, 3, 10), title="Lind"), reading(again, spoken), now=now
        )

    found = await answer(record, "what did Mara Lind say about the grain corridor?")

    [claim] = found.claims
    [repeat] = found.repeats[claim.id]
    assert {claim.article.title, repeat.article.title} == {"Lind", "Grain corridor to stay open"}


async def test_where_one_says_so_and_another_denies_it_both_are_shown(record: Database) -> None:
    text = "Ships had been turned away at the port, Ida Brandt said."
    spoken = [replace(said(text, "Ida Brandt", "Ships had been turned away"), said_on="2026-03-10")]
    async with record.begin() as session:
        now = datetime(2026, 3, 11, tzinfo=UTC)
        await filing.file(
            session, article(text, date(2026, 3, 10), title="Port"), reading(text, spoken), now=now
        )

    found = await answer(record, "were ships turned away?")

    [pair] = found.disputes
    assert (pair.held.speaker, pair.denied.speaker) == ("Ida Brandt", "Tomas Keil")


async def test_an_occasion_bounds_the_days_by_its_own(record: Database) -> None:
    await caught_up(record)
    async with record.read() as session:
        later = await ask(session, "what did Mara Lind say after the strike of bus drivers", today=TODAY)
        query = await dated(session, replace(later.query, occasion=("after", ("strike",))), date(2026, 3, 20))
    assert query.since == date(2026, 3, 14)


async def test_a_speaker_is_found_by_a_description(record: Database) -> None:
    text = "The Velden port chief, Ora Sund, said the cranes were idle."
    called = ((0, text.index(", said")),)
    spoken = [replace(said(text, "Ora Sund", "the cranes were idle"), source=called)]
    async with record.begin() as session:
        now = datetime(2026, 3, 11, tzinfo=UTC)
        await filing.file(
            session, article(text, date(2026, 3, 10), title="Cranes"), reading(text, spoken), now=now
        )
    assert words((await answer(record, "what did the Velden port chief say?")).claims) == [
        "the cranes were idle"
    ]


@pytest.mark.parametrize(
    ("words", "before", "asked"),
    [
        ("and Ida Brandt?", "what did Mara Lind say about grain", "what did Ida Brandt say about grain"),
        (
            "what about the ferry?",
            "what did Mara Lind say about grain",
            "what did Mara Lind say about the ferry",
        ),
        ("and since Monday?", "what did Mara Lind promise", "what did Mara Lind promise since Monday"),
        ("and the ferry", "what was said about grain", "what was said about the ferry"),
        (
            "and ferries?",
            "what did Lind say since Monday",
            "what did Lind say about ferries since 2026-03-09",
        ),
        ("who denied it?", "what was said about grain", "who denied it?"),
    ],
)
async def test_a_question_may_lean_on_the_one_before(
    record: Database, words: str, before: str, asked: str
) -> None:
    async with record.read() as session:
        assert await follow_up(session, words, before, TODAY) == asked


def test_the_rest_of_an_answer_is_asked_for_in_few_words() -> None:
    assert all(map(asks_for_more, ("what else?", "What else", "anything else?", "and what else was said?")))
    assert not any(map(asks_for_more, ("what else did the ferry cost in March", "and Lind?")))


async def caught_up(record: Database) -> None:
    while await embedding.catch_up(record, articles=10):
        pass
