"""From a link to an Article."""

import asyncio
import re
from dataclasses import replace

from courlan import clean_url

from bot.ingest.article import Article, LaterError, UnreadableError
from bot.ingest.characters import clean
from bot.ingest.charset import decode
from bot.ingest.fetch import Fetcher, Page
from bot.ingest.html import from_html
from bot.ingest.plain_text import from_text

_LINK = re.compile(
    r"<?(?P<link>(?:https?://|www\.)[^\s<>\"]{4,2000}|(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/[^\s<>\"]{1,2000})>?",
    re.IGNORECASE,
)

# Pages of newspapers take a tenth of one.
_READING_SECONDS = 30


class FeedFoundError(UnreadableError):
    """A link leads to a feed, fetched as `page`, and not to an article."""

    def __init__(self, page: Page) -> None:
        super().__init__("That link is a feed, not an article: send the link of one article.")
        self.page = page


def is_link(text: str) -> str | None:
    """Return the link when `text` is a link and nothing else, with https:// before it if it has no scheme."""
    found = _LINK.fullmatch(clean(text).strip())
    if not found:
        return None
    link = found["link"]
    return link if re.match(r"https?://", link, re.IGNORECASE) else f"https://{link}"


def canonical(url: str) -> str:
    """Return `url` without tracking parameters, fragment and needless parts."""
    return clean_url(url.partition("#")[0]) or url


async def from_link(url: str, fetcher: Fetcher) -> Article:
    """Fetch and read the article at `url`, on a thread of its own since reading a page takes a while.

    The article's `url` is the canonical one. Raises UnreadableError, in a sentence for the user:
    FeedFoundError where the link is a feed.
    """
    page = await fetcher.page(url)
    if page.content_type == "feed":
        raise FeedFoundError(page)
    try:
        async with asyncio.timeout(_READING_SECONDS):
            article = await asyncio.to_thread(_read, page)
    except TimeoutError:
        # On a machine with much to do it may take less another time.
        raise LaterError(
            "That page is built in a way that takes too long to read: paste the article's text instead."
        ) from None
    return replace(article, url=canonical(article.url or page.url))


def _read(page: Page) -> Article:
    if page.content_type == "text/plain":
        return replace(from_text(decode(page.content, page.charset)), url=page.url)
    return from_html(page.content, url=page.url, charset=page.charset)
