"""The date part of an event: its day, week or month, clock time, zone and last day."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.extract.dates.language import Language
from bot.extract.dates.tokens import Tokens
from bot.extract.reading import Precision, Timex

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T(?:(\d{2}:\d{2})|[A-Z]{2}))?")
_RANGE = re.compile(r"\s*(?:to|through|until|till|and|-|–|—)\s*(?:the\s+)?")
_JOIN = re.compile(r",?\s*(?:at|from|,|around|starting at|beginning at)?\s*(?:about |around )?")


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
    zones, places = language.classes["zone"], language.classes["place"]
    for place, word in enumerate(words):
        if word in zones and word not in ("eastern", "central", "pacific"):
            return str(zones[word])
        if word in zones and words[place + 1 : place + 2] in (["time"], ["standard"], ["daylight"]):
            return str(zones[word])
        if word in places and "time" in words[place + 1 : place + 2]:
            return str(places[word])
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
        gap = tokens.text[last.stop : when.start] if last else ""
        if last and len(gap) < 24 and (joined := _joined(last, when, gap)):
            out[-1] = joined
        else:
            out.append(when)
    return out


def _joined(last: When, when: When, gap: str) -> When | None:
    """Join "Friday" and "at 3 p.m.", or the two ends of a range; None where they are two dates."""
    if (
        last.precision == "day"
        and when.time
        and (last.date == when.date or not last.time)
        and _JOIN.fullmatch(gap)
    ):
        return _merged(last, when, date_end=last.date_end)
    if (
        last.time
        and when.precision == "day"
        and last.date == when.date
        and re.fullmatch(r",?\s*(?:on\s*)?", gap)
    ):
        return _merged(last, last, date_end=None, stop=when.stop, end=when.end)
    ranged = _RANGE.fullmatch(gap) and last.precision == when.precision == "day" and last.date < when.date
    if ranged and not last.date_end:
        adjacent = dt.date.fromisoformat(when.date) - dt.date.fromisoformat(last.date) == dt.timedelta(days=1)
        if "and" not in gap or adjacent:
            return When(
                last.date, None, None, when.date, "day", last.first, when.end, last.start, when.stop, last.mod
            )
    return None


def _merged(
    last: When, when: When, date_end: str | None, stop: int | None = None, end: int | None = None
) -> When:
    return When(
        last.date, when.time, when.zone, date_end, "instant", last.first, end or when.end, last.start,
        stop or when.stop, last.mod,
    )  # fmt: skip
