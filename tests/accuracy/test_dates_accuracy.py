"""How well dates and events are read, on our own gold: prints a table and keeps the figures from falling."""

from collections import Counter, defaultdict

from bot.extract.dates import find_events, find_timexes
from tests.accuracy import gold

Count = Counter[str]


def f1(count: Count, name: str) -> float:
    both = count["found"] + count["wanted"]
    return 200 * count[name] / both if both else 100.0


def show(title: str, groups: dict[str, Count], figures: tuple[str, ...]) -> Count:
    total = sum(groups.values(), Count())
    lines = [f"{title:32}{'gold':>6}{'found':>6}" + "".join(f"{name:>9}" for name in figures)]
    for name, count in [*groups.items(), ("all", total)]:
        counts = f"{name:32}{count['wanted']:6}{count['found']:6}"
        lines.append(counts + "".join(f"{f1(count, figure):9.1f}" for figure in figures))
    print("\n" + "\n".join(lines))  # noqa: T201 # the table is what this is run for
    return total


def test_dates_are_read_as_our_gold_has_them() -> None:
    groups: dict[str, Count] = defaultdict(Count)
    for one in gold.dates():
        count = groups[one.group]
        read = {(t.start, t.end): (t.type, t.value) for t in find_timexes(one.text, one.published)}
        count.update(wanted=len(one.spans), found=len(read))
        for start, end, kind, value in one.spans:
            count["strict"] += (start, end) in read
            near = [at for at in read if at[0] < end and start < at[1]]
            if near:
                count.update(relaxed=1, type=read[near[0]][0] == kind, value=read[near[0]] == (kind, value))
    total = show("dates", groups, ("strict", "relaxed", "type", "value"))
    assert f1(total, "strict") >= 98
    assert f1(total, "value") >= 97


def test_events_are_read_as_our_gold_has_them() -> None:
    groups: dict[str, Count] = defaultdict(Count)
    for one in gold.events():
        count = groups[one.group]
        timexes = find_timexes(one.text, one.published)
        read = {e.date or "none": e for e in find_events(one.text, one.published, timexes)}
        count.update(wanted=len(one.events), found=len(read))
        for wanted in one.events:
            found = read.get(wanted["date"])
            if found is None:
                continue
            precision = wanted.get("precision", "instant" if "time" in wanted else "day")
            told = {
                "time": found.time,
                "zone": found.zone,
                "end": found.date_end,
                "former": found.former_date,
            }
            count.update(
                date=1,
                precision=found.precision == precision,
                time=all(told[name] == wanted.get(name) for name in told),
                status=found.status == wanted["status"],
                what=found.what == wanted["what"],
            )
    total = show("events", groups, ("date", "precision", "time", "status", "what"))
    assert f1(total, "date") >= 97
    assert f1(total, "time") >= 95
    assert f1(total, "status") >= 95
    assert f1(total, "what") >= 85
