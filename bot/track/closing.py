"""Which open events are over, because an article tells what was done on their day."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.extract.reading import Event as Stated
from bot.extract.reading import Past
from bot.track.lifecycle import covers
from bot.track.likeness import likeness, telling, unlike
from bot.track.merging import Step, step
from bot.words import words
from storage.models import Article, Event

_ALIKE = 0.3  # share of the shorter phrase's words that make what was done what was due that very day
_WITHIN = 0.5  # the same where it was due in that week or month


def outcomes(past: Sequence[Past], known: Sequence[Event]) -> list[tuple[Past, Event]]:
    """Return which known events are over by what an article tells as done, each with what says so."""
    still_open = [event for event in known if event.status != "over"]
    scored = [
        (score, -number, event.id, said, event)
        for number, said in enumerate(past)
        for event in still_open
        if (score := _score(said, event, still_open)) > 0
    ]
    found: list[tuple[Past, Event]] = []
    for *_, said, event in sorted(scored, key=lambda row: row[:3], reverse=True):
        if not any(said is one or event is other for one, other in found):
            found.append((said, event))
    return found


def close(
    article: Article, found: Sequence[tuple[Past, Event]], told: Collection[Event], now: datetime
) -> list[Step]:
    """Give each event found over a mention that says so; those `told` otherwise stand as they are told."""
    return [
        step(
            event,
            article,
            [Stated(said.date, None, None, None, "day", "over", said.what, said.start, said.end)],
            now,
        )
        for said, event in found
        if event not in told
    ]


def _score(said: Past, event: Event, rivals: Sequence[Event]) -> float:
    """Rank how surely what was done is what was due: 0 not at all."""
    if event.date is None or not (said.done or event.status == "deadline"):
        return 0
    if said.date != (event.date_end or event.date):
        # Of several days only the last one ends it.
        wide = not event.date_end and event.status != "cancelled" and covers(event.date, said.date)
        like = likeness(said.what, event) if wide else 0
        return like if like >= _WITHIN else 0
    like = likeness(said.what, event)
    if event.status == "cancelled":
        # "They marched in spite of the ban" leaves no doubt; any past of that day would.
        return like if like >= _WITHIN else 0
    sole = not any(covers(other.date, said.date) for other in rivals if other is not event)
    bare = not telling(said.what) and "deadline" in words(said.what)
    if sole and event.status == "deadline" and bare:
        # "Friday's deadline" says no more than the day.
        return 1
    if like >= _ALIKE or (sole and like > 0 and not unlike(said.what, event)):
        return 1 + like
    return 0
