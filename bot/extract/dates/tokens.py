"""A text as tokens, and as a string of one character per token that patterns can run over."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from bot.extract.dates.language import Cues, Language, Sense, Spelling, Tense, Wording


@cache
def _token(spelling: Spelling) -> re.Pattern[str]:
    half, clitic, negative = spelling.clock_half, spelling.clitic, spelling.negative
    return re.compile(
        rf"""(?P<clock>\d{{1,2}}[:.]\d{{2}}(?=\s?(?:{half}\b))|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:]))
        |(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
        |(?P<slashed>\d{{1,2}}(?P<between>[/.-])\d{{1,2}}(?P=between)(?:\d{{4}}|\d{{2}})(?!\d))
        |(?P<fraction>\d{{1,2}}/\d{{1,2}}(?![\d/]))
        |(?P<decade>(?:\d{{3}}0|['’]\d0|\d0)(?:{spelling.decade})\b)
        |(?P<nth>\d{{1,2}}(?:{spelling.ordinal})\b)
        |(?P<number>\d{{1,9}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,9}}\.\d+|\d+)
        |(?P<letters>[A-Za-z]\.[A-Za-z]\.?(?:[A-Za-z]\.)*)
        |(?P<possessive>(?:{spelling.possessive})\b)
        |(?P<word>(?:{clitic})\b|[^\W\d_]+?(?:{negative})\b|[^\W\d_]+)
        |(?P<gap>\n[ \t\r]*\n\s*)
        |(?P<other>''|``|[^\w\s]|_)""",
        re.VERBOSE,
    )


# One character stands for each kind of token that is not a word of the grammar.
OTHER_WORD, CAPITALISED_WORD, GAP = "x", "X", "¶"

# A sentence is cut here at the latest, which keeps the work in proportion to the text whatever it holds.
LONGEST_SENTENCE = 160

SHAPES = {
    "clock": "C", "iso": "I", "slashed": "S", "fraction": "F", "decade": "E", "nth": "O", "year": "Y",
    "day": "D", "number": "N", "decimal": "B", "dot": ".", "comma": ",", "dash": "-", "colon": ":",
    "apostrophe": "'", "possessive": "s", "open": "(", "close": ")",
}  # fmt: skip
_PUNCTUATION = {
    ".": ".", ",": ",", "-": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", ":": ":", "'": "'",
    "’": "'", "(": "(", ")": ")", "!": "!", "?": "?", ";": ";", '"': '"', "“": '"', "”": '"',
    "`": '"', "''": '"', "``": '"', "$": "$", "%": "%", "/": "/", "&": "&",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text`: where each starts and ends, its lower-case word, and its character in `codes`."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str
    stops: list[int]
    language: Language

    @property
    def tense(self) -> Tense:
        """Return the language's words that point ahead or back."""
        return self.language.tense

    @property
    def sense(self) -> Sense:
        """Return the language's words that tell what an expression means."""
        return self.language.sense

    @property
    def wording(self) -> Wording:
        """Return the words that a phrase keeps or leaves out."""
        return self.language.wording

    @property
    def cues(self) -> Cues:
        """Return the language's words that announce."""
        return self.language.cues

    def at(self, offset: int) -> int:
        """Return the token that covers `offset`, or the first after it."""
        return bisect_right(self.ends, offset)

    def is_word(self, token: int) -> bool:
        """Say whether a token has letters, whether or not the patterns know it."""
        return self.words[token][:1].isalpha()

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first and the end (exclusive) token of the sentence that holds `token`."""
        place = bisect_left(self.stops, token)
        first = self.stops[place - 1] + 1 if place else 0
        return first, self.stops[place] + 1 if place < len(self.stops) else len(self.words)

    def slice(self, first: int, end: int) -> str:
        """Return the text from token `first` up to `end`, exclusive."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""


def _code(kind: str, raw: str, word: str, lexicon: dict[str, str], language: Language) -> str:
    if kind == "word" or kind == "letters":
        if word in language.spelling.capitalised and not raw[0].isupper():
            return OTHER_WORD
        if word in language.spelling.upper and not raw.isupper():
            return OTHER_WORD
        return lexicon.get(word) or (CAPITALISED_WORD if raw[0].isupper() else OTHER_WORD)
    if kind == "number":
        if not raw.isdecimal() or not raw.isascii():
            return SHAPES["decimal"]
        if len(raw) == 4 and 1000 <= int(raw) < 2200:
            return SHAPES["year"]
        return SHAPES["day"] if len(raw) <= 2 and 1 <= int(raw) <= 31 else SHAPES["number"]
    if kind == "gap":
        return GAP
    return _PUNCTUATION.get(raw, "~") if kind == "other" else SHAPES[kind]


def tokenize(text: str, lexicon: dict[str, str], language: Language) -> Tokens:
    """Split `text`; `lexicon` gives the character of each word that patterns know."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    stops: list[int] = []
    for found in _token(language.spelling).finditer(text):
        kind, raw = found.lastgroup or "other", found.group()
        word = raw.lower() if raw.isascii() else raw.lower().replace("’", "'")
        code = _code(kind, raw, word, lexicon, language)
        place = len(words)
        if (
            place
            and stops[-1:] != [place - 1]
            and _stops(text, codes, words, starts, place - 1, found.start(), raw, language)
        ):
            stops.append(place - 1)
        starts.append(found.start())
        ends.append(found.end())
        words.append(word)
        codes.append(code)
        if code == GAP or place - (stops[-1] if stops else -1) >= LONGEST_SENTENCE:
            stops.append(place)
    return Tokens(text, starts, ends, words, "".join(codes), stops, language)


def _stops(
    text: str,
    codes: list[str],
    words: list[str],
    starts: list[int],
    last: int,
    start: int,
    following: str,
    language: Language,
) -> bool:
    """Say whether a sentence ends with token `last`, the one before `following` at `start`."""
    code = codes[last]
    if code in "!?":
        return not (following in "!?" or following in "\"”’')")
    if code in '")':
        return (
            last > 0 and codes[last - 1] in ".!?" and text[start - 1].isspace() and not following[0].islower()
        )
    if code != "." and not (words[last].endswith(".") and len(words[last]) > 1):
        return False
    if not text[start - 1].isspace() or following[0].islower():
        return False
    if code != ".":
        # "p.m." and "U.S." may end a sentence; only the former usually does before a capital.
        return (
            language.means("ampm", words[last]) is not None
            and following in language.spelling.sentence_openers
        )
    if last and codes[last - 1] == SHAPES["day"] and language.means("month", following.lower()):
        # "24. Februar"
        return False
    before = words[last - 1] if last else ""
    if before in language.spelling.abbreviations and starts[last] > 0 and text[starts[last] - 1].isalnum():
        return False
    return not (len(before) == 1 and before.isalpha() and before not in language.spelling.one_letter_words)
