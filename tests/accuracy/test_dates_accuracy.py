"""How well dates are read, on our own gold: prints a table and keeps the figures from falling."""

import re
from datetime import date
from pathlib import Path

from bot.extract.dates import find_timexes

Span = tuple[int, int, str, str]
GOLD = Path(__file__).with_name("dates.txt")


def gold() -> list[tuple[date, str, list[Span]]]:
    out = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        day, marked = line.split(" | ", 1)
        text, spans, place = "", [], 0
        for found in re.finditer(r"\[([^=\]]+)=(\w+) ([^\]]+)\]", marked):
            text += marked[place : found.start()]
            spans.append((len(text), len(text) + len(found[1]), found[2], found[3]))
            text += found[1]
            place = found.end()
        out.append((date.fromisoformat(day), text + marked[place:], spans))
    return out


def f1(hits: int, found: int, wanted: int) -> float:
    return 200 * hits / (found + wanted)


def test_dates_on_our_own_gold() -> None:
    wanted = found = strict = typed = valued = 0
    for published, text, spans in gold():
        read = {(t.start, t.end): (t.type, t.value) for t in find_timexes(text, published)}
        wanted, found = wanted + len(spans), found + len(read)
        for start, end, kind, value in spans:
            if (start, end) in read:
                strict += 1
                typed += read[start, end][0] == kind
                valued += read[start, end] == (kind, value)
    figures = {
        "span": f1(strict, found, wanted),
        "type": f1(typed, found, wanted),
        "value": f1(valued, found, wanted),
    }
    table = " ".join(f"{name} {figure:.1f}" for name, figure in figures.items())
    print(f"\ndates, {wanted} expressions, F1: {table}")  # noqa: T201 # the table is what this is run for
    assert figures["span"] >= 95
    assert figures["value"] >= 92
