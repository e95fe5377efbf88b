"""What feeds have listed: known once and for all, and read one after the other."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from storage.conflicts import insert
from storage.models import Article, FeedEntry

# Literal, not a parameter: a partial index serves only a query that is seen to ask for what it holds.
_WAITING = text("feed_entries.state = 'waiting'")
_BATCH = 500
_SEEN_AGAIN = timedelta(days=1)
_FORGOTTEN = timedelta(days=90)
"""How long after its feed last listed it an entry is known."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as its feed lists it, by what it is told from others by."""

    guid_key: str
    url: str | None
    content_key: str | None


async def unknown(session: AsyncSession, feed_id: int, listed: Sequence[Listed]) -> list[int]:
    """Return which of `listed` are new, by their places.

    What its feed has listed under the same GUID or with the same words is known, and so is a page of which
    any feed has had it read.
    """
    of_feed = FeedEntry.feed_id == feed_id
    guids = await _known(session, FeedEntry.guid_key, [one.guid_key for one in listed], of_feed)
    rest = [one for one in listed if one.guid_key not in guids]
    # What another feed's readers did not want may be wanted of this one.
    wanted = or_(of_feed, FeedEntry.state != "left")
    urls = await _known(session, FeedEntry.url, [one.url for one in rest], wanted)
    contents = await _known(session, FeedEntry.content_key, [one.content_key for one in rest], of_feed)
    new = []
    for place, one in enumerate(listed):
        if one.guid_key in guids or one.url in urls or one.content_key in contents:
            continue
        new.append(place)
        guids.add(one.guid_key)
        urls |= {one.url} - {None}
        contents |= {one.content_key} - {None}
    return new


async def _known(
    session: AsyncSession,
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None],
    values: Iterable[str | None],
    *where: ColumnElement[bool],
) -> set[str | None]:
    asked = sorted({value for value in values if value is not None})
    known: set[str | None] = set()
    for first in range(0, len(asked), _BATCH):
        found = select(column).where(column.in_(asked[first : first + _BATCH]), *where)
        known.update(await session.scalars(found))
    return known


async def share_articles_at(session: AsyncSession, urls: Iterable[str | None]) -> dict[str, int]:
    """Return the ids of articles on record already, by their addresses; they are no chat's own any more."""
    asked = sorted({url for url in urls if url})
    known: dict[str, int] = {}
    for first in range(0, len(asked), _BATCH):
        at = Article.url.in_(asked[first : first + _BATCH])
        sharing = update(Article).where(at).values(shared=True).returning(Article.url, Article.id)
        sharing = sharing.execution_options(synchronize_session=False)
        known |= {url: number for url, number in await session.execute(sharing) if url}
    return known


async def add(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Add entries; each row gives every column but id, attempts and article_id, which it may give."""
    blank = {"attempts": 0, "article_id": None, "material": None}
    for first in range(0, len(rows), _BATCH):
        batch = [blank | row for row in rows[first : first + _BATCH]]
        await session.execute(insert(session, FeedEntry).on_conflict_do_nothing(), batch)


async def note_listed(session: AsyncSession, feed_id: int, guid_keys: Collection[str], now: datetime) -> None:
    """Remember that the feed still lists these, and forget what it has not listed for long."""
    asked = sorted(guid_keys)
    stale = FeedEntry.seen_at <= now - _SEEN_AGAIN
    for first in range(0, len(asked), _BATCH):
        batch = FeedEntry.guid_key.in_(asked[first : first + _BATCH])
        seen = update(FeedEntry).where(FeedEntry.feed_id == feed_id, batch, stale).values(seen_at=now)
        await session.execute(seen.execution_options(synchronize_session=False))
    gone = delete(FeedEntry).where(
        FeedEntry.feed_id == feed_id, FeedEntry.seen_at <= now - _FORGOTTEN, FeedEntry.state != "waiting"
    )
    await session.execute(gone.execution_options(synchronize_session=False))


async def count_waiting(session: AsyncSession, feed_id: int) -> int:
    """How many entries of the feed wait to be read."""
    waiting = select(func.count()).select_from(FeedEntry).where(_WAITING, FeedEntry.feed_id == feed_id)
    return await session.scalar(waiting) or 0


async def claim(
    session: AsyncSession, now: datetime, until: datetime, *, without_hosts: Collection[str] = ()
) -> FeedEntry | None:
    """Claim and return the entry that has waited longest, None where none is due; its attempt is counted.

    It falls due again at `until`, should whoever claimed it not settle it by then.
    """
    elsewhere = or_(FeedEntry.host.is_(None), FeedEntry.host.not_in(without_hosts))
    due = (
        select(FeedEntry.id)
        .where(_WAITING, FeedEntry.due_at <= now, elsewhere)
        .order_by(FeedEntry.due_at, FeedEntry.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    claiming = (
        update(FeedEntry)
        .where(FeedEntry.id.in_(select(due.c.id)))
        .values(due_at=until, attempts=FeedEntry.attempts + 1)
        .returning(FeedEntry)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return await session.scalar(claiming)


async def settle(session: AsyncSession, entry_id: int, state: str, *, article_id: int | None = None) -> None:
    """Note what became of an entry, and let go of what the feed told of it."""
    settled = update(FeedEntry).where(FeedEntry.id == entry_id)
    await session.execute(settled.values(state=state, article_id=article_id, material=None))


async def put_off(session: AsyncSession, entry_id: int, due_at: datetime) -> None:
    """Have an entry wait until `due_at`."""
    await session.execute(update(FeedEntry).where(FeedEntry.id == entry_id).values(due_at=due_at))


async def hold_back(session: AsyncSession, host: str, until: datetime) -> None:
    """Have all that waits to be read at a host wait until then."""
    waiting = update(FeedEntry).where(_WAITING, FeedEntry.host == host, FeedEntry.due_at < until)
    await session.execute(waiting.values(due_at=until).execution_options(synchronize_session=False))


async def latest_articles(session: AsyncSession, feed_id: int, limit: int) -> list[Article]:
    """The articles last read of the feed, newest first."""
    found = select(Article).join(FeedEntry, FeedEntry.article_id == Article.id)
    newest = found.where(FeedEntry.feed_id == feed_id).order_by(FeedEntry.id.desc())
    return list(await session.scalars(newest.limit(limit)))
