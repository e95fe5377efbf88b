"""The outbox: one row per message owed to one chat at one instant."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, text, union_all, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.conflicts import insert
from storage.models import Delivery

FEW = 100
"""Rows owed in one call that go before a crowd's."""

_OF_A_CHAT = 200  # rows of the chats at hand that are claimed with the one that brought them

# Literal, not a parameter: a partial index serves only a query that is seen to ask for what it holds.
_PENDING = text("deliveries.state = 'pending'")

_CHATS = 500  # asked for in one statement

FRESH: dict[str, Any] = {
    "event_id": None,
    "article_id": None,
    "change_id": None,
    "detail": {},
    "crowd": False,
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
    fresh = FRESH | {"crowd": len(deliveries) > FEW}
    rows = list(
        {
            (row["chat_id"], row["key"]): fresh | {"try_at": row["due_at"]} | row
            for row in reversed(deliveries)
        }.values()
    )[::-1]
    if not rows:
        return 0
    adding = unless_owed(insert(session, Delivery)).returning(Delivery.id)
    new = await session.scalars(adding, rows)  # in chunks, as many as a statement takes
    return len(new.all())


def unless_owed(adding: Any) -> Any:
    """Have an INSERT leave what is owed already, and owe anew what was dropped before it was sent."""
    again = {name: adding.excluded[name] for name in (*FRESH, "kind", "due_at") if name != "leased_until"}
    # One that was dropped on its way is not tried again before it is known what became of it.
    under_way = Delivery.leased_until > adding.excluded.try_at
    again["try_at"] = case((under_way, Delivery.leased_until), else_=adding.excluded.try_at)
    return adding.on_conflict_do_update(
        index_elements=["chat_id", "key"], set_=again, where=Delivery.state == "dropped"
    )


async def claim_due(session: AsyncSession, now: datetime, lease: timedelta, limit: int) -> list[Delivery]:
    """Lease and return pending rows that may be tried by `now`, earliest first, with all of their chats'.

    Up to `limit` are looked for, at least a quarter of them left to crowds so that neither waits for ever.
    What else their chats have due comes with them.
    A chat that has a leased row is left to who leased it, until that lease runs out. Two who claim at once
    never get the same row; on PostgreSQL the second passes over what the first has locked.
    """
    few = _first(now, limit - limit // 4, crowd=False).cte("few")
    left = limit - select(func.count()).select_from(few).scalar_subquery()
    many = _first(now, left, crowd=True).cte("many")
    first = union_all(select(few.c.id), select(many.c.id))
    claimed = await _lease(session, first, now + lease)
    if claimed:
        of_chats = (
            select(Delivery.id)
            .where(
                _PENDING,
                Delivery.chat_id.in_({row.chat_id for row in claimed}),
                Delivery.leased_until.is_(None) | (Delivery.leased_until <= now),
                Delivery.try_at <= now,
            )
            .order_by(Delivery.try_at)
            .limit(_OF_A_CHAT)
        )
        # Named apart, since PostgreSQL may run a subquery in place more than once and lock beyond the limit.
        rest = of_chats.with_for_update(skip_locked=True).cte("rest")
        claimed += await _lease(session, select(rest.c.id), now + lease)
    return sorted(claimed, key=lambda delivery: (delivery.due_at, delivery.id))


def _first(now: datetime, limit: Any, *, crowd: bool) -> Any:
    busy = aliased(Delivery, name="busy")
    under_way = select(busy.id).where(
        busy.chat_id == Delivery.chat_id,
        text("busy.state = 'pending'"),
        busy.leased_until > now,
    )
    return (
        select(Delivery.id)
        .where(_PENDING, Delivery.crowd.is_(crowd), Delivery.try_at <= now, ~under_way.exists())
        .order_by(Delivery.try_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    )


async def _lease(session: AsyncSession, ids: Any, until: datetime) -> list[Delivery]:
    leasing = (
        update(Delivery)
        .where(Delivery.id.in_(ids))
        .values(leased_until=until, try_at=until)
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return list(await session.scalars(leasing))


async def next_due(session: AsyncSession) -> datetime | None:
    """The earliest instant at which a pending row may be tried: its due_at, its wait's or its lease's end."""
    instants = [
        await session.scalar(select(func.min(Delivery.try_at)).where(_PENDING, Delivery.crowd.is_(crowd)))
        for crowd in (False, True)
    ]
    return min((instant for instant in instants if instant is not None), default=None)


async def mark_sent(session: AsyncSession, ids: Sequence[int], now: datetime) -> None:
    """They went out."""
    await _settle(session, Delivery.id.in_(ids), state="sent", sent_at=now, error=None)


async def mark_retry(session: AsyncSession, ids: Sequence[int], at: datetime, error: str) -> None:
    """They are to be tried again at `at`, leases released, attempts + 1."""
    await _settle(session, Delivery.id.in_(ids), try_at=at, error=error, attempts=Delivery.attempts + 1)


async def mark_dropped(session: AsyncSession, ids: Sequence[int]) -> None:
    """They have nothing to say any more."""
    await _settle(session, Delivery.id.in_(ids), state="dropped")


async def mark_dead(session: AsyncSession, ids: Sequence[int], error: str) -> None:
    """They can never be sent."""
    await _settle(session, Delivery.id.in_(ids), state="dead", error=error)


async def give_back(session: AsyncSession, ids: Sequence[int], at: datetime) -> None:
    """Release the leases of rows that were not tried, to be claimed from `at` on."""
    if ids:
        await _settle(session, Delivery.id.in_(ids), try_at=at)


async def put_off(session: AsyncSession, chat_id: int, until: datetime) -> None:
    """Try nothing of what the chat is owed before `until`."""
    await _settle(session, (Delivery.chat_id == chat_id) & (Delivery.try_at < until), try_at=until)


async def _settle(session: AsyncSession, which: ColumnElement[bool], **became: Any) -> None:
    """Note what became of claimed rows. What was dropped meanwhile stays dropped unless it went out."""
    settled = update(Delivery).where(which).execution_options(synchronize_session=False)
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
    dropping = update(Delivery).where(_PENDING).execution_options(synchronize_session=False)
    if event_id is not None:
        dropping = dropping.where(Delivery.event_id == event_id)
    if chat_id is not None:
        dropping = dropping.where(Delivery.chat_id == chat_id)
    if kinds:
        dropping = dropping.where(Delivery.kind.in_(kinds))
    # A lease stays: its message may be on the way.
    dropped: Any = await session.execute(dropping.values(state="dropped"))
    return int(dropped.rowcount)


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
