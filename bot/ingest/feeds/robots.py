"""What a site's robots.txt lets a program read that comes of itself (RFC 9309)."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from bot.clock import Clock
from bot.ingest.article import UnreadableError
from bot.ingest.characters import clean
from bot.ingest.fetch import Fetcher

NAME = "OnRecord"
"""What this program goes by in robots.txt."""

_KEPT = timedelta(days=1)  # no longer, says RFC 9309
_AGAIN = timedelta(hours=1)  # after a site that did not answer
_LONGEST = 512 * 1024  # bytes read, the least RFC 9309 allows
_MOST = 20_000_000  # characters of all that are kept
_MOST_SITES = 20_000
_LONGEST_DELAY = timedelta(minutes=10)

_ALL = ""
_NOTHING = "User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True)
class _Rules:
    text: str
    until: datetime


class Robots:
    """Keeps each site's rules for a day. Where there are none all may be read, in trouble nothing."""

    def __init__(self, fetcher: Fetcher, clock: Clock) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._rules: OrderedDict[str, _Rules] = OrderedDict()
        self._size = 0

    async def allows(self, url: str) -> bool:
        """Tell whether the page at `url` may be read."""
        rules = await self._of(url)
        return not rules or Protego.parse(rules).can_fetch(url, NAME)

    async def delay(self, url: str) -> timedelta:
        """Return how long its site asks to wait between two pages."""
        rules = await self._of(url)
        seconds = Protego.parse(rules).crawl_delay(NAME) if rules else None
        return min(timedelta(seconds=seconds), _LONGEST_DELAY) if seconds and seconds > 0 else timedelta(0)

    async def _of(self, url: str) -> str:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        known = self._rules.get(site)
        now = self._clock.now()
        if known is not None and known.until > now:
            return known.text
        text, kept = await self._fetched(f"{site}/robots.txt")
        self._keep(site, _Rules(text, now + kept))
        return text

    async def _fetched(self, url: str) -> tuple[str, timedelta]:
        try:
            answer = await self._fetcher.answer(url)
        except UnreadableError:
            return _NOTHING, _AGAIN
        if answer.status == 200:
            return clean(answer.content[:_LONGEST].decode("utf-8", "replace")), _KEPT
        # What a site does not have or does not show forbids nothing; where it is in trouble, all waits.
        return (_ALL, _KEPT) if answer.status < 500 and answer.status != 429 else (_NOTHING, _AGAIN)

    def _keep(self, site: str, rules: _Rules) -> None:
        old = self._rules.pop(site, None)
        self._size += len(rules.text) - (len(old.text) if old else 0)
        self._rules[site] = rules
        while self._size > _MOST or len(self._rules) > _MOST_SITES:
            _, gone = self._rules.popitem(last=False)
            self._size -= len(gone.text)
