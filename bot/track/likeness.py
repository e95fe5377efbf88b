"""How alike two phrases are that tell what an event is."""

from bot.words import families, stems
from storage.models import Event

_OF_DATES = frozenset(
    stems(
        """date day week month year today tomorrow yesterday tonight morning afternoon evening night noon
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december next last early late later earlier a.m p.m am pm
        postponed postpone delayed delay moved move rescheduled reschedule cancelled canceled cancel called
        scheduled schedule planned plan plans set due deadline expected extended extend put pushed brought
        forward take took place held hold hosted try attempt new instead one two three four"""
    )
)
"""Words of when and of whether, which tell nothing of what is held."""


def telling(what: str) -> frozenset[str]:
    """Return the stems of a phrase that tell what it is of."""
    return frozenset(word for word in stems(what) if word not in _OF_DATES and not word.isdigit())


def likeness(what: str, event: Event) -> float:
    """Return the best share of words a phrase has in common with one an article used of the event."""
    mine = telling(what)
    phrases = {event.what, *(m.what for m in event.mentions)}
    return max((shared(mine, telling(phrase)) for phrase in phrases), default=0)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the shorter phrase's stems the other has too, itself or one of its kind."""
    if not one or not other:
        return 0
    common = one & other
    kin = families(one - common) & families(other - common)
    return min(1, (len(common) + len(kin)) / min(len(one), len(other)))


def unlike(what: str, event: Event) -> bool:
    """Tell whether both phrases name a kind of occasion, and not the same."""
    mine, theirs = families(telling(what)), families(telling(event.what))
    return bool(mine and theirs and mine.isdisjoint(theirs))
