"""What a source without a name is called, in its own words, and of what kind it is."""

import re

from bot.extract.attribution.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    TIMES,
    is_adverb,
    is_nominal,
)
from bot.extract.attribution.named import BREAKS
from bot.extract.attribution.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    UNNAMED_NOUNS,
    is_person_noun,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import SpeakerKind

_OTHERS = frozenset(("i", "we", "he", "she", "they"))
_NEVER_NAMES = DETERMINERS | SUBJECTS | wordset("everything none those nothing something")
_LEADING = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|many|some"
    r"|several|most|one|other|even)\s+)+(?!(?:of|in|at|on|from|with|who)\b)(?=\w)",
    re.IGNORECASE,
)


def worded_end(p: Passage, head_end: int, last: int) -> int:
    """Return the end of the "of …", "for …" phrases after the head; a comma or a verb ends them."""
    tokens = p.tokens
    k = head_end
    while k < last:
        token = tokens[k]
        before = tokens[k - 1]
        verbal = k > head_end and token.low.endswith(("ing", "ed")) and not token.is_capital
        verbal = verbal and not is_adverb(before) and before.low not in DETERMINERS | PREPOSITIONS
        first_verbal = k == head_end and token.low.endswith(("ing", "ed"))
        if token.text in BREAKS or token.low in ("who", "which", "that", "whose") or verbal or first_verbal:
            break
        if token.low in AUXILIARIES or (token.low in _OTHERS and is_nominal(before)):
            break  # the experts | we asked
        k += 1
    return k


def worded(p: Passage, first: int, head_end: int, last: int) -> str | None:
    """Return the words of a source without articles and what follows its "of …"; None where none are left."""
    end = worded_end(p, head_end, last)
    words = " ".join(p.words(first, end).split())
    stripped = _LEADING.sub("", words)
    return (stripped or words).strip(" '\"“”’‘,.;:()") or None


def kind_of(p: Passage, first: int, head_end: int, last: int) -> SpeakerKind:
    """Return the kind of the source of tokens `first` to `last` whose core ends before `head_end`."""
    tokens = p.tokens
    head = tokens[head_end - 1].low
    several = head in GROUP_NOUNS or (head.endswith("s") and not head.endswith(("ss", "us", "is")))
    one = tokens[first].low == "the" and not several and not is_person_noun(head) and head not in TIMES
    if one and any(t.is_capital for t in tokens[first + 1 : first + 8] if t.low == head):
        return "body"  # the Green List
    if head in UNNAMED_NOUNS or is_person_noun(head):
        return "unnamed"
    if head in DOCUMENT_NOUNS:
        return "document"
    if head in BODY_NOUNS:
        return "body"
    if head in GROUP_NOUNS or head.endswith("s"):
        return "group"
    if head_end == first + 1 < last and p.sentences[p.sentence_of[first]].first == first:
        return "unnamed"  # Half of the farmers
    named = all(t.is_capital for t in tokens[first:head_end]) and tokens[first].low not in _NEVER_NAMES
    return "person" if named else "unnamed"
