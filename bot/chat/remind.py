"""/remind: the reminders owed to this chat; and the snooze buttons under one."""

from datetime import datetime, time, timedelta

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.card import GONE, events_of
from bot.chat.follow import begin
from bot.chat.question import event_source
from bot.chat.render import fit
from bot.chat.turn import Command, Press, Reply, Turn
from bot.track import following
from bot.track.schedule import at_local
from storage import articles, deliveries, events

PAGE = 6
EVENING = time(19, 0)
KINDS = ("lead", "due", "snooze")
LABELS = {"7d": "a week before", "1d": "the day before", "0d": "on the day", "1h": "an hour before"}


async def listing(turn: Turn, offset: int = 0) -> Reply:
    """Return the reminders still to come, soonest first."""
    every = [
        one
        for one in await deliveries.of_chat(turn.session, turn.chat.id)
        if one.state == "pending" and one.kind in KINDS and one.event_id is not None
    ]
    every.sort(key=lambda one: one.due_at)
    leads = ", ".join(LABELS.get(lead, lead) for lead in turn.chat.leads) or "never"
    habit = (
        f"I remind you {leads}; days are announced at {turn.chat.reminder_time} ({turn.chat.zone or 'UTC'})."
    )
    change = [button("Change this", "settings")]
    if not every:
        text = "No reminder is waiting. /upcoming and /stories show what you can be reminded of."
        return Reply(f"{text}\n\n{habit}", keyboard(change))
    offset = offset if offset < len(every) else 0
    lines, stops, seen = [], [], set()
    for number, one in enumerate(every[offset : offset + PAGE], offset + 1):
        event = await events.get(turn.session, one.event_id or 0)
        if event is None:
            continue
        lines.append(
            f"{number}. <b>{dates.moment(one.due_at, turn.zone)}</b>\n{dates.event_line(event, turn.zone)}"
        )
        if event.id not in seen:
            seen.add(event.id)
            stops.append(button(f"Open {number}", "event", event.id))
    turning = pages("reminders", offset=offset, size=PAGE, more=offset + PAGE < len(every))
    text = fit(["<b>Reminders to come</b>", *lines, habit])
    return Reply(text, keyboard(stops[:3], stops[3:], turning, change))


async def event(turn: Turn, event_id: int) -> Reply:
    """Return one event: when, what, where it was read, and what can be done about it."""
    found = await events.get(turn.session, event_id)
    if found is None:
        return GONE
    blocks = [f"{dates.event_line(found, turn.zone)}{event_source(found)}"]
    row = [button("Remind me", "follow", "event", event_id)]
    return Reply(fit(blocks), keyboard(row, snoozes(event_id)), fresh=True)


async def of_article(turn: Turn, article_id: int) -> Reply | tuple[Reply, ...]:
    """Remind of what an article says is ahead; when there are several, ask which."""
    article = await articles.get(turn.session, article_id)
    if article is None:
        return GONE
    ahead = [event for event in events_of(article) if dates.is_ahead(event, turn.today)]
    if not ahead:
        return Reply(toast="Nothing in it is ahead any more.")
    if len(ahead) == 1:
        return await begin(turn, "event", ahead[0].id)
    lines = [f"{number}. {dates.event_line(event, turn.zone)}" for number, event in enumerate(ahead[:8], 1)]
    buttons = [button(str(number), "follow", "event", event.id) for number, event in enumerate(ahead[:8], 1)]
    return Reply(
        fit(["Remind you of which?", "\n".join(lines)]), keyboard(buttons[:4], buttons[4:]), fresh=True
    )


def snoozes(event_id: int) -> list[InlineKeyboardButton]:
    """Return the row of snooze buttons of a reminder."""
    return [
        button("Again in 1 h", "snooze", event_id, "1h"),
        button("This evening", "snooze", event_id, "evening"),
        button("Tomorrow", "snooze", event_id, "tomorrow"),
    ]


async def snooze(turn: Turn, event_id: int, until: str) -> Reply:
    """Owe the chat one more reminder, later."""
    found = await events.get(turn.session, event_id)
    at = until_when(until, turn)
    if found is None or at is None:
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
        evening = at_local(local.date(), EVENING, turn.zone)
        return (
            evening if evening > turn.now else at_local(local.date() + timedelta(days=1), EVENING, turn.zone)
        )
    if until == "tomorrow":
        at = time.fromisoformat(turn.chat.reminder_time)
        return at_local(local.date() + timedelta(days=1), at, turn.zone)
    return None


COMMANDS = (Command("remind", "your reminders, and when they come", listing),)
PRESSES = (
    Press("reminders", (int,), listing),
    Press("event", (int,), event),
    Press("remind", (int,), of_article),
    Press("snooze", (int, str), snooze),
)
