"""Our own gold, read from its files: texts with the dates and the events they tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_HERE = Path(__file__).parent
_MARKED = re.compile(r"\[([^=\]]+)=(\w+) ([^\]]+)\]")


@dataclass
class Text:
    """A text of one group of constructions, its publication day, and what should be found in it."""

    group: str
    published: date
    text: str
    spans: list[tuple[int, int, str, str]] = field(default_factory=list)
    events: list[dict[str, str]] = field(default_factory=list)


def _texts(name: str) -> Iterator[Text | str]:
    """Yield each text of a file with its group, and as they stand the lines that belong to a text."""
    group = ""
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line.startswith(">"):
            yield line
        elif line and not line.startswith("#"):
            day, text = line.split(" | ", 1)
            yield Text(group, date.fromisoformat(day), text)


def dates() -> list[Text]:
    out = []
    for one in _texts("dates.txt"):
        assert isinstance(one, Text)
        plain, place = "", 0
        for found in _MARKED.finditer(one.text):
            plain += one.text[place : found.start()]
            one.spans.append((len(plain), len(plain) + len(found[1]), found[2], found[3]))
            plain += found[1]
            place = found.end()
        one.text = plain + one.text[place:]
        out.append(one)
    return out


def events() -> list[Text]:
    """Read `> date status key=value … | what`; the date is "none" where something is off with no day told."""
    out: list[Text] = []
    for one in _texts("events.txt"):
        if isinstance(one, Text):
            out.append(one)
            continue
        head, what = one[1:].split("|", 1)
        day, status, *rest = head.split()
        told = dict(pair.split("=", 1) for pair in rest)
        out[-1].events.append({"date": day, "status": status, "what": what.strip(), **told})
    return out
