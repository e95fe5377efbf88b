"""Cues whose content follows them: "Smith said that …", "Smith opposes …", "Smith is accused of …"."""

from bot.extract.attribution.cues import Verb
from bot.extract.attribution.grammar import (
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    phrase_end,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules.adjuncts import without_inner_day
from bot.extract.attribution.rules.contents import content_end, relative_end, right_of
from bot.extract.attribution.rules.continuation import is_quotation, run_on
from bot.extract.attribution.rules.found import Found, Range
from bot.extract.attribution.rules.groups import Group, find_subject
from bot.extract.attribution.sentences import Sentence
from bot.extract.attribution.wordset import wordset


def read_opening(p: Passage, group: Group, number: int, s: Sentence, shared: Range | None) -> Found | None:
    """Read a verb whose content follows it."""
    if group.passive:
        return _passive(p, group, s)
    own = find_subject(p, group, s.first)
    if (own is not None and _supposed(p, own, s)) or (group.head == s.first and not group.bare):
        return None  # "Asked about …, she said"
    past = any(form == "past" for _, form in group.entries)
    limit = s.last
    if own is not None and own[0] - 1 > s.first and p.tokens[own[0]].low in ("who", "which"):
        limit = relative_end(p, group.last, limit) if p.tokens[own[0] - 1].text == "," else limit
    for verb, _ in group.entries:
        right = right_of(p, group.last, limit, verb, past=past)
        source = own or shared or _sentence_subject(p, group, s)
        if right is None:
            one = _introducing(p, group, verb, own or shared, number, s)
        else:
            contents = [(right.first, right.last)]
            if past and right.frame in ("object", "clause"):
                contents = without_inner_day(p, right.first, right.last)
            if right.frame == "quote" and s.last == p.sentences[number].last:
                contents = run_on(p, contents, number, s)
            one = Found(source, (group.first, right.cue_last), tuple(contents), right.frame, verb.lemma)
        if one is not None:
            return one
    return None


def _supposed(p: Passage, subject: Range, s: Sentence) -> bool:
    """Whether it is only supposed that somebody says it: "if the council says yes"."""
    return subject[0] > s.first and p.tokens[subject[0] - 1].low in ("if", "unless")


def _sentence_subject(p: Passage, group: Group, s: Sentence) -> Range | None:
    """The first noun phrase of the sentence, for a cue that has no subject of its own."""
    tokens, k = p.tokens, s.first
    for i in range(s.first + 1, min(s.first + 9, group.first)):
        if tokens[s.first].text.isupper() and tokens[i].text in ("—", "–", "-", "--"):
            k = i + 1  # the place a report comes from
            break
    leading = tokens[k].low if k < group.first else ""
    if (
        leading in PREPOSITIONS | SUBORDINATORS | TIMES | {"one"}
        or (leading.endswith("ing") and not tokens[k + 1].is_capital)
        or is_adverb(tokens[k])
    ):
        comma = next((i for i in range(k, group.first) if tokens[i].text == "," and p.inside[i] < 0), None)
        if comma is None:
            return None
        k = comma + 1
    end = phrase_end(tokens, k, group.first)
    for j in range(k + 1, end):
        if tokens[j - 1].is_capital and tokens[j].low.endswith("ed") and not tokens[j].is_capital:
            end = j  # Ode Bank raised its forecast, citing …
            break
    return (k, end) if end > k and p.inside[k] < 0 else None


def _passive(p: Passage, group: Group, s: Sentence) -> Found | None:
    """Read "Russia is accused of …": whoever says it is not named, unless "by" follows."""
    tokens = p.tokens
    own = find_subject(p, group, s.first)
    k = group.last
    verb = group.entries[0][0]
    if own is None or k >= s.last or verb.lemma not in _PASSIVES:
        return None
    if tokens[k].low not in ("of", "to", "as", "for", "that"):
        return None
    last = content_end(p, k, s.last, past=False)
    if last - k < 2:
        return None
    return Found(None, (group.first, group.last), (own, (k, last)), "passive", verb.lemma)


_PASSIVES = wordset("accuse expect say believe report allege think suspect describe consider")


def _introducing(
    p: Passage, group: Group, verb: Verb, source: Range | None, number: int, s: Sentence
) -> Found | None:
    """Read "Smith said:" where the quotation is the next paragraph."""
    if source is None or p.tokens[s.last - 1].text != ":" or number + 1 >= len(p.sentences):
        return None
    if s.last - group.last > 25 or not verb.allows("quote"):
        return None
    following = p.sentences[number + 1]
    if not is_quotation(p, following):
        return None
    contents = run_on(p, [(following.first, following.last)], number + 1, following)
    return Found(source, (group.first, group.last), tuple(contents), "quote", verb.lemma)
