"""A made-up press on loopback for the feed soak: papers with feeds, their articles, and all that goes wrong.

Each paper is drawn from its number. The server notes what it is asked for when, in the time of the soak's own
clock, and what it has allowed.
"""

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import urlsplit

from bot.ingest.feeds import cadence
from bot.ingest.feeds.feed import MOST_ENTRIES

START = datetime(2024, 5, 6, tzinfo=UTC)
DAY = timedelta(days=1)
LISTED = 40  # entries a feed shows at a time: enough that none leaves it unseen
ROBOTS = "User-agent: *\nDisallow: /private/\n"
NOUNS = """anchor barge beacon berth bollard breakwater buoy cable canal cargo chandler channel coal crane
customs deck depot dock dredger estuary ferry fleet freight grain granary gull hatch hull jetty keel ledger
lighter lock mast mole mooring net pier pilot quay ramp rope salt shed ship slipway sluice tariff tide timber
tug warehouse wharf winch""".split()  # noqa: SIM905 - a list of words reads best as words


class SteppedClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.instant = START

    def now(self) -> datetime:
        return self.instant


@dataclass(slots=True)
class Paper:
    """One paper: how it publishes, what it allows, and what it has been asked."""

    number: int
    kind: str
    published: list[datetime]
    ttl: timedelta
    max_age: timedelta
    tags: bool
    private: set[int]
    earliest: datetime = START
    visits: int = 0
    read: Counter[int] = field(default_factory=Counter)

    @property
    def host(self) -> str:
        return f"paper{self.number}.example"


def paper(number: int) -> Paper:
    """Draw a paper."""
    draw = random.Random(number)  # noqa: S311 - a made-up world
    count = draw.choice((0, 1, 2, 4, 8))
    published = sorted(START + DAY * draw.random() for _ in range(count))
    kind = draw.choice(("rss", "rss", "atom", "json"))
    ttl = draw.choice((timedelta(0), timedelta(minutes=30), timedelta(hours=2)))
    return Paper(
        number,
        kind=kind,
        published=[START, *published],
        ttl=ttl if kind == "rss" else timedelta(0),  # the others have no word for it
        max_age=draw.choice((timedelta(0), timedelta(minutes=20), timedelta(hours=1))),
        tags=draw.random() < 0.7,
        private={place for place in range(1, count + 1) if draw.random() < 0.05},
    )


class World:
    """All papers, and the server that answers for them."""

    def __init__(self, papers: int, clock: SteppedClock) -> None:
        self.papers = [paper(number) for number in range(papers)]
        self.clock = clock
        self.port = 0
        self.requests: Counter[str] = Counter()
        self.wrongs: list[str] = []
        self.most_at_once = 0
        self.faults = True
        self._open: Counter[str] = Counter()
        self._luck = random.Random(0)  # noqa: S311 - the same

    def address(self, one: Paper, path: str = "/feed") -> str:
        """Where something of a paper's is."""
        return f"http://{one.host}:{self.port}{path}"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request, and close."""
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = lines[0].split(" ")[1]
            headers = {n.lower(): v for n, _, v in (line.partition(": ") for line in lines[1:])}
            one = self.papers[int(headers["host"].partition(".")[0].removeprefix("paper"))]
            self._open[one.host] += 1
            self.most_at_once = max(self.most_at_once, self._open.total())
            if self._open[one.host] > 1:
                self.wrongs.append(f"{one.host} was asked for two things at once")
            try:
                await asyncio.sleep(0.01)  # as a site takes, so that what is asked for side by side is seen
                await self._write(writer, one, path, headers)
            finally:
                self._open[one.host] -= 1
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            self.requests["hung up"] += 1
        finally:
            writer.close()

    async def _write(
        self, writer: asyncio.StreamWriter, one: Paper, path: str, headers: dict[str, str]
    ) -> None:
        if path == "/robots.txt":
            self.requests["robots.txt"] += 1
            _send(writer, 200, ROBOTS)
        elif path.startswith("/private/"):
            self.wrongs.append(f"{one.host}{path} was asked for, which robots.txt forbids")
            _send(writer, 200, "")
        elif path.startswith("/news/"):
            self._article(writer, one, int(urlsplit(path).path.removeprefix("/news/")))
        else:
            await self._feed(writer, one, path, headers)

    def _article(self, writer: asyncio.StreamWriter, one: Paper, place: int) -> None:
        if self.faults and not one.read[place] and self._luck.random() < 0.1:
            self.requests["article, 503"] += 1
            _send(writer, 503, "")
            return
        self.requests["article"] += 1
        one.read[place] += 1
        _send(writer, 200, article(one, place))

    async def _feed(
        self, writer: asyncio.StreamWriter, one: Paper, path: str, headers: dict[str, str]
    ) -> None:
        now = self.clock.now()
        one.visits += 1
        self.requests["feed"] += 1
        if now < one.earliest:
            self.wrongs.append(f"{one.host} was asked for its feed {one.earliest - now} too soon")
        one.earliest = now + max(one.ttl, cadence.SHORTEST * 0.9)
        fault = self._luck.random() if self.faults else 1.0
        if fault < 0.02:
            self.requests["feed, 500"] += 1
            _send(writer, 500, "")
        elif fault < 0.04:
            wait = timedelta(hours=self._luck.choice((1, 2, 3)))
            one.earliest = now + wait
            self.requests["feed, 429 with Retry-After"] += 1
            in_words = self._luck.random() < 0.5
            stated = format_datetime(now + wait, usegmt=True) if in_words else str(wait.seconds)
            _send(writer, 429, "", **{"Retry-After": stated})
        elif fault < 0.05:
            self.requests["feed, cut short"] += 1
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<rss>")
        elif fault < 0.06:
            self.requests["feed, an error page"] += 1
            _send(writer, 200, "<!DOCTYPE html><html><p>Back soon</p></html>")
        elif fault < 0.061:
            self.requests["feed, no answer"] += 1
            await asyncio.sleep(3)
        elif one.number % 10 == 3 and path == "/feed" and now > START + DAY / 2:
            self.requests["feed, moved for good"] += 1
            one.earliest = now
            _send(writer, 301, "", Location="/moved")
        else:
            self._whole_feed(writer, one, headers, now)

    def _whole_feed(
        self, writer: asyncio.StreamWriter, one: Paper, headers: dict[str, str], now: datetime
    ) -> None:
        one.earliest = now + max(one.ttl, one.max_age, cadence.SHORTEST * 0.9)
        listed = [place for place, at in enumerate(one.published) if at <= now][-LISTED:]
        more = {"Cache-Control": f"max-age={int(one.max_age.total_seconds())}"} if one.max_age else {}
        if one.tags:
            more["ETag"] = f'"{len(listed)}"'
            if headers.get("if-none-match") == more["ETag"]:
                self.requests["feed, 304"] += 1
                _send(writer, 304, "", **more)
                return
        _send(writer, 200, self._listing(one, listed), **more)

    def _listing(self, one: Paper, listed: list[int]) -> str:
        """A feed that now and then calls an entry otherwise, orders them anew, or adds to an address."""
        places = listed[::-1] if self._luck.random() < 0.9 else self._luck.sample(listed, len(listed))
        entries = []
        for place in places:
            renamed = "x" if self.faults and self._luck.random() < 0.02 else ""
            tracked = "?utm_source=feed" if self._luck.random() < 0.1 else ""
            kind = "private" if place in one.private else "news"
            entries.append((f"{place}{renamed}", f"/{kind}/{place}{tracked}", f"{one.host} {place}"))
        assert len(entries) < MOST_ENTRIES
        if one.kind == "json":
            items = [{"id": i, "url": self.address(one, path), "title": t} for i, path, t in entries]
            return json.dumps(
                {"version": "https://jsonfeed.org/version/1.1", "title": one.host, "items": items}
            )
        if one.kind == "atom":
            found = "".join(
                f"<entry><id>{i}</id><link href='{self.address(one, path)}'/><title>{t}</title></entry>"
                for i, path, t in entries
            )
            return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{one.host}</title>{found}</feed>"
        ttl = f"<ttl>{int(one.ttl.total_seconds() // 60)}</ttl>" if one.ttl else ""
        found = "".join(
            f"<item><guid isPermaLink='false'>{i}</guid><link>{self.address(one, path)}</link>"
            f"<title>{t}</title></item>"
            for i, path, t in entries
        )
        return f"<rss version='2.0'><channel><title>{one.host}</title>{ttl}{found}</channel></rss>"


def article(one: Paper, place: int) -> str:
    """The page of an article whose words are its own."""
    draw = random.Random(one.number * 1000 + place)  # noqa: S311 - the same

    def some() -> str:
        return " ".join(draw.choices(NOUNS, k=6))

    at = one.published[place]
    text = "".join(
        f"<p>The {some()} of port {one.number} is to see to the {some()}, its master said of {some()}.</p>"
        for _ in range(4)
    )
    head = f"<meta property='article:published_time' content='{at.isoformat()}'>"
    return (
        f"<!doctype html><html><head><title>{some()}</title>{head}</head><body>"
        f"<article><h1>{some()}</h1>{text}</article></body></html>"
    )


def _send(writer: asyncio.StreamWriter, status: int, body: str, **headers: str) -> None:
    content = body.encode()
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join(
        [f"HTTP/1.1 {status} X", f"Content-Length: {len(content)}", "Connection: close", *lines]
    )
    writer.write(f"{head}\r\n\r\n".encode() + content)
