"""An article's text made ready for reading: tokens, quotations, sentences."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from bot.extract.attribution.quotes import Quotation, find_quotations
from bot.extract.attribution.sentences import Sentence, quoted_tokens, split_sentences
from bot.extract.attribution.tokens import Token, tokenise

CLOSING_MARKS = frozenset("”\"»’'")


@dataclass(frozen=True)
class Passage:
    """`text` and what was seen in it; `inside` gives each token's quotation, -1 outside."""

    text: str

    @cached_property
    def tokens(self) -> list[Token]:
        """All words and marks in order."""
        return tokenise(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The offset of every token."""
        return [token.start for token in self.tokens]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """All quoted passages in order."""
        return find_quotations(self.text)

    @cached_property
    def inside(self) -> list[int]:
        """For every token the number of its quotation, -1 outside."""
        return quoted_tokens(self.tokens, self.quotations)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        return split_sentences(self.text, self.tokens, self.inside)

    @cached_property
    def sentence_of(self) -> list[int]:
        """For every token the number of its sentence."""
        return [n for n, s in enumerate(self.sentences) for _ in range(s.first, s.last)]

    def token_at(self, offset: int) -> int:
        """Return the first token at or after `offset`, the last one beyond the end."""
        return min(bisect_left(self.starts, offset), len(self.tokens) - 1)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at `offset`."""
        return self.sentence_of[self.token_at(offset)]

    def opens_quotation(self, i: int) -> bool:
        """Whether a quotation begins with token `i`."""
        return (
            0 <= i < len(self.tokens)
            and self.inside[i] >= 0
            and self.quotations[self.inside[i]].start == self.tokens[i].start
        )

    def closes_quotation(self, i: int) -> bool:
        """Whether token `i` is the last of a quotation."""
        return (
            0 <= i < len(self.tokens)
            and self.inside[i] >= 0
            and self.quotations[self.inside[i]].end == self.tokens[i].end
        )

    def quotation_first(self, i: int) -> int:
        """Return the first token of the quotation that token `i` lies in."""
        number = self.inside[i]
        while i > 0 and self.inside[i - 1] == number:
            i -= 1
        return i

    def quotation_last(self, i: int) -> int:
        """Return the last token of the quotation that token `i` lies in."""
        number = self.inside[i]
        while i + 1 < len(self.tokens) and self.inside[i + 1] == number:
            i += 1
        return i

    def words(self, first: int, last: int) -> str:
        """Return the text of tokens `first` up to `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""
