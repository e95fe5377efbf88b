"""Sample articles: invented countries and people, in the shape in which readers paste them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources

from bot.playground.wire import Json

_STAMP = re.compile(r"^\d{1,2} [A-Z][a-z]{2}, \d{4} \d{2}:\d{2}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """One article as it would be pasted, noise and all; `published` is its printed stamp, read as UTC."""

    name: str
    title: str
    published: datetime
    text: str

    def json(self) -> Json:
        """Return what the page shows of it."""
        return {
            "name": self.name,
            "title": self.title,
            "published": self.published.isoformat(),
        }


def load() -> tuple[Sample, ...]:
    """Return the samples that come with the program, in the order in which to live through them."""
    folder = resources.files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".txt"))
    return tuple(_sample(name, (folder / name).read_text("utf-8")) for name in names)


def opening_instant() -> datetime:
    """Return when the playground's clock starts: shortly after the first sample was published."""
    return load()[0].published + timedelta(minutes=20)


def _sample(file_name: str, text: str) -> Sample:
    stamp = _STAMP.search(text)
    if not stamp:
        raise ValueError(f"{file_name} has no stamp line")
    published = datetime.strptime(stamp[0], "%d %b, %Y %H:%M").replace(tzinfo=UTC)
    title = text[stamp.end() :].strip().split("\n", 1)[0]
    return Sample(file_name.removesuffix(".txt"), title, published, text.strip())
