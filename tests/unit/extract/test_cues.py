"""The verbs by which the rules find who said what: each at work in its example."""

import pytest

from bot.extract.acts.forms import forms_of
from bot.extract.attribution.cues import Verb, verbs
from tests.unit.extract.by_rules import claims_by_rules


@pytest.mark.parametrize("verb", verbs(), ids=lambda v: v.lemma)
def test_each_verb_attributes_in_its_example(verb: Verb) -> None:
    forms = {word for word, _ in forms_of(verb.lemma)}
    cues = [
        verb.example[start:end].lower() for claim in claims_by_rules(verb.example) for start, end in claim.cue
    ]
    assert any(forms & set(cue.split()) for cue in cues), cues
