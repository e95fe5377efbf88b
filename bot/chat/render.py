"""Telegram HTML: everything that people or articles wrote is escaped here, and every message fits."""

import html
import re
from collections.abc import Iterable

from storage.models import Article, Claim
from storage.models import Spans as Spans

LIMIT = 4096  # UTF-16 units of what is shown, Telegram's own count
QUOTE = 420  # characters of a quotation in a list
LONG_QUOTE = 2800  # characters of one shown alone
TITLE = 160

ACTS = {
    "state": "said", "believe": "believed", "expect": "expected", "deny": "denied", "confirm": "confirmed",
    "accept": "accepted", "refuse": "refused", "demand": "demanded", "propose": "proposed",
    "promise": "promised", "plan": "planned", "warn": "warned", "accuse": "accused", "praise": "praised",
    "ask": "asked",
}  # fmt: skip

_TAG = re.compile(r"<[^>]*>")
_COMMA = re.compile(r",([”\"’']?)$")  # “We will wait,” said the minister
_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-ZÀ-ÞΑ-ΩА-Я0-9])")
_SHORT_FORM = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|No)"
    r"|U\.S|U\.K|U\.N|[ap]\.m)\.$"
)


def escape(text: str) -> str:
    """Make any text safe inside Telegram HTML; control characters are dropped."""
    return html.escape("".join(c for c in text if c >= " " or c in "\n\t"), quote=True)


def bold(text: str) -> str:
    """Return the text, escaped, in bold."""
    return f"<b>{escape(text)}</b>"


def quote(words: str) -> str:
    """Return the words as a blockquote that folds when long."""
    return f"<blockquote expandable>{escape(words)}</blockquote>"


def shorten(text: str, limit: int) -> str:
    """Cut the text at a word to at most `limit` characters; white space becomes single spaces."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" ,;:") + "…"


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def shown_length(text: str) -> int:
    """Count what Telegram counts: UTF-16 units of the text without its tags."""
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2


def fit(blocks: Iterable[str], gap: str = "\n\n", limit: int = LIMIT) -> str:
    """Join whole blocks while they fit in one message; “[…]” stands for the rest."""
    text = ""
    for block in blocks:
        if not block:
            continue
        longer = f"{text}{gap}{block}" if text else block
        if shown_length(longer) > limit - 6:
            return (
                f"{text}{gap}[…]" if text else escape(shorten(html.unescape(_TAG.sub("", block)), limit - 8))
            )
        text = longer
    return text


def words_of(text: str, spans: Spans) -> str:
    """Return the words the spans point at, gaps shown as an ellipsis, without the comma before "said"."""
    parts = []
    for start, end in spans:
        part = text[max(0, start) : max(0, end)].strip()
        if part:
            parts.append(part)
    return _COMMA.sub(r"\1", " … ".join(parts))


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence (or sentences) of the text in which the span lies."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    ends = _END.finditer(text, first, last)
    inner = [end.end() for end in ends if not _SHORT_FORM.search(text[first : end.start()])]
    bounds = [first, *inner, last]
    left = max(bound for bound in bounds if bound <= start)
    right = min(bound for bound in bounds if bound >= end)
    return text[left:right].strip()


def name_of(article: Article) -> str:
    """Return what to call an article: its title, else its first words."""
    return shorten(article.title or article.text[:TITLE], TITLE) or "An article"


def title_link(article: Article) -> str:
    """Return the article's name, leading to its page where it has one."""
    return link(article.url, escape(name_of(article)))


def link(url: str | None, shown: str) -> str:
    """Return `shown`, which is HTML already, leading to a web page where there is one."""
    if url and re.match(r"https?://[^\s<>\"]+$", url):
        return f'<a href="{html.escape(url, quote=True)}">{shown}</a>'
    return shown


def speaker_of(claim: Claim) -> str:
    """Return who said it: the name, else the article's own words for them."""
    if claim.speaker:
        *others, last = claim.speaker.split(" & ")
        return shorten(capitalised(f"{', '.join(others)} and {last}" if others else last), 80)
    if claim.kind == "author":
        return "The article itself"
    return shorten(capitalised(words_of(claim.article.text, claim.source)), 80) or "Somebody not named"


def act_of(claim: Claim) -> str:
    """Return the verb for what the speaker did."""
    return ACTS.get(claim.act, "said")
