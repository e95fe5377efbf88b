"""When something was said."""

from datetime import date

import pytest

from bot.extract.dates import find_timexes, when_said

MONDAY = date(2022, 2, 21)


def said(text: str, cue: str, published: date | None = MONDAY) -> str | None:
    start = text.index(cue)
    return when_said(text, (start, start + len(cue)), published, find_timexes(text, published))


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("The port is shut, the mayor said on Sunday.", "said", "2022-02-20"),
        ("On Saturday, the mayor said the port was shut.", "said", "2022-02-19"),
        ("The mayor on Friday denied the report.", "denied", "2022-02-18"),
        ("Mayor Ann Reed told her deputy, Jo Lund, on Sunday that it was shut.", "told", "2022-02-20"),
        ("The mayor said the port would shut on Friday.", "said", "2022-02-21"),
        ("The mayor said the port had shut on Friday.", "said", "2022-02-21"),
        ("The mayor said so. On Friday the port was shut.", "said", "2022-02-21"),
        ("The port is shut, the mayor said.", "said", "2022-02-21"),
        ("In December, the mayor demanded that it be shut.", "demanded", "2021-12"),
        ("In December, the mayor went to the council with a list of wishes.", "with a list of", "2021-12"),
        ("In December, the mayor who went to sea said it was shut.", "said", "2022-02-21"),
    ],
)
def test_the_clause_of_the_cue_tells_the_day_else_it_is_publication_s(text: str, cue: str, day: str) -> None:
    assert said(text, cue) == day


def test_without_a_publication_day_only_the_text_can_tell() -> None:
    assert said("The mayor said on 3 March 2020 that it was shut.", "said", None) == "2020-03-03"
    assert said("The mayor said on Friday that it was shut.", "said", None) is None
    assert said("The mayor said that it was shut.", "said", None) is None
