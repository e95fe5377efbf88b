"""What an expression is resolved against: the day of publication, the days told so far, and its clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.extract.dates.almanac import add_days, day_or_none
from bot.extract.dates.clause import AHEAD, BACK, FIRMLY_AHEAD, NEITHER, direction
from bot.extract.dates.grammar import Found
from bot.extract.reading import TimexType

__all__ = ["AHEAD", "BACK", "FIRMLY_AHEAD", "NEITHER", "Context", "Meaning"]

# Tenseless days and months go to the nearer side; news looks back further than it looks ahead.
_NEAR_AHEAD_DAYS, _NEAR_AHEAD_MONTHS = 120, 4
# A tense points no further than this: beyond it the other side is meant.
_FAR_DAYS, _FAR_MONTHS = 240, 7
# Beside a past tense, what is this near may still be a plan: "the trip was put off to January".
_NEAR_PLAN_DAYS, _NEAR_PLAN_MONTHS = 75, 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """TIMEX3 type, value and modifier; `first` and `end` narrow the expression's tokens where they differ."""

    type: TimexType
    value: str | None
    mod: str | None = None
    first: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Context:
    """`today` is the day the text speaks from, `then` the day it last spoke of; None where not known.

    `day_first`: how the source writes numeric dates, None where not known.
    `months_told`: the figures last told are of some months ("the first nine months"), not of a quarter.
    """

    today: date | None
    then: date | None = None
    quarter: tuple[int, int] | None = None
    quarter_sentence: int = -1
    month: tuple[int, int] | None = None
    month_sentence: int = -1
    year: int | None = None
    months_told: bool = False
    then_sentence: int = -1
    day_first: bool | None = None

    def points(self, found: Found) -> int:
        """Return which way the clause around `found` points."""
        return direction(found.tokens, found.first, found.end)

    def points_of_day(self, found: Found) -> int:
        """Return the same for a weekday: what is called "for Monday" is ahead, unless a noun follows."""
        tokens = found.tokens
        noun = found.end < len(tokens.codes) and (tokens.codes[found.end] in "sxX-")
        points = self.points(found)
        return AHEAD if found.before in tokens.tense.set_for and not noun and points < AHEAD else points

    def weekday(self, weekday: int, points: int) -> date | None:
        """Return the weekday (Monday 1) next to today on one side, today counted; back where none is told."""
        if self.today is None:
            return None
        if points >= AHEAD:
            return add_days(self.today, (weekday - self.today.isoweekday()) % 7)
        return add_days(self.today, -((self.today.isoweekday() - weekday) % 7))

    def month_day(self, month: int, day: int, points: int) -> date | None:
        """Return the day of the year that fits: on the side told, else the nearest."""
        if self.today is None:
            return None
        year = self.today.year
        # Eight years hold a 29 February, over a century's turn too.
        around = [
            d for y in range(max(1, year - 8), min(9999, year + 8) + 1) if (d := day_or_none(y, month, day))
        ]
        return self.nearest(around, points)

    def nearest(self, days: Sequence[date], points: int) -> date | None:
        """Return the day next to today, counted, on the side told, else the nearer one; None without any."""
        if self.today is None:
            return None
        back = max((d for d in days if d <= self.today), default=None)
        ahead = min((d for d in days if d >= self.today), default=None)
        if back is None or ahead is None:
            return back or ahead
        away, ago = (ahead - self.today).days, (self.today - back).days
        # Plans outlive their day for a while: "was due on 3 January", told on the fifth.
        if points == FIRMLY_AHEAD:
            return back if ago <= 7 and away > 300 else ahead
        if points == AHEAD and away <= _FAR_DAYS:
            return ahead
        if points == BACK and (ago <= _FAR_DAYS or away > _NEAR_PLAN_DAYS):
            return back
        return ahead if away <= min(_NEAR_AHEAD_DAYS, ago) else back

    def month_of(self, month: int, points: int, *, within: bool = False) -> int | None:
        """Return the year of a bare month: on the side told, the present month counted.

        `within`: the text says "in March", which beside a past tense is no plan.
        """
        if self.today is None:
            return None
        here = self.today.month
        if month == here:
            return self.today.year
        back = self.today.year - (month > here)
        ahead = self.today.year + (month < here)
        away, ago = (month - here) % 12, (here - month) % 12
        if points == FIRMLY_AHEAD or (points == AHEAD and away <= _FAR_MONTHS):
            return ahead
        if points == BACK and (within or away > _NEAR_PLAN_MONTHS):
            return back
        return ahead if away <= ago and away <= _NEAR_AHEAD_MONTHS else back
