"""A question that leans on the one before it: "and Macron?", "what about grain?", "and in May?"."""

import re
from datetime import date

from bot.answer.query import Query
from bot.answer.understood import understood
from storage.session import AsyncSession

_AND = re.compile(
    r"\s*(?:and|or|but)?\s*(?:what|how)\s+about\s+(?P<about>[^?]{1,80}?)\s*\?*\s*"
    r"|\s*(?:and|or|but)\s+(?P<and>[^?]{1,80}?)\s*\?*\s*",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\s*(?:and\s+)?(?:what|anything|something)\s+else(?:\s+(?:was\s+said|did\s+\w+\s+say))?\s*\?*\s*|\s*more\s*\?*\s*",
    re.IGNORECASE,
)


def asks_for_more(words: str) -> bool:
    """Tell whether the rest of the last answer is wanted."""
    return _ELSE.fullmatch(words) is not None


def leans(words: str) -> bool:
    """Tell whether a question needs the one before it to be understood."""
    return _AND.fullmatch(words) is not None


async def follow_up(session: AsyncSession, words: str, before: str, today: date) -> str:
    """Return in full what `words` ask after the question `before`, as it is where they lean on nothing."""
    match = _AND.fullmatch(words)
    if match is None:
        return words
    rest = match["about"] or match["and"]
    earlier = await understood(session, before, today)
    named = await understood(session, f"what did {rest} say", today)
    about = " ".join(earlier.topic)
    if named.since or named.until:
        return _asked(earlier, earlier.who, about, rest)
    if named.speakers or (earlier.who and named.unknown_name and rest[:1].isupper()):
        return _asked(earlier, rest, about, _days(earlier))
    return _asked(earlier, earlier.who, rest, _days(earlier))


def _asked(earlier: Query, who: str, about: str, when: str) -> str:
    verb = earlier.acts[0] if earlier.acts else "say"
    opening = f"what did {who} {verb}" if who else "what was said"
    return " ".join(part for part in (opening, about and f"about {about}", when) if part)


def _days(query: Query) -> str:
    since = f"since {query.since.isoformat()}" if query.since else ""
    until = f"until {query.until.isoformat()}" if query.until else ""
    return f"{since} {until}".strip()
