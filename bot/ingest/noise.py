"""Lines that stand around an article and are not of it: menus, share bars, icon names, sign-ups."""

import re

from bot.ingest.characters import words_of
from bot.ingest.noise_phrases import ENDS, LABELS, POINTERS


def _any_of(phrases: tuple[str, ...], start: str, end: str) -> re.Pattern[str]:
    return re.compile(f"{start}(?:{'|'.join(phrases)}){end}".replace(" ", r"\s"), re.IGNORECASE)


_LABEL = _any_of(LABELS, r"^\W*", r"\W*$")
_POINTER = _any_of(POINTERS, r"^[\W_]*", "")
_END = _any_of(ENDS, r"^\W*", r"\W*$")
_LINK = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_HASHTAGS = re.compile(r"(?:[#@][\w.]+\W*)+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$")
_BULLET = re.compile(r"^(?:\s*(?:[•·‣▪◦●○➤▶►]|[-–*](?=\s))\s*)+")
# No label is longer; on longer lines the patterns would only take time.
_LONGEST_LABEL = 300


def is_noise(line: str) -> bool:
    """Tell whether `line` belongs to the page and not to the article on it."""
    line = line.strip()
    if not any(c.isalnum() for c in line):
        return True
    # Names of an icon font read as text, as scrapers glue them: "icon searchicon closeicon flag ruicon".
    if line.count("icon") >= 4:
        return True
    if len(line) > _LONGEST_LABEL:
        return False
    if _LABEL.match(line) or _POINTER.match(line) or _HASHTAGS.fullmatch(line) or _is_doubled(line):
        return True
    words = _LINK.sub("", line).split()
    return bool(_LINK.search(line)) and len(words) <= 6


def _is_doubled(line: str) -> bool:
    """Tell whether a line says one thing twice, as teasers with a captioned picture do."""
    words = words_of(line).split()
    half = len(words) // 2
    return half >= 3 and len(words) == 2 * half and words[:half] == words[half:]


def is_end(line: str) -> bool:
    """Tell whether `line` heads what stands under an article: more stories, comments."""
    return len(line) <= _LONGEST_LABEL and bool(_END.match(line.strip()))


def is_bar(line: str) -> bool:
    """Tell whether `line` is a row of short things set apart by strokes: "Subscribe | Chat | Boost"."""
    if len(line) > _LONGEST_LABEL:
        return False
    parts = [part for part in re.split(r"\s[|•·/›»>]\s|\s{3,}|\t", line.strip()) if part.strip()]
    return len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts) and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence does."""
    return bool(_TERMINAL.search(line[-12:].rstrip()))


def without_bullet(line: str) -> tuple[str, bool]:
    """Return `line` without the bullet it starts with, and whether there was one."""
    rest = _BULLET.sub("", line, count=1)
    return rest, rest != line
