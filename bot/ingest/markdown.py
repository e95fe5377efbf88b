"""From Markdown to an Article."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.ingest.article import Article
from bot.ingest.plain_text import from_text

_FRONT = re.compile(r"\A---\n(?P<fields>(?:[^\n]*\n){1,60}?)---\s*\n")
_MARKED = re.compile(
    r"^#{1,6} \S|^\S.*\n={3,}$|!?\[[^\]\n]{1,200}\]\(\S{4,500}\)|^\s{0,3}[*-] \[[ x]\] ", re.M
)
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def is_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: it has headings, links or fields in front."""
    return bool(_FRONT.match(text) or _MARKED.search(text[:65_536]))


def from_markdown(text: str) -> Article:
    """Read a text without its Markdown. Raises UnreadableError as `plain_text.from_text` does."""
    front = _FRONT.match(text)
    fields = [_unquoted(line) for line in front["fields"].splitlines()] if front else []
    tokens = MarkdownIt("commonmark").parse(text[front.end() :] if front else text)
    blocks: list[str] = []
    bullet = ""
    for token in tokens:
        if token.type == "list_item_open":
            bullet = "- "
        elif token.type == "inline":
            blocks.append(bullet + "".join(map(_words, token.children or ())))
            bullet = ""
    return from_text("\n\n".join(["\n".join(fields), *blocks]))


def _words(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    return _BREAKS.get(token.type, "")


def _unquoted(line: str) -> str:
    return re.sub(r"^(\w+):\s+([\"'])(.*)\2\s*$", r"\1: \3", line)
