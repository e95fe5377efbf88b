"""Given a report on record, when another paper runs it too, then nothing is said or owed twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.extract.reading import Reading
from bot.ingest.article import Article
from bot.track import copies, filing, following
from storage import articles, chats, deliveries, forgetting, stories
from storage.chats import Defaults
from storage.session import AsyncSession, Database
from tests.track.by_hand import SetClock, article, due, reading, said

REPORT = (
    "Judge Orla Fenn will hear the ferry owners of Port Ashby on 9 June, the court said on Wednesday.\n\n"
    "The owners have asked for lower fees since the harbour was dredged two years ago. “We cannot pay for "
    "water we never sail on,” their speaker Tomas Keil said at the quay.\n\n"
    "The harbour board said that the fees paid for lights, buoys and the ice breaker. It expects to lose "
    "two million a year if the owners win, and would then raise what the fish market pays for its berths."
)
MORE = "“The market will not pay a penny more,” said Ida Brandt, who speaks for the fishmongers of the town."
NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
ELSEWHERE = "https://courier.example/ferry-owners"


def report(text: str = REPORT, *, at: datetime = NOON, **other: object) -> Article:
    first = article(text, at, title="Judge to hear ferry owners", url="https://wire.example/ferries")
    return replace(first, **other)  # type: ignore[arg-type]


def read(text: str = REPORT) -> Reading:
    """What is read out of the report, as far as `text` has it."""
    words = (
        ("Tomas Keil", "We cannot pay for water we never sail on"),
        ("Harbour board", "the fees paid for lights, buoys and the ice breaker"),
        ("Ida Brandt", "The market will not pay a penny more"),
    )
    claims = [said(text, speaker, content) for speaker, content in words if content in text]
    day = next((f"{n} June" for n in (9, 16) if f"{n} June" in text), None)
    hearing = "judge hears the ferry owners of Port Ashby"
    events = [due(text, day, f"2026-06-{int(day.split()[0]):02}", hearing)] if day else []
    return reading(text, claims, events)


async def counted(session: AsyncSession, article_id: int) -> tuple[int, int]:
    found = await articles.get(session, article_id)
    assert found is not None
    return len(found.claims), len(found.mentions)


async def follower(session: AsyncSession, chat_id: int, story_id: int, now: datetime) -> None:
    await chats.ensure(session, chat_id, now, Defaults())
    await following.follow(session, chat_id, "story", story_id, now=now)


SHORTENED = REPORT.split("\n\n")[0] + "\n\n" + REPORT.split("\n\n")[1]
REWORDED = (
    REPORT.replace("the court said on Wednesday", "officials of the court have let it be known")
    .replace("It expects", "The board is expecting")
    .replace("raise what the fish market pays", "put up the dues the fish market has")
)


@pytest.mark.parametrize("text", [REPORT, SHORTENED, REWORDED], ids=["the same", "shortened", "reworded"])
async def test_what_another_paper_runs_too_joins_the_article_on_record(
    any_database: Database, clock: SetClock, text: str
) -> None:
    async with any_database.begin() as session:
        first = await filing.file(session, report(), read(), now=clock.now())
        story = await filing.story_of(session, first.article_id, clock.now())
        await follower(session, 1, story.id, clock.now())
        owed = [(one.key, one.kind) for one in await deliveries.of_chat(session, 1)]
        copy = report(text, at=NOON + timedelta(hours=2), url=ELSEWHERE, source="The Courier")
        filed = await filing.file(session, copy, read(text), now=clock.now())

    assert filed == filing.Filed(first.article_id, new=False, copy=True)
    async with any_database.read() as session:
        (kept,) = await articles.copies_of(session, first.article_id)
        assert (kept.source, kept.url) == ("The Courier", ELSEWHERE)
        assert await counted(session, first.article_id) == (2, 1)
        assert await counted(session, kept.id) == (0, 0)
        assert [one.id for one in await articles.of_story(session, story.id)] == [first.article_id]
        assert await stories.latest(session, limit=1) == [(await stories.get(session, story.id), 1)]
        assert [(one.key, one.kind) for one in await deliveries.of_chat(session, 1)] == owed


async def test_the_same_copy_twice_is_one(any_database: Database, clock: SetClock) -> None:
    async with any_database.begin() as session:
        first = await filing.file(session, report(), read(), now=clock.now())
        for _ in range(2):
            channel = report(url=None, source="Harbour Channel")
            filed = await filing.file(session, channel, read(), now=clock.now())
            assert filed == filing.Filed(first.article_id, new=False, copy=True)
        assert [one.source for one in await articles.copies_of(session, first.article_id)] == [
            "Harbour Channel"
        ]


async def test_the_same_words_at_another_address_of_the_site_are_no_copy(
    database: Database, clock: SetClock
) -> None:
    async with database.begin() as session:
        first = await filing.file(session, report(), read(), now=clock.now())
        again = await filing.file(
            session, report(url="https://www.wire.example/a/7"), read(), now=clock.now()
        )
        assert again == filing.Filed(first.article_id, new=False)


async def test_of_a_copy_what_it_adds_is_kept(any_database: Database, clock: SetClock) -> None:
    longer = f"{REPORT}\n\n{MORE}"
    async with any_database.begin() as session:
        first = await filing.file(session, report(), read(), now=clock.now())
        filed = await filing.file(session, report(longer, url=ELSEWHERE), read(longer), now=clock.now())
        assert (filed.new, filed.copy) == (True, True)
        assert filed.article_id != first.article_id
        again = await filing.file(session, report(longer, url=ELSEWHERE), read(longer), now=clock.now())
        assert again == filing.Filed(filed.article_id, new=False, copy=True)
        third = report(f"{longer} It rained.", url="https://third.example/a")
        copied_again = await filing.file(session, third, read(third.text), now=clock.now())
        assert copied_again == filing.Filed(first.article_id, new=False, copy=True)
    async with any_database.read() as session:
        copy = await articles.get(session, filed.article_id)
        original = await articles.get(session, first.article_id)
        assert copy is not None
        assert original is not None
        assert [claim.speaker for claim in copy.claims] == ["Ida Brandt"]
        assert copy.mentions == []
        assert copy.story_id == original.story_id is not None


async def test_a_copy_that_moves_what_is_due_moves_it(any_database: Database, clock: SetClock) -> None:
    moved = REPORT.replace("on 9 June", "on 16 June, not on 9 June")
    put_off = due(
        moved,
        "16 June",
        "2026-06-16",
        "judge hears the ferry owners of Port Ashby",
        "postponed",
        former_date="2026-06-09",
    )
    async with any_database.begin() as session:
        first = await filing.file(session, report(), read(), now=clock.now())
        story = await filing.story_of(session, first.article_id, clock.now())
        await follower(session, 1, story.id, clock.now())
        later = report(moved, at=NOON + timedelta(days=1), url=ELSEWHERE)
        await filing.file(session, later, reading(moved, (), [put_off]), now=clock.now())
        told = [one.kind for one in await deliveries.of_chat(session, 1) if one.state == "pending"]
        original = await articles.get(session, first.article_id)
        assert original is not None
        (mention,) = original.mentions
        assert (mention.event.date, mention.event.status) == ("2026-06-16", "postponed")
    assert told.count("moved") == 1
    assert "update" not in told


async def test_a_date_said_later_brings_back_nothing_of_a_copy(
    any_database: Database, clock: SetClock
) -> None:
    longer = f"{REPORT}\n\n{MORE}"
    async with any_database.begin() as session:
        await filing.file(session, report(), read(), now=clock.now())
        copy = report(longer, url=ELSEWHERE)
        filed = await filing.file(session, copy, read(longer), now=clock.now())
        await filing.redate(session, filed.article_id, copy, read(longer), now=clock.now())
        assert await counted(session, filed.article_id) == (1, 0)


async def test_reports_with_a_quotation_in_common_are_two(database: Database, clock: SetClock) -> None:
    other = (
        "Ferries lay idle in Port Ashby on Thursday. Passengers were taken over the bay in buses, which "
        "took four hours on roads that frost had broken up, and some turned home before they got across. "
        "“We cannot pay for water we never sail on,” their speaker Tomas Keil had said. The town council "
        "offered soup in the school and asked the army for two boats, which are to come at the weekend."
    )
    async with database.begin() as session:
        await filing.file(session, report(), read(), now=clock.now())
        filed = await filing.file(session, report(other, url=ELSEWHERE), read(other), now=clock.now())
        assert (filed.new, filed.copy) == (True, False)


async def test_what_is_alike_long_after_is_a_template_and_no_copy(
    database: Database, clock: SetClock
) -> None:
    year = timedelta(days=365)
    async with database.begin() as session:
        first = await filing.file(session, report(), read(), now=clock.now())
        alike = report(REWORDED, at=NOON + year, url=ELSEWHERE)
        assert not (await filing.file(session, alike, read(REWORDED), now=clock.now())).copy
        same = report(f"{REPORT} Ends.", at=NOON + year, url="https://third.example/a")
        filed = await filing.file(session, same, read(same.text), now=clock.now())
        assert filed == filing.Filed(first.article_id, new=False, copy=True)


async def test_an_original_stays_for_whom_a_copy_came_with(any_database: Database, clock: SetClock) -> None:
    async with any_database.begin() as session:
        for chat_id in (1, 2):
            await chats.ensure(session, chat_id, clock.now(), Defaults())
        first = await filing.file(session, report(), read(), now=clock.now(), chat_id=1)
        await filing.file(session, report(url=ELSEWHERE), read(), now=clock.now(), chat_id=2)
    async with any_database.begin() as session:
        assert await forgetting.forget(session, 1) == 0
    async with any_database.begin() as session:
        assert await counted(session, first.article_id) == (2, 1)
        assert await forgetting.forget(session, 2) == 2


def test_a_sentence_with_one_other_word_is_not_a_copied_one() -> None:
    other = REPORT.replace("will hear", "will not hear")
    kept = copies.added(read(other), [REPORT])
    assert kept.claims == ()
    assert [event.date for event in kept.events] == ["2026-06-09"]


def test_the_same_words_by_somebody_else_are_not_copied() -> None:
    other = REPORT.replace("Tomas Keil", "Mara Lind")
    claim = said(other, "Mara Lind", "We cannot pay for water we never sail on")
    kept = copies.added(reading(other, [claim]), [REPORT])
    assert kept.claims == (claim,)
