"""Names put together by a rule or by a person, and taken apart again: claims and followers go along."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from storage import articles, chats, claims, rulings, speakers, stories, subscriptions
from storage.identity import Verdict
from storage.models import Chat
from storage.session import AsyncSession, Database
from tests.storage import records
from tests.storage.records import NOW

READER, OTHER = 1, 2


@dataclass
class Record:
    """One transaction on a record in which people speak, one article each."""

    session: AsyncSession
    ids: dict[str, int] = field(default_factory=dict)

    async def hears(self, *names: str, kind: str = "person", chat_id: int = READER) -> None:
        """File an article for each name, in which its bearer says something."""
        for name in names:
            speaker = await speakers.ensure(self.session, name, kind)
            text = f"{name} said it was so ({len(self.ids)})."
            claim = records.claim(text, name, "it was so", speaker_id=speaker.id)
            article = await articles.add(self.session, records.article(text, claims=[claim]))
            await articles.note_addition(self.session, chat_id, article.id, NOW)
            self.ids[name] = speaker.id

    async def rules(self, verdict: Verdict, name: str, other: str) -> int:
        said = (self.ids[name], self.ids[other])
        return (await rulings.add(self.session, verdict, *said, chat_id=READER, now=NOW)).id

    async def shown(self, name: str) -> str | None:
        speaker = await speakers.get(self.session, self.ids[name])
        return speaker and speaker.name

    async def told(self, name: str) -> list[int]:
        """Chats that hear of an article in which `name` speaks."""
        names = await speakers.going_by(self.session, [self.ids[name]])
        found = await subscriptions.followers_of_article(self.session, None, [one.id for one in names], "")
        return [chat.id for _, chat in found]


@pytest.fixture
async def record(any_database: Database) -> AsyncIterator[Record]:
    async with any_database.begin() as session:
        for chat_id in (READER, OTHER):
            await records.chat(session, chat_id)
        yield Record(session)


async def test_what_is_split_stays_split_whatever_else_comes_on_record(record: Record) -> None:
    await record.hears("Lind", "Mara Lind")
    assert await record.shown("Lind") == "Mara Lind"

    await record.rules("two", "Lind", "Mara Lind")
    await record.hears("Mara E. Lind", "Ida Roth")

    assert await record.shown("Lind") == "Lind"
    assert await record.shown("Mara E. Lind") == "Mara Lind"


async def test_what_is_joined_stays_joined_and_is_undone_to_what_it_was(record: Record) -> None:
    await record.hears("Joe Brandt", "Joseph R. Brandt Jr.", "Brandt")
    ruling = await record.rules("same", "Joseph R. Brandt Jr.", "Joe Brandt")
    await record.hears("Jo Brandt")

    assert await record.shown("Joseph R. Brandt Jr.") == "Joe Brandt"
    assert await record.shown("Brandt") == "Brandt"  # Jo may be meant

    assert await rulings.undo(record.session, ruling) is not None
    assert await record.shown("Joseph R. Brandt Jr.") == "Joseph R. Brandt Jr."
    assert await rulings.undo(record.session, ruling) is None


async def test_the_last_word_holds_and_undone_the_one_before_it_does(record: Record) -> None:
    await record.hears("Lind", "Mara Lind")
    await record.rules("two", "Lind", "Mara Lind")
    again = await record.rules("same", "Lind", "Mara Lind")
    assert await record.shown("Lind") == "Mara Lind"

    await rulings.undo(record.session, again)

    assert await record.shown("Lind") == "Lind"


async def test_every_name_keeps_its_claims_and_tells_why_it_is_where_it_is(record: Record) -> None:
    await record.hears("Lind", "Mara Lind")
    whole = await speakers.going_by(record.session, [record.ids["Lind"]])
    assert [(name.name, name.why) for name in whole] == [("Mara Lind", None), ("Lind", "surname")]
    first = await claims.first_by_speaker(record.session, [name.id for name in whole])
    assert {claim.speaker: claim.article.text for claim in first.values()} == {
        "Lind": "Lind said it was so (0).",
        "Mara Lind": "Mara Lind said it was so (1).",
    }

    await record.rules("two", "Lind", "Mara Lind")

    for name in ("Lind", "Mara Lind"):
        [alone] = await speakers.going_by(record.session, [record.ids[name]])
        assert await claims.count_by_speaker(record.session, [alone.id]) == {alone.id: 1}


async def test_who_follows_one_name_hears_of_the_others_while_they_are_one(record: Record) -> None:
    await record.hears("Ida Roth", "Countess of Velden")
    await subscriptions.add(record.session, READER, "speaker", record.ids["Ida Roth"], NOW)
    await subscriptions.add(record.session, OTHER, "speaker", record.ids["Countess of Velden"], NOW)
    assert await record.told("Ida Roth") == [READER]

    ruling = await record.rules("same", "Countess of Velden", "Ida Roth")
    assert await record.told("Ida Roth") == await record.told("Countess of Velden") == [READER, OTHER]

    await rulings.undo(record.session, ruling)
    assert await record.told("Ida Roth") == [READER]
    assert await record.told("Countess of Velden") == [OTHER]


async def test_a_name_in_a_question_means_all_that_are_one(record: Record) -> None:
    await record.hears("Lind", "Mara Lind", "Ida Roth")
    known = await speakers.names(record.session, [record.ids["Mara Lind"]])
    linds = {record.ids["Lind"], record.ids["Mara Lind"]}
    assert {number for number, alias in known if alias == "mara lind"} == linds
    assert {number for number, alias in known if alias == "lind"} == linds

    await record.rules("two", "Lind", "Mara Lind")

    known = await speakers.names(record.session, [record.ids["Mara Lind"]])
    assert {number for number, alias in known if alias == "mara lind"} == {record.ids["Mara Lind"]}


async def test_initials_are_a_bodys_while_an_article_says_so(record: Record) -> None:
    await record.hears("PCV", kind="body")
    await record.hears("Port Council of Velden", kind="body", chat_id=OTHER)
    story = await stories.add(record.session, "Ports", NOW)
    article = await articles.add(
        record.session, records.article("The Port Council of Velden (PCV) met.", story_id=story.id)
    )
    await articles.note_addition(record.session, OTHER, article.id, NOW)
    assert await record.shown("PCV") == "PCV"

    body = record.ids["Port Council of Velden"]
    await speakers.introduce(record.session, article.id, body, "initials", "P.C.V.")
    assert await record.shown("PCV") == "Port Council of Velden"

    await chats.forget(record.session, OTHER)
    assert await record.shown("PCV") == "PCV"
    assert await speakers.get(record.session, body) is None


async def test_spokespeople_speak_for_whom_an_article_says(record: Record) -> None:
    await record.hears("Pavel Orlin")
    await record.hears("Harbour Palace", kind="body")
    orlin = record.ids["Pavel Orlin"]
    await speakers.introduce(record.session, 1, orlin, "speaks_for", "Harbour Palace")

    assert await speakers.spoken_for(record.session, [orlin]) == ["Harbour Palace"]
    assert sorted(await speakers.voices(record.session, record.ids.values())) == [
        (orlin, "Harbour Palace"),
        (record.ids["Harbour Palace"], "Harbour Palace"),
    ]


async def test_with_the_last_article_a_name_goes_and_what_it_was_to_others(record: Record) -> None:
    await record.hears("Lind", "Mara Lind")
    await record.hears("Ida Lind", chat_id=OTHER)
    assert await record.shown("Lind") == "Lind"

    await chats.forget(record.session, OTHER)

    assert await record.shown("Lind") == "Mara Lind"  # nobody else bears it any more


async def test_a_word_outlives_the_chat_that_gave_it(record: Record) -> None:
    await record.hears("Lind", "Mara Lind", chat_id=OTHER)
    await record.rules("two", "Lind", "Mara Lind")

    await chats.rename(record.session, READER, 77)
    [said] = await rulings.of(record.session, [record.ids["Lind"]])
    assert said.chat_id == 77

    await chats.forget(record.session, 77)
    [said] = await rulings.of(record.session, [record.ids["Lind"]])
    assert (said.chat_id, said.speaker.name, said.other.name) == (None, "Lind", "Mara Lind")
    assert await record.session.get(Chat, 77) is None
    assert await record.shown("Lind") == "Lind"


async def test_nothing_is_said_of_a_name_that_is_not_on_record(record: Record) -> None:
    await record.hears("Lind")
    with pytest.raises(LookupError):
        await rulings.add(record.session, "same", record.ids["Lind"], 99, chat_id=READER, now=NOW)
