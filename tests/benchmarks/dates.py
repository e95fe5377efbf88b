"""How fast dates and events are read: `make bench` prints it. What counts is the ratio of two runs here."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from bot.extract.dates import find_events, find_timexes

SAMPLES = Path(__file__).parents[2] / "bot" / "playground" / "samples"
PUBLISHED = date(2022, 2, 21)
SECONDS = 2.0
START = """
import time
start = time.perf_counter()
from bot.extract.dates import find_timexes
find_timexes("The court sits on Friday.", None)
print(time.perf_counter() - start)
"""


def rate(articles: list[str]) -> tuple[float, float]:
    """Return articles and words read a second."""
    read, words, start = 0, 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for text in articles:
            find_events(text, PUBLISHED, find_timexes(text, PUBLISHED))
            words += len(text.split())
        read += len(articles)
    spent = time.perf_counter() - start
    return read / spent, words / spent


def start_up() -> float:
    """Return the seconds from a fresh interpreter's first import to its first answer, the least of three."""
    command = [sys.executable, "-c", START]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(3)]  # noqa: S603 # our own interpreter and words
    return min(float(run.stdout) for run in runs)


def main() -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    once, many = rate(articles), rate(["\n\n".join(articles * 20)])
    lines = [
        f"dates and events: {once[0]:.0f} articles/s, {once[1]:,.0f} words/s",
        f"one text 100 times as long: {many[1]:,.0f} words/s ({many[1] / once[1]:.2f} of the above)",
        f"start-up: {start_up():.3f} s",
    ]
    print("\n".join(lines))  # noqa: T201 # the figures are what this is run for


if __name__ == "__main__":
    main()
