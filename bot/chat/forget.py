"""/forget: deletes all a chat has, once it has confirmed."""

from bot.chat.callbacks import button, keyboard
from bot.chat.turn import Command, Press, Reply, Turn
from bot.track import forgetting

QUESTION = """This deletes your settings, what you follow, your reminders, your questions, and the articles that only this chat added. It cannot be undone."""  # noqa: E501 - Telegram breaks lines itself


async def ask(turn: Turn) -> Reply:
    """Ask before deleting."""
    return Reply(
        QUESTION, keyboard([button("Delete it all", "forget_all"), button("Keep it", "keep")]), fresh=True
    )


async def forget(turn: Turn) -> Reply:
    """Delete all the chat has."""
    count = await forgetting.forget(turn.session, turn.chat.id, now=turn.now)
    turn.owes = True
    articles = "No article" if count == 0 else "1 article" if count == 1 else f"{count} articles"
    return Reply(f"Done: I have forgotten this chat. {articles} went with it. /start begins anew.")


async def keep(turn: Turn) -> Reply:
    """Leave everything as it is."""
    return Reply("Nothing was deleted.")


COMMANDS = (Command("forget", "delete all I have of this chat", ask, who="admins"),)
PRESSES = (
    Press("forget", (), ask, who="admins"),
    Press("forget_all", (), forget, who="admins"),
    Press("keep", (), keep, who="admins"),
)
