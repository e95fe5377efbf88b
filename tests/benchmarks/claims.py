"""How fast claims are read end to end, the rules beside the trained network: part of `make bench`."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date

from bot.extract import read
from bot.extract.attribution import trained
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules import find_attributions
from bot.extract.reading import Attribution
from tests.benchmarks.dates import SAMPLES

PUBLISHED = date(2022, 2, 21)
SECONDS = 3.0
READY = """
import resource, time
start = time.perf_counter()
from bot.extract import read
read("The council meets on Thursday, its president Ada Lund said.", None)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rate(work: Callable[[str], object], articles: list[str]) -> float:
    """Return words read a second."""
    words, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for text in articles:
            work(text)
            words += len(text.split())
    return words / (time.perf_counter() - start)


def by_rules(text: str) -> Iterable[tuple[Attribution, float]]:
    return list(find_attributions(Passage(text)))


def by_network(text: str) -> Iterable[tuple[Attribution, float]]:
    return list(trained.find_attributions(text))


def ready() -> tuple[float, float]:
    """Return the seconds from a fresh interpreter's first import to its first reading, and MiB then held."""
    command = [sys.executable, "-c", READY]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 # our own interpreter and words
    seconds, held = run.stdout.split()
    return float(seconds), float(held)


def main() -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    for text in articles:
        read(text, PUBLISHED)  # what is made once is not what is measured
    rules, network = rate(by_rules, articles), rate(by_network, articles)
    whole = rate(lambda text: read(text, PUBLISHED), articles)
    seconds, held = ready()
    lines = [
        f"attributions by rules: {rules:,.0f} words/s",
        f"attributions by the network: {network:,.0f} words/s ({network / rules:.2f} of the above)",
        f"whole reading, speakers, acts and dates included: {whole:,.0f} words/s",
        f"ready and one reading: {seconds:.2f} s, {held:.0f} MiB",
    ]
    print("\n".join(lines))  # noqa: T201 # the figures are what this is run for


if __name__ == "__main__":
    main()
