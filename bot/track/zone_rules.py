"""What becomes of reminders when a government changes its clocks: they are computed anew."""

import hashlib
from importlib.metadata import version as installed
from zoneinfo import TZPATH

from bot.clock import Clock
from bot.track import following
from storage import marks, subscriptions
from storage.session import Database

NAME = "zone rules"


def version() -> str:
    """Return what tells the time zone rules in use from any others: the releases they are of."""
    releases = [installed("tzdata")]
    for folder in TZPATH:
        for name in ("tzdata.zi", "+VERSION"):
            try:
                with open(f"{folder}/{name}", encoding="utf-8") as file:  # noqa: PTH123 - read once, at the start
                    releases.append(file.readline().strip())
            except OSError:
                continue
    return hashlib.sha256("\n".join(releases).encode()).hexdigest()


async def renew(database: Database, clock: Clock, rules: str) -> int:
    """Compute all pending reminders anew where they were by other `rules`; return of how many chats.

    A chat is a transaction of its own, so that nobody waits for all of them.
    """
    async with database.read() as session:
        if await marks.get(session, NAME) == rules:
            return 0
        followers = await subscriptions.chats_following(session)
    for chat_id in followers:
        async with database.begin() as session:
            await following.reschedule(session, chat_id, now=clock.now())
    async with database.begin() as session:
        await marks.put(session, NAME, rules)
    return len(followers)
