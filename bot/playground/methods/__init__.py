"""The Bot API's methods, by concern. Importing this package registers them all."""

from bot.playground.methods import chats, deleting, editing, files, profile, queries, sending, updating
from bot.playground.methods.registry import METHODS

__all__ = ["METHODS", "chats", "deleting", "editing", "files", "profile", "queries", "sending", "updating"]
