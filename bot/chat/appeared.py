"""When an article appeared, where its page says two things: a person may choose the other."""

from dataclasses import replace
from typing import cast

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.callbacks import button
from bot.ingest import article as ingest
from bot.ingest.zones import is_aware
from storage.models import Article


def question(article: Article) -> tuple[str, list[InlineKeyboardButton]] | None:
    """Return what to say of another day the page gives, with a button to take it; None without one."""
    other = dates.day_of(article.otherwise)
    if other is None:
        return None
    text = f"Its page also gives {dates.day(other)} as the day it appeared."
    return text, [button(f"It appeared on {dates.day(other)}", "appeared", article.id)]


def ingested(article: Article) -> ingest.Article:
    """Return a filed article as it was before it was read."""
    return ingest.Article(
        text=article.text,
        title=article.title,
        source=article.source,
        authors=tuple(article.authors),
        url=article.url,
        published=ingest.published_of(article.published),
        zone_from=cast(ingest.ZoneFrom, article.zone_from),
        language=article.language,
        otherwise=ingest.published_of(article.otherwise),
    )


def the_other_way(article: Article) -> ingest.Article:
    """Return a filed article as it was before it was read, its two instants exchanged."""
    chosen = ingest.published_of(article.otherwise)
    zone_from: ingest.ZoneFrom = "page" if is_aware(chosen) else "unknown"
    former = ingest.published_of(article.published)
    return replace(ingested(article), published=chosen, zone_from=zone_from, otherwise=former)
