"""Which names on record are one speaker's: the rules that are safe, and what persons and articles say of it.

A pure function of the names, so that the order in which articles arrive makes no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from storage.naming import PersonName, fold
from storage.variants import ALSO_GIVEN, KNOWN_ROWS

Why = Literal["person", "fuller", "surname", "known", "initials"]
Verdict = Literal["same", "two"]

RULES: dict[Why, tuple[str, tuple[str, ...]]] = {
    "fuller": (
        "A person's name with and without a middle name or initial, a given name and its short form, a "
        "surname in two spellings. Not where a third name agrees with two that contradict each other; never "
        "one with Jr. and one without.",
        (
            "Mara Lind = Mara E. Lind = Mara Elin Lind",
            "Mike Hale = Michael Hale = Michael R. Hale",
            "Joe Brandt Jr. = Joseph R. Brandt Jr. | Joe Brandt",
            "Petro Lavensky = Petro Lavenskyy = Petro Lavenskiy",
            "J. K. Orme = J.K. Orme",
            "Even Ida Roth = Ida Roth = Senator Ida Roth",
            "George Vale | George W. Vale | George H. W. Vale",
            "George W. Vale = George Walter Vale | George H. Vale",
            "Alex Roth | Alexander Roth | Alexandra Roth",
            "Olga Lavenska | Petro Lavensky",
            "Mary Ida Brandt | Ida Brandt",
        ),
    ),
    "surname": (
        "A surname alone, and the one person on record who bears it. Not where two people do, and not where "
        "it may as well be a given name.",
        (
            "Ferreira = Ana Ferreira",
            "Ferreira = Ana Ferreira = Ana M. Ferreira",
            "Ferreira | Ana Ferreira | Rui Ferreira",
            "Adeyemi = Tom Adeyemi Jr.",
            "Adeyemi | Tom Adeyemi | Tom Adeyemi Jr.",
            "Meer = van der Meer = Anneke van der Meer",
            "Lavenskiy = Petro Lavensky",
            "Lavensky | Olga Lavenska",
            "Scott | Ida Scott",
            "Day | Eva Resnick-Day",
            "Erdoğan = Erdogan = Aylin Erdoğan",
        ),
    ),
    "known": (
        "A country or body, and the other names everybody knows it by.",
        (
            "U.N. = UN = United Nations",
            "United States = U.S. = US = America",
            "Turkey = Türkiye",
            "Russia | Kremlin | Moscow",
            "United Nations | United Nations Security Council",
        ),
    ),
    "initials": (
        "A body, and the initials under which an article introduces it: “Port Council of Velden (PCV)”. Not "
        "where articles introduce two bodies by the same.",
        ("Port Council of Velden (PCV) = PCV", "PCV | Port Council of Velden",
         "Port Council of Velden (PCV) | Police Corps of Velden (PCV) | PCV"),
    ),
}  # fmt: skip
"""What makes two names one speaker's without being told: why it is safe, and where not.

Each example is run as a test: "=" joins what is one, "|" stands between two.
"""


@dataclass(frozen=True, slots=True)
class Name:
    """A name on record. `kind` is as the articles tell; a person's name is taken apart."""

    id: int
    name: str
    kind: str
    folded: str = field(init=False)
    person: PersonName | None = field(init=False)

    def __post_init__(self) -> None:
        folded = fold(self.name)
        object.__setattr__(self, "folded", folded)
        object.__setattr__(self, "person", PersonName.of(self.name) if self.kind == "person" else None)


@dataclass(frozen=True, slots=True)
class Said:
    """A person's word on two names; the later holds where two contradict each other."""

    verdict: Verdict
    name: int
    other: int


@dataclass(frozen=True, slots=True)
class Belongs:
    """Under which name a name is shown, and why; no reason is needed for its own."""

    leader: int
    why: Why | None


def meet_under(name: str, kind: str) -> set[str]:
    """The folded names under which one may be met: two that are one share one of them."""
    folded = fold(name)
    met = {folded}
    if kind == "person":
        person = PersonName.of(name)
        met |= person.surnames if person else set()
    return met | ({_KNOWN[folded]} if folded in _KNOWN else set())


_KNOWN = {fold(name): fold(row[0]) for row in KNOWN_ROWS for name in row}


def grouped(
    names: Sequence[Name], said: Iterable[Said] = (), initials: Iterable[tuple[int, str]] = ()
) -> dict[int, Belongs]:
    """Say for each name under which of them it belongs.

    `said` are persons' words, oldest first. `initials` are those under which an article introduces a body:
    (the body's name, folded initials).
    """
    groups = _Groups(names)
    for one in reversed(list(said)):
        groups.take(one)
    free = [name for name in sorted(names, key=lambda n: (n.folded, n.id)) if name.id not in groups.set_apart]
    for join in (_same_words, _fuller_names, _lone_surnames, _known_names):
        join(groups, free)
    _introduced(groups, free, initials)
    return groups.result()


class _Groups:
    """Names being put together, never against a person's word."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = {name.id: name for name in names}
        self.set_apart: set[int] = set()
        self._group = {name.id: {name.id} for name in names}
        self._why: dict[int, Why] = {}
        self._two: list[tuple[int, int]] = []

    def take(self, said: Said) -> None:
        """Take a person's word, which later ones (taken before) may have overruled."""
        if said.verdict == "same":
            self.join(said.name, said.other, "person")
        elif self._group[said.name] is not self._group[said.other]:
            self._two.append((said.name, said.other))
            self.set_apart.add(said.name)

    def join(self, one: int, other: int, why: Why) -> None:
        """Make one group of two, unless a person has said that they are two."""
        mine, theirs = self._group[one], self._group[other]
        if mine is theirs or any(
            (a in mine and b in theirs) or (b in mine and a in theirs) for a, b in self._two
        ):
            return
        mine |= theirs
        for name in theirs:
            self._group[name] = mine
        for name in (one, other):
            self._why.setdefault(name, why)

    def of(self, name: int) -> int:
        """A number for the group the name is in."""
        return min(self._group[name])

    def result(self) -> dict[int, Belongs]:
        """Each name with its group's leader: a full name before a short one, else the plainest."""
        found = {}
        for name in self.names:
            group = self._group[name]
            leader = min(group, key=lambda n: self._rank(self.names[n]))
            found[name] = Belongs(leader, None if name == leader else self._why.get(name, "person"))
        return found

    def _rank(self, name: Name) -> tuple[bool, int, int, int]:
        short = (
            name.person.lone
            if name.person
            else " " not in name.folded and self._why.get(name.id) == "initials"
        )
        short = short or _KNOWN.get(name.folded, name.folded) != name.folded
        return short, len(name.folded.split()), len(name.folded), name.id


def _full(names: Iterable[Name]) -> list[tuple[Name, PersonName]]:
    return [(n, n.person) for n in names if n.person is not None and not n.person.lone]


def _same_words(groups: _Groups, names: Sequence[Name]) -> None:
    _join_by(groups, names, lambda name: name.folded, "fuller")


def _known_names(groups: _Groups, names: Sequence[Name]) -> None:
    known = [name for name in names if name.person is None and name.folded in _KNOWN]
    _join_by(groups, known, lambda name: _KNOWN[name.folded], "known")


def _join_by(groups: _Groups, names: Iterable[Name], key: Callable[[Name], str], why: Why) -> None:
    first: dict[str, Name] = {}
    for name in names:
        groups.join(first.setdefault(key(name), name).id, name.id, why)


def _fuller_names(groups: _Groups, names: Sequence[Name]) -> None:
    alike: defaultdict[tuple[str, str, str], list[tuple[Name, PersonName]]] = defaultdict(list)
    for name, person in _full(names):
        for given in person.forms:
            alike[person.surname, person.generation, given].append((name, person))
    agreeing: defaultdict[int, set[int]] = defaultdict(set)
    for bearers in alike.values():
        for (one, mine), (other, theirs) in combinations(bearers, 2):
            if mine.agrees(theirs):
                agreeing[one.id].add(other.id)
                agreeing[other.id].add(one.id)
    # "George Vale" agrees with "George W. Vale" and "George H. Vale", who do not: it may be either
    torn = {
        name
        for name, others in agreeing.items()
        if any(b not in agreeing[a] for a, b in combinations(others, 2))
    }
    for surely in agreeing.keys() - torn:
        for another in agreeing[surely] - torn:
            groups.join(surely, another, "fuller")


def _lone_surnames(groups: _Groups, names: Sequence[Name]) -> None:
    bearers: defaultdict[str, list[tuple[Name, PersonName]]] = defaultdict(list)
    for name, person in _full(groups.names.values()):
        for surname in person.surnames:
            bearers[surname].append((name, person))
    for name in names:
        lone = name.person
        if lone is None or not lone.lone or lone.surname in ALSO_GIVEN:
            continue
        borne = [n for n, p in bearers[lone.surname] if lone.generation in ("", p.generation)]
        if len({groups.of(bearer.id) for bearer in borne}) == 1:
            groups.join(borne[0].id, name.id, "surname")


def _introduced(groups: _Groups, names: Sequence[Name], initials: Iterable[tuple[int, str]]) -> None:
    bodies: defaultdict[str, list[int]] = defaultdict(list)
    for body, short in initials:
        bodies[short].append(body)
    for name in names:
        introduced = bodies[name.folded] if name.person is None else []
        if introduced and len({groups.of(body) for body in introduced}) == 1:
            groups.join(introduced[0], name.id, "initials")
