"""The act of a claim: what its cue names, and where that is no more than "said", what its content shows.

`lexicon/` holds the cues, one file per act; `content` and `evaluation` the signs in what is said.
"""

import re

from bot.extract.acts.content import named_in, shown_by
from bot.extract.acts.cue import named_by
from bot.extract.acts.forms import forms_of
from bot.extract.acts.words import first_words, plain, words_of
from bot.extract.reading import Act

__all__ = ["act_of"]

# a cue names its act, and what is said shows it, early; characters
_TOLD_BY = 600
# verbs that leave the naming to their object, which comes within so many words: "sent | a letter opposing"
_LIGHT = frozenset(
    form
    for verb in ("announce", "declare", "express", "send", "signal", "voice")
    for form, _ in forms_of(verb)
)
_OBJECT_BY = 3
_FINDER = re.compile(
    r"\b(?:average|court|data|emails?|figures|judge|law|memo|poll(?:s|ing)?|records|research|ruling|statistics"
    r"|stud(?:y|ies)|surveys?)\b"
)
_OF_PEOPLE = frozenset(("accuse", "demand", "praise"))
_ANNOUNCING = frozenset(form for form, _ in forms_of("announce"))
_WILL = re.compile(r"\W*(?:that )?(?:\S+ ){1,4}?(?:will|would|'ll) ")
_SUGGESTING = frozenset(form for form, _ in forms_of("suggest"))
# that the pool be closed; that she wait
_SUBJUNCTIVE = re.compile(
    r"\W*(?:that )?(?:\S+ ){1,5}?be (?!\w+ing)|\W*that (?:he|she|it) (?:\w+[^sd\W]|go|do) "
)
_QUESTIONING = frozenset(("question", "questions", "questioned", "questioning"))
_WONDERING = re.compile(r"(?:to know|how|why|whether|if|what|who|when|where)\b")
_ASKING = frozenset(form for form, _ in forms_of("ask"))
_TELLING = re.compile(
    r"(?:\w+ ){0,5}?to (?:clarify|comment|describe|elaborate|explain|name|respond|say|share)\b"
)


def act_of(cue: str, content: str, source: str = "") -> Act:
    """Return the act that the words of the cue, the content and the source make.

    A cue that says more than "said" decides; negation turns it round ("did not accept" refuses). After any
    other the content decides: what should be done is a demand, what "he will" do a promise, and so on; only
    that a poll, a study or a court finds no fault and speaks no praise, it finds facts.
    """
    said, opening = words_of(cue[:_TOLD_BY]), first_words(content)
    told = plain(content[:_TOLD_BY])
    start = told.lstrip(" “”\"'‘")
    named = named_by(said, opening)
    if named is None and not _LIGHT.isdisjoint(said):
        named = named_by(opening[:_OBJECT_BY], ())
    if named is None:
        return _of_plain_cue(said, told, source.lower())
    if named.naming:
        return named_in(told)
    return "ask" if _asks(named.act, said, start) else named.act


def _of_plain_cue(said: list[str], told: str, source: str) -> Act:
    if not _ANNOUNCING.isdisjoint(said) and _WILL.match(told):
        return "plan"
    if not _SUGGESTING.isdisjoint(said) and _SUBJUNCTIVE.match(told):
        return "propose"
    act = shown_by(told)
    # who is a professor of law, after the name, is no finder
    return "state" if act in _OF_PEOPLE and _FINDER.search(source.partition(",")[0]) else act


def _asks(named: Act, said: list[str], start: str) -> bool:
    """Whether a cue that demands or finds fault asks here: "demanded | who had the key"."""
    wonders = start.rstrip(" ”\"'").endswith("?") or _WONDERING.match(start) is not None
    if named == "accuse":
        return wonders and not _QUESTIONING.isdisjoint(said)
    return named == "demand" and (
        wonders or (not _ASKING.isdisjoint(said) and _TELLING.match(start) is not None)
    )
