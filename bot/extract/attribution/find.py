"""Find attributions: what the trained network reads, and what it has not seen and the rules are sure of.

The network learnt from one kind of news; it has hardly met transcripts, and rarely a claim within another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.extract.attribution import rules, trained
from bot.extract.attribution.passage import Passage
from bot.extract.reading import Attribution, Span

_SURE = 0.8
"""Rules that are right less often lower the F1 on annotated news; these leave it as it is."""

_LIKELY = 0.7
"""Rules that are right so often tell who speaks where the network has seen nobody."""

_LOOSE_END = re.compile(r"\s+(?:and|or|but)$")


def find_attributions(passage: Passage) -> list[tuple[Attribution, float]]:
    """Return the attributions of `passage`, and how likely each is right in its words and its source."""
    by_rules = list(rules.find_attributions(passage))
    found = list(_mended(passage, trained.find_attributions(passage.text), by_rules))
    read = bytearray(len(passage.text))
    for one, _ in found:
        for start, end in one.cue + one.content:
            read[start:end] = b"\1" * (end - start)
    sure = (one for one in by_rules if one[1] >= _SURE)
    return found + [one for one in sure if not any(1 in read[start:end] for start, end in one[0].cue)]


def _mended(
    passage: Passage,
    found: Iterable[tuple[Attribution, float]],
    by_rules: Sequence[tuple[Attribution, float]],
) -> Iterator[tuple[Attribution, float]]:
    """Yield what was found with its edges put right, and with a source that only the rules have seen."""
    sources = {
        end: one.source for one, certainty in by_rules if certainty >= _LIKELY for _, end in one.cue[-1:]
    }
    for one, likely in found:
        content = _whole(passage, one.content)
        source = one.source or sources.get(one.cue[-1][1], ())
        source = tuple(_trimmed(passage.text, span) for span in source)
        if content:
            yield replace(one, source=source, content=content), likely


def _whole(passage: Passage, content: Sequence[Span]) -> tuple[Span, ...]:
    """Return the content with parts that only space parts as one, and no part that is only marks.

    Of a quotation whose opening mark alone was found, all is meant.
    """
    text = passage.text
    parts: list[Span] = []
    for start, end in content:
        if not any(c.isalnum() for c in text[start:end]):
            quoted = next((q for q in passage.quotations if start <= q.start < end), None)
            if quoted is None:
                continue
            start, end = quoted.start, quoted.end
        if parts and not text[parts[-1][1] : start].strip():
            start = parts.pop()[0]
        parts.append((start, end))
    return tuple(parts)


def _trimmed(text: str, span: Span) -> Span:
    """Return a source without the "and" that it should not end with."""
    loose = _LOOSE_END.search(text[slice(*span)])
    return (span[0], span[0] + loose.start()) if loose and loose.start() else span
