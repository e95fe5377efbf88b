"""From the spans of attributions to claims: speaker, act, kind of quotation, day and confidence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.extract.acts import act_of
from bot.extract.attribution.cues import verb_forms
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.speakers import Speakers
from bot.extract.dates import when_said
from bot.extract.dates.timexes import local_day
from bot.extract.reading import Attribution, Claim, Published, Quote, Span, Timex

GIVEN = 0.8
"""The confidence of an attribution whose spans come from outside."""


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


class _Days:
    """When one passage's claims were said, in their order.

    A claim told in the simple past was not said on the day of publication where its paragraph tells of a time
    long past: after a claim made then ("The union appealed in May. It demanded …"), and after a sentence that
    opens with it ("In May the two sides met. The union demanded …"), unless its verb is a plain "said".
    """

    def __init__(self, passage: Passage, published: Published, timexes: Sequence[Timex]) -> None:
        self._passage, self._published, self._timexes = passage, published, timexes
        self._timex_starts = [t.start for t in timexes]
        self._coarse: tuple[int, str] | None = None  # the paragraph and its time
        self._openings = dict(self._long_past())

    def of(self, one: Attribution) -> str | None:
        """Return when `one` was said, None where it is not known."""
        passage = self._passage
        cue = one.cue[0] if one.cue else one.content[0]
        k = passage.token_at(cue[0])
        paragraph = passage.sentences[passage.sentence_of[k]].paragraph
        day = when_said(passage.text, cue, self._published, self._timexes)
        lo, hi = (bisect_left(self._timex_starts, at) for at in (cue[0] - _NEAR, cue[1]))
        own = any(passage.sentence_at(t) == passage.sentence_of[k] for t in self._timex_starts[lo:hi])
        if day and len(day) < len("2022-02-20"):
            self._coarse = paragraph, day
        elif not own and _simple_past(passage, k):
            if self._coarse and paragraph == self._coarse[0]:
                return self._coarse[1]
            sentence, then = self._openings.get(paragraph, (passage.sentence_of[k], ""))
            if sentence < passage.sentence_of[k] and passage.tokens[k].low not in _PLAIN:
                return then
        return day

    def _long_past(self) -> Iterator[tuple[int, tuple[int, str]]]:
        """Yield the paragraphs that open a sentence with a month or year gone by: its number and the time."""
        passage, today = self._passage, local_day(self._published)
        if today is None or not passage.tokens:
            return
        for timex in reversed(self._timexes):
            value = timex.value or ""
            if not _MONTH_OR_YEAR.fullmatch(value) or value >= today.isoformat()[: len(value)]:
                continue
            k = passage.token_at(timex.start)
            number = passage.sentence_of[k]
            if k - passage.sentences[number].first <= 1:  # a preposition may stand before it
                yield passage.sentences[number].paragraph, (number, value)


# characters before a cue where a time of its own may stand
_NEAR = 300
_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d)?")
# verbs with which today's speakers comment on what happened then
_PLAIN = frozenset({"said", "told", "added", "noted", "explained", "recalled", "thought", "believed"})


def _simple_past(passage: Passage, k: int) -> bool:
    """Whether the verb at token `k` stands in the simple past: "demanded", not "has demanded"."""
    return any(form == "past" for _, form in verb_forms().get(passage.tokens[k].low, ()))


def complete(
    passage: Passage,
    published: Published,
    timexes: Sequence[Timex],
    given: Sequence[Attribution],
    confidences: Sequence[float] | None = None,
) -> tuple[Claim, ...]:
    """Return a claim per attribution with content, in order of its first content offset.

    `confidences` tells for each how likely it is right; None where the spans come from outside.
    """
    speakers = Speakers(passage)
    days = _Days(passage, published, timexes)
    claims: list[Claim] = []
    order = sorted(range(len(given)), key=lambda n: _first(given[n]))
    for n in order:
        one = given[n]
        if not one.content or not passage.tokens:
            continue
        speaker = speakers.resolve(one.source, one.content)
        cue = " ".join(passage.text[s:e] for s, e in one.cue)
        content = " ".join(passage.text[s:e] for s, e in one.content)
        source = " ".join(passage.text[s:e] for s, e in one.source)
        claims.append(
            Claim(
                one.source,
                one.cue,
                one.content,
                speaker.name,
                speaker.kind,
                act_of(cue, content, source),
                quote_of(passage, one.content),
                days.of(one),
                GIVEN if confidences is None else confidences[n],
            )
        )
    return tuple(sorted(claims, key=lambda c: c.content[0]))


def _first(one: Attribution) -> int:
    """Return where the claim stands in reading order: by its source, so that turns are taken in order."""
    return min(s for spans in (one.source, one.cue, one.content) for s, _ in spans) if one.content else 0
