"""Embeddings beside claims: kept packed, found by angle, gone with what they belong to."""

import numpy as np
import pytest

from storage import articles, claims, embeddings
from storage.models import Article
from storage.session import AsyncSession, Database
from tests.storage.records import article, claim

HARBOUR = "The harbour master said the ferries would return. Dockers denied that anything had been signed."


def towards(*numbers: float) -> embeddings.Vector:
    return np.array([*numbers, 0.5], np.float32)


async def add(session: AsyncSession, text: str = HARBOUR) -> Article:
    found = [claim(text, "harbour master", "the ferries would return"), claim(text, "Dockers", "anything")]
    return await articles.add(session, article(text, claims=found))


def test_a_packed_vector_keeps_its_direction() -> None:
    vector = towards(0.3, -0.2, 0.01)
    [same, opposite] = embeddings.cosines([embeddings.packed(vector), embeddings.packed(-vector)], vector)
    assert (same, opposite) == (pytest.approx(1, abs=0.001), pytest.approx(-1, abs=0.001))
    assert embeddings.cosines([embeddings.packed(0 * vector)], vector)[0] == 0


async def test_what_lacks_embeddings_is_found_until_it_has_them(any_database: Database) -> None:
    async with any_database.begin() as session:
        first, second = await add(session), await add(session, HARBOUR + " It rained.")
        assert [one.id for one in await embeddings.lacking(session, limit=9)] == [second.id, first.id]
        said, denied = (one.id for one in first.claims)
        await embeddings.keep(session, first.id, {said: towards(1, 0), denied: towards(0, 1)})
        assert [one.id for one in await embeddings.lacking(session, limit=9)] == [second.id]
        seen = await claims.outlines(session, [said, denied, second.claims[0].id])
        assert {one.id for one in seen if one.embedding is not None} == {said, denied}


async def test_the_nearest_articles_are_those_as_they_now_stand(any_database: Database) -> None:
    async with any_database.begin() as session:
        first, second = await add(session), await add(session, HARBOUR + " It rained.")
        for one, vector in ((first, towards(1, 0)), (second, towards(0, 1))):
            await embeddings.keep(session, one.id, {claim.id: vector for claim in one.claims})
    async with any_database.read() as session:
        assert list(await embeddings.nearest_articles(session, towards(1, 0), limit=1)) == [first.id]
    async with any_database.begin() as session:
        ids = [one.id for one in (await articles.get(session, first.id)).claims]  # type: ignore[union-attr]
        await embeddings.keep(session, first.id, dict.fromkeys(ids, towards(-1, -1)))
    async with any_database.read() as session:
        found = await embeddings.nearest_articles(session, towards(1, 0.2), limit=9)
    assert list(found) == [second.id, first.id]


async def test_of_claims_that_have_gone_meanwhile_nothing_is_kept(any_database: Database) -> None:
    async with any_database.begin() as session:
        await embeddings.keep(session, 1, {7: towards(1, 0)})
        assert await embeddings.nearest_articles(session, towards(1, 0), limit=9) == {}
