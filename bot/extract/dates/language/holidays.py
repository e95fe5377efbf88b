"""The names of holidays as tokens and as a pattern, so that a table lists them as they are written."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"'s\b|'|-|[^\W\d_]+\.?")


def holiday_tokens(name: str) -> list[str]:
    """Return the tokens of a name in lower case; an abbreviation keeps its stop ("st.")."""
    return _TOKEN.findall(name)


def holiday_pattern(names: Iterable[str]) -> str:
    """Return the names as one pattern, the longest first."""
    return " | ".join(f"({_spelt(name)})" for name in sorted(names, key=len, reverse=True))


def _spelt(name: str) -> str:
    marks = {"'s": "#possessive", "'": "#apostrophe", "-": "'-'"}
    words = (marks.get(token, token) for token in holiday_tokens(name))
    return " ".join(word.removesuffix(".") + " '.'?" if word.endswith(".") else word for word in words)
