"""What is due, moved, called off or over, read off the temporal expressions and the clauses around them."""

from bot.extract.dates.events.find import find
from bot.extract.dates.events.past import find as find_past

__all__ = ["find", "find_past"]
