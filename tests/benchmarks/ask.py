"""How long questions take on a large record, and filing beside it: part of `make bench`.

The record is made by chance from a few words, common ones as common as in the news, with embeddings made by
chance too: what is measured is work, not answers. CPU is this process's own, SQLite's work included;
PostgreSQL's is its server's, so of that the time that passes is told.
"""

import asyncio
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import numpy as np
from sqlalchemy import insert, text

from bot.answer import ask
from bot.extract.reading import Claim as Said
from bot.extract.reading import Reading
from bot.ingest.article import Article as Clean
from bot.track import filing
from storage import search, speakers
from storage.models import Article, ArticleEmbedding, Claim
from storage.session import AsyncSession, Database

CLAIMS = int(os.environ.get("ONRECORD_BENCH_CLAIMS", "1000000"))
POSTGRES = os.environ.get("ONRECORD_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
EACH = 25  # claims of an article
BATCH = 200  # articles
SPEAKERS = 2_000
DAYS = 2_000
TODAY = date(2026, 3, 12)
ROUNDS = 5

_COMMON = "government president minister people country year party law court city war trade money health"
COMMON = _COMMON.split()
RARE = [f"{a}{b}{c}" for a in ("vel", "mor", "tan") for b in ("da", "lu", "ki", "ro") for c in "nrstlmdkpvbz"]
FORMS = {
    "topic, common": "what was said about the government",
    "topic, common words": "what was said about the president and the trade war",
    "topic, rare": "what was said about veldan",
    "topic, common and rare": "what was said about the government of veldan",
    "speaker": "what did Tomas Name3 say",
    "speaker and topic": "what did Tomas Name3 say about the government",
    "speaker, topic, days": "what did Tomas Name3 say about trade since January",
    "days": "what was said yesterday",
    "act": "who denied that the court met",
    "place": "what did Moscow say about the war",
    "unknown speaker": "what did Zeno Quill say about trade",
    "nothing": "what was said about the xylophones",
    "when": "when does the court meet",
    "next": "what's next",
}


def sentence(chance: random.Random) -> str:
    words = chance.choices(COMMON, k=6) + chance.choices(RARE, k=4)
    chance.shuffle(words)
    return " ".join(words)


async def fill(database: Database, number: int) -> None:
    """File so many claims, as many at a time as the database takes."""
    chance = random.Random(7)  # noqa: S311 - the same record every time
    vectors = np.random.default_rng(7)
    async with database.begin() as session:
        kinds = {f"Tomas Name{n}": "person" for n in range(SPEAKERS)}
        ids = [one.id for one in (await speakers.ensure_all(session, kinds)).values()]
    popular = [1 / (rank + 1) for rank in range(SPEAKERS)]
    for first in range(0, number // EACH, BATCH):
        async with database.begin() as session:
            for n in range(first, min(first + BATCH, number // EACH)):
                await _file(
                    session, chance, vectors, n / (number // EACH), chance.choices(ids, popular, k=EACH)
                )
    async with database.begin() as session:
        await session.execute(text("ANALYZE"))


async def _file(
    session: AsyncSession,
    chance: random.Random,
    vectors: np.random.Generator,
    share: float,
    spoken: Sequence[int],
) -> None:
    sentences = [sentence(chance) for _ in range(EACH)]
    whole = ". ".join(sentences)
    day = TODAY - timedelta(days=int(DAYS * (1 - share)))
    row = Article(doc=uuid4().hex, fingerprint=uuid4().hex, title=sentence(chance), authors=[], language="en")
    row.published, row.zone_from, row.text, row.timexes = day.isoformat(), "page", whole, []
    row.added_at, row.shared = datetime(2026, 3, 1, tzinfo=UTC), True
    row.published_at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    at = 0
    row.claims = []
    for words, speaker_id in zip(sentences, spoken, strict=True):
        act = chance.choice(("state", "state", "state", "demand", "deny", "promise"))
        row.claims.append(
            Claim(
                start=at,
                source=[],
                cue=[],
                content=[[at, at + len(words)]],
                speaker=f"Tomas Name{speaker_id}",
                speaker_id=speaker_id,
                kind="person",
                act=act,
                quote="indirect",
                said_on=day.isoformat(),
                confidence=0.9,
                embedding=vectors.integers(-127, 127, 384, np.int8).tobytes(),
            )
        )
        at += len(words) + 2
    session.add(row)
    await session.flush()
    await search.index(session, row)
    vector = vectors.integers(-127, 127, 384, np.int8).tobytes()
    await session.execute(insert(ArticleEmbedding).values(article_id=row.id, vector=vector))


@contextmanager
def measured(into: list[tuple[float, float]]) -> Iterator[None]:
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    into.append(((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000))


def told(name: str, runs: list[tuple[float, float]]) -> str:
    cpu, wall = (np.array(column) for column in zip(*runs, strict=True))
    shown = [f"{np.percentile(times, share):6.0f}" for times in (cpu, wall) for share in (50, 95)]
    return f"  {name:<24} CPU ms p50 {shown[0]} p95 {shown[1]}   wall ms p50 {shown[2]} p95 {shown[3]}"


async def measure(database: Database) -> None:
    async with database.read() as session:
        await ask(session, "what was said about anything", today=TODAY)  # what is loaded once
    for name, question in FORMS.items():
        runs: list[tuple[float, float]] = []
        for _ in range(ROUNDS):
            with measured(runs):
                async with database.read() as session:
                    await ask(session, question, today=TODAY)
        tell(told(name, runs))
    runs = []
    chance = random.Random(8)  # noqa: S311 - the same articles every time
    for n in range(ROUNDS):
        words = f"{n} {sentence(chance)}. {sentence(chance)}."
        spans = ((0, len(words)),)
        said = Said((), (), spans, f"Tomas Name{n}", "person", "state", "indirect", TODAY.isoformat(), 0.9)
        clean = Clean(words, sentence(chance), "Bench Wire", (), None, TODAY, "page", "en")
        with measured(runs):
            async with database.begin() as session:
                await filing.file(
                    session, clean, Reading(words, (said,)), now=datetime(2026, 3, 12, tzinfo=UTC)
                )
    tell(told("filing an article", runs))


async def of(url: str) -> None:
    database = await Database.open(url)
    try:
        await fill(database, CLAIMS)
        await measure(database)
    finally:
        await database.close()


async def main() -> None:
    tell(f"SQLite, {CLAIMS:,} claims")
    with tempfile.TemporaryDirectory() as folder:
        await of(f"sqlite:///{Path(folder) / 'bench.db'}")
    tell(f"most memory held so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    try:
        server = await asyncpg.connect(POSTGRES, timeout=5)
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        tell(f"PostgreSQL: not measured, none answers ({error})")
        return
    tell(f"PostgreSQL, {CLAIMS:,} claims")
    name = f"onrecord_bench_{uuid4().hex[:8]}"
    await server.execute(f"CREATE DATABASE {name}")
    try:
        await of(POSTGRES.rpartition("/")[0] + f"/{name}")
    finally:
        await server.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await server.close()


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
