"""What a question asks, and what is answered."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from storage.models import Claim, Event

QueryKind = Literal["claims", "when", "next"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question taken apart.

    `speakers` are ids on record: claims of others are no answer. `unknown_name` is a name asked about as a
    speaker that nobody on record bears. `topic` holds folded words; of `acts` any will do. `since` and
    `until` bound the day said, both included. `named` are speakers on record that the topic names: what they
    say themselves is as good as what is said of them.
    """

    kind: QueryKind
    speakers: tuple[int, ...]
    unknown_name: str | None
    topic: tuple[str, ...]
    acts: tuple[str, ...]
    since: date | None
    until: date | None
    named: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Evidence for a question, best first: claims (articles loaded) or events. Empty: nothing on record.

    `nearest` is offered as what it is when there is neither: what the speaker said last, what was said about
    the same without the act, or what others said of somebody who is not on record as a speaker.
    """

    query: Query
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    nearest: tuple[Claim, ...] = ()
