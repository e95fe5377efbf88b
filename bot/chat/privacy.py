"""/privacy: what is kept, and what is not."""

from bot.chat.callbacks import button, keyboard
from bot.chat.turn import Command, Reply, Turn

TEXT = """<b>What I keep</b>
• the articles you send, with what I read out of them; whoever uses this bot can find them by asking
• the stories, speakers and topics you follow, and the reminders that makes
• your settings, and your questions so that their buttons work

<b>What I do not keep</b>
• your name, your number, or a location you share (only its time zone)

I read articles on the machine I run on. /forget deletes all I have of this chat."""


async def show(turn: Turn) -> Reply:
    """Say it plainly."""
    return Reply(TEXT, keyboard([button("Forget this chat", "forget")]))


COMMANDS = (Command("privacy", "what I keep and what I do not", show),)
