"""The act of a claim: what its cue names, and where that is no more than "said", what its content shows.

`lexicon/` holds the cues, one file per act; `content` and `evaluation` the signs in what is said.
"""

import re

from bot.extract.acts.content import named_in, shown_by
from bot.extract.acts.cue import named_by
from bot.extract.acts.words import first_words, plain, words_of
from bot.extract.reading import Act

__all__ = ["act_of"]

# what is said shows its act early; characters
_TOLD_BY = 600
_WONDERING = re.compile(r"(?:to know|how|why|whether|if|what|who|when|where)\b")
_ANNOUNCING = re.compile(r"\bannounc(?:e|es|ed|ing)\b")
_SUGGESTING = re.compile(r"\bsuggest")
_SUBJUNCTIVE = re.compile(
    r"\W*(?:that )?(?:\S+ ){1,5}?be (?!\w+ing)|\W*that (?:he|she|it) (?:\w+[^sd\W]|go|do) "
)
_WILL = re.compile(r"\W*(?:that )?(?:\S+ ){1,4}?(?:will|would|'ll) ")
_TELLING = re.compile(
    r"(?:\w+ ){0,5}?to (?:describe|explain|comment|elaborate|clarify|say|name|share|respond)\b"
)


def act_of(cue: str, content: str) -> Act:
    """Return the act that the words of the cue and the content make.

    A cue that says more than "said" decides; negation turns it round ("did not accept" refuses). After any
    other the content decides: what should be done is a demand, what "he will" do a promise, and so on.
    """
    told = plain(content[:_TOLD_BY])
    named = named_by(words_of(cue), first_words(content))
    if named is None and _ANNOUNCING.search(cue.lower()) and _WILL.match(told):
        return "plan"
    if named is None and _SUGGESTING.search(cue.lower()) and _SUBJUNCTIVE.match(told):
        return "propose"
    if named is None:
        return shown_by(told)
    if named.naming:
        return named_in(told)
    start = told.lstrip(" “”\"'‘")
    asks = told.rstrip(" ”\"'").endswith("?") or _WONDERING.match(start) is not None
    if named.act in ("demand", "accuse") and asks and "question" in cue.lower():
        return "ask"
    if named.act == "demand" and (asks or ("ask" in cue.lower() and _TELLING.match(start))):
        return "ask"
    return named.act
