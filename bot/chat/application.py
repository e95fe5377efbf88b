"""Builds the Telegram application: handlers from the registry, updates in order, deliveries woken."""

from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import metrics
from bot.chat import context as contexts
from bot.chat import errors, incoming, registry, start
from bot.chat.context import KEY, Context, Telegram
from bot.chat.deliver import Deliverer
from bot.chat.order import InOrder
from bot.chat.pace import Counted
from bot.chat.paste import Pastes
from bot.chat.waking import JOB, Waker, watch
from bot.clock import MovableClock
from bot.track import embedding
from bot.track.dispatch import Dispatcher
from bot.track.pacing import PER_SECOND, Pacer
from storage import pace

App = Application[Any, Any, Any, Any, Any, Any]

CONNECTIONS = 96  # as many deliveries at once as the dispatcher sends, and answers beside them
DISPATCHER = "dispatcher"
NEW = filters.UpdateType.MESSAGES & ~filters.UpdateType.EDITED


def build(context: Context, *, token: str, base_url: str, base_file_url: str) -> App:
    """Return the application, not yet started.

    `base_url` and `base_file_url` end in "/bot" and "/file/bot", as python-telegram-bot has them. Whoever
    runs it awaits `greet` where it talks and calls `dispatch` where it sends what is owed, once it is
    initialized.
    """
    database = context.database

    async def reserve(turns: int) -> float:
        async with database.begin() as session:
            return await pace.reserve(session, "telegram", turns, PER_SECOND)

    pacer = Pacer(reserve=reserve if database.shared else None)
    application: App = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url)
        .base_file_url(base_file_url)
        .concurrent_updates(InOrder())
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(20)
        .rate_limiter(Counted(pacer))
        .build()
    )
    application.bot_data[KEY] = context
    sender = Deliverer(application.bot, database, context.clock)
    application.bot_data[DISPATCHER] = Dispatcher(database, context.clock, sender, pacer)
    application.bot_data[incoming.PASTES] = Pastes(application.create_task)
    _add_handlers(application)
    return application


async def _catch_up(telegram: Telegram) -> None:
    """Embed some of what was filed before there were embeddings, or read again with another date."""
    await embedding.catch_up(contexts.of(telegram).database, articles=embedding.AT_ONCE)


async def _count(_: object, __: object) -> None:
    metrics.UPDATES.inc()


def _add_handlers(application: App) -> None:
    application.add_handler(TypeHandler(Update, _count), group=-1)
    for command in registry.COMMANDS:
        application.add_handler(CommandHandler(command.name, incoming.on_command(command), NEW))
    application.add_handlers(
        [
            MessageHandler(NEW & filters.COMMAND, incoming.on_unknown_command),
            CallbackQueryHandler(incoming.on_press),
            MessageHandler(filters.StatusUpdate.MIGRATE, incoming.on_migration),
            MessageHandler(NEW & filters.LOCATION, incoming.on_location),
            MessageHandler(NEW & filters.Document.ALL, incoming.on_document),
            MessageHandler(NEW & filters.TEXT, incoming.on_text),
            MessageHandler(NEW & ~filters.StatusUpdate.ALL, incoming.on_anything_else),
            ChatMemberHandler(incoming.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    application.add_error_handler(errors.on_error)


def dispatch(application: App) -> None:
    """Send what is owed from now on, and see to what else is to be done in its time."""
    context: Context = application.bot_data[KEY]
    queue = application.job_queue
    if queue is None:
        raise RuntimeError("python-telegram-bot is installed without its job-queue extra")
    dispatcher: Dispatcher = application.bot_data[DISPATCHER]
    waker = Waker(dispatcher, context.clock, queue, shared=context.database.shared)
    context.wake = waker.wake
    if isinstance(context.clock, MovableClock):
        context.clock.on_move(waker.wake)
    waker.start()
    watch(context.poller, context.clock, queue)
    queue.run_repeating(_catch_up, embedding.EVERY, name="embed", job_kwargs=JOB)


async def greet(application: App) -> None:
    """Publish the command menu and the description."""
    try:
        await application.bot.set_my_commands(registry.menu())
        await application.bot.set_my_description(start.DESCRIPTION)
    except TelegramError as error:
        errors.log.warning("the command menu could not be set: %s", error.message)
