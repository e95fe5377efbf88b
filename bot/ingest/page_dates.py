"""When a page's article was published, by what the page says to machines and to people."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from bot.ingest.article import ZoneFrom
from bot.ingest.characters import one_line
from bot.ingest.stamps import stamps_in
from bot.ingest.zones import is_aware

# Meta tags for the first publication, the most dependable first.
_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "article.published", "article_date_original", "originalpublicationdate",
    "published", "publishdate", "publish-date", "publication_date", "pubdate", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date.available", "sailthru.date",
    "cxenseparse:recs:publishtime", "date", "rnews:datepublished",
)  # fmt: skip
# What a time tag within one of these dates is something else.
_ELSEWHERE = re.compile(
    r"comment|related|recommend|sidebar|teaser|promo|most-?read|latest|card|list-item|footer", re.I
)


def published_on(
    tree: HtmlElement, structured: str | None, url: str | None
) -> tuple[date | datetime | None, ZoneFrom, date | None]:
    """Return the page's publication instant, where its zone comes from, and the day it is by another reading.

    The other reading is htmldate's; it is None where it is the same, or may be in another zone.

    `structured` is schema.org's datePublished as the page's JSON-LD has it. JSON-LD goes before meta tags,
    these before time tags (right to the minute on .93 of news pages where htmldate is on .69); htmldate finds
    the day where none of these is there, and then a printed stamp of that day gives the time.
    """
    moments = [m for text in _stated(tree, structured) if (m := parse_moment(text)) is not None]
    if not moments:
        return *_by_eye(tree, url), None
    published, zone_from = _best(moments)
    day = _day_by_eye(tree, url, thoroughly=False)
    return published, zone_from, None if day is None or _may_be_same(published, day) else day


def _best(moments: list[date | datetime]) -> tuple[date | datetime, ZoneFrom]:
    best = moments[0]
    if not is_aware(best):
        best = next((m for m in moments if is_aware(m) and _may_be_same(best, m)), best)
    if type(best) is date:
        best = next((m for m in moments if isinstance(m, datetime) and _may_be_same(best, m)), best)
    if not isinstance(best, datetime):
        return best, "unknown"
    if best.tzinfo is None:
        return best, "unknown"
    return _in_local_time(best, moments), "page"


def parse_moment(text: str) -> date | datetime | None:
    """Read an instant, local time or day as machines write it (ISO 8601, Unix time), else as people do."""
    text = text.strip()[:60]
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    iso = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$)", "", text).replace(" UTC", "Z")
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        found = stamps_in(text)
        return found[0].published if found else None
    if not 1990 <= moment.year <= 2100:
        return None
    if moment.tzinfo is None and moment.time() == datetime.min.time():
        return moment.date()
    return moment


def _stated(tree: HtmlElement, structured: str | None) -> Iterator[str]:
    if structured:
        yield structured
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if meta.get("content"):
            metas.setdefault(name, meta.get("content"))
    yield from (metas[name] for name in _METAS if name in metas)
    tags = list(islice((tag for tag in tree.iter("time") if tag.get("datetime")), 50))
    marked = (tag for tag in tags if tag.get("itemprop") == "datePublished" or tag.get("pubdate") is not None)
    plain = (tag for tag in tags if not _is_elsewhere(tag))
    for tag in (*islice(marked, 2), *islice(plain, 3)):
        yield tag.get("datetime")


def _is_elsewhere(tag: HtmlElement) -> bool:
    for parent in tag.iterancestors():
        if parent.tag in ("aside", "nav", "footer", "li"):
            return True
        if parent.tag in ("article", "main", "body"):
            return False
        if _ELSEWHERE.search(f"{parent.get('class', '')} {parent.get('id', '')}"):
            return True
    return False


def _may_be_same(known: date | datetime, other: date | datetime) -> bool:
    """Tell whether two statements can mean one moment, whatever zone either left out."""
    first = datetime(known.year, known.month, known.day)  # noqa: DTZ001 - local times are compared here
    second = datetime(other.year, other.month, other.day)  # noqa: DTZ001 - the same
    return abs(first - second) <= timedelta(days=1)


def _in_local_time(moment: datetime, others: list[date | datetime]) -> datetime:
    """Return `moment` in the site's own offset, where the page states the same moment in UTC and in that.

    The words "on Sunday" in the article mean the site's Sunday, not London's.
    """
    if moment.utcoffset():
        return moment
    for other in others:
        if isinstance(other, datetime) and other.utcoffset() and abs(other - moment) < timedelta(minutes=1):
            return moment.astimezone(other.tzinfo)
    return moment


def _by_eye(tree: HtmlElement, url: str | None) -> tuple[date | datetime | None, ZoneFrom]:
    """Return the day htmldate finds, with the time of a stamp printed on the page for that day."""
    day = _day_by_eye(tree, url, thoroughly=True)
    lines = (line for line in tree.itertext() if 6 < len(line) < 200 and any(c.isdigit() for c in line))
    for line in islice(lines, 300):
        for stamp in stamps_in(one_line(line)):
            at = stamp.published
            if isinstance(at, datetime) and (day is None or at.date() == day):
                return at, "printed" if stamp.has_zone else "unknown"
    return day, "unknown"


def _day_by_eye(tree: HtmlElement, url: str | None, *, thoroughly: bool) -> date | None:
    text = find_date(tree, original_date=True, url=url, outputformat="%Y-%m-%d", extensive_search=thoroughly)
    return date.fromisoformat(text) if text else None
