"""Shingles: the five-word runs of a text, hashed, by which an article that copies another is found.

An article keeps the smallest of its hashes, so that two texts with much in common keep some of the same,
however long either is (Broder, "On the resemblance and containment of documents", 1997).
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import insert
from storage.models import Shingle

SIZE = 5  # words
KEPT = 32  # hashes of one article: half a text, or a fifth of it, is found 99 times in 100
COMMON = 16  # articles: what more than these have in common is a phrase of a site, and tells nothing
_IN_COMMON = 2  # hashes from which a likeness is worth a closer look

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[tuple[str, int, int]]:
    """Return the words of `text` as they are compared, each with its start and end."""
    return [
        (unicodedata.normalize("NFKC", found.group()).casefold(), *found.span())
        for found in _WORD.finditer(text)
    ]


def of_words(compared: list[tuple[str, int, int]]) -> list[int]:
    """Return the hash of each run of five of these words, in order."""
    plain = [word for word, _, _ in compared]
    return [_hash(" ".join(plain[i : i + SIZE])) for i in range(len(plain) - SIZE + 1)]


def of_text(text: str) -> set[int]:
    """Return the different hashes of a text; none where it has fewer than five words."""
    return set(of_words(words(text)))


async def alike(session: AsyncSession, hashes: Iterable[int], *, limit: int) -> list[int]:
    """Ids of the articles that keep the most of these hashes, the oldest first among equals.

    The cost does not grow with what is on record: few hashes are looked up, and each is kept by few articles.
    """
    found = Counter[int]()
    for article_ids in (await _keeping(session, hashes)).values():
        found.update(article_ids)
    ranked = sorted((-count, article_id) for article_id, count in found.items() if count >= _IN_COMMON)
    return [article_id for _, article_id in ranked[:limit]]


async def keep(session: AsyncSession, article_id: int, hashes: Iterable[int]) -> None:
    """Keep what a flushed article is found by."""
    known = await _keeping(session, hashes)
    rows = [
        {"hash": one, "article_id": article_id} for one in _sample(hashes) if len(known.get(one, ())) < COMMON
    ]
    if rows:
        await session.execute(insert(session, Shingle).values(rows).on_conflict_do_nothing())


async def _keeping(session: AsyncSession, hashes: Iterable[int]) -> dict[int, list[int]]:
    """Return the articles that keep each of these hashes."""
    wanted = select(Shingle.hash, Shingle.article_id).where(Shingle.hash.in_(_sample(hashes)))
    found: dict[int, list[int]] = {}
    for one, article_id in await session.execute(wanted):
        found.setdefault(one, []).append(article_id)
    return found


def _sample(hashes: Iterable[int]) -> list[int]:
    return sorted(hashes)[:KEPT]


def _hash(run: str) -> int:
    digest = hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
