"""Following stories, events, speakers and topics, and the deliveries that makes."""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.track.merging import Step
from bot.track.owing import owe_followers, tell_followers
from bot.track.schedule import Quiet, When, days, held_back, reminders
from storage import chats, deliveries, events, speakers, stories, subscriptions
from storage.models import Article, Change, Chat, Event, Subscription
from storage.session import AsyncSession

REMINDERS = ("lead", "due", "after")
GATHER = timedelta(minutes=1)
"""How long an update waits for others to the same chat, so that they become one message."""
NEWS = {"moved": "moved", "cancelled": "cancelled"}
"""Which changes are told at once, and the kind of delivery that tells them."""


async def follow(
    session: AsyncSession, chat_id: int, kind: str, target: int | str, *, now: datetime
) -> tuple[Subscription, bool]:
    """Follow and materialise the reminders of what is ahead. The flag tells whether it is new.

    `kind` is story, event or speaker (`target` an id) or topic (`target` words). Raises LookupError when the
    chat or the target is not on record (any more).
    """
    chat = await chats.get(session, chat_id)
    if chat is None:
        raise LookupError(f"no chat {chat_id}")
    owed = await _events_of(session, kind, target)
    if kind == "speaker":
        names = {name.id for name in await speakers.going_by(session, [int(target)])}
        for one in await subscriptions.of_chat(session, chat_id):
            if one.speaker_id in names:
                return one, False
    subscription, new = await subscriptions.add(session, chat_id, kind, target, now)
    for event in owed:
        await _owe_reminders(session, chat, event, now)
    return subscription, new


async def unfollow(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None:
    """Stop following; drop pending reminders nothing else of the chat's asks for."""
    ended = await subscriptions.remove(session, chat_id, subscription_id)
    if ended is None:
        return None
    left: list[int] = []
    if ended.event_id is not None:
        left = [ended.event_id]
    elif ended.story_id is not None:
        left = [event.id for event in await events.of_story(session, ended.story_id)]
    still_followed = set(await subscriptions.events_followed(session, chat_id))
    for event_id in left:
        if event_id not in still_followed:
            await deliveries.drop_pending(session, event_id=event_id, chat_id=chat_id)
    return ended


async def reschedule(session: AsyncSession, chat_id: int, *, now: datetime) -> None:
    """Recompute the chat's pending reminders after its zone, leads, reminder time or quiet hours changed."""
    chat = await chats.get(session, chat_id)
    if chat is None:
        return
    for event_id in await subscriptions.events_followed(session, chat_id):
        event = await events.get(session, event_id)
        if event is not None:
            await deliveries.drop_pending(session, event_id=event_id, chat_id=chat_id, kinds=REMINDERS)
            await _owe_reminders(session, chat, event, now)


async def renew(session: AsyncSession, event: Event, *, now: datetime) -> None:
    """Recompute the pending reminders of an event, for all who follow it, after it has become another."""
    await deliveries.drop_pending(session, event_id=event.id, kinds=REMINDERS)
    await owe_followers(session, event, now=now)


async def snooze(session: AsyncSession, chat_id: int, event_id: int, until: datetime) -> None:
    """Owe the chat one more reminder of the event at `until`."""
    row = _row(chat_id, f"snooze:{event_id}:{until.isoformat()}", "snooze", until, event_id=event_id)
    await deliveries.owe(session, [row])


async def announce(
    session: AsyncSession, article: Article, steps: Iterable[Step], *, now: datetime, added_by: int | None
) -> None:
    """Owe followers what follows from a newly filed article.

    Reminders are brought in line with what it says of events. A chat gets one message of it: that an event
    it follows has moved or been called off, else that there is an article in what it follows. The chat that
    added the article has its card, so it is only told of the changes.
    """
    told: set[int] = set()
    for step in steps:
        if step.change is None:
            continue
        kind = NEWS.get(step.change.kind) if _matters(step.change, now) else None
        stale = (*REMINDERS, "snooze") if kind else REMINDERS
        await deliveries.drop_pending(session, event_id=step.event.id, kinds=stale)
        await owe_followers(session, step.event, now=now)
        if kind is not None:
            await tell_followers(session, step.event, step.change, article, kind, now=now)
            told.update(await subscriptions.ids_following_event(session, step.event.id, step.event.story_id))
    await _owe_updates(session, article, now, without=told | ({added_by} - {None}))


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
    matched: dict[int, tuple[Chat, list[int]]] = {}
    for subscription, chat in found:
        if chat.id not in without:
            matched.setdefault(chat.id, (chat, []))[1].append(subscription.id)
    rows = [
        _row(
            chat.id,
            f"article:{article.id}",
            "update",
            _awake(chat, now + GATHER),
            article_id=article.id,
            detail={"subscriptions": ids},
        )
        for chat, ids in matched.values()
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


async def _owe_reminders(session: AsyncSession, chat: Chat, event: Event, now: datetime) -> None:
    due = reminders(
        When.of(event),
        zone=_zone(chat),
        reminder_time=time.fromisoformat(chat.reminder_time),
        leads=chat.leads,
        quiet=_quiet(chat),
        now=now,
    )
    rows = [
        _row(
            chat.id,
            f"event:{event.id}:{one.lead}:{one.about}",
            one.kind,
            one.at,
            event_id=event.id,
            detail={"lead": one.lead, "date": event.date, "time": event.time},
        )
        for one in due
    ]
    await deliveries.owe(session, rows)


def _row(
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


def _awake(chat: Chat, now: datetime) -> datetime:
    return held_back(now, _zone(chat), _quiet(chat))


def _zone(chat: Chat) -> ZoneInfo:
    # A chat that has not said its zone is asked; until it answers, UTC is as good as any.
    return ZoneInfo(chat.zone or "UTC")


def _quiet(chat: Chat) -> Quiet | None:
    if chat.quiet_from is None or chat.quiet_to is None:
        return None
    return time.fromisoformat(chat.quiet_from), time.fromisoformat(chat.quiet_to)
