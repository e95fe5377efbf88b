"""Which names are one speaker's: every rule's own examples, and what persons say against them."""

import re
from collections.abc import Iterable
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.identity import RULES, Name, Said, Why, grouped
from storage.naming import fold

Groups = set[frozenset[str]]
EXAMPLES = [(why, example) for why, (_, examples) in RULES.items() for example in examples]
PEOPLE = ("person", "person", "body", "body")


def together(names: Iterable[str], kind: str, *, said: Iterable[tuple[str, str, str]] = ()) -> Groups:
    """The groups the names end in; `PCV` in brackets after a name is what an article introduces it by."""
    parted = [re.fullmatch(r"(.*?)(?: \((\w+)\))?", name) for name in names]
    on_record = [Name(number, match[1], kind) for number, match in enumerate(parted) if match]
    initials = [(number, fold(match[2])) for number, match in enumerate(parted) if match and match[2]]
    number = {name.name: name.id for name in on_record}
    rulings = [Said(verdict, number[a], number[b]) for verdict, a, b in said]  # type: ignore[arg-type]
    found: dict[int, set[str]] = {}
    for name, belongs in grouped(on_record, rulings, initials).items():
        found.setdefault(belongs.leader, set()).add(on_record[name].name)
    return {frozenset(group) for group in found.values()}


def groups(example: str) -> Groups:
    """What an example says: "=" joins what is one, "|" stands between two."""
    return {frozenset(re.sub(r" \(\w+\)", "", group).split(" = ")) for group in example.split(" | ")}


@pytest.mark.parametrize(("why", "example"), EXAMPLES, ids=lambda one: str(one))
def test_each_rule_does_what_its_examples_say_in_whatever_order_they_come(why: Why, example: str) -> None:
    kind = "person" if why in ("fuller", "surname") else "body"
    for order in permutations(re.split(r" [=|] ", example)):
        assert together(order, kind) == groups(example)


@pytest.mark.parametrize(
    ("names", "leader", "whys"),
    [
        ("Lind, Mara E. Lind, Mara Lind", "Mara Lind", {"surname", "fuller"}),
        ("Lind, Mara Lind", "Mara Lind", {"surname"}),
        ("UN, United Nations", "United Nations", {"known"}),
    ],
)
def test_a_speaker_is_shown_under_its_plainest_full_name(names: str, leader: str, whys: set[str]) -> None:
    kind = "body" if "UN" in names else "person"
    on_record = [Name(number, name, kind) for number, name in enumerate(names.split(", "))]
    found = grouped(on_record)
    assert {on_record[one.leader].name for one in found.values()} == {leader}
    assert {one.why for one in found.values()} == whys | {None}


def test_a_place_lends_its_name_to_nobody() -> None:
    washington = [Name(1, "Washington", "country"), Name(2, "Ida Washington", "person")]
    assert {number: one.leader for number, one in grouped(washington).items()} == {1: 1, 2: 2}


LINDS = ("Lind", "Mara Lind", "Mara E. Lind")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("two", "Lind", "Mara Lind")], "Lind | Mara Lind = Mara E. Lind"),
        ([("two", "Mara E. Lind", "Mara Lind")], "Lind | Mara Lind | Mara E. Lind"),
        ([("two", "Lind", "Mara Lind"), ("same", "Lind", "Mara Lind")], "Lind = Mara Lind = Mara E. Lind"),
        ([("same", "Lind", "Mara Lind"), ("two", "Lind", "Mara Lind")], "Lind | Mara Lind = Mara E. Lind"),
        ([("same", "Lind", "Mara E. Lind"), ("two", "Lind", "Mara Lind")], "Lind = Mara E. Lind | Mara Lind"),
    ],
)
def test_a_persons_word_holds_against_the_rules_and_the_last_one_against_the_first(
    said: list[tuple[str, str, str]], expected: str
) -> None:
    assert together(LINDS, "person", said=said) == groups(expected)


def test_what_a_person_joins_counts_as_one_for_the_rules() -> None:
    names = ("Brandt", "Joe Brandt", "Joseph R. Brandt Jr.")
    assert together(names, "person") == groups("Brandt | Joe Brandt | Joseph R. Brandt Jr.")
    said = [("same", "Joe Brandt", "Joseph R. Brandt Jr.")]
    assert together(names, "person", said=said) == groups("Brandt = Joe Brandt = Joseph R. Brandt Jr.")


NAMES = sorted(" ".join(parts).strip() for parts in product(
    ("", "Mike", "Michael", "Ida"), ("", "R.", "Ray", "S."), ("Hale", "van Hale", "Hale Jr.")
))  # fmt: skip
PAIRS = st.tuples(st.sampled_from(("same", "two")), st.sampled_from(NAMES), st.sampled_from(NAMES))


@given(st.sets(st.sampled_from(NAMES), min_size=1), st.randoms(), st.lists(PAIRS, max_size=4))
def test_the_order_of_arrival_makes_no_difference(
    names: set[str], random: object, said: list[tuple[str, str, str]]
) -> None:
    order = sorted(names)
    said = [(verdict, a, b) for verdict, a, b in said if {a, b} <= names and a != b]
    before = together(order, "person", said=said)
    random.shuffle(order)  # type: ignore[attr-defined]
    assert together(order, "person", said=said) == before
    if said:  # the last word always holds
        verdict, a, b = said[-1]
        assert any({a, b} <= group for group in before) == (verdict == "same")
