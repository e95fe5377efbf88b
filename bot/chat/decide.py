"""The buttons of the day after: it happened, it did not, it moved; for those who may decide."""

from datetime import datetime

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.article import date_in
from bot.chat.callbacks import button, keyboard
from bot.chat.card import GONE
from bot.chat.turn import Press, Reply, Turn
from bot.track import correcting
from bot.track.correcting import Verdict
from storage import events
from storage.models import Event
from storage.session import AsyncSession

AWAITING = "moved"
LONGEST = 60  # characters of a date in words
NOT_YOURS = "Who brought an article about it decides that: send me one."


async def buttons(session: AsyncSession, chat_id: int, event: Event) -> list[InlineKeyboardButton]:
    """Return the row by which a chat decides what became of an event; empty where it may not."""
    if event.status in ("over", "cancelled") or not await correcting.may_decide(session, chat_id, event):
        return []
    return [
        button("It happened", "happened", event.id),
        button("It did not", "did_not", event.id),
        button("It moved", "moved", event.id),
    ]


async def happened(turn: Turn, event_id: int) -> Reply:
    """Note that it took place, or that its deadline is over."""
    return await _note(turn, event_id, "over", None)


async def did_not(turn: Turn, event_id: int) -> Reply:
    """Note that it did not take place."""
    return await _note(turn, event_id, "cancelled", None)


async def moved(turn: Turn, event_id: int) -> Reply:
    """Ask to when it has moved."""
    found = await events.get(turn.session, event_id)
    if found is None:
        return GONE
    if not await correcting.may_decide(turn.session, turn.chat.id, found):
        return Reply(toast=NOT_YOURS)
    turn.chat.awaiting = {"what": AWAITING, "event": event_id}
    no_date = [button("No new date yet", "no_date", event_id)]
    return Reply(
        f"To which day? Write it, for example 12 June: {dates.what(found)}.", keyboard(no_date), fresh=True
    )


async def no_date(turn: Turn, event_id: int) -> Reply:
    """Note that it is put off with no new date."""
    turn.chat.awaiting = None
    return await _note(turn, event_id, "postponed", None)


async def told(turn: Turn, event_id: int, words: str) -> Reply:
    """Take the new day a person wrote."""
    named = date_in(f"It will be {words}", turn.today)  # so that "Friday" is the next
    if named is None:
        return Reply("I cannot tell which day that is: write for example 12 June or next Friday.")
    turn.chat.awaiting = None
    day = named.date() if isinstance(named, datetime) else named
    return await _note(turn, event_id, "postponed", day.isoformat())


async def take_back(turn: Turn, event_id: int) -> Reply:
    """Take back what this chat has said of it last."""
    found = await events.get(turn.session, event_id)
    if found is None:
        return GONE
    if not await correcting.take_back(turn.session, turn.chat.id, found, now=turn.now):
        return Reply(toast="There is nothing of yours to take back.")
    turn.owes = True
    return Reply(f"Taken back. {dates.event_line(found, turn.zone)}.", fresh=True, toast="Taken back.")


async def _note(turn: Turn, event_id: int, verdict: Verdict, day: str | None) -> Reply:
    found = await events.get(turn.session, event_id)
    if found is None:
        return GONE
    try:
        change = await correcting.correct(turn.session, turn.chat.id, found, verdict, now=turn.now, date=day)
    except PermissionError:
        return Reply(toast=NOT_YOURS)
    if change is None:
        return Reply(toast="That is on record already.")
    turn.owes = True
    undo = [button("Take that back", "take_back", event_id)]
    return Reply(f"Noted. {dates.event_line(found, turn.zone)}.", keyboard(undo), fresh=True, toast="Noted.")


PRESSES = (
    Press("happened", (int,), happened, who="admins"),
    Press("did_not", (int,), did_not, who="admins"),
    Press("moved", (int,), moved, who="admins"),
    Press("no_date", (int,), no_date, who="admins"),
    Press("take_back", (int,), take_back, who="admins"),
)
