"""Which event a mention is about: the same thing told again, moved, called off, or something new."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.extract.reading import Event as Stated
from bot.track.lifecycle import ChangeKind, State, by_person, change, covers, replay, statement
from bot.track.likeness import likeness, shared, telling, unlike
from bot.track.places import zone_in
from bot.track.schedule import days
from storage.models import Article, Change, Event, Mention

_ALIKE = 0.3  # share of the shorter phrase's words that make two phrases one thing, given a likely date
_WITHIN = 0.4  # the same where one date only lies within the other
_TWINS = 0.7  # the same where the dates disagree and nothing says that one was moved


@dataclass(frozen=True, slots=True)
class Step:
    """What an article says of an event, and the change recorded: None where it only tells it again."""

    event: Event
    said: Mention
    change: Change | None


_LAST = 2**63
"""A person who speaks at the instant an article appears has read it."""

Told = list[tuple[Event, list[Stated]]]
"""The events of an article, each with all that the article states of it."""


def merge(
    article: Article,
    stated: Sequence[Stated],
    known: Sequence[Event],
    now: datetime,
    *,
    done: Collection[Event] = (),
) -> list[Step]:
    """Give each event the article states a mention, and bring those events up to date.

    `known` are the events of the article's story, with mentions and their articles loaded; the article has no
    mentions yet. What it tells as `done` it cannot also move without naming it. Events that are new belong to
    the article's story. Returns a step per event, in order of mention.
    """
    day = (article.published_at or now).date()
    linked = _link(stated, known, day, done)
    told: Told = []
    for number, said in enumerate(stated):
        event = linked.get(number) or _of_this_article(said, told)
        if event is None:
            if said.status == "postponed" and said.former_date is None and not telling(said.what):
                # "They will try again on Monday", where nothing known was to try: it is new.
                said = replace(said, status="scheduled")
            event = Event(
                story_id=article.story_id,
                what=said.what,
                mentions=[],
                corrections=[],
            )
        same = next((group for other, group in told if other is event), None)
        if same is None:
            told.append((event, [said]))
        else:
            same.append(said)
    return [step(event, article, group, now) for event, group in told]


def restate(event: Event, now: datetime) -> State | None:
    """Set the event's date and status to what its mentions say; None (and nothing set) when none is left."""
    state = state_of(event)
    if state is not None:
        covered = days(state.date, state.date_end)
        event.date, event.time, event.zone = state.date, state.time, state.zone
        event.date_end, event.precision, event.status = state.date_end, state.precision, state.status
        event.first_day, event.last_day = covered or (None, None)
        event.updated_at = now
    return state


def step(event: Event, article: Article, stated: Sequence[Stated], now: datetime) -> Step:
    """Add to the event what an article states of it, and bring it up to date."""
    before = state_of(event)
    said = _mention(event, article, stated)
    event.held_in = zone_in(said.what) or event.held_in
    after = restate(event, now)
    kind: ChangeKind | None = change(before, after) if after else None
    if after is None or kind is None:
        return Step(event, said, None)
    step = Change(
        at=article.published_at or now,
        kind=kind,
        before=before.summary() if before else None,
        after=after.summary(),
    )
    step.event = event
    return Step(event, said, step)


def _mention(event: Event, article: Article, stated: Sequence[Stated]) -> Mention:
    """Add to the event what the article has to say of it, the date it left included."""
    said = statement(stated)
    others = [one.date for one in stated if one.date and said.date and not overlap(one.date, said.date)]
    mention = Mention(
        start=said.start,
        end=said.end,
        what=said.what,
        date=said.date,
        time=said.time,
        zone=said.zone,
        date_end=said.date_end,
        precision=said.precision,
        status=said.status,
        former_date=said.former_date or (others[0] if others and said.status == "postponed" else None),
    )
    mention.article = article
    event.mentions.append(mention)
    return mention


def state_of(event: Event) -> State | None:
    """Replay what articles and people say of an event in the order they said it; None when none is left."""
    said = [
        ((mention.article.published_at or mention.article.added_at, mention.article.id), mention)
        for mention in event.mentions
    ]
    if not said:
        return None
    said += [((one.at, _LAST), by_person(one)) for one in event.corrections]
    return replay(one for _, one in sorted(said, key=lambda pair: pair[0]))


def _link(
    stated: Sequence[Stated], known: Sequence[Event], day: date, done: Collection[Event]
) -> dict[int, Event]:
    """Match statements to known events, the surest pairs first."""
    scored = [
        (score, -number, said, event)
        for number, said in enumerate(stated)
        for event in known
        if (score := _score(said, event, known, day, done)) > 0
    ]
    linked: dict[int, Event] = {}
    for _, minus, said, event in sorted(scored, key=lambda row: row[:2], reverse=True):
        if -minus in linked:
            continue
        mates = [stated[n] for n, other in linked.items() if other is event]
        # Two dates in one article are two events, unless it is the article that moves one to the other.
        if all(_agree(said, mate) or _news(said) or _news(mate) for mate in mates):
            linked[-minus] = event
    return linked


def _score(said: Stated, event: Event, known: Collection[Event], day: date, done: Collection[Event]) -> float:
    """Rate how surely a statement is about a known event: 0 not at all, above 2 where the dates agree."""
    like = likeness(said.what, event)
    rivals = [other for other in known if other is not event]
    if said.former_date and event.date and overlap(said.former_date, event.date):
        sole = not any(o.date and overlap(said.former_date, o.date) for o in rivals)
        return 3 + like if like > 0 or sole else 0
    if said.date and event.date and overlap(said.date, event.date, event.date_end):
        # Of two things on one day little more is asked; two things in one month need not be one.
        exact = said.date == event.date
        same_day = exact and is_day(said.date)
        sole = not any(o.date and overlap(said.date, o.date, o.date_end) for o in rivals)
        if like >= _WITHIN or (same_day and (like > 0 or (sole and not unlike(said.what, event)))):
            return 2 + like + exact
        return 0
    if (
        said.date
        and event.date
        and any(m.date and overlap(said.date, m.date) for m in event.mentions if m.status != "over")
    ):
        # The date it had before: an article that has not heard of the change, or looks back on it.
        return 1 + like if like >= _ALIKE else 0
    still_open = event.status not in {"over", "cancelled"} and event not in done
    rival = any(other.status not in {"over", "cancelled"} for other in rivals)
    if said.date is None or event.date is None:
        # "It has been called off": in a story with one thing ahead there is no doubt what.
        unnamed = still_open and not rival and not telling(said.what)
        return like if like >= _ALIKE else 0.1 if unnamed else 0
    if _news(said) or said.status == "deadline" == event.status:
        unnamed = like > 0 or not telling(said.what)
        doubtless = unnamed and not rival and said.status in {"postponed", "deadline"}
        return max(like, 0.1) if still_open and (like >= _ALIKE or doubtless) else 0
    ahead = event.last_day is None or event.last_day >= day
    return like if like >= _TWINS and still_open and ahead else 0


def _of_this_article(said: Stated, told: Told) -> Event | None:
    """Find the event another statement of the same article is about."""
    for event, mates in told:
        like = max(likeness(said.what, event), *(shared(telling(said.what), telling(m.what)) for m in mates))
        for mate in mates:
            moved = (mate.date and said.former_date == mate.date) or (
                said.date and mate.former_date == said.date
            )
            exact = said.date is not None and said.date == mate.date
            near = said.date and mate.date and overlap(said.date, mate.date, mate.date_end)
            put_off = "postponed" in {said.status, mate.status} and like >= _TWINS
            if moved or put_off or (like > 0 and exact) or (near and like >= _WITHIN):
                return event
    return None


def _news(said: Stated) -> bool:
    return said.status in {"postponed", "cancelled", "over"}


def _agree(one: Stated, other: Stated) -> bool:
    return not one.date or not other.date or overlap(one.date, other.date)


def overlap(one: str, other: str, other_end: str | None = None) -> bool:
    """Tell whether a date and a date or range have days in common, one within the other."""
    whole = days(other, other_end)
    part = days(one)
    inside = bool(other_end and whole and part and whole[0] <= part[0] and part[1] <= whole[1])
    return inside or covers(one, other) or covers(other, one)


def is_day(iso: str) -> bool:
    """Tell whether a date is a single day."""
    covered = days(iso)
    return covered is not None and covered[0] == covered[1]
