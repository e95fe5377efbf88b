"""Given articles filed in turn, who is whose voice, and who hears of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.answer import ask
from bot.extract.reading import SpeakerKind
from bot.track import filing, following
from storage import chats, deliveries, speakers
from storage.chats import Defaults
from storage.session import Database
from tests.track.by_hand import article, reading, said

NOW = datetime(2026, 3, 11, tzinfo=UTC)
READER = 101


async def files(
    database: Database, text: str, speaker: str, words: str, kind: SpeakerKind = "person"
) -> None:
    """File an article whose text up to the words is the source of what `speaker` says."""
    claim = said(text, speaker, words, kind=kind)
    source = ((0, text.index(" said")),)
    async with database.begin() as session:
        found = reading(text, [replace(claim, source=source)])
        await filing.file(session, article(text, date(2026, 3, 11)), found, now=NOW)


async def answered(database: Database, question: str) -> set[str | None]:
    async with database.read() as session:
        return {claim.speaker for claim in (await ask(session, question, today=NOW.date())).claims}


async def test_a_country_is_answered_for_by_its_spokespeople_named_or_not(any_database: Database) -> None:
    orlin = "Kremlin spokesman Pavel Orlin said the ships would sail."
    unnamed = "A spokeswoman for the Russian navy said the ships were ready."
    moscow = "Tilda Moscow said the ships were old."
    await files(any_database, orlin, "Pavel Orlin", "the ships would sail")
    await files(any_database, unnamed, "spokeswoman for the Russian navy", "the ships were ready", "unnamed")
    await files(any_database, moscow, "Tilda Moscow", "the ships were old")

    theirs = {"Pavel Orlin", "spokeswoman for the Russian navy"}
    assert await answered(any_database, "what did Russia say?") == theirs
    assert await answered(any_database, "what did Pavel Orlin say?") == {"Pavel Orlin"}
    assert await answered(any_database, "what did Tilda Moscow say?") == {"Tilda Moscow"}


async def test_initials_that_an_article_introduces_are_the_body_s(any_database: Database) -> None:
    await files(any_database, "The PCV said ships may wait.", "PCV", "ships may wait", "body")
    assert await answered(any_database, "what did the Port Council of Velden say?") == set()

    text = "The Port Council of Velden (PCV) said fees would rise."
    await files(any_database, text, "Port Council of Velden", "fees would rise", "body")

    both = {"PCV", "Port Council of Velden"}
    assert await answered(any_database, "what did the Port Council of Velden say?") == both
    assert await answered(any_database, "what did the PCV say?") == both


async def test_one_follows_a_speaker_once_by_whatever_name_and_hears_of_all(any_database: Database) -> None:
    await files(any_database, "Lind said it was late.", "Lind", "it was late")
    await files(any_database, "Mara Lind said it was early.", "Mara Lind", "it was early")
    async with any_database.begin() as session:
        await chats.ensure(session, READER, NOW, Defaults())
        lind, mara = [await speakers.ensure(session, name, "person") for name in ("Lind", "Mara Lind")]
        first, new = await following.follow(session, READER, "speaker", lind.id, now=NOW)
        again, new_again = await following.follow(session, READER, "speaker", mara.id, now=NOW)
    assert (new, new_again, again.id) == (True, False, first.id)

    await files(any_database, "Mara E. Lind said it was time.", "Mara E. Lind", "it was time")

    async with any_database.read() as session:
        assert [one.kind for one in await deliveries.of_chat(session, READER)] == ["update"]
