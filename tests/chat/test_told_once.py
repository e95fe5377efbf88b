"""Buttons pressed twice, subscriptions that overlap, a busy chat: everything is told, and nothing twice."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.chat.conftest import House
from tests.chat.person import Person, labels, text_of

TITLE = "Velmark presses the Northern Pact for an answer"
DAY = datetime(2023, 3, 16, 9, 1, tzinfo=UTC)


@pytest.fixture
async def reader(house: House) -> Person:
    """A reader with the card of the first sample before them."""
    person = await house.person()
    await person.takes_sample("1-summit-accepted")
    await person.hears("Who said what")
    await person.new_messages()
    return person


async def test_a_story_and_its_event_followed_bring_one_reminder(reader: Person) -> None:
    for button in ("Follow story", "Remind me", "Follow story", "Remind me"):
        await reader.presses(button)
    told = await reader.new_messages(4)
    assert [text for text in told if text.startswith("You already follow")]
    assert [text for text in told if text.startswith("Already noted: I'll remind you.")]

    await reader.moves_clock(to=DAY)

    [eve] = await reader.new_messages(1)
    assert eve.startswith("Tomorrow, Fri 17 Mar 2023: ")


async def test_unfollowing_one_of_two_says_what_still_brings_reminders(reader: Person) -> None:
    await reader.presses("Follow story")
    await reader.presses("Remind me")
    await reader.presses("Unfollow", on=await reader.hears("I'll remind you."))

    told = await reader.hears(f"but you still follow {TITLE}, and hear of that.")
    assert labels(told) == ["Unfollow that too"]
    await reader.presses("Unfollow that too")
    await reader.hears(f"You no longer follow {TITLE}: no more reminders of it.")
    again = await reader.presses("Unfollow that too")

    assert again["answer"]["text"] == "You did not follow that any more."
    await reader.new_messages()
    await reader.moves_clock(to=DAY)
    assert await reader.new_messages() == []


async def test_every_button_of_the_tour_and_the_settings_works_twice(reader: Person) -> None:
    await reader.says("/start")
    tour = await reader.hears("Send me an article")
    for button in labels(tour) * 2:
        await reader.presses(button, on=tour)
    told = await reader.new_messages(9)
    assert [sum(text.startswith(words) for text in told) for words in ("Coming up", "Which time zone")] == [
        2,
        2,
    ]

    await reader.says("/settings")
    await reader.hears("Settings of this chat")
    for button in (
        "Lead times",
        "Done",
        "Hour",
        "18:00",
        "Hour",
        "✓ 18:00",
        "Quiet hours",
        "22:00",
        "Time zone",
    ):
        await reader.presses(button)
    await reader.presses("Kyiv", on=await reader.hears("Which time zone are you in?"))
    await reader.says("/settings")

    shown = text_of(await reader.hears("Time zone: Europe/Kyiv"))
    assert "Hour of reminders for a day: 18:00" in shown
    assert "Quiet hours: 22:00 to 07:00" in shown


async def test_a_page_is_turned_there_and_back(reader: Person) -> None:
    for button in ("All claims", "More ›", "‹ Back", "1", "All claims", "To the card", "All claims"):
        await reader.presses(button)
    [message] = [m for m in await reader.bot_messages() if TITLE in text_of(m)]
    assert "Claims 1 to 5 of" in text_of(message)


async def test_in_a_group_a_reply_to_the_bot_or_its_name_is_meant_for_it(house: House) -> None:
    chats = (await house.http.get("chats")).json()["chats"]
    group = Person(house.http, next(chat["id"] for chat in chats if chat["id"] < 0))
    await group.says("/privacy")
    kept = await group.hears("What I keep")

    await group.says("who denied it?")
    await group.says("who denied it?", reply_to=kept["message_id"])
    await group.hears("“who denied it?”")
    await group.says("@on_record_bot2 who warned of it?")  # somebody else
    await group.says("who refused it, @On_Record_bot?")

    await group.hears("“who refused it?”")
    assert len(await group.bot_messages()) == 3


@pytest.fixture
async def strict_house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(f"sqlite:///{tmp_path / 'strict.db'}", limits=True)
    await house.open()
    yield house
    await house.close()


@pytest.mark.slow
async def test_telegram_s_limits_delay_answers_and_lose_none(strict_house: House) -> None:
    reader = await strict_house.person()

    for topic in ("grain", "ferries", "fishing", "harbours", "radar"):
        await reader.says(f"what was said about {topic}?")

    answers = await reader.new_messages(5)
    assert [answer.split("\n")[0].split()[-1] for answer in answers] == [
        "grain?”", "ferries?”", "fishing?”", "harbours?”", "radar?”",
    ]  # fmt: skip
