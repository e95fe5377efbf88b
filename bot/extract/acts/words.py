"""How a cue and its content are cut into words."""

import re

_WORD = re.compile(r"n't|[a-z]+(?:-[a-z]+)*")
_CLAUSE_END = re.compile(r"[.,;:?!…“”\"]|''|--|—| - ")


def plain(text: str) -> str:
    """Return `text` in lower case with straight apostrophes, "can't" as "ca n't", "cannot" as "can not"."""
    return re.sub(r"(?<=[a-z])n't\b", " n't", text.lower().replace("’", "'")).replace("cannot", "can not")


def words_of(text: str) -> list[str]:
    """Return the words of `text`, negations apart, the possessive 's left out."""
    return [word for word in _WORD.findall(plain(text).replace("'s ", " ")) if word != "s"]


def first_words(content: str, number: int = 6) -> list[str]:
    """Return the words that open `content` up to its first punctuation mark, at most `number`."""
    opening = content[: 12 * number].lstrip(" “”\"'‘…")
    return words_of(_CLAUSE_END.split(opening, maxsplit=1)[0])[:number]
