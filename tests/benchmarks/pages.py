"""How fast pages are read and whether memory stays flat, over made-up pages: part of `make bench`."""

import asyncio
import random
import resource
import time

from bot.ingest.confined import confined
from bot.ingest.documents import from_file
from bot.ingest.html import from_html

PAGES = 1_000
CONFINED = 100
WORDS = [
    *("the", "quay", "minister", "said", "on", "Monday", "that", "boats", "of", "Port", "Elian", "would"),
    *("stay", "closed", "until", "an", "answer", "came", "from", "dockers", "whose", "union", "asked", "for"),
    *("more", "bread,", "lights", "and", "ice", "in", "every", "harbour", "bay", "this", "month", "again"),
]


def made_up(seed: int) -> str:
    """A page of 60 kB with an article of some 500 words among menus, teasers and scripts."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(12, 30))).capitalize() + "."

    def teaser(n: int) -> str:
        return f"<li class='card'><a href='/{seed}/{n}'><h3>{sentence()}</h3><img src='/{n}.jpg'></a></li>"

    text = "".join(f"<p>{sentence()} {sentence()}</p>" for _ in range(12))
    day = seed % 27 + 1
    script = "<script>" + "window.config = {a: 1, b: 'c'};" * 600 + "</script>"
    return (
        f"<!doctype html><html lang=en><head><title>{sentence()} - The Post</title>{script}"
        f"<meta property='article:published_time' content='2023-03-{day:02}T10:00:00Z'></head><body>"
        f"<nav><ul>{''.join(map(teaser, range(40)))}</ul></nav><article><h1>{sentence()}</h1>{text}</article>"
        f"<aside><ul>{''.join(map(teaser, range(80)))}</ul></aside></body></html>"
    )


def held() -> float:
    """MiB that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def in_processes_of_their_own() -> float:
    """Pages a second, one after the other, each in a process of its own."""
    pages = [made_up(seed).encode() for seed in range(CONFINED)]
    await confined(from_file, "page", pages[0])  # what is begun once is not what is measured
    start = time.perf_counter()
    for content in pages:
        await confined(from_file, "page", content)
    return CONFINED / (time.perf_counter() - start)


def main() -> None:
    pages = [made_up(seed) for seed in range(PAGES)]
    for page in pages[:100]:
        from_html(page, url=None)
    first, start = held(), time.process_time()
    for page in pages:
        from_html(page, url=None)
    speed = PAGES / (time.process_time() - start)
    size = sum(map(len, pages)) / PAGES / 1000
    lines = [
        f"pages of {size:.0f} kB: {speed:.0f} a second of one core",
        f"each in a process of its own: {asyncio.run(in_processes_of_their_own()):.0f} a second",
        f"memory after 100 pages: {first:.0f} MiB, after {PAGES + 100:,}: {held():.0f} MiB",
    ]
    print("\n".join(lines))  # noqa: T201 - the figures are what this is run for


if __name__ == "__main__":
    main()
