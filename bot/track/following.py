"""Following stories, events, speakers and topics, and how each is told."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.track.owing import REMINDERS, awake, remind, row
from bot.track.schedule import lead_length
from storage import chats, deliveries, events, speakers, stories, subscriptions
from storage.models import Chat, Event, Feed, FeedSubscription, Subscription
from storage.session import AsyncSession

RHYTHMS = ("at once", "daily", "weekly")


async def follow(
    session: AsyncSession, chat_id: int, kind: str, target: int | str, *, now: datetime
) -> tuple[Subscription, bool]:
    """Follow and materialise the reminders of what is ahead. The flag tells whether it is new.

    `kind` is story, event or speaker (`target` an id) or topic (`target` words). Raises LookupError when the
    chat or the target is not on record (any more).
    """
    if await chats.get(session, chat_id) is None:
        raise LookupError(f"no chat {chat_id}")
    owed = await _events_of(session, kind, target)
    if kind == "speaker":
        names = {name.id for name in await speakers.going_by(session, [int(target)])}
        for one in await subscriptions.of_chat(session, chat_id):
            if one.speaker_id in names:
                return one, False
    subscription, new = await subscriptions.add(session, chat_id, kind, target, now)
    for event in owed:
        await remind(session, event, now=now, only=chat_id)
    return subscription, new


async def unfollow(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None:
    """Stop following; drop pending reminders nothing else of the chat's asks for."""
    ended = await subscriptions.get(session, chat_id, subscription_id)
    if ended is None:
        return None
    left = await _targets(session, ended)
    await subscriptions.remove(session, chat_id, subscription_id)
    still_followed = set(await subscriptions.events_followed(session, chat_id))
    for event in left:
        if event.id not in still_followed:
            await deliveries.drop_pending(session, event_id=event.id, chat_id=chat_id)
    return ended


async def tell(
    session: AsyncSession,
    chat_id: int,
    subscription_id: int,
    *,
    now: datetime,
    leads: Sequence[str] | None,
    rhythm: str | None,
) -> Subscription | None:
    """Set how a subscription is told, and move its reminders; None stands for what the chat has.

    Returns None when the chat has no such subscription. Raises ValueError for a lead time or a rhythm there
    is not.
    """
    if rhythm is not None and rhythm not in RHYTHMS:
        raise ValueError(f"{rhythm!r} is no rhythm")
    for lead in leads or ():
        lead_length(lead)
    subscription = await subscriptions.get(session, chat_id, subscription_id)
    if subscription is None:
        return None
    subscription.leads = None if leads is None else list(leads)
    subscription.rhythm = rhythm
    await session.flush()
    for event in await _targets(session, subscription):
        await _renew_chat(session, chat_id, event, now)
    return subscription


async def reschedule(session: AsyncSession, chat_id: int, *, now: datetime) -> None:
    """Recompute the chat's pending reminders after its zone, leads, reminder time or quiet hours changed."""
    for event_id in await subscriptions.events_followed(session, chat_id):
        event = await events.get(session, event_id)
        if event is not None:
            await _renew_chat(session, chat_id, event, now)


async def renew(session: AsyncSession, event: Event, *, now: datetime) -> None:
    """Recompute the pending reminders of an event, for all who follow it, after it has become another."""
    await deliveries.drop_pending(session, event_id=event.id, kinds=REMINDERS)
    await remind(session, event, now=now)


async def snooze(session: AsyncSession, chat_id: int, event_id: int, until: datetime) -> None:
    """Owe the chat one more reminder of the event at `until`, whatever its schedule and quiet hours."""
    owed = row(chat_id, f"snooze:{event_id}:{until.isoformat()}", "snooze", until, event_id=event_id)
    await deliveries.owe(session, [owed])


async def owe_feed_trouble(
    session: AsyncSession, feed: Feed, followers: Iterable[tuple[FeedSubscription, Chat]], *, now: datetime
) -> None:
    """Owe those who follow a feed one message that it is asked for no more."""
    rows = [
        row(
            chat.id,
            f"feed:{feed.id}:{now.isoformat()}",
            "feed",
            awake(chat, now),
            detail={"subscription": subscription.id},
        )
        for subscription, chat in followers
    ]
    await deliveries.owe(session, rows)


async def _events_of(session: AsyncSession, kind: str, target: int | str) -> list[Event]:
    """Return the events whose reminders come with a subscription; LookupError when its target is gone."""
    if kind == "topic":
        return []
    number = int(target)
    if kind == "event":
        event = await events.get(session, number)
        found: list[Event] | None = None if event is None else [event]
    elif kind == "story":
        found = await events.of_story(session, number) if await stories.get(session, number) else None
    else:
        found = [] if await speakers.get(session, number) else None
    if found is None:
        raise LookupError(f"no {kind} {number}")
    return found


async def _targets(session: AsyncSession, subscription: Subscription) -> list[Event]:
    if subscription.event_id is not None:
        return await _events_of(session, "event", subscription.event_id)
    if subscription.story_id is not None:
        return await _events_of(session, "story", subscription.story_id)
    return []


async def _renew_chat(session: AsyncSession, chat_id: int, event: Event, now: datetime) -> None:
    await deliveries.drop_pending(session, event_id=event.id, chat_id=chat_id, kinds=REMINDERS)
    await remind(session, event, now=now, only=chat_id)
