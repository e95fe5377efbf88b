"""The act of a claim: every entry of the lexicon at work, then negation and content."""

import pytest

from bot.extract.attribution import find_claims
from bot.extract.attribution.acts import act_of
from bot.extract.attribution.cues import Verb, verbs
from bot.extract.attribution.forms import forms_of
from bot.extract.attribution.nouns import ADJECTIVES, NOUNS

ENTRIES = [
    (act, *(part.strip() for part in line.split("|")))
    for table in (NOUNS, ADJECTIVES)
    for act, lines in table.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize("verb", verbs(), ids=lambda v: f"{v.act}-{v.lemma}")
def test_each_verb_attributes_in_its_example(verb: Verb) -> None:
    forms = {word for word, _ in forms_of(verb.lemma)}
    cues = [
        verb.example[start:end].lower()
        for claim in find_claims(verb.example, None, ())
        for start, end in claim.cue
    ]
    assert any(forms & set(cue.split()) for cue in cues), cues


@pytest.mark.parametrize(
    "verb", [v for v in verbs() if v.act not in ("state", "believe")], ids=lambda v: v.lemma
)
def test_each_verb_of_an_act_of_its_own_gives_it(verb: Verb) -> None:
    forms = {word for word, _ in forms_of(verb.lemma)}
    acts = {
        claim.act
        for claim in find_claims(verb.example, None, ())
        if forms & set(" ".join(verb.example[s:e] for s, e in claim.cue).lower().split())
    }
    assert verb.act in acts


@pytest.mark.parametrize(("act", "word", "frames", "example"), ENTRIES, ids=lambda e: str(e)[:20])
def test_each_noun_and_adjective_names_its_act(act: str, word: str, frames: str, example: str) -> None:
    written = example.strip(".").lower().split()
    at = next(n for n, w in enumerate(written) if w.startswith(word[:-1]))
    cue = " ".join(written[at : at + 2])
    assert act_of(cue, "that the road is open") == act


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
        ("asked", "the council to wait", "demand"),
        ("asked", "whether the council would wait", "ask"),
        ("wanted to know", "who had the key", "ask"),
        ("threatened", "to strike", "warn"),
        ("said", "“Who has the key?”", "ask"),
        ("said", "he would not answer", "refuse"),
        ("said", "“We will mend the road.”", "promise"),
        ("said", "the council should mend the road", "demand"),
        ("said", "the claim was baseless", "deny"),
        ("said", "“It was a brilliant speech.”", "praise"),
        ("called", "the plan a disgrace", "accuse"),
        ("said", "prices would rise in spring", "expect"),
        ("said", "the leak could become a danger to swimmers", "warn"),
        ("said", "she supports the plan", "accept"),
        ("said", "they plan to leave in May", "plan"),
    ],
)
def test_negation_and_content_decide_where_the_cue_does_not(cue: str, content: str, act: str) -> None:
    assert act_of(cue, content) == act
