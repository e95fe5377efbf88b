"""From a construction met in a text to its TIMEX3 type and value: one function per reading."""

from collections.abc import Callable, Mapping, Sequence

from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve import amounts, clock, days, near_days, periods, quarters, vague, years
from bot.extract.dates.resolve.context import Context, Meaning

Reading = Callable[[Found, Context], Meaning | Sequence[Meaning] | None]

READINGS: Mapping[str, Reading] = {
    name: reading
    for module in (days, near_days, clock, periods, years, quarters, amounts, vague)
    for name, reading in module.READINGS.items()
}

__all__ = ["READINGS", "Context", "Meaning", "Reading"]
