"""Verbs a question may use, the acts they ask for, and how near one act is to another."""

import re
from collections.abc import Sequence

from bot.extract.reading import Act
from bot.words import stem

_VERBS: dict[Act, str] = {
    "deny": "deny denied denies disputed disputes dispute rebut rebutted",
    "confirm": "confirm confirmed confirms admit admitted acknowledge acknowledged concede conceded",
    "accept": "accept accepted agreed endorse endorsed",
    "refuse": "refuse refused reject rejected rejects decline declined oppose opposed opposes",
    "demand": "demand demanded demands urge urged urges insist insisted",
    "propose": "propose proposed proposes recommend recommended",
    "promise": "promise promised promises pledge pledged pledges vow vowed vows",
    "warn": "warn warned warns threaten threatened threatens",
    "accuse": "accuse accused accuses blame blamed blames criticize criticized criticise criticised condemn "
    "condemned attack denounce denounced",
    "praise": "praise praised praises applaud applauded hail hailed welcome welcomed",
    "expect": "expect expected expects predict predicted predicts",
}

LEANINGS: dict[str, tuple[Act, ...]] = {
    "want": ("demand", "propose"), "wants": ("demand", "propose"), "wanted": ("demand", "propose"),
    "against": ("refuse", "deny", "accuse"), "thinks": ("believe", "expect"), "think": ("believe", "expect"),
    "forecast": ("expect",), "planning": ("plan", "propose"), "behind": ("accept", "praise"),
}  # fmt: skip
"""Acts that a word of the question makes likelier, where others answer it too."""

ACT_OF: dict[str, Act] = {stem(verb): act for act, verbs in _VERBS.items() for verb in verbs.split()}
"""The act asked for by a stem of a verb of the question."""
_NEAR: dict[Act, frozenset[Act]] = {
    "deny": frozenset(("refuse",)),
    "confirm": frozenset(("accept",)),
    "accept": frozenset(("confirm", "praise")),
    "refuse": frozenset(("deny",)),
    "demand": frozenset(("ask", "propose")),
    "propose": frozenset(("demand", "plan")),
    "promise": frozenset(("plan",)),
    "warn": frozenset(("expect", "accuse")),
    "accuse": frozenset(("warn", "deny")),
    "praise": frozenset(("accept",)),
    "expect": frozenset(("warn", "believe")),
}
_NO = re.compile(r"\b(?:no|not|never|neither|nor|none|nothing|nobody)\b|n['’]t\b", re.IGNORECASE)
_NEARLY = 0.5


def acts_as(act: str, words: str, asked: Sequence[str]) -> float:
    """Return 1 for a claim that is an act asked for, less for one near it, 0 else.

    Who says that something is not so has denied it, whatever the verb.
    """
    if act in asked:
        return 1.0
    near = any(act in _NEAR.get(one, ()) for one in asked)  # type: ignore[call-overload]  # acts are what asks
    denied = "deny" in asked and act == "state" and _NO.search(words) is not None
    return _NEARLY if near or denied else 0.0


_SAYING = """
say said says saying tell told tells telling talk talked talking speak spoke speaking state stated
statement statements claim claimed claims comment commented comments remark remarks announce announced
respond responded response react reacted reaction reactions reply replied answer answered mention
mentioned think thought thinks believe believed believes want wanted wants call called calls describe
described argue argued opinion view views position stance quote quoted quotes words word write wrote
explain explained add added mean meant hear heard news latest happen happened happening record
know known show find update updates concerning regarding
"""
SAYING = frozenset(map(stem, _SAYING.split()))
"""Stems of words that ask for anything said: they name no topic."""
