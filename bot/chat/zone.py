"""The time zone dialogue: asked once when it first matters, and from /settings."""

import asyncio
from collections.abc import Sequence

from telegram import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.chat import dates, places
from bot.chat.callbacks import button, keyboard
from bot.chat.conversation import Conversation
from bot.chat.places import Place
from bot.chat.render import escape, shorten
from bot.chat.turn import Press, Reply, Turn, Work
from bot.track import following

OFFERED = (
    ("London", "Europe/London"),
    ("Paris, Berlin", "Europe/Paris"),
    ("Kyiv", "Europe/Kyiv"),
    ("New York", "America/New_York"),
    ("Los Angeles", "America/Los_Angeles"),
    ("Delhi", "Asia/Kolkata"),
    ("Tokyo", "Asia/Tokyo"),
    ("UTC", "UTC"),
)
LONGEST = 60  # characters of a city's name; what is longer is something else
AWAITING = "zone"
TRIES = 3  # names not understood, after which a message is taken for what it is again


def question(*, fresh: bool = False) -> Reply:
    """Ask where the chat's clock is."""
    buttons = [button(label, "zone", name) for label, name in OFFERED]
    rows = [buttons[:3], buttons[3:6], [*buttons[6:], button("Another city", "city")]]
    text = "Which time zone are you in? Until you say, reminders run on UTC."
    return Reply(text, keyboard(*rows), fresh=fresh)


async def ask(turn: Turn) -> Reply:
    """Ask by a button of /settings."""
    return question()


async def ask_city(turn: Turn) -> Reply:
    """Wait for the name of a city, or for a shared location."""
    turn.chat.awaiting = {"what": AWAITING}
    markup = None
    if turn.private:  # Telegram lets people share where they are in private chats only
        share = KeyboardButton("Share my location", request_location=True)
        markup = ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)
    return Reply("Type the name of a city near you, or share your location.", markup, fresh=True)


async def told(turn: Turn, words: str) -> Work:
    """Take the name of a city or zone. It is looked up (a second of work) while no transaction is open."""

    async def work(conversation: Conversation) -> None:
        found = await asyncio.to_thread(places.named, words)
        async with conversation.turn() as turn:
            reply = await _chosen(turn, words, found)
        await conversation.give(reply)

    return work


async def _chosen(turn: Turn, words: str, found: Sequence[Place]) -> Reply:
    """Set the zone of the one place found; ask which of several; say that there is none."""
    if not found:
        waits = turn.chat.awaiting or {}
        if waits.get("what") == AWAITING:
            tries = int(waits.get("tries", 0)) + 1
            turn.chat.awaiting = {"what": AWAITING, "tries": tries} if tries < TRIES else None
        return Reply(
            f"I know no city or zone called “{escape(shorten(words, LONGEST))}”. "
            "Try /settings with a larger city nearby, or a name such as Europe/Paris."
        )
    if len(found) > 1:
        rows = [[button(place.label[:60], "zone", place.zone)] for place in found]
        turn.chat.awaiting = None
        return Reply("Which one?", keyboard(*rows))
    return await set_zone(turn, found[0].zone)


async def located(turn: Turn, latitude: float, longitude: float) -> Reply:
    """Take a shared location; only the zone is kept, not the place."""
    place = places.at(latitude, longitude)
    if place is None:
        return Reply("I cannot tell the time zone there: type the name of a city instead.")
    reply = await set_zone(turn, place.zone)
    return Reply(f"{reply.text} I did not keep your location.", ReplyKeyboardRemove())


async def set_zone(turn: Turn, name: str) -> Reply:
    """Set the chat's zone, and move its reminders to it."""
    if not places.is_zone(name):
        return Reply(toast="That time zone is not known any more: type a city in /settings.")
    turn.chat.zone = name
    turn.chat.awaiting = None
    await turn.session.flush()
    await following.reschedule(turn.session, turn.chat.id, now=turn.now)
    turn.owes = True
    return Reply(f"Your time zone is {escape(name)}. It is {dates.moment(turn.now, turn.zone)} there.")


PRESSES = (
    Press("zone", (str,), set_zone, who="admins"),
    Press("zones", (), ask, who="admins"),
    Press("city", (), ask_city, who="admins"),
)
