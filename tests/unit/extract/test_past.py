"""What a text tells as done on a day just past."""

from datetime import date

import pytest

from bot.extract.dates import find_past, find_timexes

MONDAY = date(2026, 5, 11)


def past(text: str) -> list[tuple[str, str, bool]]:
    return [(one.date, one.what, one.done) for one in find_past(text, MONDAY, find_timexes(text, MONDAY))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ship left Oslo on Saturday.", ("2026-05-09", "The ship left Oslo", True)),
        ("Envoys met in Bern on Friday as planned.", ("2026-05-08", "Envoys met in Bern", True)),
        ("The judge ruled after Friday's hearing that he may go.", ("2026-05-08", "hearing", True)),
        ("The board missed Friday's deadline to reply.", ("2026-05-08", "deadline", False)),
        ("The ship did not sail on Saturday.", ("2026-05-09", "The ship did not sail", False)),
        # What was said is another matter: the verb alone may be what was due.
        ("The court ruled on Friday that the law stands.", ("2026-05-08", "ruled", True)),
    ],
)
def test_what_was_done_is_told_with_its_day(text: str, told: tuple[str, str, bool]) -> None:
    assert past(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The ship will leave Oslo on Saturday.",
        "The vote was postponed on Friday.",
        "The concert on Saturday was called off.",
        "The ship left Oslo in 1998.",
        "The ship left Oslo on 3 March.",
    ],
)
def test_nothing_is_told_of_what_is_ahead_off_or_long_ago(text: str) -> None:
    assert past(text) == []
