"""Which lines of a text or a page are the article's own."""

from collections.abc import Iterable, Sequence

from bot.ingest.characters import words_of
from bot.ingest.noise import is_bar, is_end, is_noise, is_sentence, without_bullet

_END_WEIGHT = -40.0


def body_run(lines: Sequence[str]) -> range:
    """Return the run of lines that is most like running text as a whole, empty where there is none.

    It is the maximum subarray of their weights (Kadane).
    """
    weights = [_weight(line) for line in lines]
    best = current = 0.0
    start = 0
    found = range(len(lines), len(lines))
    for i, weight in enumerate(weights[: _foot(lines, weights)]):
        if current <= 0:
            current, start = 0.0, i
        current += weight
        if current > best:
            best, found = current, range(start, i + 1)
    return found


def foot_of(lines: Sequence[str]) -> int:
    """Return where the article ends and teasers of others begin; a box of links within it is no such end."""
    return _foot(lines, [_weight(line) for line in lines])


def _foot(lines: Sequence[str], weights: Sequence[float]) -> int:
    sizes = [max(0.0, weight) for weight in weights]
    total = sum(sizes)
    before = 0.0
    for i, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        if weights[i] == _END_WEIGHT and is_end(line) and before >= total - before:
            after = sizes[i + 1 :]
            if sum(one > 0 for one in after) < 0.65 * len(after):
                return i
        before += size
    return len(lines)


def _weight(line: str) -> float:
    """Return how much `line` looks like running text, in words; below zero where it does not."""
    if is_end(line):
        return _END_WEIGHT
    bare, bullet = without_bullet(line)
    if is_noise(line) or is_bar(line):
        return -2
    words = len(bare.split())
    if is_sentence(bare) or (words >= 25 and not bullet):
        return words * 0.3 if bullet else words
    return -4 if bullet else -3


def without_repeats(lines: Iterable[str]) -> list[str]:
    """Leave out lines that come twice, and captions and pulled quotes that say again what a sentence says."""
    lines = list(lines)
    runs = runs_of(" ".join(words_of(line) for line in lines if is_sentence(line)))
    result: list[str] = []
    seen: set[str] = set()
    for line in lines:
        words = words_of(line)
        mine = runs_of(words)
        if len(mine) >= 2:
            if words in seen:
                continue
            if not is_sentence(line) and len(mine & runs) > 0.8 * len(mine):
                continue
        seen.add(words)
        result.append(line)
    return result


def runs_of(words: str) -> set[tuple[str, ...]]:
    """Return the four-word runs of `words` (as `words_of` gives them)."""
    parts = words.split()
    return {tuple(parts[i : i + 4]) for i in range(len(parts) - 3)}
