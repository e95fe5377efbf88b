"""What stands around a plain text's body and tells about it: title, authors, source and stamp."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.ingest.bylines import beside, bylines_of, is_role, names_in, publisher_in
from bot.ingest.characters import without_symbols, words_of
from bot.ingest.noise import is_bar, is_noise, is_sentence, without_bullet
from bot.ingest.stamps import Stamp, stamps_in

_WORD = re.compile(r"\w+")
_LABEL = re.compile(
    r"^(?P<label>headline|title|source|publisher|authors?|published|date|url|link)\s?:\s+(?P<value>.+)$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^\W*(?:forwarded from|via)\s*:?\s+(?P<source>.{2,80})$", re.IGNORECASE)
_STAMP_LABEL = re.compile(
    r"\b(?:first published|published|posted|issued|created|veröffentlicht|erstellt|publié|publicado|"
    r"pubblicato|опубликовано|date|datum)\b",
    re.IGNORECASE,
)
_UPDATE_LABEL = re.compile(
    r"\b(?:updated|modified|edited|stand|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|printed|"
    r"retrieved|accessed|expires)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(r"°\s?[CF]?\b|\bforecast\b", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:image|photo|picture)?\s?caption\W*$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^\W*(?:(?:read|source|via|link|original|full)\b[^:]{0,40}:?\s*)?(?P<url>https?://[^\s/]+/\S+)$", re.I
)
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’-]{2,40}[,\s]\s*(?=\S)")
_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What was found about a text, and which of its lines said only that."""

    title: str | None
    standfirst: str | None
    authors: tuple[str, ...]
    source: str | None
    url: str | None
    published: date | datetime | None
    has_zone: bool
    spent: frozenset[int]


def read_heading(
    lines: Sequence[str], body: range, *, printed_title: str | None, day_first: bool | None
) -> Heading:
    """Find title, standfirst, authors, source and stamp of the article whose body is `lines[body]`."""
    spent: set[int] = set()
    labels, source = _labels(lines, spent)
    stamp_at, stamp = _stamp(lines, body, spent, day_first=day_first)
    above = [i for i in range(body.start) if i not in spent]
    bylines = bylines_of(lines, [*above, *(i for i in body[:4] if i not in spent)])
    authors = [name for i in bylines for name in names_in(lines[i])]
    if stamp_at is not None and stamp:
        names, site = beside(lines[stamp_at][: stamp.start])
        authors = authors or names
        source = source or site
    first = lines[body.start] if body else ""
    source = source or publisher_in(lines, above, bylines, first)
    spent.update(bylines)
    marks = [*bylines, *([stamp_at] if stamp_at is not None else [])]
    title_at = _title(lines, body, spent, marks, bylines, printed_title)
    title = (
        labels.get("title")
        or labels.get("headline")
        or (_bare(lines[title_at]) if title_at is not None else None)
    )
    if title is None and printed_title:
        title = re.split(r"\s[-–|]\s(?=[^-–|]+$)", printed_title)[0]
    if source is None and printed_title and title and words_of(printed_title).startswith(words_of(title)):
        source = printed_title[len(title) :].strip(" -–|") or None
    if title:
        same = words_of(title)
        spent |= {i for i, line in enumerate(lines) if words_of(line) == same}
    standfirst_at = _standfirst(lines, body, spent, title_at)
    published = stamp.published if stamp else None
    return Heading(
        title=title,
        standfirst=_bare(lines[standfirst_at]) if standfirst_at is not None else None,
        authors=tuple(dict.fromkeys(names_in(labels["author"]) if "author" in labels else authors)),
        source=labels.get("source") or labels.get("publisher") or source,
        url=labels.get("url") or labels.get("link") or _address(lines),
        published=published,
        has_zone=bool(stamp and stamp.has_zone),
        spent=frozenset(spent),
    )


def _bare(line: str) -> str:
    return without_symbols(re.sub(r"^#{1,6}\s+", "", line)).strip("*_ ") or line


def _labels(lines: Sequence[str], spent: set[int]) -> tuple[dict[str, str], str | None]:
    """Read "Title: …" lines near the top, and the channel a post was forwarded from."""
    labels: dict[str, str] = {}
    source = None
    for i, line in enumerate(lines[:15]):
        if forwarded := _FORWARDED.match(line):
            source = without_symbols(forwarded["source"])
            spent.add(i)
        elif (label := _LABEL.match(line)) and label["label"].lower() not in ("date", "published"):
            labels.setdefault(label["label"].lower().removesuffix("s"), label["value"].strip())
            spent.add(i)
    return labels, source


def _address(lines: Sequence[str]) -> str | None:
    """Return the address that the text gives for itself, on a line of its own."""
    found = {match["url"] for line in (*lines[:10], *lines[-10:]) if (match := _ADDRESS.match(line))}
    return found.pop() if len(found) == 1 else None


def _stamp(
    lines: Sequence[str], body: range, spent: set[int], *, day_first: bool | None
) -> tuple[int | None, Stamp | None]:
    """Return the line and stamp that most likely tell the publication; mark lines that only date the text."""
    best: tuple[float, int, Stamp] | None = None
    for i in range(len(lines)):
        line = lines[i]
        if len(line) > 240 or not _YEAR.search(line):
            continue
        found = stamps_in(line, day_first=day_first)
        if not found:
            continue
        rest = line
        for stamp in reversed(found):
            rest = rest[: stamp.start] + " " + rest[stamp.end :]
        words = len(_WORD.findall(_STAMP_LABEL.sub("", _UPDATE_LABEL.sub("", rest))))
        inside = i in body
        if words > 14 or (inside and (words > 8 or is_sentence(rest))):
            continue
        if not inside or words <= 4:
            spent.add(i)
        for order, stamp in enumerate(found):
            before = line[: stamp.start]
            score = (
                2.0 * isinstance(stamp.published, datetime) + 2.0 * stamp.has_zone - 0.3 * words - 0.5 * order
            )
            labels = [m.end() for m in _STAMP_LABEL.finditer(before)]
            updates = [m.end() for m in _UPDATE_LABEL.finditer(before)]
            if labels and labels[-1] > max(updates, default=-1):
                score += 4
            elif updates:
                score -= 3
            if _FORECAST.search(line):
                score -= 6
            score -= abs(body.start - i) * 0.1 if i < body.start else 1 + (i - body.start) * 0.02
            if best is None or score > best[0]:
                best = (score, i, stamp)
    if best:
        return best[1], best[2]
    if body and (place := _DATELINE.match(lines[body.start])):
        dated = stamps_in(lines[body.start][: place.end() + 40], day_first=day_first)
        if dated and dated[0].start <= place.end() + 2:
            return None, dated[0]
    return None, None


def _title(
    lines: Sequence[str],
    body: range,
    spent: set[int],
    marks: Sequence[int],
    bylines: Sequence[int],
    printed_title: str | None,
) -> int | None:
    counts = Counter(map(words_of, lines))
    elsewhere = [words_of(line) for line in lines if is_noise(line)] + [words_of(printed_title or "")]
    best: tuple[float, int] | None = None
    # A headline can end like a sentence and so look like the body's first line.
    for i in [*range(body.start), *body[:3]]:
        line = lines[i]
        bare, bullet = without_bullet(_bare(line))
        size = len(bare.split())
        if i in spent or not 3 <= size <= 32 or len(bare) > 220 or is_noise(line) or is_bar(line):
            continue
        if i and (_CAPTION.match(lines[i - 1]) or (i - 1 in bylines and is_role(line))):
            continue
        words = words_of(line)
        score = 0.0
        score += 4 * (counts[words] > 1) + 4 * any(words in other for other in elsewhere)
        score += 1.5 * any(abs(i - mark) <= 2 for mark in marks) + (size >= 5)
        score -= 4 * bullet + 3 * (is_sentence(bare) and not bare.endswith("?"))
        if i < body.start:
            score -= min(4.0, 0.25 * (body.start - i))
        elif not any(0 < mark - i <= 2 for mark in marks):
            score -= 3  # and a line right above stamp or byline is no part of the body
        if i + 1 == body.start or i == 0:
            score += 0.5
        if best is None or score > best[0]:
            best = (score, i)
    return best[1] if best and best[0] > -1 else None


def _standfirst(lines: Sequence[str], body: range, spent: set[int], title_at: int | None) -> int | None:
    """Return the line between title and body that sums the article up."""
    if title_at is None:
        return None
    for i in range(title_at + 1, body.start):
        bare, bullet = without_bullet(lines[i])
        if (
            i not in spent
            and not bullet
            and 6 <= len(bare.split()) <= 60
            and not is_noise(bare)
            and not is_bar(bare)
        ):
            return i
    return None
