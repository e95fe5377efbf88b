"""How well attributions are found: the same measures as are usual for PolNeAR, over whole articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Spans = Sequence[Sequence[int]]
Parts = Mapping[str, Spans]
PARTS = ("source", "cue", "content")


@dataclass
class Counts:
    """Right, found and wanted of one measure."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        return 200 * self.right / max(1, self.found + self.wanted)

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count one article's."""
        self.right += right
        self.found += found
        self.wanted += wanted


@dataclass
class Score:
    """`partial`: half the content's characters in common and the same source; `content`: the former alone.

    `spans` counts exact spans of each part.
    """

    partial: Counts = field(default_factory=Counts)
    content: Counts = field(default_factory=Counts)
    spans: dict[str, Counts] = field(default_factory=lambda: {part: Counts() for part in PARTS})

    def __str__(self) -> str:
        spans = " ".join(f"{part} {counts.f1:.1f}" for part, counts in self.spans.items())
        return f"partial {self.partial.f1:.1f} content {self.content.f1:.1f} | spans {spans}"

    def add(self, wanted: Iterable[Parts], found: Iterable[Parts]) -> None:
        """Count one article's attributions that have content."""
        wanted = [one for one in wanted if one["content"]]
        found = [one for one in found if one["content"]]
        for part, counts in self.spans.items():
            a, b = ({tuple(span) for one in all_ for span in one[part]} for all_ in (wanted, found))
            counts.add(len(a & b), len(b), len(a))
        common = overlaps(wanted, found)
        self.content.add(_aligned(common), len(found), len(wanted))
        same = [(share, i, j) for share, i, j in common if same_source(wanted[i], found[j])]
        self.partial.add(_aligned(same), len(found), len(wanted))


def _characters(spans: Spans) -> set[int]:
    return {k for start, end in spans for k in range(start, end)}


def overlaps(wanted: Sequence[Parts], found: Sequence[Parts]) -> list[tuple[float, int, int]]:
    """Return (share, wanted, found) of the pairs that have half their content in common, best first."""
    a, b = ([_characters(one["content"]) for one in all_] for all_ in (wanted, found))
    shares = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            both = len(x & y)
            if both and both >= 0.5 * (len(x) + len(y) - both):
                shares.append((both / (len(x) + len(y) - both), i, j))
    return sorted(shares, reverse=True)


def _aligned(shares: Sequence[tuple[float, int, int]]) -> int:
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in shares:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def same_source(a: Parts, b: Parts) -> bool:
    """Whether two attributions name the same source, or both none."""
    x, y = _characters(a["source"]), _characters(b["source"])
    return bool(x & y) or (not x and not y)
