"""How much of a question's words something holds: rare words count most, a place by any of its names."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.answer.places import standing_for
from bot.track.stories import share_of
from bot.words import families, kin, stem, stems
from storage.models import Claim

ENOUGH = 0.45
"""Of the weight of a question's words, what an event must hold to be the one asked about."""

_BEFORE, _AFTER = 300, 120  # characters around a claim that are read with it
_OPENING = 400  # characters that tell what an article is about
_AROUND, _IN_TITLE, _IN_OPENING = 0.7, 0.6, 0.45  # how much a word there counts beside one that is said
_KIN = 0.8  # how much a word of the same kind of occasion counts beside the word itself


def held(claim: Claim, topic: Sequence[str]) -> float:
    """Return the share of the topic's words (0..1) a claim holds, what it says itself counting most."""
    text = claim.article.text
    first = min(start for start, _ in claim.content)
    last = max(end for _, end in claim.content)
    said = " ".join(text[start:end] for start, end in claim.content)
    around = f"{text[max(0, first - _BEFORE) : last + _AFTER]} {claim.speaker or ''}"
    found = dict.fromkeys(_stems_of(text[:_OPENING]), _IN_OPENING)
    found |= dict.fromkeys(_stems_of(claim.article.title or ""), _IN_TITLE)
    found |= dict.fromkeys(stems(around), _AROUND)
    found |= dict.fromkeys(stems(said), 1.0)
    return held_by(topic, found)


@lru_cache(maxsize=1_024)
def _stems_of(text: str) -> frozenset[str]:
    """Return the stems of what an article's claims have in common."""
    return frozenset(stems(text))


def held_by(topic: Sequence[str], stemmed: Mapping[str, float]) -> float:
    """Return the share of the topic's words among stems, each of which counts as much as it says."""
    kinds = {kind: weight for one, weight in stemmed.items() for kind in families([one])}
    total = worth = 0.0
    for word in topic:
        ways = [stemmed.get(stem(word), 0)]
        ways += [min(stemmed.get(stem(part), 0) for part in other) for other in standing_for((word,))]
        ways += [_KIN * kinds.get(kind, 0) for kind in families([stem(word)])]
        total += weight(word)
        worth += weight(word) * max(ways)
    return worth / total if total else 0


def weight(word: str) -> float:
    """Return how much a folded word tells: the rarer it is in the news, the more."""
    return math.log(1 / share_of(stem(word)))


def wordings(topic: Sequence[str]) -> list[list[str]]:
    """Return each word of the topic with what stands for it: the other names of a place, words of its kind.

    A place of several words ("north korea") stays together.
    """
    found: list[list[str]] = []
    n = 0
    while n < len(topic):
        for size in (3, 2, 1):
            name = tuple(topic[n : n + size])
            others = standing_for(name) if len(name) == size else frozenset()
            if others or size == 1:
                forms = [" ".join(name), *sorted(" ".join(other) for other in others if other != name)]
                found.append(forms if others else [*forms, *sorted(kin(stem(name[0])))])
                n += size
                break
    return found
