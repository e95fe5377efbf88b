"""How a text is cut into windows: every word once, paragraphs whole where they fit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.model.network import network
from bot.extract.model.windows import CAPITAL, LOWER, MIXED, UPPER, letter_case, windows


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.integers(8, 40))
def test_words_stand_in_order_and_pieces_fit(text: str, size: int) -> None:
    cut = windows(text, network().tokenizer, size)
    spans = [span for window in cut for span in window.words]
    assert spans == sorted(set(spans))
    assert all(text[start:end].strip() for start, end in spans)
    for window in cut:
        assert len(window.ids) == len(window.cases) <= size
        assert len(window.words) == len(window.first_pieces) > 0


def test_paragraphs_are_kept_whole_where_they_fit() -> None:
    text = "One two three four.\n\nFive six seven eight.\n\nNine ten."
    cut = windows(text, network().tokenizer, 14)
    assert [text[w.words[0][0] : w.words[-1][1]] for w in cut] == [
        "One two three four.\n\nFive six seven eight.",
        "Nine ten.",
    ]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = "One two three. Four five six. Seven eight nine."
    cut = windows(text, network().tokenizer, 12)
    assert [text[w.words[0][0] : w.words[-1][1]] for w in cut] == [
        "One two three. Four five six.",
        "Seven eight nine.",
    ]


def test_the_letter_case_of_a_word() -> None:
    words = ("word", "Word", "WORD", "McWord", "12", "I")
    assert [letter_case(word) for word in words] == [LOWER, CAPITAL, UPPER, MIXED, LOWER, CAPITAL]
