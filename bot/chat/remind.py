"""/remind: the reminders owed to this chat; and one event with its history."""

from datetime import timedelta

from bot.chat import dates, decide
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.card import GONE, events_of
from bot.chat.follow import begin
from bot.chat.notices import history
from bot.chat.question import event_source
from bot.chat.render import fit
from bot.chat.settings import LABELS
from bot.chat.snooze import snoozes
from bot.chat.turn import Command, Press, Reply, Turn
from storage import articles, deliveries, events

PAGE = 6
KINDS = ("lead", "due", "snooze")


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
    """Return one event: when, what, where it was read, what it went through, and what can be done."""
    found = await events.get(turn.session, event_id)
    if found is None:
        return GONE
    blocks = [f"{dates.event_line(found, turn.zone)}{event_source(found)}", *history(found)]
    if dates.is_ahead(found, turn.today + timedelta(days=1)):
        rows = [[button("Remind me", "follow", "event", event_id)], *snoozes(event_id)]
    else:
        rows = [await decide.buttons(turn.session, turn.chat.id, found)]
    return Reply(fit(blocks), keyboard(*rows), fresh=True)


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


COMMANDS = (Command("remind", "your reminders, and when they come", listing),)
PRESSES = (
    Press("reminders", (int,), listing),
    Press("event", (int,), event),
    Press("remind", (int,), of_article),
)
