"""The composition root: settings in, a running program out. The only place that wires the parts together."""

import asyncio
import hashlib
import logging
import signal
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot import llm
from bot.chat import polling, webhook
from bot.chat.application import DISPATCHER, App, build, dispatch, greet
from bot.chat.context import Context
from bot.clock import Clock, MovableClock, SystemClock
from bot.config import ConfigError, Settings
from bot.ingest.feeds.robots import Robots
from bot.ingest.fetch import Allows, Fetcher
from bot.intake import Intake
from bot.nightly import back_up_nightly
from bot.playground.samples import opening_instant
from bot.playground.serve import running
from bot.playground.server import create_server
from bot.polling import Poller, Subscribing
from bot.track import zone_rules
from bot.web.server import create_web
from storage import deliveries
from storage.chats import Defaults
from storage.session import Database

Role = Literal["chat", "worker", "all"]

DRAIN = 8.0  # seconds for what is under way when the program is told to stop

log = logging.getLogger(__name__)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock, *, allow_loopback: bool = False) -> AsyncIterator[Context]:
    """Open the database and the parts that work on it, and close them at the end."""
    async with AsyncExitStack() as stack:
        database = await Database.open(settings.database.url)
        stack.push_async_callback(database.close)

        def fetching(allows: Allows | None = None) -> Fetcher:
            fetcher = Fetcher(
                timeout_seconds=settings.fetch.timeout_seconds,
                max_bytes=settings.fetch.max_bytes,
                allow_loopback=allow_loopback,
                allows=allows,
            )
            stack.push_async_callback(fetcher.aclose)
            return fetcher

        fetcher = fetching()
        robots = Robots(fetcher, clock)
        # What comes of itself asks first; what a person sends is fetched for that person.
        polite = fetching(robots.allows)
        defaults = Defaults(settings.reminders.time, tuple(settings.reminders.leads))
        find = await stack.enter_async_context(llm.opened(settings, clock))
        intake = Intake(database, clock, fetcher, find)
        poller = Poller(
            database,
            clock,
            polite,
            robots,
            Intake(database, clock, polite, find),
            at_once=settings.feeds.at_once,
            told=lambda: context.wake(),
        )
        subscribing = Subscribing(database, clock, polite, most_per_chat=settings.feeds.most_per_chat)
        context = Context(database, clock, intake, defaults, subscribing, poller, read_at=llm.host(settings))
        yield context


@asynccontextmanager
async def talking(
    context: Context, *, token: str, base_url: str, role: Role = "all", poll: bool = True
) -> AsyncIterator[App]:
    """Do a role's work with the Bot API server at `base_url` while the block runs.

    `chat` answers people: by long polling unless `poll` is false, when its updates come by a webhook.
    `worker` sends what is owed and reads feeds, `all` does both. At the end, what is under way is given
    DRAIN seconds.

    Raises ConfigError when Telegram cannot be reached or does not know the token.
    """
    await context.database.hold_alone()
    if role != "chat":
        await zone_rules.renew(context.database, context.clock, zone_rules.version())
    application = build(
        context, token=token, base_url=f"{base_url}/bot", base_file_url=f"{base_url}/file/bot"
    )
    try:
        await application.initialize()
    except InvalidToken:
        raise ConfigError("Telegram does not know this token: copy it again from @BotFather.") from None
    except NetworkError as error:
        raise ConfigError(
            f"Telegram cannot be reached at {base_url} ({error}): check the connection."
        ) from None
    tasks: list[asyncio.Task[None]] = []
    try:
        await application.start()
        if role != "chat":
            dispatch(application)
            tasks.append(asyncio.create_task(context.poller.run()))
        if role != "worker":
            await greet(application)
            if poll:
                tasks.append(asyncio.create_task(polling.poll(application, context.database)))
        yield application
    finally:
        await _drain(application, tasks)


async def _drain(application: App, tasks: list[asyncio.Task[None]]) -> None:
    """Take no more work, end what is under way, and close."""
    try:
        async with asyncio.timeout(DRAIN):
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await application.bot_data[DISPATCHER].stop(DRAIN / 2)
            if application.running:
                await application.stop()
    except TimeoutError:
        log.warning("Some work was not done in %d seconds; what is owed is sent by the next start.", DRAIN)
    await application.shutdown()


async def run(settings: Settings, role: Role = "all") -> None:
    """Run the bot until it is told to stop."""
    token = settings.telegram.token.get_secret_value()
    if not token:
        raise ConfigError("No token: set telegram.token in config.toml, or ONRECORD_TELEGRAM__TOKEN.")
    hook = settings.telegram.webhook_url if role != "worker" else ""
    if hook and not settings.web.port:
        raise ConfigError("A webhook needs a port to arrive at: set web.port.")
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        context = await stack.enter_async_context(opened(settings, clock))
        base_url = settings.telegram.base_url.rstrip("/")
        application = await stack.enter_async_context(
            talking(context, token=token, base_url=base_url, role=role, poll=not hook)
        )
        secret = hashlib.sha256(f"webhook:{token}".encode()).hexdigest()
        routes = [webhook.route(application, secret)] if hook else []
        stop = _asked_to_stop()
        if settings.web.port:
            web = create_web(
                context.database,
                clock,
                ready=lambda: application.running and not stop.is_set(),
                routes=routes,
            )
            try:
                await stack.enter_async_context(running(web, settings.web.port, settings.web.host))
            except OSError:
                raise ConfigError(f"Port {settings.web.port} is taken: choose another web.port.") from None
        if hook:
            try:
                await webhook.announce(application, hook, secret)
            except TelegramError as error:
                raise ConfigError(f"Telegram refuses telegram.webhook_url ({error.message}).") from None
        if role != "chat" and settings.backup.keep_days:
            copying = asyncio.create_task(
                back_up_nightly(
                    context.database,
                    settings.database.url,
                    clock,
                    settings.backup.folder,
                    settings.backup.keep_days,
                )
            )
            stack.callback(copying.cancel)
        log.info("On Record is running.")
        await stop.wait()


@asynccontextmanager
async def playing(settings: Settings, *, port: int, database: str | None = None) -> AsyncIterator[str]:
    """Run the bot against a Bot API server of its own on loopback; yields the page's address.

    Without `database` the record is a new one and is forgotten at the end.
    """
    clock = MovableClock(opening_instant())
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-"))
        url = database or f"sqlite:///{Path(folder) / 'playground.db'}"
        settings = settings.model_copy(update={"database": settings.database.model_copy(update={"url": url})})
        context = await stack.enter_async_context(opened(settings, clock))

        async def next_due() -> datetime | None:
            async with context.database.read() as session:
                return await deliveries.next_due(session)

        server = create_server(clock, next_due=next_due, limits=False)
        try:
            actual = await stack.enter_async_context(running(server, port))
        except OSError:
            raise ConfigError(f"Port {port} is taken: choose another with --port.") from None
        address = f"http://127.0.0.1:{actual}"
        await stack.enter_async_context(talking(context, token="1:playground", base_url=address))  # noqa: S106 - any token will do there
        yield address


async def play(settings: Settings, *, port: int, database: str | None, tell: Callable[[str], None]) -> None:
    """Run the playground until it is told to stop; `tell` is given the page's address once it is up."""
    async with playing(settings, port=port, database=database) as address:
        tell(address)
        await _asked_to_stop().wait()


def _asked_to_stop() -> asyncio.Event:
    """Return what is set when the program is told to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    return stop
