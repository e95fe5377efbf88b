"""Following feeds: when each is asked for, and what becomes of what it lists."""

from bot.polling.poller import Poller
from bot.polling.subscribing import Choice, Followed, Subscribing, Taken

__all__ = ["Choice", "Followed", "Poller", "Subscribing", "Taken"]
