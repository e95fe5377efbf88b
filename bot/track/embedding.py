"""Giving claims their embeddings: what was filed just now, and what was filed before there were any.

Nobody waits for them: a claim without one is found by its words.
"""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from bot.extract.model.embedding import Embedding, embedder
from storage import embeddings
from storage.models import Article, Claim
from storage.session import Database

EVERY = timedelta(seconds=60)
"""How often a running bot looks for claims that lack an embedding."""

AT_ONCE = 20
"""Articles embedded each time: some seconds of work, so that a large record is done in hours, unnoticed."""

_SAID = 1_000  # characters of a claim that are read


async def catch_up(database: Database, *, articles: int = 1) -> int:
    """Embed the claims of the newest articles that lack it, in a worker thread; return how many articles did.

    What embedding finds in the way (the article is forgotten or read again meanwhile) is left.
    """
    async with database.read() as session:
        lacking = await embeddings.lacking(session, limit=articles)
    for article in lacking:
        vectors = await asyncio.to_thread(_embedded, article)
        async with database.begin() as session:
            await embeddings.keep(session, article.id, vectors)
    return len(lacking)


def _embedded(article: Article) -> Mapping[int, Embedding]:
    return {claim.id: embedder().embed(as_read(article, claim)) for claim in article.claims}


def as_read(article: Article, claim: Claim) -> str:
    """Return a claim as it is embedded: what the article is about, who speaks, and the words."""
    said = " … ".join(article.text[start:end] for start, end in claim.content)[:_SAID]
    who = claim.speaker or " ".join(article.text[start:end] for start, end in claim.source)
    return f"{article.title or ''}. {who}: {said}"
