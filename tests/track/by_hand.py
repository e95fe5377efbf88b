"""Articles and readings made by hand: what the engines would find is said outright."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.extract.reading import Act, Claim, Event, Published, Reading, SpeakerKind
from bot.ingest.article import Article


class SetClock:
    """A clock that stands where it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def article(text: str, published: Published, *, title: str | None = None, url: str | None = None) -> Article:
    return Article(
        text=text,
        title=title,
        source="Harbour Wire",
        authors=(),
        url=url,
        published=published,
        zone_from="unknown"
        if isinstance(published, date) and not isinstance(published, datetime)
        else "printed",
        language="en",
    )


def said(text: str, speaker: str, words: str, *, act: Act = "state", kind: SpeakerKind = "person") -> Claim:
    """A claim whose content is `words` of the text."""
    start = text.index(words)
    span = (start, start + len(words))
    return Claim((), (), (span,), speaker, kind, act, "indirect", None, 0.9)


def due(text: str, at: str, iso: str | None, what: str, status: Any = "scheduled", **more: Any) -> Event:
    """An event whose date stands at the words `at` of the text."""
    start = text.index(at)
    fields: dict[str, Any] = {"time": None, "zone": None, "date_end": None, "precision": "day", **more}
    return Event(date=iso, status=status, what=what, start=start, end=start + len(at), **fields)


def reading(text: str, claims: Sequence[Claim] = (), events: Sequence[Event] = ()) -> Reading:
    return Reading(text, claims=tuple(claims), events=tuple(events))
