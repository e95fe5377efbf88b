"""The date part of an event: its day, week or month, clock time, zone and last day."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.extract.dates.language import Language
from bot.extract.dates.tokens import Tokens
from bot.extract.reading import Precision, Timex

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T(?:(\d{2}:\d{2})|[A-Z]{2}))?")


# Tokens between two dates that are one.
_GAP = 4


@dataclass(frozen=True, slots=True)
class When:
    """One date told in the text: `first` to `end` are its tokens, `start` and `stop` its characters."""

    date: str
    time: str | None
    zone: str | None
    date_end: str | None
    precision: Precision
    first: int
    end: int
    start: int
    stop: int
    mod: str | None = None

    @property
    def opens(self) -> dt.date:
        """Return the first day it covers."""
        if self.precision == "week":
            return dt.date.fromisocalendar(int(self.date[:4]), int(self.date[6:8]), 1)
        return dt.date.fromisoformat(self.date if len(self.date) == 10 else self.date + "-01")

    def ahead_of(self, today: dt.date) -> bool:
        """Say whether it may lie ahead on `today`: the day, week or month itself counted."""
        if self.precision == "week":
            return self.opens >= today - dt.timedelta(days=today.weekday())
        if self.precision == "month":
            return self.date >= today.isoformat()[:7]
        return (self.date_end or self.date) >= today.isoformat()


def zone_of(words: Sequence[str], language: Language) -> str | None:
    """Return the zone the words of a clock time name: an IANA name or an offset."""
    sense = language.sense
    for place, word in enumerate(words):
        following = set(words[place + 1 : place + 3])
        zone, where = language.means("zone", word), language.means("place", word)
        if zone and (word not in language.spelling.capitalised or sense.zone_marks & following):
            return str(zone)
        if where and sense.zone_marks & following:
            return str(where)
    return None


def _one(tokens: Tokens, timex: Timex) -> When | None:
    value = timex.value or ""
    if timex.type not in ("DATE", "TIME"):
        return None
    first, end = tokens.at(timex.start), tokens.at(timex.end - 1) + 1
    where = {"first": first, "end": end, "start": timex.start, "stop": timex.end, "mod": timex.mod}
    if found := _DAY.fullmatch(value):
        time = found[1]
        zone = zone_of(tokens.words[first:end], tokens.language) if time else None
        return When(value[:10], time, zone, None, "instant" if time else "day", **where)  # type: ignore[arg-type] # one mapping, several types
    if re.fullmatch(r"\d{4}-W\d{2}-WE", value):
        saturday = dt.date.fromisocalendar(int(value[:4]), int(value[6:8]), 6)
        sunday = (saturday + dt.timedelta(days=1)).isoformat()
        return When(saturday.isoformat(), None, None, sunday, "day", **where)  # type: ignore[arg-type] # the same
    if re.fullmatch(r"\d{4}-W\d{2}", value):
        return When(value, None, None, None, "week", **where)  # type: ignore[arg-type] # the same
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return When(value, None, None, None, "month", **where)  # type: ignore[arg-type] # the same
    return None


def dates_told(tokens: Tokens, timexes: Sequence[Timex]) -> list[When]:
    """Return the dates at least as precise as a month, day and clock joined, ranges as one."""
    out: list[When] = []
    for timex in timexes:
        when = _one(tokens, timex)
        if when is None:
            continue
        last = out[-1] if out else None
        joined = _joined(tokens, last, when) if last and 0 <= when.first - last.end <= _GAP else None
        if joined:
            out[-1] = joined
        else:
            out.append(when)
    return out


def _joined(tokens: Tokens, last: When, when: When) -> When | None:
    """Join "Friday" and "at 3 p.m.", or the two ends of a range; None where they are two dates."""
    sense, gap = tokens.sense, range(last.end, when.first)
    # A comma parts nothing here, nor does the article of "to the 26th".
    words = {tokens.words[n] for n in gap if tokens.codes[n] != ","}
    timed = last.precision == "day" and when.time and (last.date == when.date or not last.time)
    if timed and words <= sense.clock_joins:
        return _merged(last, when, date_end=last.date_end)
    if last.time and when.precision == "day" and last.date == when.date and words <= sense.day_joins:
        return _merged(last, last, date_end=None, stop=when.stop, end=when.end)
    days = last.precision == when.precision == "day" and last.date < when.date and not last.date_end
    commas = any(tokens.codes[n] == "," for n in gap)
    marks = words - sense.definite
    before = tokens.words[max(0, last.first - 4) : last.first]
    # "moved from Friday to Monday", "postponed on Friday until July"; but "moved to 3-5 May".
    onto = tokens.cues.moved_to | tokens.cues.moved_for
    moved = before and before[-1] not in onto and tokens.cues.moves & set(before)
    if moved or not days or commas or len(marks) != 1 or "¶" in tokens.codes[last.end : when.first]:
        return None
    adjacent = dt.date.fromisoformat(when.date) - dt.date.fromisoformat(last.date) == dt.timedelta(days=1)
    ranged = marks <= sense.range_marks or "-" in tokens.codes[last.end : when.first]
    both = adjacent or (before and before[-1] in sense.between)
    if not ranged and not (both and marks <= sense.adjacent_marks):
        return None
    return When(
        last.date, None, None, when.date, "day", last.first, when.end, last.start, when.stop, last.mod
    )


def _merged(
    last: When, when: When, date_end: str | None, stop: int | None = None, end: int | None = None
) -> When:
    return When(
        last.date, when.time, when.zone, date_end, "instant", last.first, end or when.end, last.start,
        stop or when.stop, last.mod,
    )  # fmt: skip
