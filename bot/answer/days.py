"""The days a question asks about: "since Monday", "in December", "in the last three weeks"."""

import re
from datetime import date, timedelta

from bot.answer.acts import SAYING
from bot.extract.dates import find_timexes
from bot.extract.reading import Timex
from bot.track.schedule import days
from bot.words import STOP_WORDS, fold, stem

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SINCE = re.compile(r"\b(?:since|from|after|starting)\s+(?:the\s+)?$")
_UNTIL = re.compile(r"\b(?:until|till|before|by|up to|to)\s+(?:the\s+)?$")
_LAST = re.compile(
    r"\b(?:last|past)\s+(?:(\d{1,3}|two|three|four|five|six|seven|few)\s+)?(day|week|month|year)s?\b"
)
_DATING_WORDS = """
in on since from after during until till before by to of last past this next yesterday today early late
between and starting around
"""
_DATING = frozenset(_DATING_WORDS.split())
_NUMBERS = {"two": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}


def days_asked(
    question: str, today: date, *, past: bool
) -> tuple[date | None, date | None, list[tuple[int, int]]]:
    """Return the first and last day asked about, and the spans of the words that tell them."""
    low = fold(question) if len(fold(question)) == len(question) else question.lower()
    since: date | None = None
    until: date | None = None
    spans: list[tuple[int, int]] = []
    for match in _LAST.finditer(low):
        if match[1] is None and match[2] != "day":
            continue  # "last week" is a week of the calendar, not seven days
        count = _NUMBERS.get(match[1] or "", 0) or int(match[1] or 1)
        since = today - timedelta(days=count * _LENGTHS[match[2]])
        spans.append(match.span())
    for timex in find_timexes(question, today):
        covered = _days_of(timex, question, today, past=past)
        if covered is None or _qualifies(question, timex):
            continue
        if any(s < timex.end and timex.start < e for s, e in spans):
            continue
        before = low[: timex.start]
        lead = _SINCE.search(before) or _UNTIL.search(before)
        spans.append((lead.start() if lead else timex.start, timex.end))
        if _SINCE.search(before):
            since = covered[0]
        elif _UNTIL.search(before):
            until = covered[1]
        else:
            since, until = covered
    return since, until, spans


def _qualifies(question: str, timex: Timex) -> bool:
    """Tell whether a date is part of what is asked about: "the 1995 taxes", "Lind's 2014 plan"."""
    before = _WORD.findall(fold(question[: timex.start]))
    after = _WORD.findall(fold(question[timex.end :]))
    if not before or not after or after[0] in STOP_WORDS or stem(after[0]) in SAYING:
        return False
    return before[-1] not in _DATING and fold(question[timex.start : timex.end]).split()[0] not in _DATING


def _days_of(timex: Timex, question: str, today: date, *, past: bool) -> tuple[date, date] | None:
    if timex.type not in {"DATE", "TIME"} or timex.value is None:
        return None
    covered = days(timex.value.partition("T")[0])
    if covered is None or not past or covered[0] <= today:
        return covered
    # What was said lies behind: "in December" asked in March is last December, "on Friday" last Friday.
    if re.search(r"\d{4}", question[timex.start : timex.end]):
        return covered
    if len(timex.value) == 7 and "W" not in timex.value:
        return days(f"{covered[0].year - 1}-{covered[0].month:02}")
    back = timedelta(days=7) if (covered[0] - today).days <= 7 else timedelta(days=365)
    return covered[0] - back, covered[1] - back
