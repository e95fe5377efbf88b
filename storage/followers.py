"""What all who follow an event are owed, in one statement however many they are."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    SQLColumnExpression,
    String,
    Subquery,
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
from storage.deliveries import FRESH, unless_owed
from storage.models import Chat, Delivery, Instant, Subscription

_PLANNED = 2000
"""Rows of a plan in one statement, well within what a statement takes."""


@dataclass(frozen=True, slots=True)
class Followers:
    """The chats that follow an event or its story: all, `only` one of them, or all `without` one."""

    event_id: int
    story_id: int | None
    only: int | None = None
    without: int | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """What tells when chats are reminded of an event. `key` names it; so many `chats` have the same.

    The lead times are the ones set for the event, else for its story, else the chat's own.
    """

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


async def ids(session: AsyncSession, followers: Followers) -> list[int]:
    """Return the ids of the chats, each once."""
    following = _following(followers)
    return list(await session.scalars(select(following.c.chat_id).order_by(following.c.chat_id)))


async def habits(session: AsyncSession, followers: Followers) -> list[Habit]:
    """Return the habits of the chats."""
    following = _following(followers)
    settings = _settings(following)
    found = select(_key(settings), *settings, func.count()).join_from(
        Chat, following, following.c.chat_id == Chat.id
    )
    rows = await session.execute(found.group_by(*settings))
    return [
        Habit(key, zone, clock, json.loads(leads), begin, end, chats)
        for key, zone, clock, leads, begin, end, chats in rows
    ]


async def owe(
    session: AsyncSession,
    followers: Followers,
    owed: list[Owed],
    *,
    crowd: bool,
    article_id: int | None = None,
    change_id: int | None = None,
) -> None:
    """Owe each of the chats what its habit is owed, as one of a `crowd` or not.

    What is owed already is left, as `deliveries.owe` does.
    """
    same = FRESH | {"crowd": crowd, "event_id": followers.event_id, "article_id": article_id}
    same["change_id"] = change_id
    del same["detail"]
    following = _following(followers)
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
            .add_columns(*(_constant(name, value) for name, value in same.items()))
            .join_from(Chat, following, following.c.chat_id == Chat.id)
            .join(plan, plan.c.habit == _key(_settings(following)))
        )
        names = ["chat_id", "key", "kind", "due_at", "try_at", "detail", *same]
        await session.execute(unless_owed(insert(session, Delivery).from_select(names, wanted)))


def _constant(name: str, value: object) -> ColumnElement[Any]:
    kind = Delivery.__table__.c[name].type
    return convert(null() if value is None else literal(value, kind), kind).label(name)


def _following(followers: Followers) -> Subquery:
    """Each chat once, with the lead times set for the event itself and for its story, as texts."""
    of_event = Subscription.event_id == followers.event_id
    of_story = false() if followers.story_id is None else Subscription.story_id == followers.story_id
    leads = convert(Subscription.leads, String)
    found = select(
        Subscription.chat_id,
        func.max(leads).filter(of_event).label("of_event"),
        func.max(leads).filter(of_story).label("of_story"),
    ).where(or_(of_event, of_story))
    if followers.only is not None:
        found = found.where(Subscription.chat_id == followers.only)
    if followers.without is not None:
        found = found.where(Subscription.chat_id != followers.without)
    return found.group_by(Subscription.chat_id).subquery("following")


def _settings(following: Subquery) -> tuple[SQLColumnExpression[Any], ...]:
    leads = func.coalesce(following.c.of_event, following.c.of_story, convert(Chat.leads, String))
    return Chat.zone, Chat.reminder_time, leads, Chat.quiet_from, Chat.quiet_to


def _key(settings: tuple[SQLColumnExpression[Any], ...]) -> ColumnElement[str]:
    """The settings as one text, so that a database may join by it."""
    text: ColumnElement[str] = type_coerce(func.coalesce(settings[0], ""), String)
    for setting in settings[1:]:
        text = text + "|" + func.coalesce(setting, "")
    return text
