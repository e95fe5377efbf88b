"""Find attributions: which words say that somebody said something, who it was, and what."""

from collections import Counter
from collections.abc import Iterator

from bot.extract.attribution.grammar import (
    OBJECTS,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules.closing import read_according_to, read_closing
from bot.extract.attribution.rules.found import Found, Range
from bot.extract.attribution.rules.groups import Group, find_subject, read_group
from bot.extract.attribution.rules.nominal import (
    before_adjective,
    is_adjective,
    read_adjective,
    read_colon,
    read_noun,
)
from bot.extract.attribution.rules.opening import read_opening
from bot.extract.attribution.sentences import Sentence

# Claims in one sentence; more are met only where it is none, and reading must stay linear.
MOST = 20


def find_in(p: Passage) -> list[Found]:
    """Return the attributions of `p` in order of their cues."""
    found: list[Found] = []
    speakers = _transcript_speakers(p)
    for number, sentence in enumerate(p.sentences):
        found += _in_sentence(p, number, sentence, speakers)
    return [one for one in found if _has_words(one)]


def _has_words(one: Found) -> bool:
    """Whether no part is empty: a rule that is left with no words has found nothing."""
    ranges = (one.cue, *one.content, *((one.source,) if one.source else ()))
    return all(first < last for first, last in ranges)


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
        late = read_according_to(p, i, sentence)
        group = None if late is not None else read_group(p, i, sentence.first, sentence.last)
        if group is not None:
            groups.append(group)
            late = None if group.passive else read_closing(p, group, number, sentence)
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
                one = read_opening(p, heads[i], number, within, subjects.at(i))
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
