"""Plain words by which a reader takes from a feed only what it is about."""

import html
import re
from collections.abc import Iterable

from bot.words import words

MOST = 20
"""Words or phrases in one filter."""

LONGEST = 60
"""Characters of one of them."""

_MARKUP = re.compile(r"<[^<>]{1,1000}>")


def passes(said: str, *, wanted: Iterable[str], unwanted: Iterable[str]) -> bool:
    """Tell whether a text, plain or HTML, has one of the `wanted` words (if any are) and no `unwanted` one.

    Whole words and phrases are compared, in any case, singular and plural alike.
    """
    text = _folded(html.unescape(_MARKUP.sub(" ", said)))
    asked = [_folded(phrase) for phrase in wanted]
    if asked and not any(phrase in text for phrase in asked):
        return False
    return not any(_folded(phrase) in text for phrase in unwanted)


def phrases_in(text: str) -> list[str]:
    """Return the words and phrases of a list with commas, each once. Raises ValueError on a list too long.

    Its message is a sentence for the user.
    """
    found = [" ".join(part.split()) for part in re.split(r"[,;\n]", text)]
    phrases = list({_folded(part): part for part in found if words(part)}.values())
    if len(phrases) > MOST:
        raise ValueError(f"That is over {MOST} words or phrases: leave out some.")
    if any(len(phrase) > LONGEST for phrase in phrases):
        raise ValueError(f"One of these has over {LONGEST} characters: put commas between words or phrases.")
    return phrases


def _folded(text: str) -> str:
    return f" {' '.join(_singular(word) for word in words(text))} "


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word
