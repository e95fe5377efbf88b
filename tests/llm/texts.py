"""An article of our own, and the words of spans in it."""

from datetime import UTC, date, datetime

from bot.extract.reading import Attribution
from tests.llm.endpoint import claim

NOW = datetime(2027, 5, 31, 7, 0, tzinfo=UTC)
TODAY = date(2027, 5, 31)
FERRY = (
    "The ferry to Holm will sail again on 14 June, harbour master Ines Brandt said on Monday.\n\n"
    "“We have waited two years for this,” Brandt said. “Nobody is happier than the bakers.”\n\n"
    "Oto Vance, who runs the rival line, denied that fares would rise."
)
SAILS = claim("harbour master Ines Brandt", "said", "The ferry to Holm will sail again on 14 June")
WAITED = claim(
    "Brandt", "said", "“We have waited two years for this,”", "“Nobody is happier than the bakers.”"
)
DENIED = claim("Oto Vance, who runs the rival line", "denied", "that fares would rise")

Words = tuple[str | None, str, tuple[str, ...]]


def words(text: str, found: Attribution) -> Words:
    """The words of source, cue and content."""
    source = [text[s:e] for s, e in found.source]
    [(start, end)] = found.cue
    return source[0] if source else None, text[start:end], tuple(text[s:e] for s, e in found.content)
