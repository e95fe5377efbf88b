"""Which period is meant, counted from the present one."""

from collections.abc import Sequence

from bot.extract.dates.language import Sense


def shift_of(words: Sequence[str], sense: Sense) -> int | None:
    """Return how many periods from the present one the words point, None where they point nowhere."""
    told = set(words)
    if sense.back_shifts & told:
        return -1
    if sense.ahead_shifts & told:
        return 1
    return 0 if sense.present_shifts & told else None
