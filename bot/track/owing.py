"""The rows of the outbox: who is owed which reminder of an event, and when a chat may be told."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.track.schedule import Quiet, When, held_back, reminders
from storage import deliveries
from storage.models import Chat, Event
from storage.session import AsyncSession

REMINDERS = ("lead", "due", "after")

Followers = Sequence[tuple[Chat, list[str]]]
"""Chats that follow an event, with their lead times for it."""


async def remind(session: AsyncSession, event: Event, followers: Followers, now: datetime) -> None:
    """Owe the followers what is still ahead of an event; what is owed already stays as it is."""
    await deliveries.owe(
        session, [owed for chat, leads in followers for owed in _of(event, chat, leads, now)]
    )


def _of(event: Event, chat: Chat, leads: Sequence[str], now: datetime) -> Iterable[dict[str, Any]]:
    due = reminders(
        When.of(event),
        zone=zone_of(chat),
        reminder_time=time.fromisoformat(chat.reminder_time),
        leads=leads,
        quiet=quiet_of(chat),
        now=now,
    )
    for one in due:
        detail = {"lead": one.lead, "date": event.date, "time": event.time}
        key = f"event:{event.id}:{one.lead}:{one.about}"
        yield row(chat.id, key, one.kind, one.at, event_id=event.id, detail=detail)


def row(
    chat_id: int,
    key: str,
    kind: str,
    due_at: datetime,
    *,
    event_id: int | None = None,
    article_id: int | None = None,
    change_id: int | None = None,
    detail: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a delivery as `deliveries.owe` takes it."""
    return {
        "chat_id": chat_id,
        "key": key,
        "kind": kind,
        "event_id": event_id,
        "article_id": article_id,
        "change_id": change_id,
        "detail": detail or {},
        "due_at": due_at,
    }


def awake(chat: Chat, at: datetime) -> datetime:
    """Return `at`, or when the chat's quiet hours it falls into are over."""
    return held_back(at, zone_of(chat), quiet_of(chat))


def zone_of(chat: Chat) -> ZoneInfo:
    """Return the chat's zone."""
    # A chat that has not said its zone is asked; until it answers, UTC is as good as any.
    return ZoneInfo(chat.zone or "UTC")


def quiet_of(chat: Chat) -> Quiet | None:
    """Return the chat's quiet hours, None where it has none."""
    if chat.quiet_from is None or chat.quiet_to is None:
        return None
    return time.fromisoformat(chat.quiet_from), time.fromisoformat(chat.quiet_to)
