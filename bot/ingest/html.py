"""From a web page to an Article."""

import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from bot.ingest.article import Article, UnreadableError
from bot.ingest.characters import clean
from bot.ingest.charset import decode
from bot.ingest.language import language_of
from bot.ingest.locale import in_zone_of
from bot.ingest.page_body import blocks_of, paragraphs_of
from bot.ingest.page_dates import published_on
from bot.ingest.page_facts import address_of, authors_of, metas_of, site_of, standfirst_of, title_of
from bot.ingest.plain_text import MAX_CHARACTERS
from bot.ingest.structured_data import structured_article
from bot.ingest.walls import wall

_NO_ARTICLE = "There is no article on that page: send the link of one article, or paste its text."
_MIN_WORDS = 25
# libxml2 compares each attribute of a tag with all before it: a page of them took five minutes. A tag of
# hundreds loses them; values that hide where their tag ends are few on any honest page.
_CROWDED_TAG = re.compile(r"<([a-z][\w-]{0,30})(?:[\s/]++[^\s/>]{1,200}+){300,}+", re.IGNORECASE)
_HIDDEN_END = re.compile(r"""="[^">]{0,200}>|='[^'>]{0,200}>""")
_MOST_HIDDEN_ENDS = 500
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe")
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
})  # fmt: skip


def from_html(html: bytes | str, *, url: str | None, charset: str | None = None) -> Article:
    """Read the article on a page; `charset` is what the server said of its bytes.

    Raises UnreadableError where there is none.
    """
    text = clean(decode(html, charset) if isinstance(html, bytes) else html)
    if len(_HIDDEN_END.findall(text)) > _MOST_HIDDEN_ENDS:
        raise UnreadableError(_NO_ARTICLE)
    text = _CROWDED_TAG.sub(r"<\1", text)
    tree = parse(text)
    facts = structured_article(tree)
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    elements = list(tree.iter())  # as long as these live, lxml need not make them anew for each look
    _space_out(elements)
    metas = metas_of(tree)
    title = title_of(tree, facts, metas)
    blocks = blocks_of(tree)
    paragraphs = paragraphs_of(text, blocks, facts.body, title)
    if sentence := wall(paragraphs, blocks, title, is_free=facts.is_free):
        raise UnreadableError(sentence)
    if standfirst := standfirst_of(tree, facts, metas, paragraphs, title):
        paragraphs.insert(0, standfirst)
    if sum(len(paragraph.split()) for paragraph in paragraphs) < _MIN_WORDS:
        raise UnreadableError(_NO_ARTICLE)
    if sum(map(len, paragraphs)) > MAX_CHARACTERS:
        raise UnreadableError("That page holds far more text than an article: paste the part you mean.")
    published, zone_from, otherwise = published_on(tree, facts.published, url)
    address = address_of(tree, metas, url)
    published, zone_from = in_zone_of(published, zone_from, address, metas.get("og:site_name"))
    body = "\n\n".join(paragraphs)
    return Article(
        text=body,
        title=title,
        source=site_of(facts, metas, url),
        authors=authors_of(tree, facts, metas),
        url=address,
        published=published,
        zone_from=zone_from,
        language=language_of(body),
        otherwise=otherwise,
    )


def parse(text: str) -> HtmlElement:
    """Parse with libxml2's own limit on depth in force: nothing is nested deeper than people write.

    Raises UnreadableError where there is nothing to parse.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableError(_NO_ARTICLE) from None


def _space_out(elements: Iterable[HtmlElement]) -> None:
    """Set white space where a block begins and ends, so that joined text keeps its words apart."""
    for element in elements:
        if isinstance(element.tag, str) and element.tag not in _INLINE:
            element.text = f"\n{element.text or ''}"
            element.tail = f"\n{element.tail or ''}"
