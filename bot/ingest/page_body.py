"""The paragraphs of the article on a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from bot.ingest.body import body_run, foot_of, runs_of, without_repeats
from bot.ingest.characters import clean, one_line, without_symbols, words_of
from bot.ingest.noise import is_bar, is_end, is_noise, without_bullet

# What stands in an article's column and is not its text.
_PRUNED = [
    "//figcaption",
    "//blockquote[contains(@class, 'twitter-tweet') or contains(@class, 'instagram-media')]",
    "//*[contains(@class, 'newsletter') and not(self::body) and not(.//h1)]",
    "//*[@role='navigation' or @role='complementary' or @role='contentinfo']",
]
_OUTSIDE = ("aside", "nav", "footer", "figure", "form", "header")
_LETTERS = re.compile(r"\W+")
# A text of the JSON-LD longer than this is a live blog with all its pictures, or an attack.
_LONGEST_TOLD = 200_000
# No article has more paragraphs.
_MOST_LINES = 3000


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item of a page, with what its place and its links say of it."""

    tag: str
    text: str
    words: str
    is_link: bool
    is_outside: bool


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Return the blocks of text in `tree` (as `html.parse` gives it), in order."""
    blocks = []
    for element in tree.iter("p", "h2", "h3", "h4", "h5", "li", "blockquote"):
        if element.tag in ("li", "blockquote") and element.find(".//p") is not None:
            continue
        text = text_of(element)
        words = words_of(text)
        if words:
            size = len(words.split())
            blocks.append(
                Block(
                    tag=element.tag,
                    text=text,
                    words=words,
                    is_link=3 <= size <= 40 and _is_linked(element, words),
                    is_outside=any(parent.tag in _OUTSIDE for parent in element.iterancestors()),
                )
            )
    return blocks


def _is_linked(element: HtmlElement, words: str) -> bool:
    linked = words_of(" ".join(text_of(link) for link in element.iter("a")))
    return bool(linked) and len(linked) >= (0.6 if element.tag == "li" else 0.9) * len(words)


def text_of(element: HtmlElement) -> str:
    """Return the text in `element`, on one line."""
    return " ".join("".join(element.itertext()).split())


def paragraphs_of(html: str, blocks: Sequence[Block], told: str | None, title: str | None) -> list[str]:
    """Return the paragraphs of the article in `html`.

    Trafilatura reads them. Where its result is implausibly short against the text that the page's JSON-LD
    gives (`told`) or against the paragraphs the page has, those are taken; where `told` covers the article,
    lines that it does not have are left out.
    """
    lines = _cleaned(_extracted(html, blocks), blocks, title)
    size = _size(lines)
    if told and len(told) < _LONGEST_TOLD and len(told.split()) > 0.5 * size:
        runs = runs_of(words_of(told))
        if len(told.split()) > 1.3 * size:
            whole = _cleaned([b.text for b in blocks if _share(b.text, runs) > 0.6], blocks, title)
            if _size(whole) > 1.2 * size:
                return whole
        return _told_only(lines, runs, complete=not told.rstrip("] ").endswith(("…", "...")))
    prose = _cleaned([b.text for b in blocks if not b.is_outside], blocks, title)
    return prose if _size(prose) > max(1.6 * size, size + 80) else lines


def _extracted(html: str, blocks: Sequence[Block]) -> list[str]:
    try:
        document = trafilatura.bare_extraction(
            html,
            fast=True,
            include_comments=False,
            include_tables=False,
            prune_xpath=_PRUNED,
            with_metadata=False,
        )
    except (RecursionError, etree.LxmlError, ValueError):
        document = None
    # Joined as the page has it: trafilatura sets a space behind an initial letter that is an element of its
    # own.
    printed = {_LETTERS.sub("", block.words): block.text for block in blocks}
    lines = []
    for line in clean(getattr(document, "text", None) or "").split("\n"):
        bare, bullet = without_bullet(line)
        text = printed.get(_LETTERS.sub("", words_of(bare)), bare)
        if text.strip():
            lines.append(f"- {text}" if bullet else text)
    return lines


def _cleaned(lines: Sequence[str], blocks: Sequence[Block], title: str | None) -> list[str]:
    lines = lines[:_MOST_LINES]
    lines = lines[: foot_of(lines)]  # while teasers still have their headlines, which are links
    unwanted = {block.words for block in blocks if block.is_link} | {words_of(title or "")}
    kept = [one_line(line) for line in lines if words_of(line) not in unwanted]
    kept = [kept[i] for i in body_run(kept)]
    return without_repeats(
        without_symbols(line) for line in kept if not (is_noise(line) or is_bar(line) or is_end(line))
    )


def _told_only(lines: list[str], runs: set[tuple[str, ...]], *, complete: bool) -> list[str]:
    """Leave out the lines whose words the told text does not have, where it has nearly all others.

    A told text that breaks off is the start of an article for subscribers: it says nothing of what follows.
    """
    found = [_share(line, runs) > 0.3 or len(line.split()) < 5 for line in lines]
    last = max((i for i, is_found in enumerate(found) if is_found and len(lines[i].split()) >= 5), default=-1)
    covered = _size([line for line, is_found in zip(lines, found, strict=True) if is_found])
    if covered < 0.6 * _size(lines):
        return lines
    tail_too = complete
    return [line for i, line in enumerate(lines) if found[i] or (i > last and not tail_too)]


def _share(line: str, runs: set[tuple[str, ...]]) -> float:
    mine = runs_of(words_of(line))
    return len(mine & runs) / len(mine) if mine else 0.0


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
