"""What chats are owed of an event, worked out once for those of the same habits; and their time."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.track.schedule import Quiet, When, held_back, reminders
from storage import followers
from storage.deliveries import FEW
from storage.followers import Followers, Habit, Owed
from storage.models import Change, Chat, Event
from storage.session import AsyncSession

REMINDERS = ("lead", "due", "after")


async def remind(session: AsyncSession, event: Event, *, now: datetime, only: int | None = None) -> None:
    """Owe all who follow an event, or `only` one chat, its reminders that are ahead.

    What is owed already stays as it is.
    """
    who = Followers(event.id, event.story_id, only=only)
    habits = await followers.habits(session, who)
    detail = {"date": event.date, "time": event.time}
    owed = [
        Owed(
            habit.key,
            f"event:{event.id}:{one.lead}:{one.about}",
            one.kind,
            one.at,
            {"lead": one.lead} | detail,
        )
        for habit in habits
        for one in reminders(
            When.of(event),
            zone=zone_of(habit),
            reminder_time=time.fromisoformat(habit.reminder_time),
            leads=habit.leads,
            quiet=quiet_of(habit),
            now=now,
        )
    ]
    await followers.owe(session, who, owed, crowd=_is_crowd(habits))


async def tell_followers(
    session: AsyncSession,
    event: Event,
    change: Change,
    kind: str,
    *,
    now: datetime,
    article_id: int | None = None,
    without: int | None = None,
) -> list[int]:
    """Owe all who follow an event, `without` one chat, the word that it has changed; return their ids.

    It comes at once, or when a chat's quiet hours end.
    """
    who = Followers(event.id, event.story_id, without=without)
    habits = await followers.habits(session, who)
    owed = [Owed(habit.key, f"change:{change.id}", kind, awake(habit, now), {}) for habit in habits]
    await followers.owe(
        session, who, owed, crowd=_is_crowd(habits), article_id=article_id, change_id=change.id
    )
    return await followers.ids(session, who)


def row(
    chat_id: int,
    key: str,
    kind: str,
    due_at: datetime,
    *,
    event_id: int | None = None,
    article_id: int | None = None,
    detail: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a delivery as `deliveries.owe` takes it."""
    return {
        "chat_id": chat_id,
        "key": key,
        "kind": kind,
        "event_id": event_id,
        "article_id": article_id,
        "detail": detail or {},
        "due_at": due_at,
    }


def awake(chat: Chat | Habit, at: datetime) -> datetime:
    """Return `at`, or when the chat's quiet hours it falls into are over."""
    return held_back(at, zone_of(chat), quiet_of(chat))


def zone_of(chat: Chat | Habit) -> ZoneInfo:
    """Return the chat's zone."""
    # A chat that has not said its zone is asked; until it answers, UTC is as good as any.
    return ZoneInfo(chat.zone or "UTC")


def quiet_of(chat: Chat | Habit) -> Quiet | None:
    """Return the chat's quiet hours, None where it has none."""
    if chat.quiet_from is None or chat.quiet_to is None:
        return None
    return time.fromisoformat(chat.quiet_from), time.fromisoformat(chat.quiet_to)


def _is_crowd(habits: list[Habit]) -> bool:
    return sum(habit.chats for habit in habits) > FEW
