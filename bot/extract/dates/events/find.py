"""The events of a text, one by one, in the order they are told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.extract.dates.clause import AHEAD, BACK, FIRMLY_AHEAD, direction
from bot.extract.dates.english import cues
from bot.extract.dates.english.words import PARTS
from bot.extract.dates.events.clause import Clause, bounds, clause_around
from bot.extract.dates.events.phrase import noun_lead, noun_phrase, phrase, span_phrase
from bot.extract.dates.events.status import (
    calls_off,
    dated_move,
    is_former,
    lead_of,
    moves,
    status_of,
    undone,
)
from bot.extract.dates.events.when import When, dates_told
from bot.extract.dates.tokens import Tokens
from bot.extract.reading import Event, Status, Timex

# Dates told further off than this many others belong to another clause.
_NEIGHBOURS = 4


def find(tokens: Tokens, today: date | None, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Return what is due, moved, called off or over; of several mentions of an event on one date the first."""
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
    noun = _dated_noun(tokens, when, clause)
    points = direction(tokens, when.first, when.end)
    deadline = lead_of(clause, when) in cues.DEADLINE_LEADS
    if not _announced(tokens, clause, when, today, points, noun=noun is not None, deadline=deadline):
        return None
    if lead_of(clause, when) == "from" and any(
        dated_move(clause, w) for w in told if clause.first <= w.first < clause.end
    ):
        return None
    status = status_of(clause, when, noun=noun is not None)
    what = _what(tokens, clause, when, noun)
    if status == "postponed" or (moves(clause) and not dated_move(clause, when)):
        return _moved(clause, when, what, told, status)
    if not what:
        return None
    return _event(when, status, what)


def _moved(clause: Clause, when: When, what: str, told: list[When], status: Status) -> Event | None:
    """Read "moved to 30 June from 23 June": the new day, with the old one told beside it."""
    others = [w for w in told if w is not when and clause.first <= w.first < clause.end]
    if status == "postponed":
        former = next((w.date for w in others if lead_of(clause, w) == "from" or w.stop < when.start), None)
        return _event(when, "postponed", what, former)
    if any(dated_move(clause, w) for w in others):
        return None
    return _event(when, "postponed", what, when.date, dated=False)


def _announced(
    tokens: Tokens, clause: Clause, when: When, today: date | None, points: int, *, noun: bool, deadline: bool
) -> bool:
    """Say whether the text announces something for a date ahead, rather than only naming the date."""
    left, right = bounds(tokens, when.first, when.end)
    if _loose(tokens, when, points) or _hypothetical(tokens, clause, left):
        return False
    if not noun and (_possessive(tokens, when) or cues.OUTCOMES & set(tokens.words[left:right])):
        return False
    if today is None:
        return noun or deadline or points >= AHEAD
    if when.opens <= today:
        if noun and points > BACK and _possessive(tokens, when):
            return when.date == today.isoformat() and (
                "today" not in tokens.words[when.first : when.end] or points > AHEAD
            )
        return points >= AHEAD and (
            when.precision in ("week", "month") or deadline or _still_ahead(clause, when)
        )
    if noun or deadline or points >= AHEAD:
        return True
    return when.precision in ("day", "instant") or points > BACK


def _still_ahead(clause: Clause, when: When) -> bool:
    """Say whether the clause announces for this very day, rather than tells what the day is like."""
    if clause.cue is None or clause.verb is None:
        return False
    group = set(clause.tokens.words[clause.cue : clause.verb + 1])
    following = clause.tokens.words[clause.verb : clause.verb + 2]
    if group & cues.SAME_DAY:
        return True
    return any(w.endswith("ing") for w in following) or bool(group & cues.STARTS)


def _possessive(tokens: Tokens, when: When) -> bool:
    return when.end < len(tokens.codes) and tokens.codes[when.end] == "s"


def _loose(tokens: Tokens, when: When, points: int) -> bool:
    """Say whether a date only places the telling: "in the morning", "for the rest of the month".

    A holiday's name is often a figure of speech ("on Election Day"); only "will" and its like make it a date.
    """
    words = tokens.words[when.first : when.end]
    if words[0] == "earlier" or words[:2] == ["in", "the"]:
        return True
    if words[0] == "the" and len(words) == 2 and words[1] in PARTS:
        return True
    if points <= BACK and ("later" in words or ("day" in words and words[0] in ("the", "that"))):
        return True
    if (
        words[-1] in ("day", "eve", "easter", "christmas", "thanksgiving", "halloween")
        and words[0][0] not in "0123456789"
    ):
        return points < FIRMLY_AHEAD
    return words[0] == "the" and when.precision in ("week", "month") and not _POINTERS & set(words)


_POINTERS = {"end", "coming", "next", "following", "week", "beginning", "start", "middle", "upcoming"}


def _hypothetical(tokens: Tokens, clause: Clause, left: int) -> bool:
    """Say whether a quoted "would" only imagines: "At that rate we would be at it on Christmas Day"."""
    if clause.cue is None or clause.verb is None:
        return False
    quoted = left > 0 and tokens.codes[left - 1] == '"'
    return quoted and "would" in tokens.words[clause.cue : clause.verb + 1]


def _dated_noun(tokens: Tokens, when: When, clause: Clause) -> int | None:
    """Return the noun a date belongs to: "Monday's debate", "the Nov. 8 election", "the summit in April"."""
    codes, words = tokens.codes, tokens.words
    place = when.end
    if place < len(codes) and codes[place] == "s":
        place += 1
    possessive = place > when.end
    article = when.first > 0 and words[when.first - 1] in (
        "the",
        "a",
        "an",
        "this",
        "its",
        "their",
        "his",
        "her",
    )
    if possessive or article:
        for noun in range(place, min(place + 4, clause.end)):
            if words[noun] in cues.EVENT_NOUNS and words[noun] not in ("court", "general", "press"):
                return noun
            if codes[noun] not in "xX-":
                break
    first = when.first - 1
    while first > clause.first and words[first] in (
        "in",
        "on",
        "at",
        "of",
        "for",
        "planned",
        "scheduled",
        "set",
        "the",
    ):
        first -= 1
    if first == when.first - 1 and words[first] not in cues.EVENT_NOUNS:
        return None
    return first if words[first] in cues.EVENT_NOUNS else None


def _what(tokens: Tokens, clause: Clause, when: When, noun: int | None) -> str:
    off = calls_off(clause) or moves(clause) or dated_move(clause, when)
    if off and (subject := _undone_thing(clause, when)):
        return subject
    if noun is not None:
        if noun > when.first:
            first = when.end + (tokens.codes[when.end] == "s")
            return noun_phrase(tokens, noun, first, clause.end)
        if off or clause.verb is None or direction(tokens, when.first, when.end) < AHEAD:
            return noun_phrase(tokens, noun, noun_lead(tokens, noun, clause.first), when.first)
    return phrase(clause, when)


def _undone_thing(clause: Clause, when: When) -> str:
    """Return what is moved or called off: the subject of "has been postponed", the object of "called off"."""
    place = undone(clause)
    if place is None:
        return ""
    words, verb = clause.tokens.words, place[0]
    first = verb
    while first > clause.first and words[first - 1] in cues.ANNOUNCING:
        first -= 1
    if first < verb and {"been", "was", "were", "is", "are", "be"} & set(words[first:verb]):
        return span_phrase(clause.tokens, clause.first, first, when)
    return span_phrase(clause.tokens, place[1], when.first, when) if place[1] < when.first else ""


def _over(tokens: Tokens, clause: Clause, when: When, today: date) -> Event | None:
    """Read "the vote took place on Sunday" of the days just past; other past tense tells news, not ends."""
    if when.precision not in ("day", "instant") or (today - when.opens).days > 7:
        return None
    words = tokens.words[clause.first : clause.end]
    if not cues.TOOK_PLACE & set(pairwise(words)) or not cues.EVENT_NOUNS & set(words):
        return None
    if {"that", "which", "who"} & set(words[: when.first - clause.first]):
        return None
    what = phrase(clause, when)
    return _event(when, "over", what) if what else None


def _undated(tokens: Tokens, today: date | None, told: list[When]) -> Iterator[Event]:
    """Yield what is put off or called off with no day told: "the summit has been postponed indefinitely"."""
    dated = {tokens.sentence(w.first) for w in told if today is None or w.ahead_of(today)}
    for place, word in enumerate(tokens.words):
        pair = (word, tokens.words[place + 1] if place + 1 < len(tokens.words) else "")
        off = word in ("cancelled", "canceled", "scrapped") or pair in cues.CALL_OFF_PAIRS
        moved = word in ("postponed",) or pair in {("put", "off"), ("pushed", "back")}
        if not (off or moved) or tokens.sentence(place) in dated or not _passive(tokens, place):
            continue
        clause = clause_around(tokens, place, place + 1)
        noun = next(
            (n for n in range(place - 1, clause.first - 1, -1) if tokens.words[n] in cues.EVENT_NOUNS), None
        )
        if noun is None:
            continue
        what = noun_phrase(tokens, noun, noun_lead(tokens, noun, clause.first), place - 1)
        status: Status = "cancelled" if off else "postponed"
        yield Event(None, None, None, None, "day", status, what, tokens.starts[place], tokens.ends[place])


def _passive(tokens: Tokens, place: int) -> bool:
    """Say whether "has been", "was" or "is" stands before a participle."""
    before = tokens.words[max(0, place - 3) : place]
    return bool({"been", "was", "is", "were", "are"} & set(before)) and not {
        "not",
        "n't",
        "if",
        "be",
        "had",
    } & set(before)
