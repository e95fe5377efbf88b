"""Dates such as 5/4/2023, which can be read two ways: nobody is reminded before a person has said which."""

import re
from datetime import date

from telegram import InlineKeyboardButton

from bot.chat import dates
from bot.chat.callbacks import button
from bot.chat.render import escape
from storage.models import Article

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")


def question(article: Article) -> tuple[str, list[InlineKeyboardButton]] | None:
    """Return what to ask about an article's first date that can be read two ways, None where it has none."""
    for timex in article.timexes:
        words = article.text[timex["start"] : timex["end"]]
        found = _NUMERIC.fullmatch(words)
        if found is None or timex.get("value"):
            continue
        first, second, year = int(found[1]), int(found[2]), int(found[3]) % 100 + 2000
        try:
            day_first, month_first = date(year, second, first), date(year, first, second)
        except ValueError:
            continue
        shown = [dates.day(day_first), dates.day(month_first)]
        text = (
            f"<b>{escape(words)}</b> can be {shown[0]} or {shown[1]}: which? Until I know, I remind nobody."
        )
        return text, [
            button(shown[0], "order", article.id, "day"),
            button(shown[1], "order", article.id, "month"),
        ]
    return None
