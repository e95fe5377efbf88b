"""A long text in pieces short enough to be sent."""

from collections.abc import Iterator

from bot.extract.reading import Span

LONGEST = 6_000  # characters: with the answer, which repeats much of it, still small for any model's window
_BORDERS = ("\n\n", "\n", ". ", " ")


def pieces(text: str) -> Iterator[Span]:
    """Yield spans that make up `text`, cut between paragraphs where one ends in a piece's second half."""
    start = 0
    while start < len(text):
        end = _cut(text, start)
        yield start, end
        start = end


def _cut(text: str, start: int) -> int:
    longest = start + LONGEST
    if longest >= len(text):
        return len(text)
    for border in _BORDERS:
        at = text.rfind(border, start + LONGEST // 2, longest)
        if at >= 0:
            return at + len(border)
    return longest
