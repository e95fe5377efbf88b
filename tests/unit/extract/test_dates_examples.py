"""Every example that stands beside a pattern in the language's tables."""

from datetime import date

import pytest

from bot.extract.dates import find_timexes
from bot.extract.dates.english.constructions import CONSTRUCTIONS
from bot.extract.dates.language import Construction
from bot.extract.dates.resolve import READINGS

EXAMPLES = [example for one in CONSTRUCTIONS for example in one.examples]


def bracketed(text: str) -> tuple[str, int, int]:
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "", 1).replace("]", "", 1), start, end


@pytest.mark.parametrize(("text", "published", "kind", "value"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_an_example_reads_as_its_table_says(text: str, published: str, kind: str, value: str | None) -> None:
    plain, start, end = bracketed(text)
    found = find_timexes(plain, date.fromisoformat(published))
    assert (start, end, kind, value) in [(t.start, t.end, t.type, t.value) for t in found]


@pytest.mark.parametrize("one", CONSTRUCTIONS, ids=[c.reading for c in CONSTRUCTIONS])
def test_each_construction_has_an_example_and_a_reading(one: Construction) -> None:
    assert one.examples
    assert one.reading in READINGS
