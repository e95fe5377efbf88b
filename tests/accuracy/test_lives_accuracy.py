"""How well events are followed from article to article, on our own gold: prints a table, and keeps it."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from storage.session import Database
from tests.accuracy.lives import Life, Tracked, lives, tracked

Found = dict[tuple[int, str], int]
"""The program's event for a mention, by the article's number in its story and the name of the event."""


def aligned(life: Life, found: dict[str, list[Tracked]]) -> Found:
    """Pair each mention of the gold with one of the program's that bears a date it may bear by now."""
    out: Found = {}
    for number, told in enumerate(life.articles):
        left = list(found[told.doc])
        for mention in told.mentions:
            right = life.dates_of(mention.name) | {mention.date}
            now = life.final[mention.name][0]
            best = max(
                (one for one in left if one.date in right), key=lambda one: one.date in now, default=None
            )
            if best is not None:
                left.remove(best)
                out[number, mention.name] = best.event
    return out


@pytest.mark.slow
async def test_events_are_followed_as_our_gold_has_them(tmp_path: Path) -> None:
    stories = lives()
    database = await Database.open(f"sqlite:///{tmp_path / 'lives.db'}")
    try:
        found = await tracked(database, stories)
    finally:
        await database.close()
    state = {one.event: one for mentions in found.values() for one in mentions}
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for life in stories:
        at = aligned(life, found)
        told = [
            (number, m.name)
            for number, article in enumerate(life.articles)
            for m in article.mentions
            if m.status != "optional"
        ]
        count.update(mentions=len(told), found=sum(key in at for key in told))
        wrong += [
            f"{life.name}: {name} not found in article {n + 1}" for n, name in told if (n, name) not in at
        ]
        for one, other in combinations(told, 2):
            if one[0] == other[0]:
                continue
            both = one in at and other in at
            right = both and (at[one] == at[other]) == (one[1] == other[1])
            count.update(links=1, linked=right)
            if both and not right:
                wrong.append(f"{life.name}: {one} and {other} are {at[one]} and {at[other]}")
        for name, (dates, statuses) in life.final.items():
            mine = {at[key] for key in at if key[1] == name}
            date = bool(mine) and all(state[event].date in dates for event in mine)
            status = bool(mine) and all(state[event].status in statuses for event in mine)
            count.update(events=1, dated=date, ended=date and status)
            if not (date and status):
                stand = [(state[event].date, state[event].status) for event in mine]
                wrong.append(f"{life.name}: {name} should be {dates} {statuses}, is {stand}")
    shares = (("found", "mentions"), ("linked", "links"), ("dated", "events"), ("ended", "events"))
    table = [
        f"{name:10}{count[name]:5} of {count[of]:4}{100 * count[name] / count[of]:8.1f}"
        for name, of in shares
    ]
    print("\n" + "\n".join([*table, *wrong]))  # noqa: T201 # the table is what this is run for
    assert count["linked"] >= 0.95 * count["links"]
    assert count["ended"] >= 0.95 * count["events"]
