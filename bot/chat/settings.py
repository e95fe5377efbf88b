"""/settings: time zone, lead times, the hour of reminders, quiet hours, how often news comes."""

import re

from bot.chat import zone
from bot.chat.callbacks import button, keyboard
from bot.chat.render import escape
from bot.chat.turn import Command, Outcome, Press, Reply, Turn
from bot.track import following
from bot.track.following import RHYTHMS
from bot.track.schedule import lead_length

LABELS = {"7d": "a week before", "1d": "the day before", "0d": "on the day", "1h": "an hour before"}
LEADS = tuple(LABELS)
MOST_LEADS = 8
HOURS = ("07:00", "08:00", "09:00", "12:00", "18:00", "20:00")
QUIET = (("22:00", "07:00"), ("23:00", "08:00"), ("21:00", "09:00"))

_LEAD = re.compile(r"(\d{1,3}) ?([dhm])")
_LEADS = re.compile(r"(?:leads?|remind(?:ers)?) +((?:\d{1,3} ?[dhm][ ,]*)+)", re.IGNORECASE)
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_OF_RANGE = r"([01]?\d|2[0-3])(?::([0-5]\d))?"
_RANGE = re.compile(rf"(?:quiet\s+)?{_OF_RANGE}\s*(?:-|–|to)\s*{_OF_RANGE}", re.IGNORECASE)


async def show(turn: Turn) -> Outcome:
    """Show the settings; with words after the command, change the one they mean."""
    if turn.words:
        return await _change(turn, turn.words)
    return overview(turn)


async def back(turn: Turn) -> Reply:
    """Show the settings in place of what a button was under."""
    return overview(turn)


def overview(turn: Turn) -> Reply:
    """Return the settings with their buttons."""
    chat = turn.chat
    leads = ", ".join(LABELS.get(lead, lead) for lead in chat.leads) or "none"
    quiet = f"{chat.quiet_from} to {chat.quiet_to}" if chat.quiet_from and chat.quiet_to else "none"
    lines = [
        "<b>Settings of this chat</b>",
        f"Time zone: {escape(chat.zone or 'not said yet, so UTC')}",
        f"Reminders: {leads}",
        f"Hour of reminders for a day: {chat.reminder_time}",
        f"Quiet hours: {quiet}",
        f"News of what you follow: {chat.rhythm}",
    ]
    return Reply(
        "\n".join(lines),
        keyboard(
            [button("Time zone", "zones"), button("Lead times", "leads")],
            [button("Hour", "hours"), button("Quiet hours", "quiets")],
            [button("News", "rhythms")],
        ),
    )


async def _change(turn: Turn, words: str) -> Outcome:
    words = words.strip()
    span = _RANGE.fullmatch(words)
    if span:
        first, last = (f"{int(span[i]):02}:{span[i + 1] or '00'}" for i in (1, 3))
        return await set_quiet(turn, first, last)
    if words.lower() in ("quiet off", "no quiet hours"):
        return await set_quiet(turn, "off", "off")
    if rhythm := rhythm_named(words):
        return await set_rhythm(turn, rhythm)
    if chosen := _LEADS.fullmatch(words):
        return await set_leads(turn, [f"{int(n)}{unit}" for n, unit in _LEAD.findall(chosen[1].lower())])
    hour = _HOUR.fullmatch(words)
    if hour:
        return await set_hour(turn, f"{int(hour[1]):02}:{hour[2]}")
    return await zone.told(turn, words)


async def leads(turn: Turn) -> Reply:
    """Show the lead times, to be switched on and off."""
    rows = [
        [button(f"{'✓ ' if lead in turn.chat.leads else ''}{label}", "lead", lead)]
        for lead, label in LABELS.items()
    ]
    text = (
        "When shall I remind you? An hour before works where the clock time is known. "
        "For others, send for example /settings leads 3d 2h."
    )
    return Reply(text, keyboard(*rows, [button("Done", "settings")]))


async def toggle_lead(turn: Turn, lead: str) -> Reply:
    """Switch one lead time on or off."""
    if lead not in LEADS:
        return Reply(toast="That lead time is not offered any more.")
    chosen = set(turn.chat.leads) ^ {lead}
    own = [one for one in turn.chat.leads if one not in LEADS]  # from the settings file
    turn.chat.leads = [*own, *(one for one in LEADS if one in chosen)]
    await _moved(turn)
    return await leads(turn)


async def set_leads(turn: Turn, chosen: list[str]) -> Reply:
    """Set the lead times a person wrote: "leads 3d 2h"."""
    turn.chat.leads = sorted(dict.fromkeys(chosen), key=lead_length, reverse=True)[:MOST_LEADS]
    await _moved(turn)
    return overview(turn)


async def rhythms(turn: Turn) -> Reply:
    """Offer how often news of what the chat follows comes."""
    row = [
        button(f"{'✓ ' if one == turn.chat.rhythm else ''}{one}", "rhythm", one.replace(" ", "-"))
        for one in RHYTHMS
    ]
    text = (
        "How often shall I tell you of new articles in what you follow? Daily and weekly (on Mondays) come "
        "together, at your hour of reminders. What is moved or called off you always hear at once."
    )
    return Reply(text, keyboard(row, [button("Done", "settings")]))


def rhythm_named(word: str) -> str | None:
    """Return the rhythm a word or a button names, None for another."""
    named = word.strip().lower().replace("-", " ")
    return named if named in RHYTHMS else None


async def set_rhythm(turn: Turn, word: str) -> Reply:
    """Set how often news comes."""
    rhythm = rhythm_named(word)
    if rhythm is None:
        return Reply(toast="That is not offered any more.")
    turn.chat.rhythm = rhythm
    return overview(turn)


async def hours(turn: Turn) -> Reply:
    """Offer hours for reminders of a day."""
    buttons = [
        button(f"{'✓ ' if hour == turn.chat.reminder_time else ''}{hour}", "hour", hour) for hour in HOURS
    ]
    text = "At what time shall I remind you of a day? For another time, send for example /settings 10:30."
    return Reply(text, keyboard(buttons[:3], buttons[3:], [button("Done", "settings")]))


async def set_hour(turn: Turn, hour: str) -> Reply:
    """Set the local time of day at which reminders of a day come."""
    if not _HOUR.fullmatch(hour):
        return Reply(toast="That is not a time of day.")
    turn.chat.reminder_time = hour
    await _moved(turn)
    return overview(turn)


async def quiets(turn: Turn) -> Reply:
    """Offer quiet hours."""
    rows = [[button(f"{first} to {last}", "quiet", first, last)] for first, last in QUIET]
    text = "When shall I be silent? For other hours, send for example /settings quiet 21:30-06:45."
    return Reply(text, keyboard(*rows, [button("None", "quiet", "off", "off"), button("Done", "settings")]))


async def set_quiet(turn: Turn, first: str, last: str) -> Reply:
    """Set or end the quiet hours."""
    if first == "off":
        turn.chat.quiet_from = turn.chat.quiet_to = None
    elif _HOUR.fullmatch(first) and _HOUR.fullmatch(last) and first != last:
        turn.chat.quiet_from, turn.chat.quiet_to = first, last
    else:
        return Reply("Quiet hours need two times, for example /settings quiet 22:00-07:00.")
    await _moved(turn)
    return overview(turn)


async def _moved(turn: Turn) -> None:
    """Move the chat's reminders to its new settings."""
    await turn.session.flush()
    await following.reschedule(turn.session, turn.chat.id, now=turn.now)
    turn.owes = True


COMMANDS = (Command("settings", "time zone, lead times, hour, quiet hours, news", show, who="admins"),)
PRESSES = (
    Press("settings", (), back, who="admins"),
    Press("leads", (), leads, who="admins"),
    Press("lead", (str,), toggle_lead, who="admins"),
    Press("rhythms", (), rhythms, who="admins"),
    Press("rhythm", (str,), set_rhythm, who="admins"),
    Press("hours", (), hours, who="admins"),
    Press("hour", (str,), set_hour, who="admins"),
    Press("quiets", (), quiets, who="admins"),
    Press("quiet", (str, str), set_quiet, who="admins"),
)
