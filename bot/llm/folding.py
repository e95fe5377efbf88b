"""Search for words as a model copies them: with other spaces, quotation marks and dashes than the text."""

import re
from collections.abc import Iterator

from bot.extract.reading import Span

_ALIKE = {
    **dict.fromkeys("‘’‚‛`´′", "'"),
    **dict.fromkeys([*"“”„‟«»″", "''", "``"], '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),  # not seen
    "...": "…",
}
_FOLDED = re.compile(r"\s+|--+|\.\.\.|''|``|.", re.DOTALL)


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each folded character with the span it came from."""
    for match in _FOLDED.finditer(text):
        words = match[0]
        character = " " if words.isspace() else "-" if words[:2] == "--" else _ALIKE.get(words, words)
        if character:
            yield character, match.start(), match.end()


def fold(words: str) -> str:
    """Return `words` with all spaces, quotation marks and dashes made alike."""
    return "".join(character for character, _, _ in _folded(words)).strip()


class Folded:
    """A text in which words are found whatever their spaces, quotation marks and dashes."""

    def __init__(self, text: str) -> None:
        self._origin = list(_folded(text))
        self._text = "".join(character for character, _, _ in self._origin)

    def find(self, words: str) -> list[Span]:
        """Return where `words` stand in the text, from their first letter to their last, in order.

        They begin and end with whole words of the text. Time is linear in the text's length.
        """
        wanted = fold(words)
        found: list[Span] = []
        at = self._text.find(wanted) if wanted else -1
        while at >= 0:
            last = at + len(wanted) - 1
            if not (self._inside_word(at) or self._inside_word(last + 1)):
                found.append((self._origin[at][1], self._origin[last][2]))
            at = self._text.find(wanted, at + 1)
        return found

    def _inside_word(self, at: int) -> bool:
        return 0 < at < len(self._text) and self._text[at - 1].isalnum() and self._text[at].isalnum()
