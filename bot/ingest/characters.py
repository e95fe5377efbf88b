"""What may not stand in a clean text: controls, halves of characters, marks that change the reading order."""

import re
import unicodedata

# Bidirectional embeddings, overrides and isolates (Unicode 9.2), which can show other words than are stored;
# zero-width marks, soft hyphens and byte order marks, which split words no reader sees split. The joiners
# U+200C and U+200D stay: Persian and Indic words and emoji need them.
_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_TAKEN_OUT = re.compile(f"[{_UNSEEN}{_CONTROLS}]+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\w+")
_SPACES = re.compile("[^\\S\n]+")


def clean(text: str) -> str:
    """Return `text` with one kind of line end and nothing in it that is hidden, or hides or reorders words.

    Letters are the author's own: nothing is folded or composed. Runs of spaces stay, since they tell columns.
    """
    text = _LINE_ENDS.sub("\n", text)
    return _TAKEN_OUT.sub("", text)


def one_line(text: str) -> str:
    """Return `text` clean, on one line, with single spaces."""
    return _SPACES.sub(" ", clean(text).replace("\n", " ")).strip()


def words_of(line: str) -> str:
    """Return the words of `line` in lower case with single spaces, to compare lines by."""
    return " ".join(_WORD.findall(line.lower()))


def without_symbols(text: str) -> str:
    """Return `text` without the emoji, arrows and flags posts are decorated with at either end."""
    start, end = 0, len(text)
    while start < end and _is_decoration(text[start]):
        start += 1
    while end > start and _is_decoration(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_decoration(character: str) -> bool:
    if character.isspace() or character in "\ufe0f\u200d\u20e3":
        return True
    return unicodedata.category(character) in ("So", "Sk") and character not in "°©®™"
