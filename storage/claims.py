"""Claims: who said what in which article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from storage.models import Article, Claim


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> list[Claim]:
    """In the order of `ids`, each with its article loaded; ids not on record are left out."""
    wanted = select(Claim).where(Claim.id.in_(set(ids))).options(selectinload(Claim.article))
    found = {claim.id: claim for claim in await session.scalars(wanted)}
    return [found[claim_id] for claim_id in ids if claim_id in found]


async def of_story_since(session: AsyncSession, story_id: int, since: datetime, *, limit: int) -> list[Claim]:
    """Claims of a story's articles published at or after `since`, newest first, articles loaded."""
    return list(
        await session.scalars(
            select(Claim)
            .join(Claim.article)
            .where(Article.story_id == story_id, Article.published_at >= since)
            .order_by(Article.published_at.desc(), Article.id.desc(), Claim.start)
            .limit(limit)
            .options(selectinload(Claim.article))
        )
    )


@dataclass(frozen=True, slots=True)
class Outline:
    """A claim without its words. `embedding` is packed, None until it has one."""

    id: int
    speaker_id: int | None
    act: str
    embedding: bytes | None


async def outlines(session: AsyncSession, ids: Sequence[int]) -> list[Outline]:
    """The claims on record of these ids, in no order."""
    wanted = select(Claim.id, Claim.speaker_id, Claim.act, Claim.embedding).where(Claim.id.in_(ids))
    return [Outline(*row) for row in await session.execute(wanted)]


async def covering(session: AsyncSession, article_id: int, offset: int, *, act: str) -> Claim | None:
    """The claim of that act in whose content the offset of the article lies, its article loaded."""
    of_act = select(Claim).where(Claim.article_id == article_id, Claim.act == act).order_by(Claim.start)
    for claim in await session.scalars(of_act.options(selectinload(Claim.article))):
        if any(start <= offset < end for start, end in claim.content):
            return claim
    return None


async def count_by_speaker(session: AsyncSession, speaker_ids: Sequence[int]) -> dict[int, int]:
    """How many claims there are under each of these names; a name without any is left out."""
    number = select(Claim.speaker_id, func.count()).where(Claim.speaker_id.in_(speaker_ids))
    rows = await session.execute(number.group_by(Claim.speaker_id))
    return {speaker_id: count for speaker_id, count in rows if speaker_id is not None}


async def first_by_speaker(session: AsyncSession, speaker_ids: Sequence[int]) -> dict[int, Claim]:
    """The claim each of these names came on record with, its article loaded."""
    firsts = select(func.min(Claim.id)).where(Claim.speaker_id.in_(speaker_ids)).group_by(Claim.speaker_id)
    found = await session.scalars(
        select(Claim).where(Claim.id.in_(firsts)).options(selectinload(Claim.article))
    )
    return {claim.speaker_id: claim for claim in found if claim.speaker_id is not None}
