"""What a question asks, and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from storage.models import Claim, Event

Near = Literal["mentions", "said", "otherwise", "other days", "others", "latest"]
"""What the nearest on record is.

Claims that mention a name; what was said where a date was asked for; the same done otherwise (no promise, but
something on it), on other days, or by others; what a speaker said last.
"""

QueryKind = Literal["claims", "when", "next"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question taken apart.

    `speakers` are ids on record, called `who` in the question: what others say is no answer. `role` are the
    words that describe a speaker where more than a name does ("the port's chief"). `unknown_name` is a name
    asked about as a speaker that nobody on record bears. `topic` holds folded words; of `acts` any will do,
    those of `leaning` are only likelier. `since` and `until` bound the day said, both included; `occasion`
    does the same by an event ("after the summit") until its day is known. `named` are speakers on record that
    the topic names: what they say themselves is as good as what is said of them.
    """

    kind: QueryKind
    speakers: tuple[int, ...]
    unknown_name: str | None
    topic: tuple[str, ...]
    acts: tuple[str, ...]
    since: date | None
    until: date | None
    named: tuple[int, ...] = ()
    who: str = ""
    role: tuple[str, ...] = ()
    occasion: tuple[Literal["before", "after"], tuple[str, ...]] | None = None
    leaning: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims of which one denies what the other holds; of one speaker's, a change of position."""

    held: Claim
    denied: Claim


@dataclass(frozen=True, slots=True)
class Answer:
    """Evidence for a question, best first: claims (articles loaded) or events. Empty: nothing on record.

    `repeats` are, by a claim's id, claims that say the same again. `beside` is what others said on the same
    where one speaker is asked about. `nearest` is offered as what it is when there are neither claims nor
    events: what the speaker said last, what was said about the same without the act, or what others said of
    somebody who is not on record as a speaker.
    """

    query: Query
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    nearest: tuple[Claim, ...] = ()
    near: Near | None = None
    beside: tuple[Claim, ...] = ()
    repeats: Mapping[int, tuple[Claim, ...]] = field(default_factory=dict)
    disputes: tuple[Dispute, ...] = ()

    def with_repeats(self) -> list[Claim]:
        """Return every claim that answers, what repeats one after it, then what stands beside."""
        every = [one for claim in self.claims for one in (claim, *self.repeats.get(claim.id, ()))]
        return every + list(self.beside)
