"""What all who follow an event are owed, in one statement however many they are."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Select,
    String,
    column,
    false,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    values,
)
from sqlalchemy import cast as convert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import insert
from storage.deliveries import FEW, FRESH, unless_owed
from storage.models import Chat, Delivery, Instant, Subscription

_PLANNED = 2000
"""Rows of a plan in one statement, well within what a statement takes."""


@dataclass(frozen=True, slots=True)
class Habit:
    """The settings that tell when chats are reminded. `key` names them; `chats` have the same."""

    key: str
    zone: str | None
    reminder_time: str
    leads: list[str]
    quiet_from: str | None
    quiet_to: str | None
    chats: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What each chat of a habit is owed."""

    habit: str
    key: str
    kind: str
    due_at: datetime
    detail: dict[str, Any]


async def habits(session: AsyncSession, event_id: int, story_id: int | None) -> list[Habit]:
    """Return the habits of the chats that follow the event or its story."""
    columns = (Chat.zone, Chat.reminder_time, convert(Chat.leads, String), Chat.quiet_from, Chat.quiet_to)
    found = select(_habit(), *columns, func.count()).where(Chat.id.in_(_following(event_id, story_id)))
    rows = await session.execute(found.group_by(*columns))
    return [
        Habit(key, zone, clock, json.loads(leads), begin, end, chats)
        for key, zone, clock, leads, begin, end, chats in rows
    ]


async def owe(
    session: AsyncSession,
    event_id: int,
    story_id: int | None,
    owed: list[Owed],
    *,
    followers: int,
    article_id: int | None = None,
    change_id: int | None = None,
) -> None:
    """Owe every follower of the event what its habit is owed; of `followers` in all, FEW are no crowd.

    What is owed already is left, as `deliveries.owe` does.
    """
    same = FRESH | {"crowd": followers > FEW, "event_id": event_id, "article_id": article_id}
    same["change_id"] = change_id
    for start in range(0, len(owed), _PLANNED):
        planned = values(
            column("habit", String),
            column("key", String),
            column("kind", String),
            column("due_at", Instant),
            column("detail", JSON),
        ).data(
            [(one.habit, one.key, one.kind, one.due_at, one.detail) for one in owed[start : start + _PLANNED]]
        )
        plan = planned.cte("plan")
        wanted = (
            select(Chat.id, plan.c.key, plan.c.kind, plan.c.due_at, plan.c.due_at, plan.c.detail)
            .add_columns(*(_constant(name, value) for name, value in same.items() if name != "detail"))
            .join_from(Chat, plan, plan.c.habit == _habit())
            .where(Chat.id.in_(_following(event_id, story_id)))
        )
        names = ["chat_id", "key", "kind", "due_at", "try_at", "detail", *(n for n in same if n != "detail")]
        await session.execute(unless_owed(insert(session, Delivery).from_select(names, wanted)))


def _constant(name: str, value: object) -> ColumnElement[Any]:
    kind = Delivery.__table__.c[name].type
    return convert(null() if value is None else literal(value, kind), kind).label(name)


def _habit() -> ColumnElement[str]:
    """The settings as one text, so that a database may join by it."""
    parts = (Chat.zone, Chat.reminder_time, convert(Chat.leads, String), Chat.quiet_from, Chat.quiet_to)
    text: ColumnElement[str] = type_coerce(func.coalesce(parts[0], ""), String)
    for part in parts[1:]:
        text = text + "|" + func.coalesce(part, "")
    return text


def _following(event_id: int, story_id: int | None) -> Select[Any]:
    by_story = false() if story_id is None else Subscription.story_id == story_id
    return select(Subscription.chat_id).where(or_(Subscription.event_id == event_id, by_story))
