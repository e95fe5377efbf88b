"""/start: what the bot is for, in a short tour."""

from bot.chat import privacy, stories, upcoming, zone
from bot.chat.callbacks import button, keyboard
from bot.chat.turn import Command, Press, Reply, Turn

TOUR = """<b>On Record</b> reads the news for you, keeps who said what, and comes back on the day something is due.

1. <b>Send me an article</b>: a link, a pasted or forwarded text, a file (text, page, PDF, Word or e-mail). I answer with who said what, and what comes next.
2. <b>Ask me</b>: “What did the minister say about grain?”, “Who denied it?”, “When do they meet?” Every line comes with its source.
3. <b>Follow a story</b>, and I remind you the day before and on the day, and tell you when a date moves.

/help lists everything I do."""  # noqa: E501 - Telegram breaks lines itself

DESCRIPTION = (
    "I read the news for you, keep who said what, and come back on the day something is due. "
    "Send me an article, or ask what was said."
)
IN_GROUPS = "In this group, mention me or reply to me when you mean me."


async def start(turn: Turn) -> Reply:
    """Greet, with a tour."""
    return Reply(
        TOUR if turn.private else f"{TOUR} {IN_GROUPS}",
        keyboard(
            [button("What comes up", "tour", "upcoming"), button("Stories", "tour", "stories")],
            [button("My time zone", "tour", "zone"), button("What you keep", "tour", "privacy")],
        ),
    )


async def tour(turn: Turn, stop: str) -> Reply:
    """Show a stop of the tour in a message of its own, so that the tour stays."""
    stops = {
        "upcoming": upcoming.agenda,
        "stories": stories.listing,
        "privacy": privacy.show,
        "zone": zone.ask,
    }
    if stop not in stops:
        return Reply(toast="That is not offered any more: /help lists what I do.")
    shown = await stops[stop](turn)
    return Reply(shown.text, shown.keyboard, fresh=True)


COMMANDS = (Command("start", "what I am for", start),)
PRESSES = (Press("tour", (str,), tour),)
