"""What follows from a visit to a feed: which entries are new, who wants them, and when to come again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.ingest.feeds import cadence, filters
from bot.ingest.feeds.addresses import host_of
from bot.ingest.feeds.feed import Entry
from bot.ingest.page_dates import parse_moment
from bot.polling.visit import Failed, Seen
from bot.track import following
from storage import feed_entries, feeds
from storage.feed_entries import Listed
from storage.models import Feed
from storage.session import AsyncSession

FIRST = 30
"""Entries read of a feed at first sight: the newest. What is older is its archive, not news."""

MOST_WAITING = 1_000
"""Entries of one feed that wait to be read. Those beyond are taken up at a later visit."""


async def record(session: AsyncSession, feed: Feed, visit: Seen | Failed, now: datetime) -> None:
    """Keep what a visit to the feed brought, and when to come again."""
    interval = timedelta(seconds=feed.interval)
    if isinstance(visit, Failed):
        await _record_failure(session, feed, visit, now)
        return
    first = feed.polled_at is None
    if visit.moved_to is not None and visit.moved_to != feed.url:
        here = feed.id
        feed = await feeds.move(session, feed, visit.moved_to, host_of(visit.moved_to))
        if feed.id != here:
            return  # it is one that is known, and asked for in its own time
    found, caught_up = 0, True
    if visit.feed is not None:
        feed.title = visit.feed.title or feed.title
        feed.site = visit.feed.site or feed.site
        feed.ttl = round(min(visit.feed.keep or timedelta(0), cadence.LONGEST).total_seconds())
        found, caught_up = await _list(session, feed, visit.feed.entries, now, first=first)
    if caught_up:  # else the whole of it is asked for again
        feed.etag, feed.last_modified, feed.digest = visit.etag, visit.last_modified, visit.digest
    feed.polled_at, feed.failures, feed.failing_since, feed.trouble = now, 0, None, None
    feed.given_up = False
    if found:
        feed.brought_at = now
    interval = interval if first else cadence.after_success(interval, found=found > 0)
    feed.interval = round(interval.total_seconds())
    allowed = max(visit.keep, timedelta(seconds=feed.ttl))
    feed.next_poll_at = cadence.next_visit(now, interval, allowed=allowed, seed=feed.url)


async def _record_failure(session: AsyncSession, feed: Feed, visit: Failed, now: datetime) -> None:
    feed.failures += 1
    feed.failing_since = feed.failing_since or now
    feed.trouble = visit.trouble
    if visit.for_good or cadence.is_given_up(feed.failing_since, now, feed.failures):
        feed.given_up, feed.next_poll_at = True, None
        told = await feeds.followers(session, feed.id)
        await following.owe_feed_trouble(session, feed, told, now=now)
        return
    wait = cadence.after_failure(timedelta(seconds=feed.interval), feed.failures)
    allowed = max(visit.retry_after or timedelta(0), timedelta(seconds=feed.ttl))
    feed.next_poll_at = cadence.next_visit(now, wait, allowed=allowed, seed=feed.url)


async def _list(
    session: AsyncSession, feed: Feed, entries: Sequence[Entry], now: datetime, *, first: bool
) -> tuple[int, bool]:
    """Add the new entries; return how many there are, and whether all of them could be taken."""
    listed = [Listed(one.guid_key, one.url, one.content_key) for one in entries]
    new = await feed_entries.unknown(session, feed.id, listed)
    if first:
        new = sorted(new, key=lambda place: _age(entries[place]), reverse=True)
    room = MOST_WAITING - await feed_entries.count_waiting(session, feed.id)
    taken = new if first else new[: max(room, 0)]
    on_record = await feed_entries.share_articles_at(session, [entries[place].url for place in taken])
    who = await feeds.followers(session, feed.id)
    rows = []
    # Feeds list the newest first; stories are told from the oldest on.
    for rank, place in reversed(list(enumerate(taken))):
        entry = entries[place]
        said = f"{entry.title}\n{entry.text}"
        asked_for = any(filters.passes(said, wanted=one.wanted, unwanted=one.unwanted) for one, _ in who)
        article_id = on_record.get(entry.url or "")
        old = first and rank >= FIRST
        state = "read" if article_id else "waiting" if asked_for and not old else "left"
        rows.append(_row(feed, entry, state, now) | {"article_id": article_id})
    await feed_entries.add(session, rows)
    await feed_entries.note_listed(session, feed.id, [one.guid_key for one in listed], now)
    return len(taken), len(taken) == len(new)


def _row(feed: Feed, entry: Entry, state: str, now: datetime) -> dict[str, Any]:
    told = {"title": entry.title, "text": entry.text, "published": entry.published}
    return {
        "feed_id": feed.id,
        "guid_key": entry.guid_key,
        "content_key": entry.content_key,
        "url": entry.url,
        "host": host_of(entry.url) if entry.url else None,
        "material": told if state == "waiting" else None,
        "state": state,
        "due_at": now,
        "seen_at": now,
    }


def _age(entry: Entry) -> str:
    """Return what orders entries by their dates, as far as these are understood; unknown ones come last."""
    moment = parse_moment(entry.published) if entry.published else None
    return moment.isoformat() if moment else ""
