"""Our own gold for what becomes of events, read from its file, and the stories as the program tracks them."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.extract import read
from bot.ingest.article import Article
from bot.track import filing
from storage import articles
from storage.session import Database

_MARKED = re.compile(r"\[([^=\]]+)=(\w+) (\S+) (\S+)\]")
_HEAD = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d) \| (.+)")


@dataclass
class Mention:
    """What an article says of an event; "optional" need not be found."""

    name: str
    date: str | None
    status: str


@dataclass
class Told:
    """One article of a story and the events it tells of."""

    doc: str
    published: datetime
    title: str
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)


@dataclass
class Life:
    """A story, and how each event stands at its end: the dates and the statuses that are right."""

    name: str
    articles: list[Told] = field(default_factory=list)
    final: dict[str, tuple[set[str | None], set[str]]] = field(default_factory=dict)

    def dates_of(self, name: str) -> set[str | None]:
        """Return every date a mention of the event may bear by now: as first told, or as it ended."""
        first = next(m.date for told in self.articles for m in told.mentions if m.name == name)
        return {first, *self.final[name][0]}


def lives() -> list[Life]:
    """Read the stories."""
    out: list[Life] = []
    for line in (Path(__file__).parent / "lives.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            out.append(Life(line[3:]))
        elif line.startswith("= "):
            name, dates, statuses = line[2:].split()
            out[-1].final[name] = ({_date(one) for one in dates.split("/")}, set(statuses.split("/")))
        elif head := _HEAD.fullmatch(line):
            doc = f"{len(out)}-{len(out[-1].articles) + 1}"
            out[-1].articles.append(Told(doc, datetime.fromisoformat(head[1]), head[2]))
        elif line and not line.startswith("#"):
            told = out[-1].articles[-1]
            told.text += ("\n\n" if told.text else "") + _MARKED.sub(r"\1", line)
            told.mentions += [Mention(m[2], _date(m[3]), m[4]) for m in _MARKED.finditer(line)]
    return out


def _date(word: str) -> str | None:
    return None if word == "none" else word


@dataclass(frozen=True)
class Tracked:
    """A mention as the program has it once everything is filed: whose it is, and how that now stands."""

    event: int
    what: str
    date: str | None
    status: str


async def tracked(database: Database, stories: list[Life]) -> dict[str, list[Tracked]]:
    """File the articles of all stories in order of time; return each article's mentions by its name."""
    for told in sorted((told for life in stories for told in life.articles), key=lambda t: t.published):
        article = Article(
            text=told.text,
            title=told.title,
            source=None,
            authors=(),
            url=None,
            published=told.published,
            zone_from="printed",
            language="en",
        )
        async with database.begin() as session:
            reading = read(told.text, told.published, ())
            await filing.file(session, article, reading, now=told.published, doc=told.doc)
    async with database.read() as session:
        return {
            row.doc: [Tracked(m.event_id, m.what, m.event.date, m.event.status) for m in row.mentions]
            async for row in articles.in_order(session)
        }
