"""The feeds that chats follow, and when each is asked for next."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from storage.conflicts import insert
from storage.models import Chat, Feed, FeedSubscription

_FOLLOWED = exists().where(FeedSubscription.feed_id == Feed.id)


async def at(session: AsyncSession, url: str) -> Feed | None:
    """The feed that is asked for at this address."""
    return await session.scalar(select(Feed).where(Feed.url == url))


async def get(session: AsyncSession, feed_id: int) -> Feed | None:
    """The feed as it now stands."""
    return await session.get(Feed, feed_id, populate_existing=True)


async def ensure(session: AsyncSession, feed: Feed) -> Feed:
    """Return the feed of this address that is there already, else add `feed`."""
    known = await at(session, feed.url)
    if known is None:
        session.add(feed)
        await session.flush()
        known = feed
    return known


async def subscribe(
    session: AsyncSession, chat_id: int, feed_id: int, now: datetime
) -> tuple[FeedSubscription, bool]:
    """The chat's subscription to the feed, with the feed loaded, and whether it is new."""
    row = {"chat_id": chat_id, "feed_id": feed_id, "created_at": now}
    row |= {"paused": False, "wanted": [], "unwanted": []}
    adding = insert(session, FeedSubscription).values(row).on_conflict_do_nothing()
    new = await session.scalar(adding.returning(FeedSubscription.id)) is not None
    kept = select(FeedSubscription).where(
        FeedSubscription.chat_id == chat_id, FeedSubscription.feed_id == feed_id
    )
    return (await session.scalars(kept.options(selectinload(FeedSubscription.feed)))).one(), new


async def of_chat(session: AsyncSession, chat_id: int) -> list[FeedSubscription]:
    """What feeds the chat follows, by title, with each feed loaded."""
    followed = select(FeedSubscription).where(FeedSubscription.chat_id == chat_id).join(FeedSubscription.feed)
    in_order = followed.order_by(func.lower(Feed.title), FeedSubscription.id)
    return list(await session.scalars(in_order.options(selectinload(FeedSubscription.feed))))


async def count_of_chat(session: AsyncSession, chat_id: int) -> int:
    """How many feeds the chat follows."""
    own = select(func.count()).select_from(FeedSubscription).where(FeedSubscription.chat_id == chat_id)
    return await session.scalar(own) or 0


async def subscription(session: AsyncSession, chat_id: int, subscription_id: int) -> FeedSubscription | None:
    """The chat's own subscription with its feed loaded, None for another chat's."""
    own = select(FeedSubscription).where(
        FeedSubscription.id == subscription_id, FeedSubscription.chat_id == chat_id
    )
    return await session.scalar(own.options(selectinload(FeedSubscription.feed)))


async def follows(session: AsyncSession, chat_id: int, feed_id: int) -> bool:
    """Whether the chat follows the feed."""
    own = FeedSubscription.chat_id == chat_id, FeedSubscription.feed_id == feed_id
    return bool(await session.scalar(select(exists().where(*own))))


async def followers(session: AsyncSession, feed_id: int) -> list[tuple[FeedSubscription, Chat]]:
    """Who follows the feed and has not paused it, with their chats."""
    found = (
        select(FeedSubscription, Chat)
        .join(Chat, Chat.id == FeedSubscription.chat_id)
        .where(FeedSubscription.feed_id == feed_id, FeedSubscription.paused.is_(False))
        .order_by(FeedSubscription.id)
    )
    return [(one, chat) for one, chat in await session.execute(found)]


async def unsubscribe(session: AsyncSession, chat_id: int, subscription_id: int) -> FeedSubscription | None:
    """Stop following and return what was followed; None when the chat has no such subscription.

    A feed that nobody follows any more goes; what was read of it stays.
    """
    ended = await subscription(session, chat_id, subscription_id)
    if ended is not None:
        await session.delete(ended)
        await session.flush()
        await clear_unfollowed(session)
    return ended


async def end_chat(session: AsyncSession, chat_id: int) -> None:
    """Have the chat follow no feed any more."""
    await session.execute(delete(FeedSubscription).where(FeedSubscription.chat_id == chat_id))
    await clear_unfollowed(session)


async def clear_unfollowed(session: AsyncSession) -> None:
    """Delete feeds nobody follows, with what is known of their entries."""
    await session.execute(delete(Feed).where(~_FOLLOWED))


async def claim_due(
    session: AsyncSession, now: datetime, until: datetime, *, without_hosts: Collection[str] = ()
) -> Feed | None:
    """Claim and return the feed that has been due longest, None where none is.

    It is one that somebody follows and has not paused, at none of the hosts given. It falls due again at
    `until`, should whoever claimed it not say otherwise by then.
    """
    active = exists().where(FeedSubscription.feed_id == Feed.id, FeedSubscription.paused.is_(False))
    due = (
        select(Feed.id)
        .where(Feed.next_poll_at <= now, Feed.host.not_in(without_hosts), active)
        .order_by(Feed.next_poll_at)
        .limit(1)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    claiming = update(Feed).where(Feed.id.in_(select(due.c.id))).values(next_poll_at=until).returning(Feed)
    return await session.scalar(claiming.execution_options(synchronize_session=False, populate_existing=True))


async def move(session: AsyncSession, feed: Feed, url: str, host: str) -> Feed:
    """Ask for the feed at another address from now on; return what it is, which may be one known there."""
    other = await at(session, url)
    if other is None or other.id == feed.id:
        feed.url, feed.host = url, host
        return feed
    chats_there = select(FeedSubscription.chat_id).where(FeedSubscription.feed_id == other.id)
    of_feed = FeedSubscription.feed_id == feed.id
    moving = update(FeedSubscription).where(of_feed, FeedSubscription.chat_id.not_in(chats_there))
    await session.execute(moving.values(feed_id=other.id).execution_options(synchronize_session=False))
    await session.delete(feed)
    await session.flush()
    return other


def revive(feed: Feed, now: datetime) -> None:
    """Have a feed that was given up asked for again, as if it had never failed."""
    feed.given_up, feed.next_poll_at = False, now
    feed.failures, feed.failing_since, feed.trouble = 0, None, None
