"""The act that the words of a cue name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.extract.acts.lexicon import Match, matches
from bot.extract.reading import Act

_NEGATIONS = frozenset(
    (
        "not",
        "n't",
        "never",
        "no",
        "neither",
        "nor",
        "without",
        "hardly",
        "stop",
        "stopped",
        "fail",
        "fails",
        "failed",
    )
)
# words back from the entry where a negation still counts
_REACH = 5
_OPPOSITE: dict[Act, Act] = {
    "accept": "refuse",
    "refuse": "accept",
    "confirm": "refuse",
    "deny": "confirm",
    "plan": "refuse",
    "promise": "refuse",
    "praise": "accuse",
    "accuse": "state",
    "demand": "refuse",
    "warn": "state",
}
# of several entries ("is thought to oppose") views and facts yield to what is done with words
_RANK: dict[Act, int] = {"state": 0, "believe": 1, "expect": 2}


@dataclass(frozen=True, slots=True)
class Named:
    """The act a cue names; `naming` where it calls somebody something, so that the name decides."""

    act: Act
    naming: bool = False


def named_by(cue: Sequence[str], content: Sequence[str]) -> Named | None:
    """Return the act named by the words of `cue`, None for one that says no more than "said".

    Negation turns it round: "did not accept" refuses, and so does "declined to endorse"; "did not rule out"
    and "refused to rule out" accept.
    """
    best: Match | None = None
    end = -1
    refusing = False
    for match in matches(cue, content):
        if match.start <= end:
            continue
        end = match.end
        if best is None or _rank(match) > _rank(best):
            best = match
        elif best.entry.act == "refuse" and match.entry.act == "refuse":
            refusing = True
    if best is None:
        return None
    act = best.entry.act
    negated = not _NEGATIONS.isdisjoint(cue[max(0, best.start - _REACH) : best.start])
    if negated or refusing:
        act = opposite(act)
    return Named(act, naming=best.entry.table == "NAMING")


def opposite(act: Act) -> Act:
    """Return the act of one that is said not to be done."""
    return _OPPOSITE.get(act, act)


def _rank(match: Match) -> int:
    return _RANK.get(match.entry.act, 3)
