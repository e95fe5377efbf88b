"""The events of a text, one by one, in the order they are told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.extract.dates.clause import direction
from bot.extract.dates.events.announced import announced
from bot.extract.dates.events.clause import Clause, clause_around
from bot.extract.dates.events.phrase import noun_lead, noun_phrase, phrase
from bot.extract.dates.events.status import dated_move, is_former, lead_of, moves, status_of
from bot.extract.dates.events.what import dated_noun, what_is_due
from bot.extract.dates.events.when import When, dates_told
from bot.extract.dates.tokens import SHAPES, Tokens
from bot.extract.reading import Event, Status, Timex

# Dates told further off than this many others belong to another clause.
_NEIGHBOURS = 4


def find(tokens: Tokens, today: date | None, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Return what is due, moved, called off or over; of mentions of one event on one date the first."""
    events: list[Event] = []
    moved: int | None = None
    by_date: dict[str | None, list[Event]] = {}
    for event in _read(tokens, today, dates_told(tokens, timexes)):
        if event.former_date and not event.date and not event.what:
            # "It had been planned for Thursday" adds the old day to what was moved before.
            if moved is not None and not events[moved].former_date:
                events[moved] = replace(events[moved], former_date=event.former_date)
        elif not any(_same(event, other) for other in by_date.get(event.date, ())):
            by_date.setdefault(event.date, []).append(event)
            events.append(event)
            moved = len(events) - 1 if event.status in ("postponed", "cancelled") else moved
    return tuple(sorted(events, key=lambda e: (e.start, e.end)))


def _same(event: Event, other: Event) -> bool:
    """Say whether two events are one: the same date, and nothing in their phrases tells them apart."""
    if event.date != other.date or event.date is None:
        return False
    mine, theirs = _stems(event.what), _stems(other.what)
    return bool(mine & theirs) or not mine or not theirs or (event.status == other.status and len(mine) <= 2)


def _stems(what: str) -> set[str]:
    return {word[:5] for word in what.lower().split() if len(word) > 3}


def _read(tokens: Tokens, today: date | None, told: list[When]) -> Iterator[Event]:
    for place, when in enumerate(told):
        near = told[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]
        clause = clause_around(tokens, when.first, when.end)
        if is_former(clause, when):
            if today is None or when.ahead_of(today) or (today - when.opens).days <= 60:
                yield _event(when, "postponed", "", former=when.date, dated=False)
            continue
        if today is not None and not when.ahead_of(today):
            if over := _over(tokens, clause, when, today):
                yield over
            continue
        if event := _due(tokens, clause, when, today, near):
            yield event
    yield from _undated(tokens, today, told)


def _event(when: When, status: Status, what: str, former: str | None = None, *, dated: bool = True) -> Event:
    return Event(
        when.date if dated else None,
        when.time if dated else None,
        when.zone if dated else None,
        when.date_end if dated else None,
        when.precision,
        status,
        what,
        when.start,
        when.stop,
        former,
    )


def _due(tokens: Tokens, clause: Clause, when: When, today: date | None, told: list[When]) -> Event | None:
    noun = dated_noun(tokens, when, clause)
    points = direction(tokens, when.first, when.end)
    deadline = lead_of(clause, when) in tokens.cues.deadline_leads
    if not announced(tokens, clause, when, today, points, noun=noun is not None, deadline=deadline):
        return None
    moved = tokens.cues.moves & set(tokens.words[clause.first : when.first])
    if not when.date_end and lead_of(clause, when) in tokens.cues.moved_from and moved:
        return None
    status = status_of(clause, when, noun=noun is not None, owned=noun is not None and noun > when.first)
    what = what_is_due(tokens, clause, when, noun)
    if status == "postponed" or (moves(clause) and not dated_move(clause, when)):
        return _moved(clause, when, what, told, status)
    if not what:
        return None
    return _event(when, status, what)


def _moved(clause: Clause, when: When, what: str, told: list[When], status: Status) -> Event | None:
    """Read "moved to 30 June from 23 June": the new day, with the old one told beside it."""
    others = [w for w in told if w is not when and clause.first <= w.first < clause.end]
    if status == "postponed":
        former = next(
            (
                w.date
                for w in others
                if w.opens < when.opens
                and (lead_of(clause, w) in clause.tokens.cues.moved_from or w.stop < when.start)
            ),
            None,
        )
        return _event(when, "postponed", what, former)
    if any(dated_move(clause, w) for w in others):
        return None
    return _event(when, "postponed", what, when.date, dated=False)


def _over(tokens: Tokens, clause: Clause, when: When, today: date) -> Event | None:
    """Read "the vote took place on Sunday" of the days just past; other past tense tells news, not ends."""
    if when.precision not in ("day", "instant") or (today - when.opens).days > 7:
        return None
    words = tokens.words[clause.first : clause.end]
    held = tokens.cues.took_place & set(pairwise(words)) and tokens.cues.event_nouns & set(words)
    if not held and not (tokens.cues.deadlines & set(words) and tokens.cues.ran_out & set(words)):
        return None
    if tokens.cues.relatives & set(words[: when.first - clause.first]):
        return None
    what = phrase(clause, when)
    return _event(when, "over", what) if what else None


def _undated(tokens: Tokens, today: date | None, told: list[When]) -> Iterator[Event]:
    """Yield what is put off or called off with no day told: "the summit has been postponed indefinitely"."""
    cues = tokens.cues
    dated = {tokens.sentence(w.first) for w in told if today is None or w.ahead_of(today)}
    for place, word in enumerate(tokens.words):
        pair = (word, tokens.words[place + 1] if place + 1 < len(tokens.words) else "")
        off = word in cues.undone or pair in cues.call_off_pairs
        moved = word in cues.puts_off or pair in cues.puts_off_pairs
        if not (off or moved) or tokens.sentence(place) in dated or not _passive(tokens, place):
            continue
        clause = clause_around(tokens, place, place + 1)
        noun = next(
            (n for n in range(place - 1, clause.first - 1, -1) if tokens.words[n] in tokens.cues.event_nouns),
            None,
        )
        if noun is None or _long_ago(tokens, clause):
            continue
        what = noun_phrase(tokens, noun, noun_lead(tokens, noun, clause.first), place - 1)
        status: Status = "cancelled" if off else "postponed"
        yield Event(None, None, None, None, "day", status, what, tokens.starts[place], tokens.ends[place])


def _passive(tokens: Tokens, place: int) -> bool:
    """Say whether "has been", "was" or "is" stands before a participle."""
    before = set(tokens.words[max(0, place - 3) : place])
    return bool(before & tokens.cues.passives) and not before & tokens.cues.not_undone


def _long_ago(tokens: Tokens, clause: Clause) -> bool:
    """Say whether a clause tells of another year or of some time ago."""
    words = set(clause.words)
    return bool(words & tokens.cues.long_ago) or SHAPES["year"] in tokens.codes[clause.first : clause.end]
