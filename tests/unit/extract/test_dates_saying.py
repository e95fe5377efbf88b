"""The day something was said."""

from datetime import date

import pytest

from bot.extract.dates import day_said, find_timexes

MONDAY = date(2022, 2, 21)


def said(text: str, cue: str, published: date | None = MONDAY) -> date | None:
    start = text.index(cue)
    return day_said(text, (start, start + len(cue)), published, find_timexes(text, published))


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("The port is shut, the mayor said on Sunday.", "said", date(2022, 2, 20)),
        ("On Saturday, the mayor said the port was shut.", "said", date(2022, 2, 19)),
        ("The mayor on Friday denied the report.", "denied", date(2022, 2, 18)),
        ("Mayor Ann Reed told her deputy, Jo Lund, on Sunday that it was shut.", "told", date(2022, 2, 20)),
        ("The mayor said the port would shut on Friday.", "said", MONDAY),
        ("The mayor said the port had shut on Friday.", "said", MONDAY),
        ("The mayor said so. On Friday the port was shut.", "said", MONDAY),
        ("The port is shut, the mayor said.", "said", MONDAY),
        ("In December, the mayor demanded that it be shut.", "demanded", None),
    ],
)
def test_the_clause_of_the_cue_tells_the_day_else_it_is_publication_s(
    text: str, cue: str, day: date | None
) -> None:
    assert said(text, cue) == day


def test_without_a_publication_day_only_the_text_can_tell() -> None:
    assert said("The mayor said on 3 March 2020 that it was shut.", "said", None) == date(2020, 3, 3)
    assert said("The mayor said on Friday that it was shut.", "said", None) is None
    assert said("The mayor said that it was shut.", "said", None) is None
