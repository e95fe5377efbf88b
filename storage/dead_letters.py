"""Deliveries that were given up, and how much waits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Delivery

_DEAD = text("deliveries.state = 'dead'")
_PENDING = text("deliveries.state = 'pending'")


async def listing(session: AsyncSession, *, limit: int) -> list[Delivery]:
    """Return the latest that were given up, latest first."""
    return list(
        await session.scalars(select(Delivery).where(_DEAD).order_by(Delivery.id.desc()).limit(limit))
    )


async def retry(session: AsyncSession, ids: Collection[int] | None, now: datetime) -> int:
    """Have those of these ids (None: all) tried again from now on; return how many there are."""
    trying = update(Delivery).where(_DEAD).execution_options(synchronize_session=False)
    if ids is not None:
        trying = trying.where(Delivery.id.in_(ids))
    tried: Any = await session.execute(trying.values(state="pending", try_at=now, attempts=0, error=None))
    return int(tried.rowcount)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is due and has not gone out, since when the oldest of it is due, and what was given up."""

    due: int
    oldest: datetime | None
    dead: int


async def backlog(session: AsyncSession, now: datetime) -> Backlog:
    """Count what waits."""
    due, oldest = 0, None
    for crowd in (False, True):  # one after the other, each by the index
        waiting = select(func.count(), func.min(Delivery.due_at))
        waiting = waiting.where(_PENDING, Delivery.crowd.is_(crowd), Delivery.try_at <= now)
        count, since = (await session.execute(waiting)).one()
        due += count
        oldest = min((instant for instant in (oldest, since) if instant is not None), default=None)
    dead = await session.scalar(select(func.count()).select_from(Delivery).where(_DEAD))
    return Backlog(due, oldest, dead or 0)
