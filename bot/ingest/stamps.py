"""When something was published, as people write it: "21 Feb, 2022 21:16", "3:05 p.m. ET, March 5, 2022"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.ingest.zones import ZONE, is_american, with_zone

# By their first letters, since sites cut names anywhere: English, German, French, Spanish, Italian,
# Portuguese, Dutch and Russian. Longer beginnings stand before the shorter ones they start with.
_MONTHS = {
    1: "jan|janv|ene|gen|янв",
    2: "feb|fév|fev|февр|фев",
    3: "mar|mär|maer|mrz|märz|maart|mrt|мар",
    4: "apr|avr|abr|апр",
    5: "may|mai|mag|mei|maio|мая|май",
    6: "jun|juin|giu|июн",
    7: "jul|juil|lug|июл",
    8: "aug|août|aou|ago|авг",
    9: "sep|set|сен",
    10: "oct|okt|ott|out|окт",
    11: "nov|ноя",
    12: "dec|dez|déc|dic|дек",
}
_MONTH_OF = {start: number for number, starts in _MONTHS.items() for start in starts.split("|")}
_STARTS = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
# A whole word that starts like a month; full names end in few letters more ("September", "settembre").
_MONTH = rf"(?P<m>(?:{_STARTS})[^\W\d_]{{0,7}})\.?"
_WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DAY = r"(?P<d>[0-3]?\d)"
_TH = r"(?:st|nd|rd|th|er|º|°)?"
_APART = r"[\s,.\-/]{1,3}(?:de\s|of\s)?"

_DATES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<mm>[01]?\d)(?P=sep){_DAY}(?=\D|$|\d\d:)",
        rf"(?<![\d.]){_DAY}{_TH}{_APART}{_MONTH}{_APART}{_YEAR}(?=\D|$|[0-2]\d[:.])",
        rf"(?<![^\W\d_]){_MONTH}{_APART}{_DAY}{_TH}[\s,.\-/]{{1,3}}{_YEAR}(?=\D|$|[0-2]?\d[:.])",
        r"(?<!\d)(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:(?:19|20)\d\d)|\d\d)(?=\D|$)",
    )
]
_TIME = (
    r"(?P<h>[0-2]?\d)(?:(?P<sep>[:.h])(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,9})?)?)?"
    rf"\s?(?:(?P<half>[AaPp])\.?\s?[Mm]\b\.?|(?P<uhr>Uhr|hrs|h)\b)?(?:\s{{0,2}}\(?(?P<zone>{ZONE})\)?)?"
)
_GLUED_CLOCK = re.compile(_TIME)  # as in "21 Feb 202221:16", where a scraper lost the space
_CLOCK = re.compile(r"(?<![\d:.,$€£])" + _TIME)
# What may stand between a date and its time of day.
_BETWEEN = re.compile(
    r"[\s,.;|·•/–—\-T]*(?:(?:at|um|à|a las|alle|às|om|в|kl\.?|updated|"
    rf"(?:{_WEEKDAYS})[a-z]*\.?)[\s,]*){{0,2}}[\s,|·•–—\-]*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b({_WEEKDAYS})[a-z]{{0,6}}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line, with its time and zone where these stand beside it; `start`, `end` span all."""

    published: date | datetime
    start: int
    end: int

    @property
    def has_zone(self) -> bool:
        """Whether a zone was printed."""
        return isinstance(self.published, datetime) and self.published.tzinfo is not None


def stamps_in(line: str, *, day_first: bool | None = None) -> list[Stamp]:
    """Return every dated stamp in `line`, in order.

    A date such as 3/4/2022 is read by the weekday or the zone beside it, by its dots (German), else by
    `day_first`; where nothing tells, it is left out, since either reading would be a guess.
    """
    found: list[Stamp] = []
    for match in sorted(_dates(line), key=lambda m: (m.start(), -m.end())):
        if found and match.start() < found[-1].end:
            continue
        clock = _clock_beside(line, match)
        day = _day(match, line, clock, day_first=day_first)
        if day is None:
            continue
        start, end = match.span()
        published: date | datetime = day
        if clock:
            at = _time(clock)
            if at is not None:
                published = datetime.combine(day, at)
                start, end = min(start, clock.start()), max(end, clock.end())
                if clock["zone"]:
                    published = with_zone(published, clock["zone"])
        found.append(Stamp(published, start, end))
    return found


def day_order(text: str) -> bool | None:
    """Tell whether numeric dates in `text` put the day first, from one with a single reading; else None."""
    for match in _DATES[3].finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if first > 12 >= second:
            return True
        if second > 12 >= first:
            return False
    return None


def _dates(line: str) -> Iterator[re.Match[str]]:
    for pattern in _DATES:
        yield from pattern.finditer(line)


def _clock_beside(line: str, day: re.Match[str]) -> re.Match[str] | None:
    """Return the time of day that stands right after the date, else the one right before it."""
    gap = _BETWEEN.match(line, day.end())
    after = _CLOCK.match(line, gap.end() if gap else day.end()) or _CLOCK.match(line, day.end())
    if after is None and line[day.end() : day.end() + 1].isdigit():
        after = _GLUED_CLOCK.match(line, day.end())
    if after and _is_time(after):
        return after
    before = [m for m in _CLOCK.finditer(line, max(0, day.start() - 40), day.start()) if _is_time(m)]
    if before and _BETWEEN.fullmatch(line, before[-1].end(), day.start()):
        return before[-1]
    return None


def _is_time(clock: re.Match[str]) -> bool:
    """A bare number is no time of day, nor is a decimal with neither zone nor half of the day beside it."""
    if clock["half"] or clock["uhr"]:
        return True
    return clock["min"] is not None and (clock["sep"] == ":" or bool(clock["zone"]) or len(clock["h"]) == 2)


def _time(clock: re.Match[str]) -> time | None:
    hour = int(clock["h"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"] in "Pp" else 0)
    try:
        return time(hour, int(clock["min"] or 0), int(clock["s"] or 0))
    except ValueError:
        return None


def _day(
    match: re.Match[str], line: str, clock: re.Match[str] | None, *, day_first: bool | None
) -> date | None:
    parts = match.groupdict()
    year = int(parts["y"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        readings = [d for d in (_date(year, second, first), _date(year, first, second)) if d]
        if len(readings) < 2 or readings[0] == readings[1]:
            return readings[0] if readings else None
        weekday = _WEEKDAY.search(line)
        if weekday:
            index = _WEEKDAYS.split("|").index(weekday[1].lower())
            matching = [d for d in readings if d.weekday() == index]
            if len(matching) == 1:
                return matching[0]
        if parts["sep"] == "." or (clock and clock["uhr"]):
            return readings[0]
        if clock and clock["zone"]:
            return readings[1 if is_american(clock["zone"]) else 0]
        return None if day_first is None else readings[0 if day_first else 1]
    if parts.get("mm"):
        month = int(parts["mm"])
    else:
        word = parts["m"].lower()
        month = next(
            number
            for start, number in sorted(_MONTH_OF.items(), key=lambda i: -len(i[0]))
            if word.startswith(start)
        )
    return _date(year, month, int(parts["d"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
