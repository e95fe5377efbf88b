"""What persons have said of names: that two are one speaker's, or that they are two."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from storage import speakers
from storage.articles import one_filing_at_a_time
from storage.identity import Verdict
from storage.models import Ruling, Speaker


async def add(
    session: AsyncSession, verdict: Verdict, speaker_id: int, other_id: int, *, chat_id: int, now: datetime
) -> Ruling:
    """Take a chat's word that two names are one speaker's ("same"), or that they are not ("two").

    It holds against every rule and every earlier word until it is undone. Raises LookupError when one of the
    names is not on record (any more).
    """
    await one_filing_at_a_time(session)
    for one in (speaker_id, other_id):
        if await session.get(Speaker, one) is None:
            raise LookupError(f"no speaker {one}")
    ruling = Ruling(verdict=verdict, speaker_id=speaker_id, other_id=other_id, chat_id=chat_id, at=now)
    session.add(ruling)
    await speakers.settle(session, [speaker_id, other_id])
    return ruling


async def undo(session: AsyncSession, ruling_id: int) -> Ruling | None:
    """Take a word back, so that the rules and earlier words hold again; None when it is gone already."""
    await one_filing_at_a_time(session)
    ruling = await session.get(Ruling, ruling_id)
    if ruling is not None:
        near = [ruling.speaker_id, ruling.other_id]
        await session.delete(ruling)
        await speakers.settle(session, near)
    return ruling


async def of(session: AsyncSession, speaker_ids: Collection[int]) -> list[Ruling]:
    """What was said of these names, last word first, both names loaded."""
    about = or_(Ruling.speaker_id.in_(speaker_ids), Ruling.other_id.in_(speaker_ids))
    last = select(Ruling).where(about).order_by(Ruling.id.desc())
    return list(await session.scalars(last.options(selectinload(Ruling.speaker), selectinload(Ruling.other))))
