"""/privacy: what is kept, and what is not."""

from bot.chat.callbacks import button, keyboard
from bot.chat.render import escape
from bot.chat.turn import Command, Reply, Turn

TEXT = """<b>What I keep</b>
• the articles you send, with what I read out of them; whoever uses this bot can find them by asking
• the stories, speakers, topics and feeds you follow, and the reminders that makes
• what you say of speakers' names, for all readers; once this chat is forgotten, not that you said it
• your settings, and your questions so that their buttons work

<b>What I do not keep</b>
• your name, your number, or a location you share (only its time zone)

{reading} /forget deletes all I have of this chat."""
HERE = "I read articles on the machine I run on."
THERE = (
    "To find who said what, I send the text of an article, and nothing else, to a language model at {host}."
)


async def show(turn: Turn) -> Reply:
    """Say it plainly."""
    reading = HERE if turn.read_at is None else THERE.format(host=escape(turn.read_at))
    return Reply(TEXT.format(reading=reading), keyboard([button("Forget this chat", "forget")]))


COMMANDS = (Command("privacy", "what I keep and what I do not", show),)
