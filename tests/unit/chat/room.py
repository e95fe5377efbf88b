"""A chat on a real database, with an article filed by hand: what the engines would find is said outright."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from telegram import Bot, InlineKeyboardMarkup

from bot.chat.context import Context
from bot.chat.conversation import Conversation
from bot.chat.turn import Outcome, Reply, Turn
from bot.clock import MovableClock
from bot.ingest.feeds.robots import Robots
from bot.ingest.fetch import Fetcher
from bot.intake import Intake
from bot.polling import Poller, Subscribing
from bot.track import filing
from storage import chats, deliveries
from storage.chats import Defaults
from storage.models import Delivery
from storage.session import Database
from tests.track.by_hand import article, due, reading, said

HARBOUR = (
    "The ministry and the dockers are due to meet on 24 February to end the strike.\n\n"
    "“We want an answer by then,” said Ada Vale, the minister.\n\n"
    "Jonas Brandt denied that his members had <blocked> the quay."
)
NOW = datetime(2022, 2, 21, 21, 0, tzinfo=UTC)


@dataclass
class Room:
    """One chat with the bot, without the Telegram between them."""

    database: Database
    clock: MovableClock
    chat_id: int = 1
    thread_id: int | None = None

    async def turn(self, words: str = "") -> AsyncIterator[Turn]:
        async with self.database.begin() as session:
            chat = await chats.ensure(session, self.chat_id, self.clock.now(), Defaults())
            yield Turn(session, chat, self.clock, words, thread_id=self.thread_id)

    async def does(self, handle: object, *fields: object, words: str = "") -> list[Reply]:
        """Run a command or a button in a turn of its own, and the work it leaves; return what it answers."""
        async for turn in self.turn(words):
            outcome = await handle(turn, *fields)  # type: ignore[operator]
        if callable(outcome):
            listening = Listening(self)
            await outcome(listening)
            return listening.heard
        return list(outcome) if isinstance(outcome, tuple) else [outcome]

    async def files_harbour(self) -> int:
        """File the article of this page; return its number."""
        claims = [
            said(HARBOUR, "Ada Vale", "“We want an answer by then,”", act="demand"),
            said(HARBOUR, "Jonas Brandt", "that his members had <blocked> the quay", act="deny"),
        ]
        events = [due(HARBOUR, "24 February", "2022-02-24", "ministry and dockers meet to end the strike")]
        return await self.files(HARBOUR, date(2022, 2, 21), "Talks <at last>", claims, events)

    async def files(
        self, text: str, published: date, title: str, claims: object = (), events: object = ()
    ) -> int:
        new = article(text, published, title=title, url=f"https://wire.example/{published}")
        read = reading(text, claims, events)  # type: ignore[arg-type]
        async with self.database.begin() as session:
            await chats.ensure(session, self.chat_id, self.clock.now(), Defaults())
            filed = await filing.file(session, new, read, now=self.clock.now(), chat_id=self.chat_id)
        return filed.article_id

    async def owed(self, kind: str) -> Delivery:
        """Return the one pending delivery of a kind."""
        async with self.database.read() as session:
            found = [
                one
                for one in await deliveries.of_chat(session, self.chat_id)
                if one.kind == kind and one.state == "pending"
            ]
        assert len(found) == 1, [(one.kind, one.state) for one in found]
        return found[0]


class Listening(Conversation):
    """The chat's conversation with nobody at the other end: what is said is heard here."""

    def __init__(self, room: Room) -> None:
        fetcher = Fetcher(timeout_seconds=1, max_bytes=10_000)
        intake = Intake(room.database, room.clock, fetcher)
        robots = Robots(fetcher, room.clock)
        poller = Poller(room.database, room.clock, fetcher, robots, intake, at_once=1, told=lambda: None)
        feeds = Subscribing(room.database, room.clock, fetcher, most_per_chat=5)
        context = Context(room.database, room.clock, intake, Defaults(), feeds, poller)
        super().__init__(context, Bot("1:room"), room.chat_id)
        self.heard: list[Reply] = []

    async def give(self, outcome: Outcome) -> None:
        assert isinstance(outcome, Reply)
        self.heard.append(outcome)


def labels(reply: Reply) -> list[str]:
    """The labels of a reply's buttons."""
    if not isinstance(reply.keyboard, InlineKeyboardMarkup):
        return []
    return [button.text for row in reply.keyboard.inline_keyboard for button in row]
