"""From what was sent to a filed article: ingest, read and file, with the slow parts off the event loop."""

import asyncio
from dataclasses import dataclass

from bot import metrics
from bot.clock import Clock
from bot.extract import read
from bot.extract.reading import Published, Reading
from bot.ingest.article import Article, UnreadableError
from bot.ingest.confined import confined
from bot.ingest.documents import from_file
from bot.ingest.fetch import Fetcher
from bot.ingest.links import from_link
from bot.ingest.locale import day_first
from bot.ingest.plain_text import from_text
from bot.llm import FindAttributions, locally
from bot.track import embedding, filing
from bot.track.filing import Filed
from storage.session import Database


@dataclass(frozen=True, slots=True)
class Text:
    """Words pasted or forwarded; a forwarded post brings its channel and its date as fallbacks."""

    text: str
    source: str | None = None
    published: Published = None


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a page."""

    url: str


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    content: bytes


LONGEST = 300_000  # characters: a book is no article, and would keep the reader busy for minutes

Material = Text | Link | File


class Intake:
    """Takes in whatever people send. `find` finds who said what where it is not to be found locally."""

    def __init__(
        self, database: Database, clock: Clock, fetcher: Fetcher, find: FindAttributions = locally
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._find = find

    async def ingest(self, material: Material) -> Article:
        """Make a clean article of it. Raises UnreadableError with a sentence for the user."""
        article = await self._ingest(material)
        if len(article.text) > LONGEST:
            raise UnreadableError(
                f"That text has over {LONGEST:,} characters, far more than an article: "
                "send one article at a time."
            )
        return article

    async def _ingest(self, material: Material) -> Article:
        match material:
            case Link(url):
                return await from_link(url, self._fetcher)
            case File(name, content):
                return await confined(from_file, name, content)
            case Text(text, source, published):
                return await asyncio.to_thread(
                    lambda: from_text(text, fallback_source=source, fallback_published=published)
                )

    async def file(self, article: Article, chat_id: int | None) -> Filed:
        """Read the article and file it; what the followers of its story are owed is owed with it."""
        reading = await self.read(article)
        async with self._database.begin() as session:
            filed = await filing.file(session, article, reading, now=self._clock.now(), chat_id=chat_id)
        if filed.new:
            await embedding.catch_up(self._database)
        return filed

    async def read(self, article: Article, *, numeric_day_first: bool | None = None) -> Reading:
        """Read a clean article in a worker thread.

        `numeric_day_first` is how it writes numeric dates, if a person has said so; else its address tells.
        """
        order = day_first(article.url) if numeric_day_first is None else numeric_day_first
        with metrics.READING.time():
            given = await self._find(article.text)
            return await asyncio.to_thread(read, article.text, article.published, given, day_first=order)
