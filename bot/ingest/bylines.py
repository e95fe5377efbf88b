"""Who wrote a text and who published it, by the lines around it."""

import re
from collections.abc import Iterable, Sequence

from bot.ingest.characters import without_symbols
from bot.ingest.noise import is_noise, is_sentence

_BY = re.compile(
    r"^(?:(?:story|report|analysis|opinion|written|words|text)\s)?(?:by|von|par|por|di|door)[:\s]\s*"
    r"(?=[^\W\d_])(?P<names>.{3,150})$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[^\W\d_a-z][\w’'.-]*(?:\s(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ter|zu)\s)*"
    r"[^\W\d_a-z][\w’'.-]*){1,4}"
)
_SITE = (
    r"\b(?:news|post|times|herald|guardian|journal|tribune|gazette|telegraph|agency|media|today|tv|radio|reuters|"
    r"zeitung|online)\b|\.(?:com|org|net|co)\b"
)
_PUBLISHER = re.compile(_SITE, re.IGNORECASE)
_ROLE = re.compile(
    _SITE
    + r"|\b(?:staff|editor|reporter|writer|correspondent|journalist|columnist|press|bureau|desk|team|service|"
    r"contributor|redaktion|digital|politics|world|business)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?i:for|für)\s+(?:the\s)?(?P<site>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})$")
_AGENCY = re.compile(r"^[A-Z][^.!?]{0,60}\((?P<agency>[A-Z][\w ]{1,20})\)\s*[-–—]")
_NOT_A_NAME = re.compile(
    r"\s+(?:for|in|at|für)\s+|\s[/|·•–—]\s|\s\(|\bupdated\b|\bpublished\b", re.IGNORECASE
)


def names_in(text: str) -> list[str]:
    """Return the people a byline names, "By" or not before them."""
    match = _BY.match(without_symbols(text))
    bare = _NOT_A_NAME.split(match["names"] if match else text)[0]
    names = []
    for part in re.split(r",|\s(?:and|und|et|y|&)\s|;", bare):
        name = part.strip().rstrip(".")
        if name.isupper():
            name = name.title()
        if _NAME.fullmatch(name) and not _ROLE.search(name):
            names.append(name)
    return names


def is_role(line: str) -> bool:
    """Tell whether `line` says what somebody does, as stands under a name: "Economics correspondent"."""
    return len(line.split()) <= 6 and bool(_ROLE.search(line) or line.startswith("@"))


def bylines_of(lines: Sequence[str], places: Iterable[int]) -> list[int]:
    """Return those of `places` whose line is a byline: "By …", or a bare name over a role or a handle."""
    found = []
    for i in places:
        line = without_symbols(lines[i])
        after = lines[i + 1] if i + 1 < len(lines) else ""
        by = _BY.match(line) and not (is_sentence(line) and len(line.split()) > 12)
        bare = len(line.split()) <= 4 and bool(_NAME.fullmatch(line)) and is_role(after)
        if (by or bare) and names_in(line):
            found.append(i)
    return found


def beside(before: str) -> tuple[list[str], str | None]:
    """Read author and site from what stands before a stamp: "Ann Lee · Daily Post · Posted: …"."""
    parts = [part.strip() for part in re.split(r"\s[·•|/–—-]\s|\s{2,}", before) if part.strip()]
    names: list[str] = []
    site = None
    for part in parts:
        if found := names_in(part):
            names += found
        elif len(part.split()) <= 4 and _PUBLISHER.search(part):
            site = site or part
    return names, site


def publisher_in(
    lines: Sequence[str], above: Iterable[int], bylines: Iterable[int], first: str
) -> str | None:
    """Return the publisher a byline writes for, a line above the text names, or the dateline gives.

    `first` is the first line of the text itself.
    """
    for i in bylines:
        if match := _FOR.search(lines[i]):
            return match["site"]
    if agency := _AGENCY.match(first):
        return agency["agency"]
    for i in above:
        line = lines[i]
        if (
            1 < len(line.split()) <= 4
            and _PUBLISHER.search(line)
            and not is_noise(line)
            and line[0].isupper()
        ):
            return line
    return None
