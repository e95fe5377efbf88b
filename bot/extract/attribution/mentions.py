"""What is named in an article, and where."""

from dataclasses import dataclass, field

from bot.extract.attribution.given_names import Gender
from bot.extract.reading import SpeakerKind


@dataclass
class Entity:
    """Somebody or something named: `first` is where it is met in full.

    `roles` are the nouns it is called by ("mayor"), `traits` these and the words that go with them.
    """

    name: str
    kind: SpeakerKind
    first: int
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)
    short: int = 0
    """How often it was called by its surname alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` name `entity`; titles before the name are not part of it."""

    first: int
    last: int
    entity: Entity
