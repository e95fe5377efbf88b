"""From words a model has copied to the spans they came from, or to nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.extract.reading import Attribution, Span
from bot.llm.answer import Said
from bot.llm.folding import Folded, fold

MOST = 150  # attributions of one piece of text; nobody is quoted as often in so few words
REACH = 300  # characters between content, cue and source: the next sentence or paragraph, not further
LONGEST_SOURCE, LONGEST_CUE, LONGEST_CONTENT = 300, 150, 3_000  # characters
MOST_PIECES = 12  # of one content
_NEAREST = 6  # places of a cue or a source that are tried on each side, so that time is bounded
_MOST_PLACES = 20  # of a content that is repeated
_BREAK = re.compile(r"\s*\n\s*")
_ACROSS = 100  # what a paragraph's end between two spans counts for, in characters
_BARE_CUES = (":", "-")  # "SMITH: We will."


class Grounding:
    """Finds attributions in one piece of text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = Folded(text)
        self._taken: set[tuple[Said, tuple[Span, ...]]] = set()

    def find(self, claims: Sequence[Said]) -> list[Attribution]:
        """Return the claims whose every part stands in the text, close together; the others are dropped.

        Words that stand in it several times are found where source, cue and content are closest; a claim told
        twice is found in two places or once.
        """
        return [found for said in claims[:MOST] if (found := self._ground(said)) is not None]

    def _ground(self, said: Said) -> Attribution | None:
        if not _plausible(said):
            return None
        cues, sources = self._folded.find(said.cue), self._folded.find(said.source)
        best: tuple[int, Attribution] | None = None  # with how many characters it spreads over
        for content in self._contents(said.content):
            if (said, content) in self._taken or _tells_itself(content, cues, sources):
                continue
            for cue, far in self._near(cues, content):
                for source, further in self._sources(said, sources, cue, content):
                    spread = content[-1][1] - content[0][0] + far + further
                    if best is None or spread < best[0]:
                        best = spread, Attribution(source, (cue,), content)
        if best is None:
            return None
        self._taken.add((said, best[1].content))
        return best[1]

    def _contents(self, words: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        """Yield the places where the pieces of a content stand one after the other.

        The others are looked for beside the longest: a piece such as "he" stands in many places.
        """
        found = [self._folded.find(piece) for piece in words]
        longest = max(range(len(words)), key=lambda n: len(words[n]))
        for place in found[longest][:_MOST_PLACES]:
            spans: list[Span | None] = [place]
            for places in found[longest + 1 :]:
                spans.append(self._next(places, spans[-1]))
            for places in reversed(found[:longest]):
                spans.insert(0, self._next(places, spans[0], before=True))
            if None not in spans:
                yield tuple(span for span in spans if span is not None)

    def _next(self, places: Sequence[Span], span: Span | None, *, before: bool = False) -> Span | None:
        """Return the first of `places` after `span`, or the last `before` it; None where it is not near."""
        if span is None:
            return None
        k = bisect_left(places, (span[0], 0)) - 1 if before else bisect_left(places, (span[1], 0))
        if not 0 <= k < len(places) or not _apart(places[k], span) or self._gap(places[k], span) is None:
            return None
        return places[k]

    def _sources(
        self, said: Said, places: Sequence[Span], cue: Span, content: Sequence[Span]
    ) -> Iterator[tuple[tuple[Span, ...], int]]:
        """Yield the places of the source near a cue, with their distances; one that is nowhere if unnamed."""
        if not said.source.strip():
            yield (), 0
            return
        for source, far in self._near(places, (cue,)):
            if all(_apart(source, span) for span in content):
                yield (source,), far

    def _near(self, places: Sequence[Span], spans: Sequence[Span]) -> list[tuple[Span, int]]:
        """Return those of `places` beside `spans` that touch none of them, with their distances."""
        near: dict[Span, int] = {}
        for start, end in spans:
            before, after = (bisect_left(places, (at, 0)) for at in (start, end))
            for place in (*places[max(0, before - _NEAREST) : before], *places[after : after + _NEAREST]):
                gap = self._gap(place, (start, end))
                if gap is None or "\n" in self._text[slice(*place)]:
                    continue
                if all(_apart(place, span) for span in spans):
                    near[place] = min(gap, near.get(place, gap))
        return list(near.items())

    def _gap(self, one: Span, other: Span) -> int | None:
        """Return how far apart two spans are, None where that is too far or over a whole paragraph."""
        (_, start), (end, _) = sorted((one, other))
        if end - start > REACH:
            return None
        breaks = len(_BREAK.findall(self._text, start, end))
        return end - start + _ACROSS * breaks if breaks <= 1 else None


def _plausible(said: Said) -> bool:
    """Whether the parts could be an attribution at all, wherever they stand."""
    return (
        len(said.source) <= LONGEST_SOURCE
        and len(said.cue) <= LONGEST_CUE
        and sum(map(len, said.content)) <= LONGEST_CONTENT
        and 0 < len(said.content) <= MOST_PIECES
        and (_has_word(said.cue) or fold(said.cue) in _BARE_CUES)
        and (_has_word(said.source) or not said.source.strip())
        and all(map(_has_word, said.content))
    )


def _has_word(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _tells_itself(content: Sequence[Span], cues: Sequence[Span], sources: Sequence[Span]) -> bool:
    """Whether a piece of the content holds its own cue and source, so that it is more than what is said."""
    return any(_holds(span, cues) and (not sources or _holds(span, sources)) for span in content)


def _holds(span: Span, places: Sequence[Span]) -> bool:
    k = bisect_left(places, (span[0], 0))
    return k < len(places) and places[k][1] <= span[1]


def _apart(one: Span, other: Span) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]
