"""What is named in an article, and where."""

from dataclasses import dataclass, field

from bot.extract.attribution.given_names import Gender
from bot.extract.reading import SpeakerKind


@dataclass
class Entity:
    """Somebody or something named: `roles` are the nouns it is called by, `first` where it is met in full."""

    name: str
    kind: SpeakerKind
    first: int
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    short: int = 0
    """How often it was called by its surname alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` name `entity`; titles before the name are not part of it."""

    first: int
    last: int
    entity: Entity
