"""Find attributions: which words say that somebody said something, who it was, and what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extract.attribution.contents import (
    content_end,
    ends_clause,
    left_of,
    relative_end,
    right_of,
    without_inner_day,
)
from bot.extract.attribution.continuation import continued, from_first_paragraph, is_quotation, run_on
from bot.extract.attribution.cues import Verb
from bot.extract.attribution.grammar import (
    OBJECTS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    phrase_end,
    starts_name_or_determiner,
)
from bot.extract.attribution.groups import Group, find_subject, read_group
from bot.extract.attribution.nominal import (
    before_adjective,
    is_adjective,
    read_adjective,
    read_colon,
    read_noun,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.sentences import Sentence
from bot.extract.attribution.wordset import wordset

Range = tuple[int, int]
# Claims in one sentence; more are met only where it is none, and reading must stay linear.
MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as ranges of tokens. `construction` names the rule that found it, `lemma` its cue."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    construction: str
    lemma: str


def find_attributions(p: Passage) -> list[Found]:
    """Return the attributions of `p` in order of their cues."""
    found: list[Found] = []
    speakers = _transcript_speakers(p)
    for number, sentence in enumerate(p.sentences):
        found += _in_sentence(p, number, sentence, speakers)
    return found


# before a colon, but nobody's name
_NOBODY = frozenset(
    ("q", "a", "question", "answer", "note", "update", "related", "read more", "also", "source")
)


def _transcript_speakers(p: Passage) -> frozenset[str]:
    """Return the names that stand before a colon at the start of two paragraphs or more."""
    counts: Counter[str] = Counter()
    for s in p.sentences:
        for k in range(s.first + 1, min(s.first + 7, s.last - 1)):
            if p.tokens[k].text == ":":
                if p.tokens[s.first].is_capital:
                    counts[p.words(s.first, k).casefold()] += 1
                break
    return frozenset(name for name, number in counts.items() if number > 1) - _NOBODY


def _in_sentence(p: Passage, number: int, sentence: Sentence, speakers: frozenset[str]) -> Iterator[Found]:
    """Read the cues of a sentence; one that follows its content closes off the cues within it."""
    groups: list[Group] = []
    closing: dict[int, Found] = {}
    ends: list[int] = []
    for i in range(sentence.first, sentence.last):
        if p.inside[i] >= 0:
            continue
        late = _according_to(p, i, sentence)
        group = None if late is not None else read_group(p, i, sentence.first, sentence.last)
        if group is not None:
            groups.append(group)
            late = None if group.passive else _closing(p, group, number, sentence)
        if late is not None:
            closing[i] = late
            if late.content[0][1] <= late.cue[0]:
                ends.append(late.content[0][1])
    claims = 0
    subjects = _Subjects()
    heads = {group.head: group for group in groups}
    for i in range(sentence.first, sentence.last):
        if p.inside[i] >= 0:
            continue
        one = closing.get(i)
        if one is None:
            limit = next((end for end in ends if end > i), sentence.last)
            within = Sentence(sentence.first, limit, sentence.paragraph)
            if i in heads:
                one = _opening(p, heads[i], number, within, subjects.at(i))
            else:
                one = _nominal(p, i, within, speakers)
        if one is not None and not _empty(p, one):
            if one.source is not None:
                subjects.add(one)
            yield one
            claims += 1
            if claims == MOST:
                return


def _empty(p: Passage, one: Found) -> bool:
    """Whether nothing is said in so many words: "Ode contradicted him"."""
    return all(last - first == 1 and p.tokens[first].low in OBJECTS for first, last in one.content)


class _Subjects:
    """Who a sentence has spoken of as speaking, for cues that have no subject of their own.

    One who speaks within another's words is left with them: "Ode said the club refused, and threatened …".
    """

    def __init__(self) -> None:
        self._open: list[tuple[Range, int]] = []

    def add(self, one: Found) -> None:
        if one.source is not None:
            self._open.append((one.source, one.content[-1][1]))

    def at(self, i: int) -> Range | None:
        """Return the source that a cue at token `i` shares."""
        while len(self._open) > 1 and self._open[-1][1] <= i <= self._open[-1][1] + 2:
            outer = self._open[-2]
            if outer[1] != self._open[-1][1]:
                break
            self._open.pop()
        return self._open[-1][0] if self._open else None


def _nominal(p: Passage, i: int, s: Sentence, speakers: frozenset[str]) -> Found | None:
    """Read a noun, an adjective or a speaker's name before a colon."""
    nominal = read_colon(p, s, speakers) if i == s.first else None
    nominal = nominal or read_noun(p, i, s)
    if nominal is None and is_adjective(p.tokens[i]):
        group = Group(before_adjective(p, i, s.first), i, i + 1, (), passive=False, bare=False)
        nominal = read_adjective(p, i, s, find_subject(p, group, s.first))
    if nominal is None:
        return None
    return Found(nominal.source, nominal.cue, (nominal.content,), nominal.construction, nominal.lemma)


def _according_to(p: Passage, i: int, s: Sentence) -> Found | None:
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
    if last - s.first < 2:
        return None
    first = s.first
    while first < last and tokens[first].low in ("but", "and"):
        first += 1
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


def _closing(p: Passage, group: Group, number: int, s: Sentence) -> Found | None:
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


def _opening(p: Passage, group: Group, number: int, s: Sentence, shared: Range | None) -> Found | None:
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
        or leading.endswith("ing")
        or is_adverb(tokens[k])
    ):
        comma = next((i for i in range(k, group.first) if tokens[i].text == "," and p.inside[i] < 0), None)
        if comma is None:
            return None
        k = comma + 1
    end = phrase_end(tokens, k, group.first)
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
