"""From a web page to an Article."""

import re
from urllib.parse import urlsplit

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from bot.ingest.article import Article, UnreadableError
from bot.ingest.body import body_run, without_repeats
from bot.ingest.characters import clean, one_line, without_symbols, words_of
from bot.ingest.charset import decode
from bot.ingest.language import language_of
from bot.ingest.noise import is_bar, is_end, is_noise, is_sentence
from bot.ingest.page_dates import published_on
from bot.ingest.structured_data import StructuredArticle, structured_article

_NO_ARTICLE = "There is no article on that page: send the link of one article, or paste its text."
_MIN_WORDS = 30
# Blocks that stand in an article's column and are not its text.
_PRUNED = [
    "//figcaption",
    "//blockquote[contains(@class, 'twitter-tweet') or contains(@class, 'instagram-media')]",
    "//*[contains(@class, 'newsletter') and not(self::body) and not(.//h1)]",
    "//*[@role='navigation' or @role='complementary' or @role='contentinfo']",
]


def from_html(html: bytes | str, *, url: str | None, charset: str | None = None) -> Article:
    """Read the article on a page; `charset` is what the server said of its bytes.

    Raises UnreadableError where there is none.
    """
    text = clean(decode(html, charset) if isinstance(html, bytes) else html)
    tree = _parse(text)
    facts = structured_article(tree)
    metas = _metas(tree)
    title = _title(tree, facts, metas)
    paragraphs = _paragraphs(text, tree, facts, title)
    standfirst = _standfirst(tree, facts, metas, paragraphs)
    if standfirst:
        paragraphs.insert(0, standfirst)
    if sum(len(paragraph.split()) for paragraph in paragraphs) < _MIN_WORDS:
        raise UnreadableError(_NO_ARTICLE)
    published, zone_from = published_on(tree, facts.published, url)
    body = "\n\n".join(paragraphs)
    return Article(
        text=body,
        title=title,
        source=metas.get("og:site_name") or facts.publisher or metas.get("application-name") or _host(url),
        authors=facts.authors or _authors(tree, metas),
        url=_canonical(tree, metas, url),
        published=published,
        zone_from=zone_from,
        language=language_of(body),
    )


def _parse(text: str) -> HtmlElement:
    """Parse with libxml2's own limit on depth in force: what is nested deeper than people write is left out."""
    try:
        tree = document_fromstring(
            text.encode("utf-8"),
            parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableError(_NO_ARTICLE) from None
    return tree


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = one_line(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    return metas


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _text_of(element: HtmlElement) -> str:
    return one_line(" ".join(element.itertext()))


def _title(tree: HtmlElement, facts: StructuredArticle, metas: dict[str, str]) -> str | None:
    site = metas.get("og:site_name") or facts.publisher or ""
    heads = [h for h in tree.iter("h1") if 2 <= len(_text_of(h).split()) <= 40]
    printed = [_text_of(h) for h in heads]
    stated = [t for t in (facts.headline, metas.get("og:title"), metas.get("twitter:title")) if t]
    tag = next((_text_of(t) for t in tree.iter("title")), None)
    stated = [_without_site(t, site) for t in (*stated, *([tag] if tag else []))]
    # The headline people see, where the machines are told the same one, else what they are told.
    for head in printed:
        words = set(words_of(head).split())
        if any(len(words & set(words_of(t).split())) >= 0.5 * len(words) for t in stated):
            return head
    return next(iter(stated or printed), None)


def _without_site(title: str, site: str) -> str:
    """Return `title` without the site's name behind its last stroke or dash."""
    parts = re.split(r"\s+[|–—»·•-]\s+", title)
    if len(parts) > 1:
        last = words_of(parts[-1])
        if last == words_of(site) or (len(last.split()) <= 4 and len(parts[0].split()) >= 4):
            return title[: title.rindex(parts[-1])].rstrip(" |–—»·•-")
    return title


def _paragraphs(text: str, tree: HtmlElement, facts: StructuredArticle, title: str | None) -> list[str]:
    found = _extracted(text)
    lines = _cleaned(found, tree, title)
    size = _size(lines)
    told = (facts.body or "") if facts.body and len(facts.body) < 200_000 else ""
    if len(told.split()) > 1.3 * size:
        told_lines = _cleaned(_told_blocks(tree, told), tree, title)
        if _size(told_lines) > 1.2 * size:
            return told_lines
    blocks = _cleaned(_prose_blocks(tree), tree, title)
    return blocks if _size(blocks) > 1.5 * size and _size(blocks) > size + 60 else lines


def _extracted(text: str) -> list[str]:
    try:
        document = trafilatura.bare_extraction(
            text, include_comments=False, include_tables=False, prune_xpath=_PRUNED, with_metadata=False
        )
    except (RecursionError, etree.LxmlError, ValueError):
        document = None
    body = getattr(document, "text", None) or ""
    return [line for line in clean(body).split("\n") if line.strip()]


def _size(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _cleaned(lines: list[str], tree: HtmlElement, title: str | None) -> list[str]:
    pointers = _link_blocks(tree)
    heading = words_of(title or "")
    kept = [
        one_line(line)
        for line in lines
        if words_of(line) not in pointers and (words_of(line) != heading or not heading)
    ]
    run = body_run(kept)
    kept = [
        without_symbols(kept[i]) or kept[i]
        for i in run
        if not is_noise(kept[i]) and not is_bar(kept[i]) and not is_end(kept[i])
    ]
    return without_repeats(kept)


def _link_blocks(tree: HtmlElement) -> set[str]:
    """Return the words of blocks that are one link and nothing else: pointers to other articles."""
    found: set[str] = set()
    for block in tree.iter("p", "li", "h2", "h3", "h4", "h5"):
        words = words_of(_text_of(block))
        if 3 <= len(words.split()) <= 40:
            linked = words_of(" ".join(_text_of(a) for a in block.iter("a")))
            if len(linked) >= 0.9 * len(words):
                found.add(words)
    return found


def _prose_blocks(tree: HtmlElement) -> list[str]:
    """Return the page's paragraphs within its article, by their tags alone."""
    roots = list(tree.iter("article")) or list(tree.iter("main")) or [tree]
    root = max(roots, key=lambda r: sum(len(_text_of(p)) for p in r.iter("p")))
    return _texts(root)


def _told_blocks(tree: HtmlElement, told: str) -> list[str]:
    """Return the page's blocks whose words stand in the text that its JSON-LD gives."""
    whole = words_of(told)
    return [line for line in _texts(tree) if words_of(line) in whole]


def _texts(root: HtmlElement) -> list[str]:
    lines = []
    for block in root.iter("p", "h2", "h3", "blockquote", "li"):
        if block.tag == "blockquote" and block.find(".//p") is not None:
            continue
        if any(
            parent.tag in ("aside", "nav", "footer", "figure", "form", "header")
            for parent in block.iterancestors()
        ):
            continue
        line = _text_of(block)
        if line:
            lines.append(line)
    return lines


def _standfirst(
    tree: HtmlElement, facts: StructuredArticle, metas: dict[str, str], paragraphs: list[str]
) -> str | None:
    """Return the summary under the headline: what machines are told it is, where the page prints it too."""
    told = {
        words_of(t) for t in (facts.description, metas.get("og:description"), metas.get("description")) if t
    }
    told = {t for t in told if len(t.split()) >= 6}
    body = {words_of(p) for p in paragraphs}
    whole = " ".join(words_of(p) for p in paragraphs)
    for block in tree.iter("p", "h2", "h3", "div", "span"):
        if len(block) <= 3 and words_of(_text_of(block)) in told:
            line = _text_of(block)
            if words_of(line) not in body and words_of(line) not in whole:
                return line
    return None


def _authors(tree: HtmlElement, metas: dict[str, str]) -> tuple[str, ...]:
    stated = metas.get("author") or metas.get("article:author") or metas.get("parsely-author") or ""
    if not stated or stated.startswith("http"):
        marked = tree.xpath("//*[@rel='author' or @itemprop='author']")[:6]
        names = [re.sub(r"^(?:by|von|par|por)\s+", "", _text_of(one), flags=re.I) for one in marked]
    else:
        names = re.split(
            r",\s|\s(?:and|und|et|y|&)\s|;\s?", re.sub(r"^(?:by|von)\s+", "", stated, flags=re.I)
        )
    return tuple(dict.fromkeys(name.strip() for name in names if 1 < len(name.split()) <= 6))


def _canonical(tree: HtmlElement, metas: dict[str, str], url: str | None) -> str | None:
    link = next(
        (one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"), None
    )
    for candidate in (link, metas.get("og:url")):
        if (
            candidate
            and candidate.startswith(("http://", "https://"))
            and (url is None or _host(candidate) == _host(url))
        ):
            return candidate
    return url
