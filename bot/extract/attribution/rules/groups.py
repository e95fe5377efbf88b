"""Verb groups: whether a word is a verb here, what belongs to it, and who its subject is."""

from dataclasses import dataclass

from bot.extract.acts.forms import Form
from bot.extract.attribution.cues import Verb, verb_forms
from bot.extract.attribution.grammar import (
    AUXILIARIES,
    BE,
    CLAUSE_MARKS,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    TIMES,
    WEEKDAYS,
    is_adverb,
    is_nominal,
    phrase_start,
)
from bot.extract.attribution.names import is_person_noun
from bot.extract.attribution.passage import CLOSING_MARKS, Passage
from bot.extract.attribution.wordset import wordset

# base forms and third persons that are hardly ever nouns
_ALWAYS = wordset(
    """
    say says tell tells think thinks believe believes know knows argue argues insist insists agree
    agrees describe describes deny denies accuse accuses want wants oppose opposes suggest suggests
    explain explains write writes refuse refuses reject rejects announce announces declare declares seek
    seeks ask asks add adds accept accepts contend contends maintain maintains acknowledge acknowledges
    admit admits concede concedes disapprove disapproves object objects vow vows urge urges warn warns
    assert asserts recommend recommends promise
    """
)
_LINKING = frozenset(
    (
        "went on",
        "goes on",
        "go on",
        "going on",
        "continued",
        "continues",
        "began",
        "begins",
        "appeared",
        "tried",
    )
)


# determiners that may be a subject: "some said", "the two agreed"
_MAY_STAND_ALONE = RELATIVES | wordset(
    "many some others most few each both all several one another this these those two three four five"
)
# what follows a noun rather than a verb that has the same form
_AFTER_NOUNS = frozenset(("of", "and", "or", "about", "by", "against", "from", "on", ",", ".", "for"))


@dataclass(frozen=True, slots=True)
class Group:
    """A verb that may attribute: tokens `first` to `last` (exclusive) are the cue, `head` its main verb."""

    first: int
    head: int
    last: int
    entries: tuple[tuple[Verb, Form], ...]
    passive: bool
    bare: bool
    """Without a subject of its own: an infinitive or a participle."""


def read_group(p: Passage, i: int, floor: int, limit: int) -> Group | None:
    """Return the verb group headed by token `i` of the sentence `floor`..`limit`, if it is a verb."""
    tokens = p.tokens
    entries = verb_forms().get(tokens[i].low)
    if entries is None:
        return None
    forms = {form for _, form in entries}
    first, passive = i, False
    while first > floor and (is_adverb(tokens[first - 1]) or tokens[first - 1].low in AUXILIARIES):
        if (
            tokens[first - 1].low in HAVE
            and tokens[first - 1].text.startswith(("'", "’"))
            and _genitive(p, first - 1)
        ):
            break
        first -= 1
    aux = [tokens[k].low for k in range(first, i) if tokens[k].low in AUXILIARIES]
    last_aux = next((a for a in reversed(aux) if a not in NEGATIONS), None)
    before = tokens[first - 1] if first > floor else None
    low = tokens[i].low
    following = tokens[i + 1] if i + 1 < limit else None
    if before is not None and before.low == "to" and "base" in forms and not aux:
        return _infinitive(p, i, first, entries, floor)
    if last_aux in BE and forms & {"participle", "past"} and "ing" not in forms:
        passive = True
    elif last_aux is not None and last_aux not in BE | HAVE:
        if "base" not in forms:
            return None
    elif last_aux is None and not _stands_as_verb(p, i, first, forms, floor, before, following):
        return None
    if last_aux in BE and "ing" not in forms and not passive:
        return None
    while first < i and is_adverb(tokens[first]) and tokens[first].low in ("both", "all", "each"):
        first += 1
    bare = last_aux is None and "ing" in forms
    entries = tuple((v, f) for v, f in entries)
    return Group(first, i, i + 1, entries, passive, bare) if low else None


def _genitive(p: Passage, k: int) -> bool:
    """Whether 's at token `k` marks possession: it follows a name or noun, not a pronoun."""
    return k > 0 and p.tokens[k - 1].low not in SUBJECTS | {"that", "there", "who", "what", "here"}


def _infinitive(
    p: Passage, i: int, first: int, entries: tuple[tuple[Verb, Form], ...], floor: int
) -> Group | None:
    """Return the group of "to say" where it hangs on a verb such as "went on", else None."""
    for width in (2, 1):
        start = first - 1 - width
        if start >= floor and " ".join(t.low for t in p.tokens[start : first - 1]) in _LINKING:
            while start > floor and (
                is_adverb(p.tokens[start - 1]) or p.tokens[start - 1].low in AUXILIARIES
            ):
                start -= 1
            return Group(start, i, i + 1, entries, passive=False, bare=False)
    return None


def _stands_as_verb(
    p: Passage,
    i: int,
    first: int,
    forms: set[Form],
    floor: int,
    before: object,
    following: object,
) -> bool:
    tokens = p.tokens
    low = tokens[i].low
    left = tokens[first - 1] if first > floor else None
    right = tokens[i + 1] if following is not None else None
    if left is not None and (left.low in POSSESSIVES or left.low in ("the", "a", "an", "'s", "'")):
        return False
    if "ing" in forms:
        if (
            left is None
            or left.text in (",", "—", "–", ")", "(")
            or left.low in ("and", "by", "after", "in", "while", "before", "but", "or")
        ):
            return True
        return is_nominal(left) or left.low in OBJECTS
    if "past" in forms or ("participle" in forms and "base" not in forms):
        if left is not None and left.low in PREPOSITIONS and left.low not in ("after", "before"):
            return False
        if left is not None and left.low in DETERMINERS and left.low not in _MAY_STAND_ALONE:
            return False
        return not (
            left is None
            and right is not None
            and is_nominal(right)
            and not right.is_capital
            and low not in ("said",)
        )
    if left is None:
        return False
    if left.low in SUBJECTS or left.low in RELATIVES or left.low in ("others", "many", "some", "most", "few"):
        return not (left.low in ("that", "which") and "base" in forms and low not in _ALWAYS)
    if left.low in PREPOSITIONS or left.low in DETERMINERS:
        return False
    if any(form == "past" for _, form in verb_forms().get(left.low, ())):
        return False  # denied reports that
    if low in _ALWAYS:
        return True
    if left.low in CONJUNCTIONS or left.text in (",",):
        return False
    if right is not None and right.text == "," and p.inside[floor] >= 0:
        return True  # "…," the document states, "…"
    if right is not None and right.low in _AFTER_NOUNS:
        return False
    if not is_nominal(left):
        return left.text in CLOSING_MARKS or left.text == ")"
    plural = left.low.endswith("s") and not left.low.endswith(("ss", "us", "is"))
    if "base" in forms:
        return plural
    return left.is_capital or not plural


def skip_back(p: Passage, k: int, floor: int) -> int:
    """Step back from `k` over a bracket, or over an insertion between two commas; return `k` if none."""
    tokens = p.tokens
    if k - 1 <= floor:
        return k
    mark = tokens[k - 1].text
    if mark == ")":
        for j in range(k - 2, max(floor, k - 40) - 1, -1):
            if tokens[j].text == "(":
                return j
    if mark == "," or mark in ("—", "–", "―"):
        for j in range(k - 2, max(floor, k - 45) - 1, -1):
            if tokens[j].text == mark:
                return j
    return k


def find_subject(p: Passage, group: Group, floor: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase that `group` has to its left; None where there is none.

    A noun phrase keeps the insertions between it and the verb: "Smith, the mayor, said".
    """
    tokens = p.tokens
    end = k = group.first
    while k > floor and (tokens[k - 1].low in WEEKDAYS) and k - 1 > floor:
        k -= 1
        end = k
    for _ in range(4):
        j = skip_back(p, k, floor)
        if j == k:
            break
        k = j
    if k <= floor:
        return None
    left = tokens[k - 1]
    if left.low in RELATIVES or left.low in SUBJECTS:
        return (k - 1, k)
    if left.low in CONJUNCTIONS or left.text in CLAUSE_MARKS or left.text == ",":
        return None
    if group.bare and tokens[group.first - 1].text == "," and k < group.first:
        return None  # Ode, an analyst, said it was late, adding that …
    start = phrase_start(tokens, k, floor)
    if start == k or all(t.low in TIMES for t in tokens[start:k]):
        return None
    if k == end:
        start = _with_relative(p, start, k, floor)
    if start - 1 > floor and tokens[start - 1].text == "," and is_person_noun(tokens[start - 2].low):
        start = phrase_start(tokens, start - 1, floor)  # his counterpart, Ode, said
    if k < end and end - k <= 4 and all(is_adverb(t) or t.text == "," for t in tokens[k:end]):
        end = k  # Ode, however, said
    if tokens[start].low == "some" and group.bare:
        return (start, end)  # with some believing
    if start > floor and tokens[start - 1].low in PREPOSITIONS and tokens[start - 1].low not in (
        "after", "before", "since", "as", "than", "until", "like",
    ):  # fmt: skip
        return None
    return (start, end)


def _with_relative(p: Passage, start: int, end: int, floor: int) -> int:
    """Take in "officials who asked not to be named", where the subject ends with a clause of its own."""
    tokens = p.tokens
    for k in range(end - 1, max(floor, end - 14), -1):
        if tokens[k].text == "," or p.inside[k] >= 0:
            break
        if tokens[k].low == "who":
            verbal = any(
                t.low in AUXILIARIES or t.low in verb_forms() or t.low.endswith("ed")
                for t in tokens[k + 1 : end]
            )
            before = k - (tokens[k - 1].text == ",")
            antecedent = phrase_start(tokens, before, floor) if verbal and before > floor else before
            return antecedent if antecedent < before else start
    return start
