"""What is read out of one article: claims, temporal expressions and events, each pointing at its words.

Offsets count characters of the article's clean text, end exclusive.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

Span = tuple[int, int]

Act = Literal[
    "state", "believe", "expect", "deny", "confirm", "accept", "refuse", "demand", "propose",
    "promise", "plan", "warn", "accuse", "praise", "ask",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)
Quote = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "body", "country", "group", "document", "unnamed", "author"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["instant", "day", "week", "month"]
Status = Literal["scheduled", "deadline", "conditional", "postponed", "cancelled", "over"]

Published = date | datetime | None
"""When an article appeared: an aware instant, a local time without a zone, a day, or not known."""


class BadSpanError(ValueError):
    """A claim, date or event does not point into the text it was read from."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of one attribution: who, the words that attribute, and what is attributed."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution with what was made of it.

    `speaker` is the resolved name within the article (several are joined by " & "), None when the text
    names nobody. `said_on` is when it was said, ISO at the precision told (`2022-02-20`, `2021-12`): the
    day of publication where the text tells no other time, None when neither tells.
    `confidence` lies in 0..1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    kind: SpeakerKind
    act: Act
    quote: Quote
    said_on: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression with its TIMEX3 type and value (TimeML 1.2.1); value None when unresolved.

    `mod` is TIMEX3's modifier (START, MID, END, APPROX, …) where the expression has one.
    """

    start: int
    end: int
    type: TimexType
    value: str | None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something due at a date, as this article states it.

    `date` is ISO at the stated precision: `2022-02-24`, `2022-03`, `2022-W09`; None where an event is put
    off or called off and the text gives no date. `time` is a local clock time `HH:MM`, `zone` an IANA name
    or a UTC offset where stated. `date_end` is the last day of a range. `start`, `end` are the span of the
    words that give the date (of the trigger, where there is no date). `what` is a short phrase.
    `former_date` is the date it is moved or called off from, where the text says so.
    """

    date: str | None
    time: str | None
    zone: str | None
    date_end: str | None
    precision: Precision
    status: Status
    what: str
    start: int
    end: int
    former_date: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What the text tells as done on a day just past; it may be what was announced for that day.

    `date` is the ISO day, `start`, `end` the span of the words that give it. `done` is False where the text
    says that it was not done: "missed Friday's deadline".
    """

    date: str
    what: str
    start: int
    end: int
    done: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of `text`. Raises BadSpanError when anything in it points outside the text."""

    text: str
    claims: tuple[Claim, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    past: tuple[Past, ...] = ()

    def __post_init__(self) -> None:
        size = len(self.text)
        spans = [s for c in self.claims for s in (*c.source, *c.cue, *c.content)]
        spans += [(t.start, t.end) for t in self.timexes] + [(e.start, e.end) for e in self.events]
        spans += [(one.start, one.end) for one in self.past]
        for start, end in spans:
            if not 0 <= start < end <= size:
                raise BadSpanError(f"span {start}:{end} lies outside a text of {size} characters")
        for claim in self.claims:
            if not claim.content:
                raise BadSpanError("a claim without content")
