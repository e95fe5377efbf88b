"""The act of a claim: every entry of the lexicon at work, then negation and content."""

import re

import pytest

from bot.extract.acts import act_of
from bot.extract.acts.content import shown_by
from bot.extract.acts.evaluation import evaluation
from bot.extract.acts.lexicon import Entry, entries, first_forms
from bot.extract.acts.signs import CLEAR, DEMANDS, EARLY, LAST, LATE, OWN, OWN_WILL, Sign
from bot.extract.acts.words import plain
from bot.extract.reading import ACTS

WHOLE = [*CLEAR, *EARLY, *LATE, *DEMANDS, *LAST]


def cue_and_content(example: str) -> tuple[str, str]:
    """Take an example apart: the cue stands in brackets, the content after it or, where none is, before."""
    cue = " ".join(re.findall(r"\[(.+?)\]", example))
    before, after = re.split(r"\[.+\]", example)
    between = " ".join(re.findall(r"\](.+?)\[", example))
    return cue, (between + after).strip(" .:") or before


@pytest.mark.parametrize("entry", entries(), ids=lambda e: f"{e.act}-{'-'.join(e.words)}")
def test_each_entry_names_its_act_in_its_example(entry: Entry) -> None:
    cue, content = cue_and_content(entry.example)
    assert not first_forms(entry).isdisjoint(re.findall(r"[\w-]+", cue.lower()))
    assert act_of(cue, content) == entry.act


def test_no_cue_stands_in_the_lexicon_twice() -> None:
    seen = [(entry.table, entry.words) for entry in entries()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("sign", WHOLE, ids=lambda s: f"{s.act}-{s.example[:20]}")
def test_each_sign_shows_its_act_in_its_example(sign: Sign) -> None:
    assert sign.shows(plain(sign.example))
    assert shown_by(plain(sign.example)) == sign.act


@pytest.mark.parametrize("sign", [*OWN, *OWN_WILL], ids=lambda s: f"{s.act}-{s.example}")
def test_each_sign_of_ones_own_act_shows_it_after_the_speaker(sign: Sign) -> None:
    assert sign.shows(plain(sign.example))
    assert shown_by(plain(f"We {sign.example}.")) == sign.act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "the road was open", "state"),
        ("did not accept", "the offer", "refuse"),
        ("does not support", "the plan", "refuse"),
        ("refused to confirm", "the report", "refuse"),
        ("denied", "that it refused the offer", "deny"),
        ("ruled out", "a new tax", "refuse"),
        ("did not rule out", "a new tax", "accept"),
        ("refused to rule out", "a new tax", "accept"),
        ("did not criticise", "the mayor", "state"),
        ("did not deny", "the report", "confirm"),
        ("did not demand", "an answer", "refuse"),
        ("expressed", "doubt that the plan would work", "believe"),
        ("sent", "a letter opposing the plan", "refuse"),
        ("expressed hope", "that it would rain", "expect"),
        ("asked", "the council to wait", "demand"),
        ("asked", "whether the council would wait", "ask"),
        ("asked", "the clerk to explain the sum", "ask"),
        ("wanted to know", "who had the key", "ask"),
        ("wanted", "to close the road", "plan"),
        ("wanted", "the council to close the road", "demand"),
        ("threatened", "to strike", "warn"),
        ("announced", "it would close the pool", "plan"),
        ("suggested", "that the pool be closed", "propose"),
        ("signalled", "support for the tax", "accept"),
        ("announced", "opposition to the tax", "refuse"),
        ("said", "“I am not in the habit of praising mayors.”", "refuse"),
        ("said", "it would be shooting itself in the foot", "warn"),
        ("said", "drivers are bound by the law", "state"),
        ("said", "“Just put the key in the box.”", "demand"),
        ("said", "“Who has the key?”", "ask"),
        ("said", "he would not answer", "refuse"),
        ("said", "he supports the tax", "accept"),
        ("said", "he might support the tax", "expect"),
        ("said", "“He supports the tax.”", "state"),
        ("said", "“We will mend the road.”", "promise"),
        ("said", "the council should mend the road", "demand"),
        ("said", "the claim was baseless", "deny"),
        ("said", "“It was a brilliant speech.”", "praise"),
        ("said", "“It was not a brilliant speech.”", "accuse"),
        ("called", "the plan a disgrace", "accuse"),
        ("called", "the plan a triumph", "praise"),
        ("called", "her vote a mistake", "confirm"),
        ("said", "prices would rise in spring", "expect"),
        ("said", "the leak could become a danger to swimmers", "warn"),
        ("said", "she supports the plan", "accept"),
        ("said", "they plan to leave in May", "plan"),
        (":", "Don’t trust the bridge", "demand"),
    ],
)
def test_negation_and_content_decide_where_the_cue_does_not(cue: str, content: str, act: str) -> None:
    assert act_of(cue, content) == act


def test_a_poll_or_a_court_finds_no_fault() -> None:
    assert act_of("said", "the plan was unfair", "the mayor") == "accuse"
    assert act_of("said", "the plan was unfair", "the court") == "state"
    assert act_of("said", "the plan was unfair", "the mayor, a professor of law,") == "accuse"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the plan is a scam", -3),
        ("the plan is not a scam", 0),
        ("the plan is brilliant", 3),
        ("the mayor was deliberately vague", -4),
        ("the tower is a money pit", -3),
        ("the hall has a touch of magic", 3),
        ("the plan is not brilliant", -3),
        ("the plan does n't make sense", -3),
        ("the plan is old", 0),
    ],
)
def test_evaluation_weighs_praise_against_fault(text: str, found: int) -> None:
    assert evaluation(text) == found


@pytest.mark.parametrize(
    "text", ["", "“", "…", "?" * 5000, "no " * 5000, "that that " * 5000, "ё 火 🙂", "’" * 5000]
)
def test_any_text_has_an_act(text: str) -> None:
    assert act_of(text, text, text) in ACTS
    assert act_of("said", text) in ACTS
