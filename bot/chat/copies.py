"""Where else an article ran, and what a copy is a copy of."""

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.callbacks import button
from bot.chat.render import escape, link, shorten, title_link
from bot.chat.turn import Turn
from storage import articles
from storage.models import Article

SHOWN = 4
LOOKED_AT = 30


async def note(turn: Turn, article: Article) -> str:
    """Return the line that says where else an article ran, or what it copies; else nothing."""
    if article.copy_of_id is not None:
        original = await articles.get(turn.session, article.copy_of_id)
        if original is not None:
            return f"Mostly the same as {title_link(original)}: here is only what it adds."
    found = [
        copy for copy in await articles.copies_of(turn.session, article.id, limit=LOOKED_AT) if copy.source
    ]
    names = list(dict.fromkeys(_name(copy, turn) for copy in found[:SHOWN]))
    more = " and elsewhere" if len(found) > SHOWN else ""
    return f"Also ran in {', '.join(names)}{more}." if names else ""


def to_original(article: Article) -> list[InlineKeyboardButton]:
    """Return the button that leads from a copy to what it copies."""
    return [button("To the original", "card", article.copy_of_id)] if article.copy_of_id is not None else []


def _name(copy: Article, turn: Turn) -> str:
    name = escape(shorten(copy.source or "", 60))
    day = dates.published_day(copy)
    return f"{link(copy.url, name)}{f' ({dates.day(day)})' if day else ''}"
