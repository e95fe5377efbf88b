"""Turns under a limit that all who work on a database share, by the one clock they share: its own."""

from typing import Any

from sqlalchemy import Float, case, cast, func, literal_column
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import insert, is_postgresql
from storage.models import Pace

_AHEAD = 5.0  # seconds; turns given further ahead are a clock's that was set back, and void


async def reserve(session: AsyncSession, name: str, turns: int, per_second: float) -> float:
    """Take the next turns, evenly spaced; return in how many seconds the first of them is."""
    now: Any = (
        cast(func.extract("epoch", func.clock_timestamp()), Float)
        if is_postgresql(session)
        else literal_column("((julianday('now') - 2440587.5) * 86400.0)")
    )
    length = turns / per_second
    taking = insert(session, Pace).values(name=name, free_at=now + length)
    stale = (Pace.free_at < now) | (Pace.free_at > now + _AHEAD)
    free = case((stale, now), else_=Pace.free_at)
    taking = taking.on_conflict_do_update(index_elements=["name"], set_={"free_at": free + length})
    found = await session.execute(taking.returning(Pace.free_at - length - now))
    return max(0.0, float(found.scalar_one()))
