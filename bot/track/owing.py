"""What all who follow an event are owed: worked out once for those of the same habits."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.track.schedule import Quiet, When, held_back, reminders
from storage import followers
from storage.followers import Habit, Owed
from storage.models import Article, Change, Event
from storage.session import AsyncSession


async def owe_followers(session: AsyncSession, event: Event, *, now: datetime) -> None:
    """Owe every follower the reminders of the event that are ahead."""
    habits = await followers.habits(session, event.id, event.story_id)
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
            zone=_zone(habit),
            reminder_time=time.fromisoformat(habit.reminder_time),
            leads=habit.leads,
            quiet=_quiet(habit),
            now=now,
        )
    ]
    await followers.owe(session, event.id, event.story_id, owed, followers=_count(habits))


async def tell_followers(
    session: AsyncSession, event: Event, change: Change, article: Article, kind: str, *, now: datetime
) -> None:
    """Owe every follower the word that the event has changed, at once or when its quiet hours end."""
    habits = await followers.habits(session, event.id, event.story_id)
    owed = [
        Owed(habit.key, f"change:{change.id}", kind, held_back(now, _zone(habit), _quiet(habit)), {})
        for habit in habits
    ]
    await followers.owe(
        session,
        event.id,
        event.story_id,
        owed,
        followers=_count(habits),
        article_id=article.id,
        change_id=change.id,
    )


def _count(habits: list[Habit]) -> int:
    return sum(habit.chats for habit in habits)


def _zone(habit: Habit) -> ZoneInfo:
    return ZoneInfo(habit.zone or "UTC")


def _quiet(habit: Habit) -> Quiet | None:
    if habit.quiet_from is None or habit.quiet_to is None:
        return None
    return time.fromisoformat(habit.quiet_from), time.fromisoformat(habit.quiet_to)
