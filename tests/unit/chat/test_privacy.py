"""What people are told of where their articles go."""

import pytest

from bot.chat import privacy
from tests.unit.chat.room import Room


@pytest.mark.parametrize(
    ("read_at", "told"),
    [
        (None, "I read articles on the machine I run on."),
        (
            "models.example",
            "I send the text of an article, and nothing else, to a language model at models.example.",
        ),
    ],
)
async def test_it_says_where_articles_are_read(room: Room, read_at: str | None, told: str) -> None:
    async for turn in room.turn():
        turn.read_at = read_at
        reply = await privacy.show(turn)

    assert told in reply.text
