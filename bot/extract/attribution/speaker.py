"""Who is found to speak, and the weighing of those who may."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.mentions import Entity
from bot.extract.reading import Span, SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; `name` None where the text names nobody."""

    name: str | None
    kind: SpeakerKind
    gender: Gender | None = None
    one: bool = False
    """Whether somebody who stays without a name, of either gender, is meant."""


NOBODY = Speaker(None, "unnamed")
AUTHOR = Speaker(None, "author")


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier claim: the offset of its source, what it says, and who spoke."""

    at: int
    content: tuple[Span, ...]
    speaker: Speaker


Resolve = Callable[[int, int], Speaker]
"""Who is meant by the noun phrase of tokens `first` to `last`."""


def as_speaker(entity: Entity) -> Speaker:
    """Return the speaker an entity is."""
    return Speaker(entity.name, entity.kind, entity.gender)


class Weighed:
    """Speakers by name, with all that speaks for each."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[float, Speaker]] = {}

    def add(self, speaker: Speaker, weight: float) -> None:
        """Add to what speaks for `speaker`; nobody's name is left out."""
        if speaker.name is not None:
            self._found[speaker.name] = self._found.get(speaker.name, (0.0,))[0] + weight, speaker

    def best(self) -> Speaker | None:
        """Return the speaker for whom most speaks."""
        return max(self._found.values(), key=lambda w: w[0])[1] if self._found else None

    def weights(self) -> dict[str, float]:
        """Return how much speaks for each."""
        return {name: weight for name, (weight, _) in self._found.items()}
