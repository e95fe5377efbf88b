"""Cues whose content stands before them: "…," said Smith; "…," Smith said; "…, according to Smith"."""

from bot.extract.attribution.cues import Verb
from bot.extract.attribution.grammar import (
    SUBJECTS,
    TIMES,
    phrase_end,
    starts_name_or_determiner,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules.adjuncts import ends_clause
from bot.extract.attribution.rules.contents import content_end, left_of, right_of
from bot.extract.attribution.rules.continuation import continued, from_first_paragraph
from bot.extract.attribution.rules.found import Found, Range
from bot.extract.attribution.rules.groups import Group, find_subject
from bot.extract.attribution.sentences import Sentence


def read_closing(p: Passage, group: Group, number: int, s: Sentence) -> Found | None:
    """Read a verb whose content stands before it."""
    own = find_subject(p, group, s.first)
    for verb, _ in group.entries:
        inverted = own is None or p.inside[group.first - 1] >= 0
        one = _inverted(p, group, verb, number, s) if inverted else None
        if one is None:
            one = _after_content(p, group, verb, own, number, s)
        if one is not None:
            return one
    return None


def _inverted(p: Passage, group: Group, verb: Verb, number: int, s: Sentence) -> Found | None:
    """Read "…," said Smith, the mayor."""
    tokens = p.tokens
    if not verb.allows("quote", "clause") or group.last >= s.last or group.first == s.first:
        return None
    left = left_of(p, group.first, s.first)
    if left is not None and not left.direct and not verb.allows("clause"):
        return None
    k = group.last
    if left is None or p.inside[k] >= 0 or (not starts_name_or_determiner(tokens[k]) and not left.direct):
        return None
    if tokens[k].low in TIMES or group.bare:
        return None
    end = _source_end(p, k, s.last)
    if end == k or not (left.direct or ends_clause(p, end, s.last)):
        return None
    contents = [from_first_paragraph(p, left)]
    contents = continued(p, contents, end, number, s, direct=left.direct)
    return Found((k, end), (group.first, group.last), tuple(contents), "inverted", verb.lemma)


def _after_content(
    p: Passage, group: Group, verb: Verb, own: Range | None, number: int, s: Sentence
) -> Found | None:
    """Read "…," Smith said, and "Smith told reporters" after what was told."""
    if own is None or not verb.allows("quote", "clause", "that") or group.bare:
        return None
    left = left_of(p, own[0], s.first)
    if left is None:
        return None
    end = group.last
    if verb.allows("whom") and not ends_clause(p, end, s.last):
        whom = phrase_end(p.tokens, end, s.last)
        if whom + 1 < s.last and p.tokens[whom].text == "," and starts_name_or_determiner(p.tokens[whom + 1]):
            whom = phrase_end(p.tokens, whom + 1, s.last)
        if whom > end and ends_clause(p, whom, s.last):
            end = whom
    if not left.direct and not ends_clause(p, end, s.last):
        return None
    right = right_of(p, group.last, s.last, verb, past=False)
    medial = left.direct and end < s.last and p.tokens[end].text == ","
    blocked = right is not None and (
        right.frame in ("quote", "that") or (not left.direct and end == group.last)
    )
    if blocked and not medial:
        return None
    contents = continued(p, [from_first_paragraph(p, left)], end, number, s, direct=left.direct)
    return Found(
        own, (group.first, group.last), tuple(contents), "before" if left.direct else "preceding", verb.lemma
    )


def read_according_to(p: Passage, i: int, s: Sentence) -> Found | None:
    """Read "according to Smith" at token `i`, before its content or after it."""
    tokens = p.tokens
    if tokens[i].low != "according" or i + 2 >= s.last or tokens[i + 1].low != "to":
        return None
    end = phrase_end(tokens, i + 2, s.last)
    if end == i + 2:
        return None
    if i <= s.first + 1:
        k = end
        while k < s.last and not (tokens[k].text == "," and p.inside[k] < 0):
            k += 1
        if k + 1 >= s.last:
            return None
        last = content_end(p, k + 1, s.last, past=False)
        return Found((i + 2, k), (i, i + 2), ((k + 1, last),), "according", "according to")
    last = i - 1 if tokens[i - 1].text == "," else i
    first = s.first
    while first < last and tokens[first].low in ("but", "and"):
        first += 1
    if last - first < 2:
        return None
    return Found(
        (i + 2, _source_end(p, i + 2, s.last)), (i, i + 2), ((first, last),), "according", "according to"
    )


def _source_end(p: Passage, first: int, limit: int) -> int:
    """Return the end of a source that stands after its cue, appositions included."""
    tokens = p.tokens
    end = phrase_end(tokens, first, limit)
    while end + 1 < limit and tokens[end].text == "," and p.inside[end + 1] < 0:
        if (
            tokens[end + 1].low in ("who", "which")
            or starts_name_or_determiner(tokens[end + 1])
            or p.tokens[end + 1].low.isalpha()
        ):
            inner = phrase_end(tokens, end + 1, limit)
            if (
                inner == end + 1
                or tokens[end + 1].low.endswith("ing")
                or tokens[end + 1].low in SUBJECTS | TIMES
            ):
                break
            end = inner
        else:
            break
    return end
