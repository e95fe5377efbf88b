"""What is due, moved, called off or over, read off the temporal expressions and the clauses around them."""

from bot.extract.dates.events.find import find

__all__ = ["find"]
