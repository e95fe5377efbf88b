"""A chat follows feeds: found at an address, on a site's page, or in a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.ingest.article import UnreadableError
from bot.ingest.feeds import cadence, discovery
from bot.ingest.feeds.addresses import absolute, host_of
from bot.ingest.feeds.discovery import Offered
from bot.ingest.feeds.feed import NO_FEED
from bot.ingest.feeds.opml import Outline
from bot.ingest.fetch import Answer, Fetcher
from bot.polling.listing import record
from bot.polling.visit import Seen, problem, seen
from storage import feeds
from storage.models import Feed
from storage.session import AsyncSession, Database

_NO_ADDRESS = "That is not a link to a feed: send one that starts with https:// or http://."


@dataclass(frozen=True, slots=True)
class Followed:
    """What a chat follows now, and whether it is new to it."""

    subscription_id: int
    new: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The feeds of a site, of which one is to be chosen."""

    offered: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """How many feeds of a list are new to the chat, how many it follows already, how many were too many."""

    new: int
    known: int
    beyond: int


class Subscribing:
    """Takes on feeds for chats, each at most `most_per_chat`. The chats are on record already."""

    def __init__(self, database: Database, clock: Clock, fetcher: Fetcher, *, most_per_chat: int) -> None:
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._most = most_per_chat

    async def follow(self, chat_id: int, url: str) -> Followed | Choice:
        """Follow the feed at `url`, or the one that the page there points at; of several, offer them.

        Raises UnreadableError, in a sentence for the user.
        """
        found = await self._find(url)
        if isinstance(found, Choice):
            return found
        address, visit = found
        now = self._clock.now()
        async with self._database.begin() as session:
            await self._check_room(session, chat_id)
            feed = await feeds.at(session, address)
            fresh = feed is None or feed.given_up or feed.polled_at is None
            feed = feed or await feeds.ensure(
                session, _new(address, visit.feed.title if visit.feed else "", now)
            )
            subscription, new = await feeds.subscribe(session, chat_id, feed.id, now)
            if fresh:
                await record(session, feed, visit, now)
        return Followed(subscription.id, new)

    async def follow_all(self, chat_id: int, outlines: Sequence[Outline]) -> Taken:
        """Follow the feeds of a list; each is asked for in its turn."""
        now = self._clock.now()
        async with self._database.begin() as session:
            room = self._most - await feeds.count_of_chat(session, chat_id)
            new = known = beyond = 0
            for outline in outlines:
                feed = await feeds.at(session, outline.url)
                if room <= 0 and (feed is None or not await feeds.follows(session, chat_id, feed.id)):
                    beyond += 1
                    continue
                feed = feed or await feeds.ensure(session, _new(outline.url, outline.title, now))
                _, is_new = await feeds.subscribe(session, chat_id, feed.id, now)
                new, known, room = new + is_new, known + (not is_new), room - is_new
        return Taken(new, known, beyond)

    async def _find(self, url: str) -> tuple[str, Seen] | Choice:
        """Return the feed at an address, read, or the feeds that the page there points at."""
        answer = await self._answer(url)
        now = self._clock.now()
        try:
            return _address(url, answer), await seen(answer, now)
        except UnreadableError as error:
            if str(error) != NO_FEED:
                raise
        offered = discovery.feeds_of(answer.content, url=answer.url, charset=answer.charset)
        if not offered:
            raise UnreadableError(
                "That page points at no feed: look on the site for a link called RSS, and send that."
            )
        if len(offered) > 1:
            return Choice(tuple(offered))
        answer = await self._answer(offered[0].url)
        return _address(offered[0].url, answer), await seen(answer, now)

    async def _answer(self, url: str) -> Answer:
        if absolute(url, "") is None:
            raise UnreadableError(_NO_ADDRESS)
        try:
            answer = await self._fetcher.answer(url)
        except UnreadableError as error:
            raise UnreadableError(f"{problem(error)} Check the link, or try again later.") from None
        if answer.status != 200:
            raise UnreadableError(
                f"That site answers with an error ({answer.status}): check the link, or try again later."
            )
        return answer

    async def _check_room(self, session: AsyncSession, chat_id: int) -> None:
        if await feeds.count_of_chat(session, chat_id) >= self._most:
            raise UnreadableError(
                f"This chat follows {self._most} feeds, the most it may: remove one in /feeds first."
            )


def _address(url: str, answer: Answer) -> str:
    return answer.moved_to or url.partition("#")[0]


def _new(url: str, title: str, now: datetime) -> Feed:
    return Feed(
        url=url,
        host=host_of(url),
        title=title or host_of(url),
        site=None,
        added_at=now,
        next_poll_at=now,
        interval=round(cadence.FIRST.total_seconds()),
        ttl=0,
        failures=0,
        given_up=False,
    )
