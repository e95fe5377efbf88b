"""The act of a claim, from its cue, its content and negation."""

import re

from bot.extract.attribution.cues import verb_forms
from bot.extract.reading import Act

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|n't")


def act_of(cue: str, content: str) -> Act:
    """Return the act that the words of the cue and the content make."""
    words = _WORD.findall(cue.lower().replace("’", "'"))
    act: Act = "state"
    for word in words:
        for verb, _ in verb_forms().get(word, ()):
            if not verb.particles or not verb.frames.isdisjoint(("quote", "that", "object", "to")):
                act = verb.act
                break
            if verb.particles & set(words):
                act = verb.act
                break
    return act
