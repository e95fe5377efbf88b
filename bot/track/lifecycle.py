"""How an event's date and status follow from what articles say of it, in the order they appeared.

The state is a fold over statements, so that an article filed late takes its place in time and never undoes
what a newer one said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

from bot.extract.reading import Event as Stated
from bot.track.schedule import days
from storage.models import Correction, Event, Mention

ChangeKind = Literal["announced", "moved", "cancelled", "revived", "sharpened", "confirmed", "over"]

_FIRMNESS = {"cancelled": 0, "over": 1, "postponed": 2}


@dataclass(frozen=True, slots=True)
class State:
    """When an event is and how it stands. `left` are the dates it was moved from."""

    date: str | None
    time: str | None
    zone: str | None
    date_end: str | None
    precision: str
    status: str
    left: frozenset[str] = frozenset()

    @classmethod
    def of(cls, said: Mention | Event) -> Self:
        """Take the date and status of a mention or an event as they stand."""
        return cls(said.date, said.time, said.zone, said.date_end, said.precision, said.status)

    def summary(self) -> dict[str, Any]:
        """Return what history keeps of a state."""
        return {
            "date": self.date,
            "time": self.time,
            "zone": self.zone,
            "date_end": self.date_end,
            "status": self.status,
        }


def covers(wide: str | None, narrow: str | None, narrow_end: str | None = None) -> bool:
    """Tell whether an ISO date takes in another one, or is the same."""
    outer, inner = days(wide), days(narrow, narrow_end)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def statement(stated: Sequence[Stated]) -> Stated:
    """Return the statement that says what one article has to say of an event.

    News of a change outweighs the old date told beside it; then the most exact date, then the first.
    """
    return min(
        stated,
        key=lambda m: (
            _FIRMNESS.get(m.status, 3),
            m.date is None,
            _width(m.date),
            m.time is None,
            m.date_end is None,
            m.start,
        ),
    )


def by_person(correction: Correction) -> Mention:
    """Return a person's word on an event as the statement it is."""
    return Mention(
        date=correction.date,
        time=None,
        zone=None,
        date_end=None,
        precision="day",
        status=correction.status,
        former_date=None,
    )


def replay(statements: Iterable[Mention]) -> State | None:
    """Return the state after the statements, given in order of publication; None without any."""
    state: State | None = None
    for said in statements:
        state = _first(said) if state is None else _step(state, said)
    return state


def change(before: State | None, after: State) -> ChangeKind | None:
    """Name the step from one state to the next; None where nothing that matters has changed."""
    if before is None:
        return "announced"
    if before.status != after.status and after.status in {"cancelled", "over"}:
        return "cancelled" if after.status == "cancelled" else "over"
    if before.status == "cancelled":
        return "revived"
    if before.date != after.date:
        return "sharpened" if covers(before.date, after.date, after.date_end) else "moved"
    if before.time != after.time or before.date_end != after.date_end:
        lost = (before.time and before.time != after.time) or (
            before.date_end and before.date_end != after.date_end
        )
        return "moved" if lost else "sharpened"
    if before.status != after.status:
        return "moved" if after.status == "postponed" else "confirmed"
    return None


def _first(said: Mention) -> State:
    """Take the first statement as it is; what is called off keeps the date it is called off from."""
    state = State.of(said)
    left = _dates(said.former_date)
    if said.status == "cancelled" and said.date is None:
        return replace(state, date=said.former_date)
    if said.status == "postponed" and said.date == said.former_date:
        return replace(state, date=None, time=None, date_end=None, left=left)
    return replace(state, left=left)


def _step(state: State, said: Mention) -> State:
    same = said.date is None or covers(said.date, state.date, state.date_end)
    stale = said.date in state.left and said.former_date != state.date
    match said.status:
        case "cancelled" | "over":
            return replace(state if stale else _settle(state, said), status=said.status)
        case "postponed" if said.date is None or said.date == said.former_date:
            return _put_off(state)
        case "postponed" if said.date == state.date and state.left:
            return replace(
                _settle(state, said), status=state.status if state.status == "deadline" else "postponed"
            )
        case "postponed" if said.date == state.date:
            return _put_off(state)
        case "postponed":
            status = "deadline" if state.status == "deadline" else "postponed"
            return replace(_moved(state, said), status=status)
        case _ if stale:
            return state
        case "conditional" if same and state.status != "conditional":
            return state
        case "scheduled" if same and state.status in {"deadline", "over"}:
            return _settle(state, said) if state.status == "deadline" else state
        case status:
            return replace(_moved(state, said), status=status)


def _dates(iso: str | None) -> frozenset[str]:
    return frozenset() if iso is None else frozenset({iso})


def _put_off(state: State) -> State:
    """Leave the date, for none that is known."""
    left = state.left | _dates(state.date)
    return replace(state, date=None, time=None, date_end=None, status="postponed", left=left)


def _moved(state: State, said: Mention) -> State:
    """Settle on the date said; one that is neither the old one nor within it leaves the old one behind."""
    settled = _settle(state, said)
    if settled.date == state.date or state.date is None or covers(state.date, settled.date):
        return settled
    return replace(settled, left=(state.left | {state.date}) - {settled.date})


def _settle(state: State, said: Mention) -> State:
    """Take over the date said, unless it only repeats the one known, or less of it."""
    if said.date is None:
        return state
    if said.date != state.date and covers(said.date, state.date, state.date_end):
        return state
    if said.date == state.date:
        # What one article leaves out (a clock time, the last day) another has said.
        time, date_end = said.time or state.time, said.date_end or state.date_end
    elif said.date_end is None and covers_range(state, said.date):
        return state
    else:
        time, date_end = said.time, said.date_end
    zone = said.zone or (state.zone if time else None)
    precision = "instant" if time else said.precision
    return replace(state, date=said.date, time=time, zone=zone, date_end=date_end, precision=precision)


def covers_range(state: State, day: str) -> bool:
    """Tell whether a day lies in the range the state gives, first and last day included."""
    whole, inner = days(state.date, state.date_end), days(day)
    if state.date_end is None or whole is None or inner is None:
        return False
    return whole[0] <= inner[0] and inner[1] <= whole[1]


def _width(iso: str | None) -> int:
    span = days(iso)
    return (span[1] - span[0]).days if span else 0
