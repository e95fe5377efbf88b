"""Who is who: names that a rule has put together are taken apart by a reader, and put together again."""

import pytest

from tests.chat.person import Message, Person, labels, one_matching, text_of

pytestmark = pytest.mark.slow

STAY = """Ferries stay in port

14 Mar 2023 09:00

The ferries of Port Elian will stay in the harbour until the crews are paid, Lind said on Tuesday. “We have waited long enough,” Lind told reporters.

Kremlin spokesman Pavel Orlin said that the crews of the Russian ferries would be paid by the end of the month."""  # noqa: E501 - as it is pasted
GO_ON = """Strike of the ferry crews goes on

15 Mar 2023 09:00

Mara Lind, who leads the crews' union, said on Wednesday that the strike would go on. “Nobody has called me,” Lind said.

The owners of the ferries have not answered the union since the strike of the crews began in February."""  # noqa: E501 - as it is pasted
HELP = """Town helps ferry passengers

16 Mar 2023 09:00

Jonas Lind, the mayor of Port Elian, said on Thursday that the town would pay for buses. “Nobody will be left at the quay,” he said, and promised that the first bus would leave in the morning."""  # noqa: E501 - as it is pasted


async def asks(reader: Person, words: str) -> str:
    await reader.says(words)
    return (await reader.new_messages(1))[-1]


async def screen(reader: Person, name: str) -> Message:
    await reader.says(f"/speaker {name}")
    await reader.new_messages(1)
    return (await reader.bot_messages())[-1]


@pytest.fixture
async def told(reader: Person) -> Person:
    """A reader who has sent what Lind said, and what Mara Lind said."""
    for article, title in ((STAY, "Ferries stay in port"), (GO_ON, "Strike of the ferry crews")):
        await reader.says(article)
        await reader.hears(title)
    await reader.new_messages()
    return reader


async def test_a_name_is_split_off_and_the_answers_follow(told: Person) -> None:
    assert "paid, Lind said" not in await asks(told, "what did Mara Lind say about the ferries?")
    one_matching("will stay in the harbour", [await asks(told, "what did Mara Lind say?")])

    shown = await screen(told, "Lind")
    assert "Mara Lind\n4 claims" in text_of(shown)
    assert "• “Lind”: 2 claims, first in Ferries stay in port (nobody else on record bears" in text_of(shown)
    assert labels(shown) == ["Split off “Lind”", "Same as …", "Follow"]

    await told.presses("Split off")
    split = (await told.bot_messages())[-1]
    assert split["message_id"] == shown["message_id"]  # the message is edited
    assert "Mara Lind\n2 claims" in text_of(split)
    assert "you: “Lind” is not “Mara Lind”." in text_of(split)
    assert labels(split) == ["Undo: “Lind” is not “Mara Lind”", "Same as …", "Follow"]
    assert "will stay in the harbour" not in await asks(told, "what did Mara Lind say?")

    await told.presses("Undo", on=split)
    await told.hears("Mara Lind\n4 claims")
    one_matching("will stay in the harbour", [await asks(told, "what did Mara Lind say?")])


async def test_a_second_bearer_parts_the_names_and_a_reader_says_who_is_meant(told: Person) -> None:
    await told.says(HELP)
    await told.hears("Town helps ferry passengers")
    await told.new_messages()

    asked = await screen(told, "Lind")
    assert "may be one of these" in text_of(asked)
    assert labels(asked) == ["Lind", "Mara Lind", "Jonas Lind"]
    await told.presses("Lind", on=asked)
    alone = await told.hears("Lind\n2 claims")
    assert "Others of that name on record: Mara Lind, Jonas Lind" in text_of(alone)

    await told.presses("Same as")
    offered = (await told.bot_messages())[-1]
    assert labels(offered) == ["Mara Lind", "Jonas Lind", "Nobody else"]
    await told.says("Zora Quill")
    await told.hears("Nobody on record is called Zora Quill")
    await told.says("Mara Lind")
    joined = await told.hears("you: “Lind” is “Mara Lind”.")

    assert "• “Lind”: 2 claims, first in Ferries stay in port (somebody said so)" in text_of(joined)
    one_matching("will stay in the harbour", [await asks(told, "what did Mara Lind say?")])


async def test_from_a_claim_to_who_said_it_and_whom_that_speaks_for(told: Person) -> None:
    await told.presses("All claims", on=await told.hears("Ferries stay in port"))
    await told.presses("3")
    await told.presses("Who is this?")
    shown = await told.hears("Pavel Orlin\n1 claim")
    assert "Speaks for Kremlin, and so for Russia" in text_of(shown)

    one_matching("Pavel Orlin expected.*would be paid", [await asks(told, "what did Russia say?")])
    one_matching(
        "Pavel Orlin expected.*would be paid", [await asks(told, "what did the Kremlin say about ferries?")]
    )


async def test_old_buttons_are_answered_in_words(told: Person) -> None:
    shown = await screen(told, "Lind")
    await screen(told, "Lind")
    await told.presses("Split off")

    toast = await told.presses("Split off", on=shown)
    assert "They are two already." in str(toast)

    [split, again] = (await told.bot_messages())[-2:]
    await told.presses("Undo", on=split)
    toast = await told.presses("Undo", on=again)
    assert "undone already" in str(toast)


async def test_nobody_of_that_name_is_said_plainly(reader: Person) -> None:
    await reader.says("/speaker")
    await reader.hears("Give me a name, as in /speaker Ada Lund.")
    await reader.says("/speaker <Nobody> & sons")
    await reader.hears("Nobody on record is called <Nobody> & sons.")
