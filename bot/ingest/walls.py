"""What stands where an article should: questions about cookies, doors for subscribers, checks for people."""

import re
from collections.abc import Sequence

from bot.ingest.page_body import Block
from bot.ingest.page_kind import PASTE

_CONSENT = f"That page asks about cookies before it shows the article: {PASTE}."
_PAID = f"That site shows only the beginning of the article to those who have not subscribed: {PASTE}."
_CHECK = f"That site lets only people with a browser in: {PASTE}."

_STUB = 150  # words: what is longer is read, whatever stands beside it
_COOKIES = re.compile(
    r"\b(?:cookies?|consent|privacy|our partners|personali[sz]ed (?:ads|advertising|content)|tracking|"
    r"einwilligung|datenschutz|confidentialité|privacidad)\b",
    re.IGNORECASE,
)
_ASKS_CONSENT = re.compile(
    r"\b(?:accept (?:all|cookies|and continue)|"
    r"(?:we|our partners) (?:value|respect|care about) your privacy|"
    r"before you continue|"
    r"manage (?:your )?(?:cookie|privacy|consent) (?:settings|preferences|choices|options)|"
    r"consent to (?:the use of )?cookies|alle akzeptieren|tout accepter|aceptar todo)\b",
    re.IGNORECASE,
)
_ASKS_PAYMENT = re.compile(
    r"\b(?:(?:subscribe|sign up|register|log ?in|sign in|join)(?: now| today| or \w+(?: \w+)?)?"
    r" (?:to|and) (?:continue|keep|read|unlock|get full|access)|"
    r"to (?:continue|keep|finish) reading|continue reading (?:this|with a|by)|"
    r"(?:article|story|content|page) is (?:only |exclusively )?"
    r"(?:(?:available|exclusive) to|(?:reserved )?for) "
    r"(?:our |paying |registered )*(?:subscribers|members)|subscribers only|only for subscribers|"
    r"you have (?:reached|read|used) (?:your|all)(?: \w+){0,4} (?:limit|free (?:articles|stories))|"
    r"create (?:a free|an) account to|unlock this (?:article|story)|"
    r"jetzt weiterlesen|nur für abonnenten|réservé aux abonnés|solo para suscriptores)\b",
    re.IGNORECASE,
)
_ASKS_BROWSER = re.compile(
    r"\b(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|checking your browser|"
    r"(?:please )?enable javascript|just a moment\.\.\.|access denied|unusual traffic)\b",
    re.IGNORECASE,
)


def wall(
    paragraphs: Sequence[str], blocks: Sequence[Block], title: str | None, *, is_free: bool | None
) -> str | None:
    """Return the sentence for the user where a page is not the article; None where it may be.

    `paragraphs` are what was read as the article, `blocks` all there is on the page; `is_free` is what the
    page tells machines of itself.
    """
    size = sum(len(one.split()) for one in paragraphs)
    if size >= _STUB:
        return None
    about_cookies = sum(len(one.split()) for one in paragraphs if _COOKIES.search(one))
    shown = [title or "", *(block.text for block in blocks if not block.is_outside), *paragraphs]
    if about_cookies >= size / 2 and any(map(_ASKS_CONSENT.search, shown)):
        return _CONSENT
    if is_free is False or any(map(_ASKS_PAYMENT.search, shown)):
        return _PAID
    if any(map(_ASKS_BROWSER.search, shown)):
        return _CHECK
    return None
