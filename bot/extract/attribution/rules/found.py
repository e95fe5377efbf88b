"""One attribution found in a passage, as ranges of tokens."""

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as ranges of tokens. `construction` names the rule that found it, `lemma` its cue."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    construction: str
    lemma: str
