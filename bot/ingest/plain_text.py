"""From pasted, forwarded or scraped text to an Article."""

import re
from collections.abc import Sequence

from bot.extract.reading import Published
from bot.ingest.article import Article, UnreadableError, ZoneFrom
from bot.ingest.body import body_run, without_repeats
from bot.ingest.characters import clean, without_symbols, words_of
from bot.ingest.heading import Heading, read_heading
from bot.ingest.language import language_of
from bot.ingest.layout import lay_out
from bot.ingest.locale import in_zone_of
from bot.ingest.noise import is_bar, is_noise
from bot.ingest.stamps import day_order
from bot.ingest.zones import is_aware

MAX_CHARACTERS = 2_000_000
"""Longer texts are refused: no article is, and every rule would have to read them."""
_MAX_LINES = 20_000
_MIN_WORDS = 8


def from_text(
    text: str, *, fallback_source: str | None = None, fallback_published: Published = None
) -> Article:
    """Clean `text` and find its title, authors, source and stamp.

    `fallback_source` and `fallback_published` (the channel and date of a forwarded post) stand in where the
    text itself says nothing. Raises UnreadableError where there is no article in it.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError("That text is over 2 MB: send one article at a time, or a link to it.")
    text = clean(text)
    if text.count("\n") > _MAX_LINES:
        raise UnreadableError(
            f"That text has over {_MAX_LINES} lines: send one article at a time, or a link to it."
        )
    if not text.strip():
        raise UnreadableError("There is no text in that: paste the article, or send a link to it.")
    layout = lay_out(text)
    lines = layout.lines
    body = body_run(lines)
    heading = read_heading(lines, body, printed_title=layout.printed_title, day_first=day_order(text))
    paragraphs = _paragraphs(lines, body, heading)
    if sum(len(paragraph.split()) for paragraph in paragraphs) < _MIN_WORDS:
        raise UnreadableError(_what_is_missing(heading))
    url, source = heading.url or layout.printed_url, heading.source or fallback_source
    published, zone_from = in_zone_of(*_published(heading, fallback_published), url, source)
    cleaned = "\n\n".join(paragraphs)
    return Article(
        text=cleaned,
        title=heading.title,
        source=source,
        authors=heading.authors,
        url=url,
        published=published,
        zone_from=zone_from,
        language=language_of(cleaned),
    )


def _paragraphs(lines: Sequence[str], body: range, heading: Heading) -> list[str]:
    kept = [
        without_symbols(lines[i]) or lines[i]
        for i in body
        if i not in heading.spent and not is_noise(lines[i]) and not is_bar(lines[i])
    ]
    if heading.standfirst and words_of(heading.standfirst) not in {words_of(line) for line in kept}:
        kept.insert(0, heading.standfirst)
    return without_repeats(kept)


def _published(heading: Heading, fallback: Published) -> tuple[Published, ZoneFrom]:
    if heading.published is not None:
        return heading.published, "printed" if heading.has_zone else "unknown"
    return fallback, "page" if is_aware(fallback) else "unknown"


def _what_is_missing(heading: Heading) -> str:
    if heading.title:
        title = re.sub(r"\s+", " ", heading.title)[:80]
        return (
            f"That is a title with no text under it (“{title}”): paste the whole article, or send its link."
        )
    if heading.published:
        return "That is a date with no text under it: paste the whole article, or send a link to it."
    return "That is too short to be an article: it has no whole paragraph; paste all of it, or send its link."
