"""From copied words to spans of the text, or to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.llm.answer import Said
from bot.llm.folding import Folded, fold
from bot.llm.grounding import Grounding
from bot.llm.pieces import LONGEST, pieces
from tests.llm.texts import words

Told = tuple[str | None, str, tuple[str, ...]]


def told(source: str, cue: str, *content: str) -> Said:
    return Said(source=source, cue=cue, content=content)


def grounded(text: str, *claims: Said) -> list[Told]:
    return [words(text, one) for one in Grounding(text).find(claims)]


@pytest.mark.parametrize(
    "copied",
    [
        '"We have waited - two years - for this," ',
        "“We have waited – two years – for this,”",
        "''We  have waited -- two years -- for\nthis,''",
        "„We have waited ― two years ― for\u00a0this,‟",
        "“We\u200b have waited—two years—for this,”",
    ],
)
def test_spaces_quotation_marks_and_dashes_may_differ(copied: str) -> None:
    text = "“We have waited — two years — for this,” Ines Brandt’s deputy said."
    if "—two" in copied:
        text = text.replace(" — ", "—")

    [found] = grounded(text, told("Ines Brandt's deputy", "said", copied))

    assert found == ("Ines Brandt’s deputy", "said", (text[: text.index("”") + 1],))


@pytest.mark.parametrize("copied", ["We have waited two year", "we have waited two years", "We’ve waited"])
def test_words_may_not_differ(copied: str) -> None:
    assert grounded("We have waited two years, Brandt said.", told("Brandt", "said", copied)) == []


def test_of_several_places_the_nearest_are_taken() -> None:
    text = "She said the boat was full. “Come early,” he said. She said nothing more."

    [found] = Grounding(text).find([told("he", "said", "“Come early,”")])

    assert found.source == ((text.index(" he ") + 1, text.index(" he ") + 3),)
    assert found.cue[0][0] == found.source[0][1] + 1


def test_a_short_piece_is_found_beside_the_long_one() -> None:
    text = "The boat is old. The boat, Brandt said, is safe. The boat sails on Friday."

    [found] = Grounding(text).find([told("Brandt", "said", "The boat", "is safe")])

    assert found.content[0][0] == text.index("The boat, Brandt")


def test_what_is_said_twice_is_found_in_two_places() -> None:
    text = "“No,” he said.\n\nThe room was silent.\n\n“No,” he said."
    no = told("he", "said", "“No,”")

    found = Grounding(text).find([no, no, no])

    assert [one.content[0][0] for one in found] == [0, text.rindex("“No")]


def test_the_source_may_stand_in_the_paragraph_before() -> None:
    text = "Ines Brandt was relieved.\n\n“We have waited two years,” came the word from the harbour."

    assert grounded(text, told("Ines Brandt", "came the word", "“We have waited two years,”"))


def test_beyond_the_next_paragraph_nothing_belongs_together() -> None:
    text = "Ines Brandt was relieved.\n\nThe quay was quiet.\n\n“We have waited,” came the word."

    assert not grounded(text, told("Ines Brandt", "came the word", "“We have waited,”"))


def test_nobody_need_be_named() -> None:
    text = "It was expected that the boat would be full."

    assert grounded(text, told("", "was expected", "that the boat would be full")) == [
        (None, "was expected", ("that the boat would be full",))
    ]


@pytest.mark.parametrize(
    ("text", "cue"), [("BRANDT: We will sail.", ":"), ("“We will sail.” ― Ines BRANDT", "—")]
)
def test_a_colon_or_a_dash_can_be_a_cue(text: str, cue: str) -> None:
    assert len(grounded(text, told("BRANDT", cue, "We will sail."))) == 1


def test_quotations_that_run_over_paragraphs_are_found_piece_by_piece() -> None:
    text = "“We have waited.\n\n“We have hoped,” Brandt said. “We have won.”"
    pieces_told = ("“We have waited.", "“We have hoped,”", "“We have won.”")

    assert grounded(text, told("Brandt", "said", *pieces_told)) == [("Brandt", "said", pieces_told)]


def test_repetition_without_end_takes_no_time_to_speak_of() -> None:
    text = "a " * 3_000
    claims = [told("a " * 100, "a", "a " * k) for k in range(1, 150)]

    assert len(Grounding(text).find(claims)) <= len(claims)


prose = st.text(alphabet="ab \n\u00a0“”\"'’`–-…\u200b.", max_size=60)


@given(text=prose, start=st.integers(0, 59), length=st.integers(1, 30))
def test_whatever_is_found_reads_as_what_was_looked_for(text: str, start: int, length: int) -> None:
    wanted = text[start : start + length]

    for s, e in Folded(text).find(wanted):
        assert fold(text[s:e]) == fold(wanted)
        assert text[s:e].strip()


@given(st.text(max_size=200), st.integers(0, 20_000))
def test_pieces_make_up_the_text(seed: str, length: int) -> None:
    text = (seed * (length // max(len(seed), 1) + 1))[:length] if seed else ""

    assert "".join(text[s:e] for s, e in pieces(text)) == text
    assert all(0 < e - s <= LONGEST for s, e in pieces(text))
