"""What followers are told at once or in a digest: that an event has changed, that there is an article."""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from bot.track.merging import Step
from bot.track.owing import REMINDERS, awake, remind, row, tell_followers, zone_of
from bot.track.schedule import at_local, days
from storage import deliveries, speakers, subscriptions
from storage.models import Article, Change, Chat, Event, Subscription
from storage.session import AsyncSession

NEWS = {"moved": "moved", "cancelled": "cancelled", "revived": "revived"}
"""Which changes are told at once, and the kind of delivery that tells them."""

APART = timedelta(minutes=1)
"""News of articles that comes thicker than this reaches a chat together."""

_MONDAY = 0


async def announce(
    session: AsyncSession, article: Article, steps: Iterable[Step], *, now: datetime, added_by: int | None
) -> None:
    """Owe followers what follows from a newly filed article.

    Reminders are brought in line with what it says of events. A chat gets one message of it: that an event
    it follows has moved or been called off, else that there is an article in what it follows. The chat that
    added the article has its card, so it is only told of the changes; so is everybody of a copy.
    """
    told: set[int] = set()
    for step in steps:
        if step.change is not None:
            told |= await spread(session, step.event, step.change, now=now, article_id=article.id)
    if article.copy_of_id is None:
        await _owe_updates(session, article, now, without=told | ({added_by} - {None}))


async def spread(
    session: AsyncSession,
    event: Event,
    change: Change,
    *,
    now: datetime,
    article_id: int | None = None,
    without: int | None = None,
) -> set[int]:
    """Bring the reminders of an event in line with a change, and owe its followers the news where it is one.

    The chat `without` knows already. Returns the ids of the chats that are told.
    """
    kind = NEWS.get(change.kind) if _matters(change, now) else None
    stale = (*REMINDERS, "snooze") if kind else REMINDERS
    await deliveries.drop_pending(session, event_id=event.id, kinds=stale)
    await remind(session, event, now=now)
    if kind is None:
        return set()
    told = await tell_followers(session, event, change, kind, now=now, article_id=article_id, without=without)
    return set(told)


def _matters(change: Change, now: datetime) -> bool:
    """Tell whether a change is still news: not where both the old and the new date have long gone by."""
    dates = [state.get("date") for state in (change.before, change.after) if state]
    covered = [span for span in map(days, dates) if span]
    return not covered or max(last for _, last in covered) >= now.date() - timedelta(days=1)


async def _owe_updates(
    session: AsyncSession, article: Article, now: datetime, *, without: Collection[int | None]
) -> None:
    speaking = {claim.speaker_id for claim in article.claims if claim.speaker_id is not None}
    found = await subscriptions.followers_of_article(
        session,
        article.story_id,
        [name.id for name in await speakers.going_by(session, speaking)],
        f"{article.title or ''}\n{article.text}",
    )
    matched: dict[int, tuple[Chat, list[Subscription]]] = {}
    for subscription, chat in found:
        if chat.id not in without:
            matched.setdefault(chat.id, (chat, []))[1].append(subscription)
    last = await deliveries.latest(session, sorted(matched), "update")
    rows = []
    for chat, mine in matched.values():
        due = min(_due(chat, one.rhythm or chat.rhythm, last.get(chat.id), now) for one in mine)
        detail = {"subscriptions": [one.id for one in mine]}
        rows.append(
            row(chat.id, f"article:{article.id}", "update", due, article_id=article.id, detail=detail)
        )
    await deliveries.owe(session, rows)


def _due(chat: Chat, rhythm: str, last: datetime | None, now: datetime) -> datetime:
    """Return when a chat is told of an article, by the rhythm of what it follows."""
    if rhythm != "at once":
        return digest_at(chat, rhythm, now)
    if last is not None and now - APART < last <= now:
        return awake(chat, last + APART)
    if last is not None and now < last <= now + APART:
        return awake(chat, last)
    return awake(chat, now)


def digest_at(chat: Chat, rhythm: str, now: datetime) -> datetime:
    """Return when the chat's next digest comes: at its reminder time, daily or on Mondays."""
    zone, clock = zone_of(chat), time.fromisoformat(chat.reminder_time)
    today = now.astimezone(zone).date()
    for ahead in range(9):
        day = today + timedelta(days=ahead)
        at = awake(chat, at_local(day, clock, zone))
        if at > now and (rhythm == "daily" or day.weekday() == _MONDAY):
            return at
    raise AssertionError("nine days hold a Monday")
