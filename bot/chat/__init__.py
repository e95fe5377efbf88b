"""The Telegram edge: one file per command or dialogue, each declaring its commands and buttons."""

import os

# Without it python-telegram-bot warns at every RetryAfter that it gives seconds as a plain number.
os.environ.setdefault("PTB_TIMEDELTA", "true")
