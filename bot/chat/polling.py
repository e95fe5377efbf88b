"""Asking Telegram for updates, by one program at a time: the others stand by and take over when it dies."""

import asyncio
import logging

from telegram import Update
from telegram.error import TelegramError

from bot.chat.application import App
from storage.session import Database, StorageError

LOOK = 2.0  # seconds between looks at who asks
HOLD = "polling"

log = logging.getLogger(__name__)


async def poll(application: App, database: Database) -> None:
    """Ask for updates while this program is the one that may; runs until it is cancelled."""
    updater = application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    while True:
        try:
            hold = await database.hold(HOLD)
        except StorageError as error:
            log.error("nobody can be asked for updates: %s", error)
            hold = None
        if hold is not None:
            try:
                await updater.start_polling(allowed_updates=Update.ALL_TYPES, error_callback=_failed)
                log.info("asking Telegram for updates")
                while not await hold.lost():  # noqa: ASYNC110 - a lost connection tells nobody
                    await asyncio.sleep(LOOK)
                log.warning("the hold on the database was lost: another program may ask for updates")
            except TelegramError as error:
                _failed(error)
            finally:
                if updater.running:
                    await updater.stop()
                await hold.release()
        await asyncio.sleep(LOOK)


def _failed(error: TelegramError) -> None:
    log.warning("Telegram did not answer: %s", type(error).__name__)
