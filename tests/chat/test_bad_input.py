"""Whatever is sent, the answer is a clear sentence, and what was on record before still is."""

import json
import time
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from bot.app import opened, talking
from bot.ingest import confined
from storage.session import StorageError
from tests.chat.conftest import House
from tests.chat.person import Person, labels, text_of
from tests.unit.ingest.papers import packed, pdf_of
from tests.unit.ingest.site import Site, answer, serving

REPORT = (
    "Transport Minister Ada Vale said on Monday that the quay of Port Elian would stay closed this month. "
    "The dockers' union has not answered her offer to end the strike, she told reporters.\n\n"
    "“We want an answer soon,” Vale said. The union and the ministry will meet on 24 March to end the strike."
)
KEPT = f"Harbour talks stall\n\n14 Mar 2023 09:00\n\n{REPORT}"
UNDATED = (
    "Cape Aster will keep its ferries in port until the storm has passed, the town's mayor Ina Roth said.\n\n"
    "“Nobody is to cross the bay before I have seen it calm,” Roth told the council, which had asked how "
    "long the islands would go without bread. The army is to bring some by air on 24 March."
)
GERMAN = (
    "Die Hafenarbeiter bleiben im Ausstand\n\n14. März 2023 20:00 Uhr\n\n"
    "Die Verkehrsministerin Ada Vale sagte am Sonntag, der Kai bleibe bis zum 24.03.2023 geschlossen. "
    "Die Gewerkschaft hat auf ihr Angebot noch nicht geantwortet, sagte sie vor der Presse."
)
LINKS = "<ul>" + "".join(f"<li><a href='/{n}'>Page {n}</a></li>" for n in range(9)) + "</ul>"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in UNDATED.split("\n\n") * 2)


def late(request: BaseHTTPRequestHandler) -> None:
    time.sleep(1)
    answer("too late")(request)


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {
        "/late": late,
        "/start": answer(f"<html><title>News</title><body>{LINKS}</body></html>"),
        "/closed": answer("members only", status=403),
        "/broken": answer("sorry", status=500),
        "/paper.pdf": answer(b"%PDF-1.4", content_type="application/pdf"),
        "/undated": answer(
            f"<html><title>Quay closed</title><body><article>{PARAGRAPHS}</article></body></html>"
        ),
    }
    with serving(pages) as served:
        yield served


@pytest.fixture
async def reader(house: House) -> AsyncIterator[Person]:
    """A reader with an article on record, which is still there at the end, whatever the test did."""
    person = await house.person()
    await person.says(KEPT)
    await person.hears("14 Mar 2023, 09:00 (time zone not stated)")  # never UTC in silence
    yield person
    await person.says("what did Vale say?")
    await person.hears("Ada Vale said · Tue 14 Mar 2023")


async def press_again(house: House, reader: Person, label: str, data: str) -> str:
    """Press a button the bot sent before, and which a phone may still show; return what pops up."""
    keyboard = {"inline_keyboard": [[{"text": label, "callback_data": data}]]}
    old: dict[str, Any] = {
        "chat_id": reader.chat_id,
        "text": f"Before: {label}",
        "reply_markup": json.dumps(keyboard),
    }
    (await house.http.post(f"{house.address}/bot1:test/sendMessage", data=old)).raise_for_status()
    return str((await reader.presses(label, on=await reader.hears(f"Before: {label}")))["answer"]["text"])


@pytest.mark.parametrize("nothing", ["\u200b", "?", "👍", "…"])
async def test_a_message_without_words(reader: Person, nothing: str) -> None:
    await reader.says(nothing)

    await reader.hears("That message has no words in it. Send me an article")


@pytest.mark.parametrize(
    ("characters", "sentence"),
    [(2_100_000, "That text is over 2 MB"), (400_000, "That text has over 300,000 characters")],
)
async def test_a_paste_far_longer_than_an_article(reader: Person, characters: int, sentence: str) -> None:
    line = "Berth 7 will stay closed, the ministry said on Monday, and so will the quay beside it. "

    await reader.says(f"{KEPT}\n\n{line * (characters // len(line))}")

    await reader.hears(sentence)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("/nothing", "There is no page at that link (404): check it, or paste the article's text instead."),
        ("/start", "There is no article on that page: send the link of one article, or paste its text."),
        ("/closed", "That site does not show the page to this bot (403): paste the article's text instead."),
        ("/broken", "That site has trouble of its own (500): try again later, or paste the article's text"),
        ("/paper.pdf", "That PDF is broken: paste the article's text instead."),
    ],
)
async def test_a_link_without_an_article(reader: Person, site: Site, page: str, sentence: str) -> None:
    await reader.says(site.address + page)

    await reader.hears(sentence)


async def test_a_link_that_takes_too_long(house: House, reader: Person, site: Site) -> None:
    await house.stop_bot()
    house.settings.fetch.timeout_seconds = 0.2
    await house.start_bot()

    await reader.says(f"{site.address}/late")

    await reader.hears("That page did not arrive within 0.2 seconds: try again later, or paste the article's")


async def test_of_several_links_the_one_that_fails_is_named(reader: Person, site: Site) -> None:
    await reader.says(f"{site.address}/undated and {site.address}/nothing")

    await reader.hears("Quay closed does not say when it appeared")
    await reader.hears(f"{site.address}/nothing: There is no page at that link")


async def test_a_link_that_leads_nowhere(reader: Person) -> None:
    await reader.says("https://news.invalid/harbour")

    await reader.hears("No site answers at that link: check it, or paste the article's text instead.")


async def test_an_article_in_another_language_is_kept_with_the_dates_that_can_be_read(reader: Person) -> None:
    await reader.says(GERMAN)

    card = await reader.hears(
        "It is in German. I kept it, but I read who said what in English only. Dates found: 24.03.2023."
    )
    assert "Fri 24 Mar 2023" in text_of(card)
    await reader.says(GERMAN)
    await reader.hears("Already on record:")


async def test_an_undated_article_waits_for_a_day_in_words(reader: Person) -> None:
    await reader.says(UNDATED)
    asked = await reader.hears("does not say when it appeared, and I would rather not guess.")
    assert labels(asked) == ["Today", "Yesterday", "Skip"]

    await reader.says("the other day")
    await reader.hears("I cannot read that as a day. Write it as 21 Feb 2022")
    await reader.says("30 February 2023")
    await reader.hears("I cannot read that as a day.", times=2)
    await reader.says("5 March 2030")
    await reader.hears("That day is still to come. On which day did the article appear?")
    await reader.says("who denied it")  # a question is one, whatever the bot waits for
    await reader.hears("“who denied it”")
    await reader.says("13 March 2023")

    card = await reader.hears("Who said what", times=2)
    assert "\nMon 13 Mar 2023\n" in text_of(card)


@pytest.mark.parametrize(
    ("button", "day"),
    [("Today", "Tue 14 Mar 2023"), ("Yesterday", "Mon 13 Mar 2023"), ("Skip", "date not known")],
)
async def test_an_undated_page_is_given_its_day_by_a_button(
    house: House, reader: Person, site: Site, button: str, day: str
) -> None:
    await reader.says(f"{site.address}/undated")
    asked = await reader.hears("Quay closed does not say when it appeared")

    await reader.presses(button, on=asked)

    await reader.hears(f"127.0.0.1 · {day}")
    told = await press_again(house, reader, "Once more", "dated|1|today")
    assert told == "That article is no longer waiting for a date."


async def test_an_undated_article_waits_over_a_restart(house: House, reader: Person) -> None:
    await reader.says(UNDATED)
    await reader.hears("does not say when it appeared")
    await house.stop_bot()
    await house.start_bot()

    await reader.says("yesterday")

    assert "\nMon 13 Mar 2023\n" in text_of(await reader.hears("Who said what", times=2))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("quay.docx", b"PK\x03\x04 and no more", "“quay.docx” is not a kind of file that is read here"),
        (
            "quay.txt",
            bytes(range(256)) * 4,
            "“quay.txt” is not a kind of file that is read here: send a",
        ),
        ("quay.txt", b" \n ", "“quay.txt” is empty"),
        ("quay.html", b"<html><body><p>Hi", "There is no article on that page"),
        ("quay.txt", b"Closed.", "That is too short to be an article"),
        ("quay.txt", b"quay " * 900_000, "That text is over 2 MB: send one article at a time"),
    ],
)
async def test_a_broken_file(reader: Person, name: str, content: bytes, sentence: str) -> None:
    await reader.sends_file(name, content)

    await reader.hears(sentence)


async def test_others_are_answered_while_a_file_is_read_that_never_ends(
    house: House, reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "LIMITS", confined.Limits(cpu_seconds=2, seconds=6))
    await reader.sends_file("quay.pdf", pdf_of(packed(4000), b"/Filter /FlateDecode"))
    other = await house.person(1)

    await other.says("what did Vale say?")

    await other.hears("Ada Vale said · Tue 14 Mar 2023")
    await reader.hears("That is built in a way that takes too long or too much memory to read")


async def test_an_unknown_command(reader: Person) -> None:
    await reader.says("/weather today")

    await reader.hears("I don't know /weather; /help lists what I do.")


async def test_a_button_of_another_time_is_answered_and_taken_away(house: House, reader: Person) -> None:
    told = await press_again(house, reader, "Weather", "weather|1")

    assert told == "That button is from before my time. /help lists what I do."
    assert labels(await reader.hears("Before: Weather")) == []


async def test_buttons_of_an_article_that_was_deleted(house: House, reader: Person) -> None:
    card = await reader.hears("Who said what")
    await reader.says("/forget")
    await reader.hears("It cannot be undone.")
    await reader.presses("Delete it all")
    await reader.hears("1 article went with it")
    await house.stop_bot()
    await house.start_bot()

    for button in ("All claims", "Follow story", "Remind me"):
        pressed = await reader.presses(button, on=card)
        assert pressed["answer"]["text"] == "That is no longer on record."

    await reader.says(KEPT)
    await reader.hears("Who said what", times=2)


async def test_a_second_bot_on_the_same_database_is_refused_in_words(house: House, reader: Person) -> None:
    async with opened(house.settings, house.clock) as second:
        with pytest.raises(StorageError, match=r"Another bot runs on .*: stop it first"):
            async with talking(second, token="2:test", base_url=house.address):
                raise AssertionError("a second bot was let in")


async def test_a_database_that_is_none_is_refused_in_words(tmp_path: Path) -> None:
    house = House(f"sqlite:///{tmp_path / 'onrecord.db'}")
    (tmp_path / "onrecord.db").write_text("a shopping list, not a database\n" * 100)

    with pytest.raises(StorageError):
        await house.open()
    await house.close()
