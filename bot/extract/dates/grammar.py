"""From the patterns of a language's tables to one matcher over tokens.

A pattern is a regular expression over tokens, written with spaces: a bare word is that word, `','` that mark,
`[weekday]` a word of that class, `#day` a shape of token, `<COUNT>` a named part that several patterns share.
`name=` before one of these keeps what it matched under that name; a class or shape without it keeps its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.extract.dates.language import Language, Sense
from bot.extract.dates.tokens import SHAPES, Tokens


@dataclass(frozen=True, slots=True)
class Found:
    """A construction met in a text: its tokens from `first` up to `end`, and what its named parts matched."""

    reading: str
    tokens: Tokens
    first: int
    end: int
    parts: Mapping[str, tuple[int, int]]
    classes: Mapping[str, Mapping[str, object]]

    def words(self, name: str) -> list[str]:
        """Return the words of a part, none where it did not match."""
        first, end = self.parts.get(name, (0, 0))
        return self.tokens.words[first:end]

    def has(self, name: str) -> bool:
        """Say whether a part matched."""
        return name in self.parts

    def word(self, name: str) -> str | None:
        """Return the first word of a part, None where it did not match."""
        words = self.words(name)
        return words[0] if words else None

    def number(self, name: str, of: str | None = None) -> int | None:
        """Return what a part's word means as a number: by its class, else by its digits."""
        word = self.word(name)
        if word is None:
            return None
        meaning = self.classes.get(of or name, {}).get(word)
        if isinstance(meaning, int):
            return meaning
        digits = re.match(r"\d+", word)
        return int(digits.group()) if digits and digits.group().isascii() else None

    @property
    def own(self) -> list[str]:
        """Return the expression's words."""
        return self.tokens.words[self.first : self.end]

    @property
    def before(self) -> str:
        """Return the word straight before the expression, nothing where there is none."""
        return self.tokens.words[self.first - 1] if self.first else ""

    @property
    def after(self) -> str:
        """Return the word straight after the expression, nothing where there is none."""
        return self.tokens.words[self.end] if self.end < len(self.tokens.words) else ""

    @property
    def code_after(self) -> str:
        """Return the character of the token straight after, nothing where there is none."""
        return self.tokens.codes[self.end : self.end + 1]

    @property
    def sense(self) -> Sense:
        """Return the language's words that tell what an expression means."""
        return self.tokens.language.sense

    def meaning(self, name: str, of: str | None = None) -> str | None:
        """Return what a part's word means, by its class, as text."""
        word = self.word(name)
        meaning = self.classes.get(of or name, {}).get(word) if word is not None else None
        return meaning if isinstance(meaning, str) else None


_PIECE = re.compile(
    r"""\s*(?:(?P<class>\[(?:(?P<cname>\w+)=)?(?P<cls>\w+)\])
    |(?P<part><(?:(?P<pname>\w+)=)?(?P<prt>\w+)>)
    |(?P<shape>\#(?:(?P<sname>\w+)=)?(?P<shp>\w+))
    |(?P<mark>'(?P<mrk>[^'])')
    |(?P<word>[^\W\d_]+(?:\.[^\W\d_])*\.?)
    |(?P<operator>[()|?*+]|\{\d*,?\d*\}))""",
    re.VERBOSE,
)


class Grammar:
    """Constructions compiled for search. Raises ValueError on a pattern that cannot be read."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.classes = language.classes
        self.lexicon: dict[str, str] = {}
        self._parts = language.parts
        for members in self.classes.values():
            for word in members:
                self._letter(word)
        self._patterns = [
            (one.reading, re.compile(self._compile(one.pattern))) for one in language.constructions
        ]

    def _letter(self, word: str) -> str:
        # Private-use characters: no word of any text can be one.
        return self.lexicon.setdefault(word, chr(0xE000 + len(self.lexicon)))

    def _compile(self, pattern: str) -> str:
        return self._expand(pattern, {})

    def _expand(self, pattern: str, used: dict[str, int]) -> str:
        out, place = [], 0
        while place < len(pattern):
            piece = _PIECE.match(pattern, place)
            if piece is None:
                if pattern[place:].isspace():
                    break
                raise ValueError(f"cannot read the pattern {pattern!r} at {pattern[place:]!r}")
            out.append(self._piece(piece, used))
            place = piece.end()
        return "".join(out)

    def _piece(self, piece: re.Match[str], used: dict[str, int]) -> str:
        def group(name: str) -> str:
            # A name may stand in several branches of one pattern; a group's name may not.
            used[name] = used.get(name, 0) + 1
            return f"(?P<{name}>" if used[name] == 1 else f"(?P<{name}__{used[name]}>"

        if piece["class"]:
            letters = "".join(self.lexicon[word] for word in self.classes[piece["cls"]])
            return f"{group(piece['cname'] or piece['cls'])}[{letters}])"
        if piece["part"]:
            head = group(piece["pname"]) if piece["pname"] else "(?:"
            return f"{head}{self._expand(self._parts[piece['prt']], used)})"
        if piece["shape"]:
            return f"{group(piece['sname'] or piece['shp'])}{re.escape(SHAPES[piece['shp']])})"
        if piece["mark"]:
            return re.escape("s" if piece["mrk"] == "s" else piece["mrk"])
        if piece["word"]:
            return self._letter(piece["word"])
        return "(?:" if piece["operator"] == "(" else piece["operator"]

    def search(self, tokens: Tokens) -> Iterator[Found]:
        """Yield all constructions found, overlapping ones included, no two of one pattern overlapping."""
        for reading, pattern in self._patterns:
            for found in pattern.finditer(tokens.codes):
                parts: dict[str, tuple[int, int]] = {}
                for name, value in found.groupdict().items():
                    if value is not None:
                        parts.setdefault(name.split("__")[0], found.span(name))
                yield Found(reading, tokens, found.start(), found.end(), parts, self.classes)
