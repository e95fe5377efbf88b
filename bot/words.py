"""Words as they are compared: folded, stemmed, without the words every text has.

Two texts about one thing rarely use the same form of a word, and often not the same word: `stem` ties forms
("meets", "meeting"), `FAMILIES` ties the usual nouns and verbs of one kind of occasion ("strike", "walkout").
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:['’]s)?|[^\W_]+(?:['’][^\W_]+)*")
_MARK = re.compile("[\u0300-\u036f]")  # accents, once they are set apart from their letters

_STOP = """
a about above after again against all also although am among an and any anybody anyone anything are
aren't as at be because been before being below between both but by can cannot can't could couldn't did
didn't do does doesn't doing done don't down during each either else ever every everyone everything few
for from further get gets getting give gives go goes going gone got had hadn't has hasn't have haven't
having he her here hers herself him himself his how however i i'm if in into is isn't it its it's itself
i've just let let's like made make makes making many may maybe me might mine more most much must mustn't
my myself no nobody none nor not nothing now of off on once one only or other others our ours ourselves
out over own per please put quite rather same say saying says said see seen shall she should shouldn't
since so some somebody someone something still such take taken than that that's the their theirs them
themselves then there there's these they thing things this those though through thus to too took under
until up upon us very via want wants was wasn't we well went were weren't what what's whatever when
where whether which while who whoever whole whom whose who's why will with within without won't would
wouldn't yes yet you your yours yourself
"""
STOP_WORDS = frozenset(_STOP.split())

FAMILIES = tuple(
    frozenset(row.split())
    for row in """
    leave left departure depart sail sailed voyage
    strike walkout stoppage
    fight bout contest match game clash rematch meet met face
    election poll vote ballot referendum runoff
    hearing hear argument trial court arraignment
    meet met meeting summit talks talk conference session negotiation negotiations
    reopen open reopening opening inauguration inaugurate
    offer bid takeover merger acquisition buyout
    launch liftoff blastoff
    release publish publication premiere
    return back
    resign resignation
    sentence sentencing verdict ruling rule judgment judgement
    march rally protest demonstration
    visit trip tour
    concert gig show performance festival
    start begin beginning commence
    end finish expire expiry close closing
    army military troops forces defence defense
    sue suing sued lawsuit litigation suit
    bomb bombing blast explosion explode detonate
    warming climate
    override overturn overrule overturned overridden
    neighbour neighbor neighbours neighbors
    war invasion invade attack assault offensive
    sign signing accord treaty pact agreement deal
    ceasefire truce armistice
    """.strip().splitlines()
)
"""Words that name one kind of occasion, so that "the walkout" is found to be "the strike"."""

_ENDINGS = (
    "ization", "isation", "ation", "ition", "ement", "ment", "ness", "ance", "ence", "able", "ible", "ity",
    "ize", "ise", "ive", "ion", "ian", "ial", "al", "er", "or", "ly", "an", "ia",
)  # fmt: skip


def fold(text: str) -> str:
    """Return `text` in lower case without accents, typographic apostrophes made plain."""
    plain = text.casefold().replace("’", "'")
    return plain if plain.isascii() else _MARK.sub("", unicodedata.normalize("NFKD", plain))


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order, a possessive `'s` and the dots of "E.U." taken off."""
    return [m.group().replace(".", "").removesuffix("'s") for m in _WORD.finditer(fold(text))]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what the forms of a folded English word share: a light relative of Porter's stemmer.

    It errs towards tying too much ("Canada", "Canadian"), since it only ever adds to other evidence.
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) <= 3:
        return word
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 4:
            word = rest
            break
    word = word[:-1] if len(word) > 4 and word[-1] in "ea" else word
    return word[:-1] + "i" if word.endswith("y") else word


def stems(text: str) -> list[str]:
    """Return the stems of the words of `text` that carry meaning, in order, with repeats."""
    return [stem(w) for w in words(text) if w not in STOP_WORDS and len(w) > 1]


_STEMMED = tuple(frozenset(map(stem, row)) for row in FAMILIES)
_FAMILY = {
    stemmed: frozenset(n for n, row in enumerate(_STEMMED) if stemmed in row)
    for stemmed in frozenset().union(*_STEMMED)
}


def families(stemmed: Iterable[str]) -> frozenset[int]:
    """Return which families of `FAMILIES` the stems belong to."""
    return frozenset(number for s in stemmed for number in _FAMILY.get(s, ()))


def kin(stemmed: str) -> frozenset[str]:
    """Return the words of the same families as the stem, its own forms left out; empty where it has none."""
    return frozenset(w for n in _FAMILY.get(stemmed, ()) for w in FAMILIES[n] if stem(w) != stemmed)
