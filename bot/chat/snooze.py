"""The snooze buttons under a reminder: one more of it later, beside its schedule."""

import re
from datetime import UTC, date, datetime, time, timedelta

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.callbacks import button
from bot.chat.card import GONE
from bot.chat.turn import Press, Reply, Turn
from bot.extract.dates import find_timexes
from bot.track import following
from bot.track.schedule import at_local, lead_length
from storage import events

AWAITING = "snooze"
LONGEST = 60  # characters of an instant in words
EVENING = time(19, 0)
FARTHEST = timedelta(days=3 * 366)

_LENGTH = re.compile(r"(?:in )?(\d{1,3}) ?(m|h|d|minutes?|mins?|hours?|days?)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:at )?([01]?\d|2[0-3])[:.]([0-5]\d)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?")


def snoozes(event_id: int) -> tuple[list[InlineKeyboardButton], list[InlineKeyboardButton]]:
    """Return the rows of snooze buttons of a reminder."""
    return (
        [
            button("Again in 1 h", "snooze", event_id, "1h"),
            button("This evening", "snooze", event_id, "evening"),
        ],
        [button("Tomorrow", "snooze", event_id, "tomorrow"), button("Another time …", "snooze_at", event_id)],
    )


async def snooze(turn: Turn, event_id: int, until: str) -> Reply:
    """Owe the chat one more reminder, later."""
    at = until_when(until, turn)
    return GONE if at is None else await _owe(turn, event_id, at)


async def ask(turn: Turn, event_id: int) -> Reply:
    """Wait for the time a person wants."""
    if await events.get(turn.session, event_id) is None:
        return GONE
    turn.chat.awaiting = {"what": AWAITING, "event": event_id}
    return Reply("When shall I remind you again? Write for example 3 h, 21:30 or Friday at 8:00.", fresh=True)


async def told(turn: Turn, event_id: int, words: str) -> Reply:
    """Take the time a person wrote."""
    at = instant_in(words, turn)
    if at is None:
        return Reply("I cannot tell when that is: write for example 3 h, 21:30 or Friday at 8:00.")
    if not turn.now < at < turn.now + FARTHEST:
        return Reply("That is not ahead of us, or too far: write another time, for example Friday at 8:00.")
    turn.chat.awaiting = None
    return await _owe(turn, event_id, at)


async def _owe(turn: Turn, event_id: int, at: datetime) -> Reply:
    found = await events.get(turn.session, event_id)
    if found is None:
        return GONE
    await following.snooze(turn.session, turn.chat.id, event_id, at)
    turn.owes = True
    said = dates.moment(at, turn.zone)
    return Reply(f"I'll remind you again on {said}: {dates.what(found)}.", fresh=True, toast="Snoozed.")


def until_when(until: str, turn: Turn) -> datetime | None:
    """Return the instant a snooze ends, UTC; None for a word that is not one of the buttons'."""
    if until == "1h":
        return turn.now + timedelta(hours=1)
    local = turn.now.astimezone(turn.zone)
    if until == "evening":
        return _next(turn, EVENING)
    if until == "tomorrow":
        at = time.fromisoformat(turn.chat.reminder_time)
        return at_local(local.date() + timedelta(days=1), at, turn.zone)
    return None


def instant_in(words: str, turn: Turn) -> datetime | None:
    """Return the instant words name to this chat, UTC: "3 h", "21:30", "Friday at 8:00"; None for none.

    A day alone is its reminder time; a weekday or a clock time alone is the next there is.
    """
    words = words.strip()
    if length := _LENGTH.fullmatch(words):
        return turn.now + lead_length(f"{length[1]}{length[2][0].lower()}")
    if clock := _CLOCK.fullmatch(words):
        return _next(turn, time(int(clock[1]), int(clock[2])))
    day: date | None = None
    at: time | None = None
    for timex in find_timexes(f"It will be {words}", turn.now.astimezone(turn.zone).date()):
        if found := _DAY.match(timex.value or ""):
            day = date.fromisoformat(found[1])
            at = time.fromisoformat(found[2]) if found[2] else at
    if at is None and (inner := _CLOCK.search(words)):
        at = time(int(inner[1]), int(inner[2]))
    if day is None:
        return None
    return at_local(day, at or time.fromisoformat(turn.chat.reminder_time), turn.zone)


def _next(turn: Turn, clock: time) -> datetime:
    """Return the next time the chat's clock shows this, UTC."""
    today = turn.now.astimezone(turn.zone).date()
    at = at_local(today, clock, turn.zone)
    return at if at > turn.now else at_local(today + timedelta(days=1), clock, turn.zone).astimezone(UTC)


PRESSES = (Press("snooze", (int, str), snooze), Press("snooze_at", (int,), ask))
