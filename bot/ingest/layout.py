"""Undo what carrying a text does to it: wrapping, hyphenation, headers and footers of printed pages."""

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.ingest.noise import is_sentence

# "7/3/23, 9:41 AM    Title - Site", as browsers head a printed page: that date is the day of printing.
_PRINT_HEAD = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?:\s?[AP]M)?\s{2,}(?P<title>\S.*)$")
_PRINT_FOOT = re.compile(
    r"^(?P<url>https?://\S+)\s+\d+/\d+$|^(?:page\s)?\d+\s?(?:/|of)\s?\d+$", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")
# A column narrower or wider than this is no wrapped prose.
_NARROW, _WIDE = 45, 130


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text, each a whole paragraph, and what the headers of a printed page said of it."""

    lines: list[str]
    printed_title: str | None
    printed_url: str | None


def lay_out(text: str) -> Layout:
    """Return the non-empty lines of `text` (already clean) with wrapped ones joined again."""
    rows: list[str | None] = []  # None stands where a page ended: the paragraph may go on behind it
    title = url = None
    for raw in text.split("\n"):
        line = raw.strip()
        head, foot = _PRINT_HEAD.match(line), _PRINT_FOOT.match(line)
        if head or foot:
            title = title or (head["title"].strip() if head else None)
            url = url or (foot["url"] if foot else None)
            while rows and rows[-1] in ("", None):
                rows.pop()
            rows.append(None)
        elif line or (rows and rows[-1]):  # after a page's end an empty line says nothing
            rows.append(line)
    width = _wrap_width([row for row in rows if row], rows)
    joined = _joined(rows, width) if width else [row for row in rows if row]
    return Layout([_SPACES.sub(" ", line) for line in joined], title, url)


def _wrap_width(lines: list[str], rows: list[str | None]) -> int | None:
    """Return the column that `lines` were wrapped at, None where each line is a paragraph already."""
    if len(lines) < 4:
        return None
    lengths = sorted(map(len, lines))
    width = lengths[-1] if lengths[-1] <= _WIDE else lengths[int(len(lengths) * 0.95)]
    if not _NARROW <= width <= _WIDE:
        return None
    followed = [
        (row, after)
        for row, after in pairwise(rows)
        if row and after and len(row) + 1 + len(after.split(maxsplit=1)[0]) > width - 8
    ]
    broken = sum(not is_sentence(row) for row, _ in followed)
    return width if len(followed) >= 3 and broken > 0.5 * len(followed) else None


def _joined(rows: list[str | None], width: int) -> list[str]:
    known = set(re.findall(r"\w+-\w+|\w+", " ".join(row for row in rows if row).lower()))
    result: list[list[str]] = []
    open_ended = False
    at_page_end = False
    for index, row in enumerate(rows):
        if not row:
            at_page_end = at_page_end or row is None
            open_ended = open_ended and row is None
            continue
        if result and (open_ended or (at_page_end and not is_sentence(result[-1][-1]))):
            result[-1][-1:] = _glued(result[-1][-1], row, known)
        else:
            result.append([row])
        after = rows[index + 1] if index + 1 < len(rows) else ""
        first = after.split(maxsplit=1)[0] if after else ""
        # A greedy wrapper breaks only where the next word would not have fitted, or within a word.
        hyphenated = row.endswith(("-", "‐")) and first[:1].islower()
        open_ended = bool(first) and (hyphenated or len(row) + 1 + len(first) > width - 4)
        at_page_end = False
    return [" ".join(parts) for parts in result]


def _glued(row: str, after: str, known: set[str]) -> list[str]:
    """Make whole the word cut between two rows; a hyphen stays in what has it elsewhere, and in names."""
    broken = re.search(r"(\w{1,40})[-‐]$", row[-42:])
    following = re.match(r"\w+", after)
    if not (broken and following):
        return [row, after]
    whole = broken[1] + following[0]
    kept = f"{broken[1]}-{following[0]}"
    hyphenated = kept.lower() in known or (whole.lower() not in known and not following[0][0].islower())
    word = kept if hyphenated else whole
    rest = after[following.end() :].split(" ", 1)
    return [row[: -len(broken[0])] + word + rest[0], *rest[1:]]
