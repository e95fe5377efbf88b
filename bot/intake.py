"""From what was sent to a filed article: ingest, extract and file, with the slow parts off the event loop."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.extract import read
from bot.extract.reading import Published, Reading
from bot.ingest.article import Article
from bot.track.filing import Filed, file
from storage.session import Database
