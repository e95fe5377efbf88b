"""The outbox: one row per message owed to one chat at one instant."""

from datetime import datetime, timedelta
from typing import Any
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Delivery

async def owe(session: AsyncSession, deliveries: list[dict[str, Any]]) -> int:
    """Insert rows whose (chat_id, key) is new, leave the others; return how many are new."""
    raise NotImplementedError
async def claim_due(session: AsyncSession, now: datetime, lease: timedelta, limit: int) -> list[Delivery]:
    """Lease and return pending rows due by `now` and not leased, earliest first (DESIGN: UPDATE … RETURNING,
    FOR UPDATE SKIP LOCKED on PostgreSQL)."""
    raise NotImplementedError
async def next_due(session: AsyncSession) -> datetime | None:
    """The earliest due_at still pending."""
    raise NotImplementedError
async def mark_sent(session: AsyncSession, delivery_id: int, now: datetime) -> None: raise NotImplementedError
async def mark_retry(session: AsyncSession, delivery_id: int, due_at: datetime, error: str) -> None:
    """Back to pending at `due_at`, lease released, attempts + 1."""
    raise NotImplementedError
async def mark_dead(session: AsyncSession, delivery_id: int, error: str) -> None: raise NotImplementedError
async def drop_pending(session: AsyncSession, *, event_id: int | None = None, chat_id: int | None = None, kinds: tuple[str, ...] = ()) -> int:
    """Drop what is still pending of an event and/or chat (all kinds when empty)."""
    raise NotImplementedError
async def of_chat(session: AsyncSession, chat_id: int) -> list[Delivery]: raise NotImplementedError
