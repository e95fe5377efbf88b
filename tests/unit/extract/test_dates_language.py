"""A second language is second tables: a little German, read with no code of its own."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from bot.extract import dates
from bot.extract.dates import ENGLISH, find_events, find_timexes, when_said
from bot.extract.dates.resolve import READINGS
from bot.extract.dates.tokens import CAPITALISED_WORD, OTHER_WORD, SHAPES
from bot.extract.reading import Precision, Status
from tests.unit.extract.german import CONSTRUCTIONS, GERMAN
from tests.unit.extract.test_dates_examples import bracketed

MONDAY = date(2022, 2, 21)
EXAMPLES = [example for one in CONSTRUCTIONS for example in one.examples]


@pytest.mark.parametrize(("text", "published", "kind", "value"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_an_example_reads_as_its_table_says(text: str, published: str, kind: str, value: str) -> None:
    plain, start, end = bracketed(text)
    found = find_timexes(plain, date.fromisoformat(published), language=GERMAN)
    assert (start, end, kind, value) in [(t.start, t.end, t.type, t.value) for t in found]


@pytest.mark.parametrize(
    ("text", "day", "status", "what"),
    [
        ("Der Rat wird am Freitag über den Haushalt abstimmen.", "2022-02-25", "scheduled", "Der Rat"),
        ("Das Gericht tagt am 4. März.", "2022-03-04", "scheduled", "Das Gericht tagt"),
        ("Die Frist endet am 1. März.", "2022-03-01", "deadline", "Die Frist endet"),
        ("Sie will bis Freitag antworten.", "2022-02-25", "deadline", "antworten"),
        ("Der Gipfel wurde auf den 10. März verschoben.", "2022-03-10", "postponed", "Der Gipfel"),
        ("Der Gipfel wurde abgesagt.", None, "cancelled", "Gipfel"),
        ("Der Prozess beginnt womöglich nächste Woche.", "2022-W09", "conditional", "Der Prozess"),
    ],
)
def test_its_cues_tell_what_is_due_and_how_it_stands(
    text: str, day: str | None, status: str, what: str
) -> None:
    [event] = german_events(text)
    assert (event.date, event.status) == (day, status)
    assert what in event.what


def test_clock_times_zones_and_ranges_are_its_own_too() -> None:
    [speech] = german_events("Die Ministerin soll am 3. März um 15 Uhr MEZ sprechen.")
    assert (speech.date, speech.time, speech.zone) == ("2022-03-03", "15:00", "+01:00")
    [fair] = german_events("Die Messe wird vom 4. März bis 6. März dauern.")
    assert (fair.date, fair.date_end) == ("2022-03-04", "2022-03-06")


def test_its_past_tense_looks_back() -> None:
    assert german_events("Der Rat tagte am Freitag.") == []


def test_its_barriers_tell_when_something_was_said() -> None:
    assert german_said("Der Hafen sei zu, sagte die Ministerin am Sonntag.") == "2022-02-20"
    assert german_said("Die Ministerin sagte, dass der Hafen am Sonntag zu war.") == "2022-02-21"


def test_each_language_reads_its_own_words_only() -> None:
    assert find_timexes("They met yesterday.", MONDAY, language=GERMAN) == ()
    assert find_timexes("Sie kommen heute.", MONDAY) == ()


def german_events(text: str) -> list[dates.Event]:
    return list(find_events(text, MONDAY, find_timexes(text, MONDAY, language=GERMAN), language=GERMAN))


def german_said(text: str) -> str | None:
    cue = text.index("sagte")
    timexes = find_timexes(text, MONDAY, language=GERMAN)
    return when_said(text, (cue, cue + len("sagte")), MONDAY, timexes, language=GERMAN)


# What code may spell out: the names of classes, of parts of patterns and of readings, and our own codes.
NAMES = {
    *ENGLISH.classes,
    *(name for one in ENGLISH.constructions for name in re.findall(r"(\w+)=", one.pattern)),
    *(name for pattern in ENGLISH.parts.values() for name in re.findall(r"(\w+)=", pattern)),
    *(one.reading for one in ENGLISH.constructions),
    *READINGS,
    *SHAPES,
    *get_args(Status),
    *get_args(Precision),
}
# Kinds of tokens, and the groups of the expression that reads patterns.
KINDS = {"letters", "gap", "other", "word", "class", "cname", "cls", "part", "pname", "prt", "shape", "sname"}
KINDS |= {"shp", "mark", "mrk", "operator"}
# Fields that `When` is made of, and a format.
FIELDS = {"first", "end", "start", "stop", "mod", "g"}
WORDS = re.compile(r"[A-Za-z' ]*[a-z][A-Za-z' ]*")
ROOT = Path(dates.__file__).parent
CODE = [p for p in sorted(ROOT.rglob("*.py")) if not {"english", "language"} & set(p.relative_to(ROOT).parts)]


@pytest.mark.parametrize("path", CODE, ids=[str(p.relative_to(ROOT)) for p in CODE])
def test_no_word_of_any_language_stands_in_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = [
        (node.lineno, node.value)
        for node in literals(tree)
        if is_word(node.value) and node.value not in NAMES | KINDS | FIELDS
    ]
    assert words == []


@pytest.mark.parametrize("path", CODE, ids=[str(p.relative_to(ROOT)) for p in CODE])
def test_no_name_is_compared_with_a_text_s_words(path: Path) -> None:
    """A name such as "month" may stand in code, but only as a name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    compared = [
        (node.lineno, ast.unparse(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare | ast.BinOp)
        and re.search(r"\bwords\b|\bword\b(?!')|\.(own|before|after)\b", ast.unparse(node))
        and any(is_word(one.value) for one in spelt(node))
    ]
    assert compared == []


def is_word(text: str) -> bool:
    """Say whether a string has letters alone and is not made of the characters that stand for tokens."""
    return bool(WORDS.fullmatch(text)) and not set(text) <= {*SHAPES.values(), OTHER_WORD, CAPITALISED_WORD}


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the strings of a module but for its docstrings, what it exports and its error messages."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Raise) or (
            isinstance(node, ast.Assign) and "__all__" in ast.unparse(node.targets[0])
        ):
            passed |= set(ast.walk(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            yield node


def spelt(node: ast.Compare | ast.BinOp) -> Iterator[ast.Constant]:
    """Yield the strings that stand in a comparison itself, not in a call or an index within it."""
    inner: list[ast.AST] = [node]
    while inner:
        one = inner.pop()
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one
        if not isinstance(one, ast.Call | ast.Subscript):
            inner += ast.iter_child_nodes(one)
