"""From a construction met in a text to its TIMEX3 type and value: one function per reading."""

from collections.abc import Callable, Mapping, Sequence

from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve import amounts, clock, days, periods, quarters, vague
from bot.extract.dates.resolve.context import Context, Meaning

Reading = Callable[[Found, Context], Meaning | Sequence[Meaning] | None]

READINGS: Mapping[str, Reading] = {
    name: reading
    for module in (days, clock, periods, quarters, amounts, vague)
    for name, reading in module.READINGS.items()
}

__all__ = ["READINGS", "Context", "Meaning", "Reading"]
