"""Everything the playground knows: its chats and messages, the bot's profile, what waits for whom."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import MovableClock
from bot.playground import cast
from bot.playground.cast import Chat, Person
from bot.playground.changes import ChangeLog
from bot.playground.faults import Faults
from bot.playground.files import Files
from bot.playground.limits import FloodControl
from bot.playground.updates import Updates
from bot.playground.wire import ApiError, Json, bad_request, forbidden

NextDue = Callable[[], Awaitable[datetime | None]]


@dataclass(slots=True)
class Bot:
    """How the bot presents itself. Texts and commands are kept per language (and per scope)."""

    id: int = 700_000_001
    username: str = "on_record_bot"
    name: str = "On Record"
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)

    def user(self) -> Json:
        """Return the Bot API's User."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


@dataclass(slots=True)
class Query:
    """A pressed button or an inline query that waits for the bot's answer."""

    id: str
    asked_at: datetime
    chat_id: int
    answer: asyncio.Future[Json]


class Playground:
    """The state behind the Bot API and the page. What changes is noted in `changes`."""

    def __init__(self, clock: MovableClock, next_due: NextDue | None = None, *, limits: bool = True) -> None:
        self.clock = clock
        self.next_due = next_due
        self.bot = Bot()
        self.chats: dict[int, Chat] = {chat.id: chat for chat in cast.chats()}
        self.messages: dict[int, dict[int, Json]] = {chat_id: {} for chat_id in self.chats}
        self.reactions: dict[tuple[int, int], dict[int, list[Json]]] = {}
        self.queries: dict[str, Query] = {}
        self.files = Files()
        self.updates = Updates()
        self.changes = ChangeLog()
        self.faults = Faults()
        self.limits = FloodControl(time.monotonic, on=limits)
        self._query_ids = itertools.count(4_000_000_000_000)
        self._message_ids: dict[int, itertools.count[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        clock.on_move(lambda: self.changes.add("clock", now=self.clock.now().isoformat()))

    def now(self) -> int:
        """Return the playground's instant in Unix seconds."""
        return int(self.clock.now().timestamp())

    def chat(self, chat_id: int | str) -> Chat:
        """Return a chat by its number or its person's @username.

        Raises ApiError "chat not found", or the one that tells where a group has moved to.
        """
        known = self.chats.get(int(chat_id)) if str(chat_id).lstrip("-").isdecimal() else None
        for chat in [known] if known else self.chats.values():
            name = f"@{chat.members[0].username}" if not chat.is_group else None
            if str(chat_id) in (str(chat.id), name):
                if chat.moved_to:
                    raise ApiError(
                        400,
                        "Bad Request: group chat was upgraded to a supergroup chat",
                        {"migrate_to_chat_id": chat.moved_to},
                    )
                return chat
        raise bad_request("chat not found" if chat_id else "chat_id is empty")

    def open_chat(self, chat_id: int | str) -> Chat:
        """Return a chat that the bot may write to. Raises ApiError also where the bot is shut out."""
        chat = self.chat(chat_id)
        if chat.blocked:
            raise forbidden(
                "bot was kicked from the group chat" if chat.is_group else "bot was blocked by the user"
            )
        return chat

    def message(self, chat_id: int, message_id: int) -> Json | None:
        """Return a message of a chat, if it is there."""
        return self.messages.get(chat_id, {}).get(message_id)

    def post(self, chat: Chat, sender: Person | None, **content: object) -> Json:
        """Add a message to a chat, from a person or (None) from the bot, and return it."""
        # Telegram numbers messages across all private chats and basic groups of an account, and in each
        # supergroup on its own.
        counter = self._message_ids.setdefault(
            chat.id if chat.type == "supergroup" else 0, itertools.count(1)
        )
        message: Json = {
            "message_id": next(counter),
            "from": sender.user() if sender else self.bot.user(),
            "chat": chat.short(),
            "date": self.now(),
            **{key: value for key, value in content.items() if value},
        }
        self.messages[chat.id][message["message_id"]] = message
        self.changes.add("message", chat_id=chat.id, message=message)
        return message

    def ask(self, chat_id: int) -> Query:
        """Open a query that waits for the bot's answer."""
        number = str(next(self._query_ids))
        query = Query(number, self.clock.now(), chat_id, asyncio.get_running_loop().create_future())
        self.queries[number] = query
        return query

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run something in the background until it ends or the playground closes."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def close(self) -> None:
        """Let everyone who waits go, so that the server can stop."""
        self.updates.close()
        self.changes.close()
        for task in self._tasks:
            task.cancel()
