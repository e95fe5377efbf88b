"""From the spans of attributions to claims: speaker, act, kind of quotation, day and confidence."""

from bisect import bisect_left
from collections.abc import Sequence

from bot.extract.attribution.acts import act_of
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.speakers import Speakers
from bot.extract.dates import day_said
from bot.extract.reading import Attribution, Claim, Published, Quote, Span, Timex

# How often each construction was right in words and source on annotated news
CERTAINTY = {
    "before": 0.92,
    "inverted": 0.82,
    "according": 0.85,
    "preceding": 0.8,
    "quote": 0.8,
    "colon": 0.85,
    "passive": 0.65,
    "that": 0.71,
    "clause": 0.63,
    "object": 0.47,
    "to": 0.4,
    "noun": 0.4,
    "adjective": 0.42,
}


def quote_of(passage: Passage, content: Sequence[Span]) -> Quote:
    """Say whether all, some or none of the content's words stand between quotation marks."""
    words = quoted = 0
    starts = passage.starts
    for start, end in content:
        for k in range(bisect_left(starts, start), bisect_left(starts, end)):
            if passage.tokens[k].is_word:
                words += 1
                quoted += passage.inside[k] >= 0
    if not quoted:
        return "indirect"
    return "direct" if quoted > 0.85 * words else "mixed"


def complete(
    passage: Passage,
    published: Published,
    timexes: Sequence[Timex],
    given: Sequence[Attribution],
    constructions: Sequence[str] | None,
) -> tuple[Claim, ...]:
    """Return a claim per attribution with content, in order of its first content offset.

    `constructions` names for each how it was found; None where the spans come from outside.
    """
    speakers = Speakers(passage)
    claims: list[Claim] = []
    order = sorted(range(len(given)), key=lambda n: _first(given[n]))
    for n in order:
        one = given[n]
        if not one.content:
            continue
        speaker = speakers.resolve(one.source, one.content)
        cue = " ".join(passage.text[s:e] for s, e in one.cue)
        content = " ".join(passage.text[s:e] for s, e in one.content)
        claims.append(
            Claim(
                one.source,
                one.cue,
                one.content,
                speaker.name,
                speaker.kind,
                act_of(cue, content),
                quote_of(passage, one.content),
                day_said(passage.text, one.cue[0] if one.cue else one.content[0], published, timexes),
                0.8 if constructions is None else CERTAINTY[constructions[n]],
            )
        )
    return tuple(sorted(claims, key=lambda c: c.content[0]))


def _first(one: Attribution) -> int:
    """Return where the claim stands in reading order: by its source, so that turns are taken in order."""
    return min(s for spans in (one.source, one.cue, one.content) for s, _ in spans) if one.content else 0
