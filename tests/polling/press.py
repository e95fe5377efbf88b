"""Newspapers on loopback with feeds, and a poller that reads them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from http.server import BaseHTTPRequestHandler

from bot.clock import MovableClock
from bot.ingest.feeds.robots import Robots
from bot.ingest.fetch import Fetcher
from bot.intake import Intake
from bot.polling import Poller, Subscribing
from storage import articles, chats, feeds
from storage.models import Article, Feed, FeedSubscription
from storage.session import Database
from tests.unit.ingest.site import Answer, Site, answer
from tests.unit.ingest.texts import page

CHAT = 7
Told = tuple[str, str]
"""An entry's number in the paper, and its headline."""


def article(number: str, headline: str) -> str:
    """A page with an article of its own."""
    paragraphs = (
        f"The harbour council of Port Elian met over matter {number} on Tuesday, and its chair, Mara Lind, "
        f"said that {headline.lower()} would be dealt with before the summer.",
        f"“We have waited long enough for {number},” she told the council. Nobody spoke against it.",
        # of its own, or it would be taken for a copy of the others
        " ".join(f"Paper {number}{k} lies on table {number}{k}." for k in range(20)),
    )
    return page(title=headline, paragraphs=paragraphs)


def rss(entries: Sequence[Told], *, title: str = "Port Elian Post", extra: str = "") -> str:
    """A feed of these entries, the first of them the newest."""
    items = "".join(
        f"<item><title>{escape(headline)}</title><link>/news/{number}</link>"
        f"<guid isPermaLink='false'>{number}</guid></item>"
        for number, headline in entries
    )
    return f"<rss version='2.0'><channel><title>{title}</title><link>/</link>{extra}{items}</channel></rss>"


def conditional(body: str, tag: str) -> Answer:
    """Answer with `body` and a tag, and with 304 where that tag is asked with."""

    def write(request: BaseHTTPRequestHandler) -> None:
        if request.headers.get("If-None-Match") == tag:
            answer(status=304, ETag=tag)(request)
        else:
            answer(body, content_type="application/rss+xml", ETag=tag)(request)

    return write


class Press:
    """One paper: its pages, and a chat that reads it."""

    def __init__(self, database: Database, pages: dict[str, Answer], site: Site, now: datetime) -> None:
        self.database = database
        self.pages = pages
        self.site = site
        self.clock = MovableClock(now)
        self.told = 0
        plain = Fetcher(timeout_seconds=5, max_bytes=1_000_000, allow_loopback=True)
        self.robots = Robots(plain, self.clock)
        self.fetcher = Fetcher(
            timeout_seconds=5, max_bytes=1_000_000, allow_loopback=True, allows=self.robots.allows
        )
        self.subscribing = Subscribing(database, self.clock, self.fetcher, most_per_chat=3)
        intake = Intake(database, self.clock, self.fetcher)
        self.poller = Poller(
            database, self.clock, self.fetcher, self.robots, intake, at_once=4, told=self._note
        )

    @property
    def address(self) -> str:
        return f"{self.site.address}/feed"

    def prints(self, *entries: Told, **how: str) -> None:
        """Publish articles and the feed that lists them."""
        for number, headline in entries:
            self.pages[f"/news/{number}"] = answer(article(number, headline))
        self.pages["/feed"] = answer(rss(entries, **how), content_type="application/rss+xml")

    async def is_followed(self, url: str = "", chat_id: int = CHAT) -> object:
        """Have a chat follow the feed, and read what it lists."""
        async with self.database.begin() as session:
            await chats.ensure(session, chat_id, self.clock.now(), chats.Defaults())
        followed = await self.subscribing.follow(chat_id, url or self.address)
        await self.poller.run_due()
        return followed

    async def comes_again(self) -> Feed:
        """Let time pass until the feed is due, and poll it."""
        due = (await self.feed()).next_poll_at
        assert due is not None
        self.clock.move_to(max(due, self.clock.now()))
        await self.poller.run_due()
        return await self.feed()

    async def feed(self) -> Feed:
        return (await self.subscription()).feed

    async def subscription(self, chat_id: int = CHAT) -> FeedSubscription:
        async with self.database.read() as session:
            [mine] = await feeds.of_chat(session, chat_id)
        return mine

    async def on_record(self) -> list[str | None]:
        """Headlines of the articles on record, in the order they were filed."""
        return [one.title for one in await self.articles()]

    async def articles(self) -> list[Article]:
        async with self.database.read() as session:
            found = [one async for one in articles.in_order(session)]
        return sorted(found, key=lambda one: one.id)

    def asked_for(self, path: str) -> Sequence[Mapping[str, str]]:
        """The headers of each request there was for a path."""
        return [headers for asked, headers in self.site.requests if asked == path]

    async def aclose(self) -> None:
        await self.fetcher.aclose()

    def _note(self) -> None:
        self.told += 1
