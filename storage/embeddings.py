"""Embeddings of claims and articles: vectors in 8 bits, compared by the cosine of their angle."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from storage.models import Article, ArticleEmbedding, Claim

KEY = "article_embeddings"
"""Where a session finds its database's `ArticleEmbeddings`."""

_CHUNK = 4_096  # vectors widened at a time

Vector = NDArray[np.float32]


def packed(vector: Vector) -> bytes:
    """The vector in a byte per number; its length is lost."""
    most = float(np.abs(vector).max()) or 1.0
    return bytes(np.rint(vector * (127 / most)).astype(np.int8))


def cosines(vectors: Sequence[bytes], vector: Vector) -> Vector:
    """The cosine between each packed vector and `vector` (or each of its columns), in their order."""
    size = len(vector)
    rows = np.frombuffer(b"".join(vectors), np.int8).reshape(len(vectors), size)
    return _cosines(rows, vector)


def _cosines(rows: NDArray[np.int8], vector: Vector) -> Vector:
    found = np.empty((len(rows), *vector.shape[1:]), np.float32)
    for first in range(0, len(rows), _CHUNK):
        wide = rows[first : first + _CHUNK].astype(np.float32)
        wide /= np.maximum(np.sqrt(np.einsum("ij,ij->i", wide, wide)), 1)[:, None]
        found[first : first + _CHUNK] = wide @ vector
    found /= np.maximum(np.linalg.norm(vector, axis=0), 1e-9)
    return found


async def lacking(session: AsyncSession, *, limit: int) -> list[Article]:
    """Articles with claims that have no embedding yet, newest first, claims loaded."""
    ids = select(Claim.article_id).where(Claim.embedding.is_(None)).distinct()
    ids = ids.order_by(Claim.article_id.desc()).limit(limit)
    found = select(Article).where(Article.id.in_(ids.scalar_subquery())).order_by(Article.id.desc())
    return list(await session.scalars(found.options(selectinload(Article.claims))))


async def keep(session: AsyncSession, article_id: int, vectors: Mapping[int, Vector]) -> None:
    """Keep the embeddings of all an article's claims by their ids, and what they come to together.

    Of claims that have gone meanwhile nothing is kept.
    """
    there = set(await session.scalars(select(Claim.id).where(Claim.article_id == article_id)))
    rows = [{"of": number, "vector": packed(v)} for number, v in vectors.items() if number in there]
    if not rows:
        return
    claims = Claim.__table__
    adding = update(claims).where(claims.c.id == bindparam("of")).values(embedding=bindparam("vector"))  # type: ignore[arg-type]  # a mapped table is one
    await (await session.connection()).execute(adding, rows)
    mean = np.mean([vector for number, vector in vectors.items() if number in there], axis=0)
    await session.execute(delete(ArticleEmbedding).where(ArticleEmbedding.article_id == article_id))
    session.add(ArticleEmbedding(article_id=article_id, vector=packed(mean)))
    await session.flush()


async def nearest_articles(session: AsyncSession, vector: Vector, *, limit: int) -> dict[int, float]:
    """Ids of the articles whose claims come nearest to the vector, nearest first, with their cosines."""
    known: ArticleEmbeddings = session.info[KEY]
    await known.refresh(session)
    return known.nearest(vector, limit)


class ArticleEmbeddings:
    """The embeddings of all articles of a database in memory: 384 bytes each, read once."""

    def __init__(self) -> None:
        self._last = 0
        self._ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._vectors: NDArray[np.int8] = np.empty((0, 0), np.int8)

    async def refresh(self, session: AsyncSession) -> None:
        """Read what has come since the last time."""
        last = self._last
        new = select(ArticleEmbedding.id, ArticleEmbedding.article_id, ArticleEmbedding.vector)
        rows = (
            await session.execute(new.where(ArticleEmbedding.id > last).order_by(ArticleEmbedding.id))
        ).all()
        if not rows or self._last != last:  # another session has read them meanwhile
            return
        ids = np.array([row.article_id for row in rows], np.int64)
        vectors = np.frombuffer(b"".join(row.vector for row in rows), np.int8).reshape(len(rows), -1)
        old = ~np.isin(self._ids, ids)
        self._ids = np.concatenate([self._ids[old], ids])
        self._vectors = np.concatenate([self._vectors[old], vectors]) if old.any() else vectors
        self._last = rows[-1].id

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """Ids and cosines of the nearest, nearest first."""
        if not len(self._ids):
            return {}
        found = _cosines(self._vectors, vector)
        best = np.argsort(-found)[:limit]
        return {int(self._ids[n]): float(found[n]) for n in best}
