"""Words with a name set under them: “We lost.” ― Ida Lund; a post as it is embedded, its account last."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from bot.extract.attribution.passage import Passage
from bot.extract.reading import Attribution, Span

_NAME = r"(?:(?:[A-Z]|Jr|Sr|Dr|Mrs?|Ms|Sen|Rep|Gov|St)\.|[A-Z][\w'’-]*|de|der|van|von|of|the|al|la|and|&)"
# a dash, the name, and an age, a place or an occasion behind a comma, to the end of the line
_SIGNATURE = re.compile(
    rf"(?P<cue>[―—–]|--|-)[^\S\n]?(?P<source>(?=[A-Z]){_NAME}(?: {_NAME}){{0,7}})"
    r"(?P<post>[^\S\n]\(@\w+\)[^\n]*)?(?:[.,(:;][^\n]{0,120}|[^\S\n]*)$",
    re.MULTILINE,
)


def find_signed(passage: Passage) -> Iterator[Attribution]:
    """Yield what is signed: a quotation that fills its paragraph, or a post with its account's name."""
    text = passage.text
    ends = [quotation.end for quotation in passage.quotations]
    for match in _SIGNATURE.finditer(text):
        before = _before(text, match.start())
        source = match.span("source")
        content: tuple[Span, ...]
        if match["post"] is not None:
            start = text.rfind("\n", 0, before) + 1
            start = max(start, text.rfind(">", start, before) + 1)
            content = ((start, before),) if start < before else ()
            source = (source[0], text.index(")", source[1]) + 1)
        else:
            number = bisect_left(ends, before)
            alone = number < len(ends) and ends[number] == before and _fills(passage, number)
            content = _with_what_it_continues(passage, number) if alone else ()
        if content:
            yield Attribution((source,), (match.span("cue"),), content)


def _before(text: str, offset: int) -> int:
    """Return where the text before `offset` ends, white space left out."""
    while offset > 0 and text[offset - 1].isspace():
        offset -= 1
    return offset


def _fills(passage: Passage, number: int) -> bool:
    """Whether a quotation opens its line."""
    start = passage.quotations[number].start
    return not passage.text[passage.text.rfind("\n", 0, start) + 1 : start].strip()


def _with_what_it_continues(passage: Passage, number: int) -> tuple[Span, ...]:
    first = number
    while first > 0 and passage.quotations[first - 1].continues:
        first -= 1
    return tuple((one.start, one.end) for one in passage.quotations[first : number + 1])
