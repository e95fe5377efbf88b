"""Which lines of a text or a page are the article's own."""

from collections.abc import Sequence

from bot.ingest.characters import words_of
from bot.ingest.noise import is_bar, is_end, is_noise, is_sentence, without_bullet


def body_run(lines: Sequence[str]) -> range:
    """Return the run of lines that is most like running text as a whole (Kadane's maximum subarray)."""
    best = current = 0.0
    start = 0
    found = range(0)
    for i, line in enumerate(lines):
        if current <= 0:
            current, start = 0.0, i
        current += _weight(line)
        if current > best:
            best, found = current, range(start, i + 1)
    return found


def _weight(line: str) -> float:
    """Return how much `line` looks like running text, in words; below zero where it does not."""
    if is_end(line):
        return -40
    bare, bullet = without_bullet(line)
    if is_noise(line) or is_bar(line):
        return -2
    words = len(bare.split())
    if is_sentence(bare) or (words >= 25 and not bullet):
        return words * 0.3 if bullet else words
    return -4 if bullet else -3


def without_repeats(lines: Sequence[str]) -> list[str]:
    """Leave out lines that come twice, and captions and pulled quotes that say again what a sentence says."""
    whole = " ".join(words_of(line) for line in lines if is_sentence(line))
    runs = _runs(whole)
    result: list[str] = []
    seen: set[str] = set()
    for line in lines:
        words = words_of(line)
        mine = _runs(words)
        if len(mine) >= 2:
            if words in seen:
                continue
            if not is_sentence(line) and len(mine & runs) > 0.8 * len(mine):
                continue
        seen.add(words)
        result.append(line)
    return result


def _runs(words: str) -> set[tuple[str, ...]]:
    """Return the four-word runs of `words`."""
    parts = words.split()
    return {tuple(parts[i : i + 4]) for i in range(len(parts) - 3)}
