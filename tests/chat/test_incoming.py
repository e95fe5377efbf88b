"""What comes in from Telegram, over HTTP: the real application against the playground's Bot API server."""

from typing import Any

import pytest

from tests.chat.conftest import House
from tests.chat.person import Person, labels, text_of

DATED = (
    "Harbour talks stall\n\n14 Mar 2023 09:00 GMT\n\n"
    "Transport Minister Ada Vale said on Monday that the quay of Port Elian would stay closed this month. "
    "The dockers' union has not answered her offer to end the strike, she told reporters.\n\n"
    "“We want an answer soon,” Vale said."
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6364f8cf500f000386018034476bdd0000000049454e44ae426082"
)


async def test_the_menu_of_the_chat_app_is_the_help(house: House, reader: Person) -> None:
    await reader.says("/help")
    said = text_of(await reader.hears("Commands:"))

    menu = (await house.http.get(f"chats/{reader.chat_id}/commands")).json()["commands"]

    assert [f"/{one['command']} – {one['description']}" for one in menu if one["command"] != "settings"]
    for one in menu:
        assert f"/{one['command']} – {one['description']}" in said


async def test_a_picture_without_words_is_answered_in_a_sentence(reader: Person) -> None:
    await reader.sends_file("quay.png", PIXEL)

    await reader.hears("I read words, not pictures")


async def test_a_few_words_are_asked_or_added_as_the_reader_says(reader: Person) -> None:
    await reader.says("the harbour")
    doubtful = await reader.hears("is that a question, or an article to keep?")
    assert labels(doubtful) == ["Ask it", "Add it"]

    await reader.presses("Ask it")

    await reader.hears("Nothing on record")


async def test_the_same_article_is_one(reader: Person) -> None:
    await reader.says(DATED)
    await reader.hears("Who said what")

    await reader.says(DATED)

    await reader.hears("Already on record")


async def test_a_forwarded_post_brings_its_channel_and_its_date(reader: Person) -> None:
    text = DATED.replace("14 Mar 2023 09:00 GMT\n\n", "")

    await reader.says(text, forward={"channel": "Harbour Wire", "date": 1_678_790_000})

    assert "Harbour Wire · Tue 14 Mar 2023" in text_of(await reader.hears("Who said what"))


async def test_a_paste_that_telegram_cuts_is_one_article(reader: Person) -> None:
    more = "\n\n".join(f"Berth {n} will stay closed, the ministry said on Monday." for n in range(200))

    await reader.says(f"{DATED}\n\n{more}")

    card = await reader.hears("Who said what")
    assert "Harbour talks stall" in text_of(card)
    assert len(await reader.bot_messages()) == 1
    await reader.presses("All claims")
    await reader.hears("Claims 1 to 5 of")


async def test_a_shared_place_sets_the_zone_and_is_not_kept(house: House, reader: Person) -> None:
    place = {"latitude": 48.2, "longitude": 16.4}
    (await house.http.post(f"chats/{reader.chat_id}/location", json=place)).raise_for_status()

    await reader.hears("Your time zone is Europe/Vienna")


async def test_in_a_group_the_bot_speaks_when_it_is_spoken_to(house: House) -> None:
    everything = (await house.http.get("chats")).json()
    group = Person(house.http, next(chat["id"] for chat in everything["chats"] if chat["id"] < 0))

    await group.says("who said that?")
    await group.says("/weather")
    await group.says(f"@{everything['bot']['username']} who denied it?")

    await group.hears("Nothing on record")
    assert len(await group.bot_messages()) == 1


@pytest.mark.parametrize(
    "fault",
    [{"code": 429, "parameters": {"retry_after": 1}}, {"code": 502}],
    ids=["asked to wait", "bad gateway"],
)
async def test_an_answer_gets_through_a_short_trouble(
    house: House, reader: Person, fault: dict[str, Any]
) -> None:
    (await house.http.post("faults", json={"method": "sendMessage", **fault})).raise_for_status()

    await reader.says("/privacy")

    await reader.hears("What I keep")


async def test_messages_of_a_chat_are_answered_in_their_order(reader: Person) -> None:
    await reader.says(DATED)
    await reader.says("what did Vale say?")

    answer = await reader.hears("“what did Vale say?”")
    assert "Nothing on record" not in text_of(answer)


@pytest.mark.slow
async def test_a_city_is_asked_for_and_not_for_ever(reader: Person) -> None:
    await reader.says("/settings")
    await reader.hears("Settings of this chat")
    await reader.presses("Time zone")
    await reader.hears("Which time zone are you in?")
    await reader.presses("Another city")
    await reader.hears("Type the name of a city")

    for attempt in range(1, 4):
        await reader.says("Qwxzqville")
        await reader.hears("I know no city or zone called “Qwxzqville”", times=attempt)
    await reader.says("Qwxzqville")

    await reader.hears("is that a question, or an article to keep?")


async def test_some_things_in_a_group_are_its_administrators_to_decide(house: House) -> None:
    chats = (await house.http.get("chats")).json()["chats"]
    group = Person(house.http, next(chat["id"] for chat in chats if chat["id"] < 0))

    await group.says("/forget", **{"from": 1002})
    await group.hears("In a group, /forget is for its administrators.")
    await group.says("/forget", **{"from": 1001})

    await group.hears("It cannot be undone.")


async def test_who_blocks_the_bot_is_owed_nothing_any_more(house: House, reader: Person) -> None:
    await reader.says("/follow grain exports")
    await reader.hears("You follow grain exports")

    (await house.http.post(f"chats/{reader.chat_id}/block", json={})).raise_for_status()
    (await house.http.post(f"chats/{reader.chat_id}/unblock", json={})).raise_for_status()
    await reader.says("/following")

    await reader.hears("You follow nothing yet.")


async def test_a_group_that_becomes_a_supergroup_keeps_what_it_follows(house: House) -> None:
    chats = (await house.http.get("chats")).json()["chats"]
    group = Person(house.http, next(chat["id"] for chat in chats if chat["id"] < 0))
    await group.says("/follow grain exports")
    await group.hears("You follow grain exports")

    moved = (await house.http.post(f"chats/{group.chat_id}/upgrade", json={})).raise_for_status().json()
    group = Person(house.http, moved["id"])
    await group.says("/following")

    await group.hears("1. grain exports (topic)")
