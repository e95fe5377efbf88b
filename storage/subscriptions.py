"""Who follows what."""

import re
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, selectinload

from storage import deliveries, feeds
from storage.conflicts import insert
from storage.models import Chat, Event, Speaker, Story, Subscription
from storage.naming import fold

_TARGETS = {"story": Story, "event": Event, "speaker": Speaker}
_WITH_TARGETS = (
    selectinload(Subscription.story),
    selectinload(Subscription.event),
    selectinload(Subscription.speaker),
)


async def add(
    session: AsyncSession, chat_id: int, kind: str, target: int | str, now: datetime
) -> tuple[Subscription, bool]:
    """The subscription and whether it is new. kind: story | event | speaker (target an id) | topic (words).

    Its story, event or speaker is loaded. Raises LookupError when there is no such target, or the topic
    has no words.
    """
    row = {"chat_id": chat_id, "kind": kind, "created_at": now}
    if kind == "topic":
        words = str(target).strip()
        row |= {"topic": words, "key": f"topic:{fold(words)}"}
        if not re.search(r"\w", words):
            raise LookupError("a topic without words")
    else:
        if await session.get(_TARGETS[kind], int(target)) is None:
            raise LookupError(f"no {kind} {target}")
        row |= {f"{kind}_id": int(target), "key": f"{kind}:{int(target)}"}
    adding = insert(session, Subscription).values(row).on_conflict_do_nothing().returning(Subscription.id)
    new = await session.scalar(adding) is not None
    kept = select(Subscription).where(Subscription.chat_id == chat_id, Subscription.key == row["key"])
    return (await session.scalars(kept.options(*_WITH_TARGETS))).one(), new


async def of_chat(session: AsyncSession, chat_id: int) -> list[Subscription]:
    """What the chat follows, oldest first, with story, event or speaker loaded."""
    followed = select(Subscription).where(Subscription.chat_id == chat_id).order_by(Subscription.id)
    return list(await session.scalars(followed.options(*_WITH_TARGETS)))


async def get(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None:
    """The chat's own subscription with its target loaded, None for another chat's."""
    own = select(Subscription).where(Subscription.id == subscription_id, Subscription.chat_id == chat_id)
    return await session.scalar(own.options(*_WITH_TARGETS))


async def remove(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None:
    """Remove and return it; None when the chat has no such subscription."""
    subscription = await get(session, chat_id, subscription_id)
    if subscription is not None:
        await session.delete(subscription)
        await session.flush()
    return subscription


async def end_chat(session: AsyncSession, chat_id: int) -> None:
    """The chat can no longer be written to: it follows nothing any more, and nothing is owed to it."""
    await session.execute(delete(Subscription).where(Subscription.chat_id == chat_id))
    await feeds.end_chat(session, chat_id)
    await deliveries.drop_pending(session, chat_id=chat_id)


async def chats_following(session: AsyncSession) -> list[int]:
    """Ids of the chats that follow anything."""
    return list(await session.scalars(select(Subscription.chat_id).distinct().order_by(Subscription.chat_id)))


async def hearing_of_event(
    session: AsyncSession, chat_id: int, event_id: int, story_id: int | None
) -> Subscription | None:
    """The subscription that makes the chat hear of an event: to itself, else to its story."""
    heard = select(Subscription).where(
        Subscription.chat_id == chat_id,
        or_(Subscription.event_id == event_id, _is(Subscription.story_id, story_id)),
    )
    return await session.scalar(heard.order_by(Subscription.kind).limit(1))  # "event" before "story"


async def events_followed(session: AsyncSession, chat_id: int) -> list[int]:
    """Ids of events the chat follows, itself or through its stories."""
    of_chat = Subscription.chat_id == chat_id
    events = select(Subscription.event_id).where(of_chat, Subscription.event_id.is_not(None))
    stories = select(Subscription.story_id).where(of_chat, Subscription.story_id.is_not(None))
    followed = select(Event.id).where(or_(Event.id.in_(events), Event.story_id.in_(stories)))
    return list(await session.scalars(followed.order_by(Event.id)))


async def followers_of_article(
    session: AsyncSession, story_id: int | None, speaker_ids: list[int], words: str
) -> list[tuple[Subscription, Chat]]:
    """Subscriptions a new article answers, with their chats.

    That is to its story, to one of its speakers, or to a topic all of whose words are among the article's
    `words` (compared folded, singular and plural alike).
    """
    answered = or_(
        _is(Subscription.story_id, story_id),
        and_(Subscription.kind == "speaker", Subscription.speaker_id.in_(speaker_ids)),
        Subscription.kind == "topic",
    )
    found = select(Subscription, Chat).join(Chat, Chat.id == Subscription.chat_id).where(answered)
    said = _singular(words)
    return [
        (subscription, chat)
        for subscription, chat in await session.execute(found.order_by(Subscription.id))
        if subscription.topic is None or _singular(subscription.topic) <= said
    ]


def _is(column: InstrumentedAttribute[int | None], value: int | None) -> ColumnElement[bool]:
    return false() if value is None else column == value


def _singular(text: str) -> set[str]:
    """The folded words of a text, without a possessive or plural s."""
    return set(_without_s(fold(text).split()))


def _without_s(words: Iterable[str]) -> Iterable[str]:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word
        for word in words
    )
