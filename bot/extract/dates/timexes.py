"""The temporal expressions of a text, found by grammar and resolved in the order they stand."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from bot.extract.dates.almanac import day_or_none
from bot.extract.dates.english import ENGLISH
from bot.extract.dates.grammar import Found, Grammar
from bot.extract.dates.language import Language
from bot.extract.dates.resolve import READINGS, Context, Meaning
from bot.extract.dates.tokens import Tokens, tokenize
from bot.extract.reading import Published, Timex

# A dateline stands at the head of a text and lies shortly before publication.
_DATELINE_TOKENS, _DATELINE_DAYS = 16, 14


@cache
def grammar(language: Language = ENGLISH) -> Grammar:
    """Return the compiled grammar of a language."""
    return Grammar(language)


def tokens_of(text: str, language: Language = ENGLISH) -> Tokens:
    """Return the text's tokens as the language's grammar reads them."""
    return tokenize(text, grammar(language).lexicon, language)


def local_day(published: Published) -> date | None:
    """Return the publication's day where it was published."""
    return published.date() if isinstance(published, datetime) else published


def find(
    tokens: Tokens, published: Published, language: Language = ENGLISH, *, day_first: bool | None = None
) -> tuple[Timex, ...]:
    """Return the temporal expressions in order, never overlapping: the longest at each place."""
    context = Context(local_day(published), day_first=day_first)
    out: list[Timex] = []
    edge = 0
    candidates = sorted(
        enumerate(grammar(language).search(tokens)), key=lambda c: (c[1].first, -c[1].end, c[0])
    )
    for _, found in candidates:
        if found.first < edge or not _whole(found):
            continue
        for meaning in _read(found, context):
            first = found.first if meaning.first is None else meaning.first
            end = found.end if meaning.end is None else meaning.end
            if tokens.codes[end - 1] == "." and end - first > 1:
                # The stop of "Fri." or "Feb." is the sentence's as well, more often than not.
                end -= 1
            out.append(
                Timex(tokens.starts[first], tokens.ends[end - 1], meaning.type, meaning.value, meaning.mod)
            )
            edge = end
        if edge > found.first and found.reading == "month_day":
            _dateline(found, context)
    return tuple(out)


def _read(found: Found, context: Context) -> Iterator[Meaning]:
    before = context.then
    meaning = READINGS[found.reading](found, context)
    if context.then is not before:
        context.then_sentence = found.tokens.sentence(found.first)[0]
    if isinstance(meaning, Meaning):
        yield meaning
    else:
        yield from meaning or ()


def _whole(found: Found) -> bool:
    """Say whether an expression stands free: no digits or letters run into it."""
    tokens, text = found.tokens, found.tokens.text
    start, end = tokens.starts[found.first], tokens.ends[found.end - 1]
    glued = start and (text[start - 1].isalnum() or text[start - 1] in "_$€£")
    return not glued and not (end < len(text) and (text[end].isalnum() or text[end] in "_%"))


def _dateline(found: Found, context: Context) -> None:
    """Let the text speak from its dateline ("OSLO, Feb. 20 (Reuters) -") where that lies shortly before."""
    tokens, today = found.tokens, context.today
    if found.first > _DATELINE_TOKENS or today is None or context.then is None or found.first < 2:
        return
    after = tokens.codes[found.end : found.end + 1]
    place = tokens.slice(max(0, found.first - 3), found.first).rstrip(" ,")
    if after and after in "(-" and place.isupper() and 0 < (today - context.then).days <= _DATELINE_DAYS:
        context.today = day_or_none(context.then.year, context.then.month, context.then.day)
