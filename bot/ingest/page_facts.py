"""What a page says of its article besides the text: title, site, authors, summary and address."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.ingest.characters import one_line, words_of
from bot.ingest.page_body import text_of
from bot.ingest.structured_data import StructuredArticle

Metas = dict[str, str]
"""The contents of a page's meta tags by their names in lower case."""

_SUMMARY = re.compile(
    r"standfirst|subtitle|sub-?headline|sub-?heading|\bdec?k\b|[_-]dec?k\b|strapline|article-summary|vorspann",
    re.IGNORECASE,
)
# Captions and teasers repeat the description a page gives of itself.
_ELSEWHERE = re.compile(r"caption|video|media|player|figure|related|promo", re.IGNORECASE)
_LONGEST_SUMMARY = 2_000  # characters, the markup's white space among them
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)


def metas_of(tree: HtmlElement) -> Metas:
    """Return the first content of each meta tag."""
    metas: Metas = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = one_line(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    return metas


def host_of(url: str | None) -> str | None:
    """Return the host of `url` without www."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def site_of(facts: StructuredArticle, metas: Metas, url: str | None) -> str | None:
    """Return the publisher's name as the page has it, else its host."""
    name = metas.get("og:site_name")
    if name and facts.publisher and facts.publisher.replace(" ", "").lower() == name.lower():
        return facts.publisher  # "nationalpost" is an account, "National Post" a name
    return name or facts.publisher or metas.get("application-name") or host_of(url)


def title_of(tree: HtmlElement, facts: StructuredArticle, metas: Metas) -> str | None:
    """Return the headline: JSON-LD's, else the one given to social media, else the first printed or named.

    A live blog's JSON-LD is headed by its latest entry, so there the one for social media goes first.
    """
    site = metas.get("og:site_name") or facts.publisher or ""
    social = metas.get("og:title") or metas.get("twitter:title")
    printed = next((t for t in map(text_of, tree.iter("h1")) if 3 <= len(t.split()) <= 40), None)
    named = next(iter(map(text_of, tree.iter("title"))), None)
    stated = [social, facts.headline] if facts.is_live else [facts.headline, social]
    for title in (*stated, printed, named):
        if title and (bare := _without_site(title, site)):
            return bare
    return None


def _without_site(title: str, site: str) -> str:
    """Return `title` without the site's name behind its last stroke or dash."""
    parts = re.split(r"\s+[|–—»·•-]\s+", title)
    if len(parts) > 1:
        last = words_of(parts[-1])
        if last == words_of(site) or (len(last.split()) <= 4 and len(parts[0].split()) >= 4):
            return title[: title.rindex(parts[-1])].rstrip(" |–—»·•-")
    return title


def standfirst_of(
    tree: HtmlElement, facts: StructuredArticle, metas: Metas, paragraphs: Sequence[str], title: str | None
) -> str | None:
    """Return the summary the page prints under the headline, unless it is among `paragraphs`."""
    told = {
        words_of(t) for t in (facts.description, metas.get("og:description"), metas.get("description")) if t
    }
    whole = " ".join(map(words_of, paragraphs))
    heads = 0
    for element in tree.iter("h1", "h2", "h3", "p", "div", "span"):
        if element.tag == "h1":
            heads += 1
            continue
        if len(element) > 3:
            continue
        named = heads and _SUMMARY.search(f"{element.get('class', '')} {element.get('itemprop', '')}")
        if not (told or named):
            continue
        if sum(map(len, islice(element.itertext(), 100))) > _LONGEST_SUMMARY:
            continue
        text = text_of(element)
        words = words_of(text)
        if not 6 <= len(words.split()) <= 90:
            continue
        if (words in told or named) and words != words_of(title or "") and not _is_elsewhere(element):
            return None if words in whole else text
        if heads and paragraphs and words == words_of(paragraphs[0]):
            return None  # the article has begun
    return None


def _is_elsewhere(element: HtmlElement) -> bool:
    for parent in (element, *element.iterancestors()):
        if parent.tag in ("figure", "aside", "nav", "footer", "li"):
            return True
        if parent.tag in ("article", "main", "header", "body"):
            return False
        if _ELSEWHERE.search(parent.get("class", "")):
            return True
    return False


def authors_of(tree: HtmlElement, facts: StructuredArticle, metas: Metas) -> tuple[str, ...]:
    """Return the authors' names as the page states or marks them."""
    stated = list(facts.authors)
    if not stated:
        named = metas.get("author") or metas.get("article:author") or metas.get("parsely-author") or ""
        if named and not named.startswith("http"):
            stated = [named]
        else:
            marked = tree.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")
            stated = [text_of(one) for one in marked[:6]]
    names: list[str] = []
    for text in stated:
        names += re.split(r",\s|\s(?:and|und|et|y|&)\s|;\s?", _BY.sub("", text))
    return tuple(dict.fromkeys(name for one in names if 0 < len((name := one.strip(" ,")).split()) <= 6))


def address_of(tree: HtmlElement, metas: Metas, url: str | None) -> str | None:
    """Return the address the page calls its own, if on the same host: so AMP and print pages are one."""
    links: Iterator[str | None] = (
        one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"
    )
    for candidate in (next(links, None), metas.get("og:url")):
        if candidate:
            try:
                address: str = urljoin(url or "", candidate.strip())
                parts = urlsplit(address)
            except ValueError:
                continue
            same = url is None or _same_site(host_of(url), host_of(address))
            # Some sites call their front page every article's own address.
            if parts.scheme in ("http", "https") and same and (parts.path.strip("/") or url is None):
                return address
    return url


def _same_site(first: str | None, second: str | None) -> bool:
    if not first or not second:
        return False
    return first == second or first.endswith("." + second) or second.endswith("." + first)
