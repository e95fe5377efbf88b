"""/help: derived from what the commands declare, so that it cannot lie."""

from collections.abc import Callable, Sequence

from bot.chat.render import escape
from bot.chat.turn import Command, Reply, Turn

LEAD = "Send me an article, as a link, a text or a file, or ask a question. Commands:"
ADMINS = " (in a group: its administrators)"


def text(commands: Sequence[Command]) -> str:
    """Return the help: a line for each command."""
    lines = [f"/{one.name} – {escape(one.line)}{ADMINS if one.who == 'admins' else ''}" for one in commands]
    return "\n".join([LEAD, "", *lines])


def command(commands: Callable[[], Sequence[Command]]) -> Command:
    """Return the command that lists `commands`, itself among them."""

    async def show(turn: Turn) -> Reply:
        return Reply(text(commands()))

    return Command("help", "what I do", show)
