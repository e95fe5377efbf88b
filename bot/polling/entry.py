"""From what a feed lists to an article: its page, read as a link that somebody sends."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import escape

from bot.ingest.article import Article, LaterError, UnreadableError
from bot.ingest.page_dates import parse_moment
from bot.ingest.zones import is_aware
from bot.intake import File, Intake, Link
from storage.models import FeedEntry

FEWEST_WORDS = 80
"""Words of an article that only the feed tells: fewer are a teaser."""

_TAG = re.compile(r"<[^<>]{1,1000}>")


async def article_of(entry: FeedEntry, source: str, intake: Intake, *, last_try: bool) -> Article:
    """Read the page of an entry of the feed called `source`; where it shows nothing, what the feed carries.

    Raises UnreadableError where neither holds an article: LaterError where its page may, another time.
    """
    told = entry.material or {}
    try:
        if entry.url is None:
            raise UnreadableError("That entry has no page.")
        article = await intake.ingest(Link(entry.url))
    except LaterError:
        if not last_try:
            raise
        article = await _as_told(entry, source, intake)
    except UnreadableError:
        article = await _as_told(entry, source, intake)
    return _dated(article, str(told.get("published") or ""))


async def _as_told(entry: FeedEntry, source: str, intake: Intake) -> Article:
    told = entry.material or {}
    title, text = str(told.get("title") or ""), str(told.get("text") or "")
    if len(_TAG.sub(" ", text).split()) < FEWEST_WORDS:
        raise UnreadableError("The feed tells no more of that entry than a few words.")
    if not _TAG.search(text):
        text = "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text))
    page = f"<html><head><title>{escape(title)}</title></head><body><article>{text}</article></body></html>"
    article = await intake.ingest(File("entry.html", page.encode("utf-8", "replace")))
    return replace(article, url=entry.url, title=title or article.title, source=source or article.source)


def _dated(article: Article, printed: str) -> Article:
    """Return the article with the feed's date where that says more than its own and does not contradict it.

    `printed` is the date as the feed has it: one without a zone is local time, and stays so.
    """
    moment = parse_moment(printed) if printed else None
    known = article.published
    if moment is None or is_aware(known) or (known is not None and not is_aware(moment)):
        return article
    if known is not None and abs(_day(moment) - _day(known)) > timedelta(days=1):
        return article
    return replace(article, published=moment, zone_from="page" if is_aware(moment) else "unknown")


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
