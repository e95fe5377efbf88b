"""A date that can be read two ways is asked about, and nobody is reminded on a day that may be wrong."""

from datetime import UTC, datetime

import pytest

from tests.chat.person import Person, labels, text_of

ARTICLE = """Port of Holm to vote on new crane

14 March 2023, 10:00 GMT

The council of Holm will vote on the new crane on 5/4/2023, mayor Ines Brandt said on Tuesday.

“We have waited long enough for this,” Brandt told reporters at the harbour. The crane would replace one that
was built sixty years ago and has stood still since the autumn."""


@pytest.mark.parametrize(
    ("choice", "eve"),
    [
        ("Wed 5 Apr 2023", datetime(2023, 4, 4, 9, 1, tzinfo=UTC)),
        ("Thu 4 May 2023", datetime(2023, 5, 3, 9, 1, tzinfo=UTC)),
    ],
)
async def test_the_reader_says_which_day_is_meant(reader: Person, choice: str, eve: datetime) -> None:
    await reader.says(ARTICLE)
    card = await reader.hears("Port of Holm to vote on new crane")
    assert "5/4/2023 can be Wed 5 Apr 2023 or Thu 4 May 2023" in text_of(card)
    assert labels(card)[:2] == ["Wed 5 Apr 2023", "Thu 4 May 2023"]
    assert "What comes next" not in text_of(card)
    await reader.presses("Follow story")
    await reader.hears("You follow")

    await reader.presses(choice, on=card)

    again = await reader.hears("What comes next")
    assert f"{choice}: " in text_of(again)
    assert "can be" not in text_of(again)
    assert choice not in labels(again)
    await reader.new_messages()
    await reader.moves_clock(to=eve)
    [told] = await reader.new_messages(1)
    assert told.startswith(f"Tomorrow, {choice}")
