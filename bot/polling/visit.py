"""Asking for a feed, once: only what has changed is sent, and only that is read."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ingest.article import UnreadableError
from bot.ingest.feeds import freshness, reading
from bot.ingest.feeds.feed import Feed
from bot.ingest.fetch import Answer, Fetcher
from storage import models

GONE = 410

_ACCEPT = {
    "Accept": "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.1"
}
_READING_SECONDS = 30  # the oddest feed of five megabytes takes five


@dataclass(frozen=True, slots=True)
class Seen:
    """The feed answered. `feed` is None where it is what it was.

    `keep` is how long the answer may be kept; `moved_to` is where the feed has moved for good.
    """

    feed: Feed | None
    digest: str | None
    etag: str | None
    last_modified: str | None
    keep: timedelta
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The feed could not be read: why, in a sentence, and how long its server asks to wait.

    `for_good` where the server says that there will be none any more.
    """

    trouble: str
    retry_after: timedelta | None = None
    for_good: bool = False


async def look(known: models.Feed, fetcher: Fetcher, now: datetime) -> Seen | Failed:
    """Ask for a feed and read what it lists."""
    try:
        conditions = freshness.conditions(known.etag, known.last_modified)
        answer = await fetcher.answer(known.url, _ACCEPT | conditions)
        if answer.status == 304:
            keep = freshness.kept_for(answer.headers, now)
            return Seen(None, known.digest, known.etag, known.last_modified, keep)
        if answer.status != 200:
            wait = freshness.retry_after(answer.headers, now)
            return Failed(_refusal(answer.status), wait, for_good=answer.status == GONE)
        return await seen(answer, now, known_digest=known.digest)
    except UnreadableError as error:
        return Failed(problem(error))


async def seen(answer: Answer, now: datetime, *, known_digest: str | None = None) -> Seen:
    """Read a feed that was sent. Raises UnreadableError where it is none."""
    digest = hashlib.sha256(answer.content).hexdigest()
    feed = None
    if digest != known_digest:
        feed = await parsed(answer.content, url=answer.url, charset=answer.charset)
    etag, last_modified = freshness.validators(answer.headers)
    keep = freshness.kept_for(answer.headers, now)
    return Seen(feed, digest, etag, last_modified, keep, answer.moved_to)


async def parsed(content: bytes, *, url: str, charset: str | None) -> Feed:
    """Read a feed on a thread of its own. Raises UnreadableError where it is none, or takes too long."""
    try:
        async with asyncio.timeout(_READING_SECONDS):
            return await asyncio.to_thread(reading.parse, content, url=url, charset=charset)
    except TimeoutError:
        raise UnreadableError(
            "That feed is built in a way that takes too long to read: follow another feed of that site."
        ) from None


def problem(error: UnreadableError) -> str:
    """Return what is wrong, without what somebody who sent a link could do about it."""
    return f"{str(error).partition(': ')[0].rstrip('.')}."


def _refusal(status: int) -> str:
    if status in (404, GONE):
        return f"There is nothing at its address any more ({status})."
    if status in (401, 402, 403, 405, 406, 451):
        return f"Its site does not show it to this bot ({status})."
    return f"Its site has trouble of its own ({status})."
