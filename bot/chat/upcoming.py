"""/upcoming: what is due, day by day."""

from datetime import tzinfo
from itertools import groupby

from bot.chat import dates
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.question import event_source
from bot.chat.render import fit
from bot.chat.turn import Command, Press, Reply, Turn
from storage import events
from storage.models import Event

PAGE = 6


async def agenda(turn: Turn, offset: int = 0) -> Reply:
    """Return a page of what is ahead, by day."""
    found = await events.upcoming(turn.session, turn.today, limit=PAGE + 1, offset=offset)
    if not found and offset:
        return await agenda(turn)
    shown, more = found[:PAGE], len(found) > PAGE
    if not shown:
        return Reply("Nothing on record is coming up. Send me an article that names a date.")
    blocks = ["<b>Coming up</b>"]
    number = offset
    remind = []
    for day, group in groupby(shown, key=lambda event: _day(event, turn.zone)):
        lines = [f"<b>{day}</b>"]
        for event in group:
            number += 1
            lines.append(f"{number}. {_line(event, turn.zone)}{event_source(event)}")
            remind.append(button(f"Remind {number}", "follow", "event", event.id))
        blocks.append("\n".join(lines))
    turning = pages("upcoming", offset=offset, size=PAGE, more=more)
    return Reply(fit(blocks), keyboard(remind[:3], remind[3:], turning))


def _day(event: Event, zone: tzinfo) -> str:
    """Return the heading an event stands under: its day where the reader is, else the date as stated."""
    begins = dates.starts(event)
    if begins is not None:
        return dates.day(begins.astimezone(zone).date())
    text = dates.stated(event.date, event.precision)
    return f"{text} to {dates.stated(event.date_end, event.precision)}" if event.date_end else text


def _line(event: Event, zone: tzinfo) -> str:
    begins = dates.starts(event)
    time = ""
    if begins is not None:
        time = f"{dates.clock(begins, zone)}: "
    elif event.time:
        time = f"{event.time} (time zone not stated): "
    return f"{time}{dates.what(event)}{dates.standing(event)}"


COMMANDS = (Command("upcoming", "what is coming up", agenda),)
PRESSES = (Press("upcoming", (int,), agenda),)
