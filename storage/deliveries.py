"""The outbox: one row per message owed to one chat at one instant."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import insert
from storage.models import Delivery

# Literal, not a parameter: a partial index serves only a query that is seen to ask for what it holds.
_PENDING = text("deliveries.state = 'pending'")
_LEASED = text("deliveries.leased_until IS NOT NULL")

_CHATS = 500  # asked for in one statement

_FRESH: dict[str, Any] = {
    "event_id": None,
    "article_id": None,
    "change_id": None,
    "detail": {},
    "state": "pending",
    "leased_until": None,
    "attempts": 0,
    "error": None,
    "sent_at": None,
}


async def owe(session: AsyncSession, deliveries: list[dict[str, Any]]) -> int:
    """Insert rows whose (chat_id, key) is new, leave the others; return how many are new.

    A row that was dropped before it was sent (its event moved away and back, its story was unfollowed and
    followed again) is owed anew. Each dict gives at least chat_id, key, kind and due_at.
    """
    rows = list({(row["chat_id"], row["key"]): _FRESH | row for row in reversed(deliveries)}.values())[::-1]
    if not rows:
        return 0
    adding = insert(session, Delivery)
    again = {name: adding.excluded[name] for name in (*_FRESH, "kind", "due_at") if name != "leased_until"}
    adding = adding.on_conflict_do_update(
        index_elements=["chat_id", "key"], set_=again, where=Delivery.state == "dropped"
    )
    new = await session.scalars(
        adding.returning(Delivery.id), rows
    )  # in chunks, as many as a statement takes
    return len(new.all())


async def claim_due(session: AsyncSession, now: datetime, lease: timedelta, limit: int) -> list[Delivery]:
    """Lease and return pending rows due by `now` and not leased, earliest first.

    One statement, so that two who claim at once never get the same row; on PostgreSQL the second passes
    over what the first has locked. A row whose lease ran out can be claimed again.
    """
    due = (
        select(Delivery.id)
        .where(
            _PENDING,
            Delivery.due_at <= now,
            or_(Delivery.leased_until.is_(None), Delivery.leased_until <= now),
        )
        .order_by(Delivery.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
        # Named apart, since PostgreSQL may run a subquery in place more than once and lock beyond the limit.
        .cte("due")
    )
    claiming = (
        update(Delivery)
        .where(Delivery.id.in_(select(due.c.id)))
        .values(leased_until=now + lease)
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    claimed = (await session.scalars(claiming)).all()
    return sorted(claimed, key=lambda delivery: (delivery.due_at, delivery.id))


async def next_due(session: AsyncSession) -> datetime | None:
    """The earliest instant at which a pending row can be claimed: its due_at, or its lease's end."""
    due = select(func.min(Delivery.due_at)).where(_PENDING, Delivery.leased_until.is_(None))
    leased = select(func.min(Delivery.leased_until)).where(_PENDING, _LEASED)
    instants = [await session.scalar(due), await session.scalar(leased)]
    return min((instant for instant in instants if instant is not None), default=None)


async def mark_sent(session: AsyncSession, delivery_id: int, now: datetime) -> None:
    """It went out."""
    await _settle(session, delivery_id, state="sent", sent_at=now, error=None)


async def mark_retry(session: AsyncSession, delivery_id: int, due_at: datetime, error: str) -> None:
    """Back to pending at `due_at`, lease released, attempts + 1."""
    await _settle(session, delivery_id, due_at=due_at, error=error, attempts=Delivery.attempts + 1)


async def mark_dropped(session: AsyncSession, delivery_id: int) -> None:
    """It has nothing to say any more."""
    await _settle(session, delivery_id, state="dropped")


async def mark_dead(session: AsyncSession, delivery_id: int, error: str) -> None:
    """It can never be sent."""
    await _settle(session, delivery_id, state="dead", error=error)


async def _settle(session: AsyncSession, delivery_id: int, **became: Any) -> None:
    """Note what became of a claimed row. One that was dropped meanwhile stays dropped unless it went out."""
    settled = update(Delivery).where(Delivery.id == delivery_id)
    if became.get("state") != "sent":
        settled = settled.where(_PENDING)
    await session.execute(settled.values(leased_until=None, **became))


async def drop_pending(
    session: AsyncSession,
    *,
    event_id: int | None = None,
    chat_id: int | None = None,
    kinds: tuple[str, ...] = (),
) -> int:
    """Drop what is still pending of an event and/or chat (all kinds when empty); return how many.

    Raises ValueError when neither is given.
    """
    if event_id is None and chat_id is None:
        raise ValueError("an event or a chat is needed")
    dropping = update(Delivery).where(_PENDING)
    if event_id is not None:
        dropping = dropping.where(Delivery.event_id == event_id)
    if chat_id is not None:
        dropping = dropping.where(Delivery.chat_id == chat_id)
    if kinds:
        dropping = dropping.where(Delivery.kind.in_(kinds))
    dropping = dropping.values(state="dropped")  # a lease stays: its message may be on the way
    result = await session.execute(dropping.returning(Delivery.id))
    return len(result.scalars().all())


async def latest(session: AsyncSession, chat_ids: Sequence[int], kind: str) -> dict[int, datetime]:
    """When the last delivery of the kind to each of the chats is or was due; those that have one."""
    last = select(Delivery.chat_id, func.max(Delivery.due_at)).group_by(Delivery.chat_id)
    found: dict[int, datetime] = {}
    for first in range(0, len(chat_ids), _CHATS):
        some = Delivery.chat_id.in_(chat_ids[first : first + _CHATS])
        rows = await session.execute(last.where(some, Delivery.kind == kind, Delivery.state != "dropped"))
        found.update((chat_id, due_at) for chat_id, due_at in rows)
    return found


async def of_chat(session: AsyncSession, chat_id: int) -> list[Delivery]:
    """Everything owed to the chat, whatever became of it, by due_at."""
    owed = select(Delivery).where(Delivery.chat_id == chat_id)
    return list(await session.scalars(owed.order_by(Delivery.due_at, Delivery.id)))
