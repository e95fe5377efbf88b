"""Passages between quotation marks, straight and typographic, over several paragraphs too."""

import re
from dataclasses import dataclass

# Longer than any quoted paragraph met in the news; beyond it a missing mark is likelier than a long quote.
LONGEST = 4000
# a line that goes on in lower case was only wrapped
PARAGRAPH = re.compile(r"\n\s*\n\s*|\n(?![^\S\n]*[a-z])")
_OPENERS = {"“": "”", "„": "“”", "«": "»"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted passage within one paragraph, marks included.

    `continues` says that the quotation goes on in the next paragraph, which opens with a mark again.
    """

    start: int
    end: int
    continues: bool = False


def _is_word(text: str, i: int) -> bool:
    return 0 <= i < len(text) and text[i].isalnum()


def _closing(text: str, i: int, end: int) -> tuple[int, bool]:
    """Return the end of the quotation that opens at `i` and whether it was closed before `end`."""
    mark, limit = text[i], min(end, i + LONGEST)
    if mark in _OPENERS:
        closers, depth, k = _OPENERS[mark], 1, i + 1
        while k < limit:
            if text[k] in closers or (mark == "“" and text[k] == '"'):
                depth -= 1
                if not depth:
                    return k + 1, True
            elif text[k] == mark:
                depth += 1
            k += 1
        return end, False
    if text.startswith("''", i):
        k = text.find("''", i + 2, limit)
        return (k + 2, True) if k >= 0 else (end, False)
    if mark == '"':
        # some texts open with a straight mark and close with a typographic one
        ends = [k for k in (text.find('"', i + 1, limit), text.find("”", i + 1, limit)) if k >= 0]
        return (min(ends) + 1, True) if ends else (end, False)
    return _closing_single(text, i, limit) or (end, False)


def _closing_single(text: str, i: int, limit: int) -> tuple[int, bool] | None:
    """Find the single mark that closes; an apostrophe within or at the end of a word does not."""
    closer = "’" if text[i] == "‘" else "'"
    k = text.find(closer, i + 1, limit)
    while k >= 0:
        if not _is_word(text, k + 1) and not text[k - 1].isspace() and k > i + 1:
            plural = (
                text[k - 1] == "s" and text[k + 1 : k + 2] == " " and _closes_later(text, k, limit, closer)
            )
            if not plural:
                return k + 1, True
        k = text.find(closer, k + 1, limit)
    return None


def _closes_later(text: str, k: int, limit: int, closer: str) -> bool:
    later = text.find(closer, k + 1, min(limit, k + 200))
    return later >= 0 and text[later - 1] in ".,!?" and not _is_word(text, later + 1)


def _opens(text: str, i: int) -> bool:
    mark = text[i]
    if mark in _OPENERS:
        return True
    if mark == '"' or text.startswith("''", i):
        return True
    if mark == "‘" or mark == "'":
        return not _is_word(text, i - 1) and (_is_word(text, i + 1) or text[i + 1 : i + 2] in ("[", "…"))
    return False


def find_quotations(text: str) -> list[Quotation]:
    """Return the quoted passages of `text` in order, never overlapping.

    A mark left open closes at the end of its paragraph; it counts as going on when the next paragraph opens
    with a mark. Without a closing mark and without such a paragraph it is no quotation. Single marks inside a
    double quotation are part of it.
    """
    found: list[Quotation] = []
    start = 0
    for gap in [*PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        follows = text[gap.end() : gap.end() + 2].lstrip() if gap else ""
        reopened = follows[:1] in ("“", '"', "„", "«") or follows == "''"
        found += _in_paragraph(text, start, end, reopened=reopened)
        start = gap.end() if gap else end
    return found


def _in_paragraph(text: str, start: int, end: int, *, reopened: bool) -> list[Quotation]:
    found: list[Quotation] = []
    i = start
    misses = 0
    while i < end:
        if text[i] in "“„«\"‘'" and misses < 50 and _opens(text, i):
            close, closed = _closing(text, i, end)
            double = text[i] not in "‘'" or text.startswith("''", i)
            if closed and close - i > 2:
                found.append(Quotation(i, close))
                i = close
                continue
            if not closed and double and reopened and end - i <= LONGEST:
                found.append(Quotation(i, end, continues=True))
                break
            misses += not closed
        i += 1
    return found
