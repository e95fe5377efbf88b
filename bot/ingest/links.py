"""From a link to an Article."""

import re
from dataclasses import replace

from courlan import clean_url

from bot.ingest.article import Article, UnreadableError
from bot.ingest.characters import clean
from bot.ingest.charset import decode
from bot.ingest.confined import confined
from bot.ingest.fetch import Fetcher, Page
from bot.ingest.html import from_html
from bot.ingest.pdf import from_pdf
from bot.ingest.plain_text import from_text

_LINK = re.compile(
    r"<?(?P<link>(?:https?://|www\.)[^\s<>\"]{4,2000}|(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/[^\s<>\"]{1,2000})>?",
    re.IGNORECASE,
)

_CACHE = re.compile(
    r"https?://(?:[\w-]+\.cdn\.ampproject\.org/[a-z]/|(?:www\.)?google\.[a-z.]{2,6}/amp/)(?:s/)?(?P<rest>[\w-]+\.\S+)",
    re.IGNORECASE,
)
_VARIANT = re.compile(
    r"(?:amp|print|printable)(?:=(?:1|true|yes|y|amp)?)?|(?:output|outputType|view|mode)=(?:amp|print)"
)
# Behind a name of its own: "/amp" alone is a section of a site.
_VARIANT_PATH = re.compile(r"(https?://[^/]+/.+)(?:/(?:amp|print)(/?)|\.amp(\.html)?)")


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
    """Return `url` without tracking parameters, fragment and needless parts.

    What caches keep, and the variants for phones (AMP) and printers, have the article's own address.
    """
    cached = _CACHE.match(url)
    if cached:
        url = f"https://{cached['rest']}"
    address, _, query = url.partition("#")[0].partition("?")
    kept = "&".join(one for one in query.split("&") if not _VARIANT.fullmatch(one))
    variant = _VARIANT_PATH.fullmatch(address)
    if variant:
        address = "".join(part or "" for part in variant.groups())
    url = f"{address}?{kept}" if kept else address
    return clean_url(url) or url


async def from_link(url: str, fetcher: Fetcher) -> Article:
    """Fetch and read the article at `url`.

    The article's `url` is the canonical one. Raises UnreadableError, in a sentence for the user:
    FeedFoundError where the link is a feed.
    """
    page = await fetcher.page(url)
    if page.content_type == "feed":
        raise FeedFoundError(page)
    article = await confined(read, page)
    return replace(article, url=canonical(article.url or page.url))


def read(page: Page) -> Article:
    """Read the article on a page that was fetched. Raises UnreadableError where there is none."""
    if page.content_type == "application/pdf":
        return replace(from_pdf(page.content), url=page.url)
    if page.content_type == "text/plain":
        return replace(from_text(decode(page.content, page.charset)), url=page.url)
    return from_html(page.content, url=page.url, charset=page.charset)
