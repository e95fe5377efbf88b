"""Names within a source's words: at its end, joined by "and", in apposition to a role, as examples."""

from itertools import pairwise

from bot.extract.attribution.cues import verb_forms
from bot.extract.attribution.entities import Entities
from bot.extract.attribution.grammar import DETERMINERS, SUBJECTS, TIMES, is_adverb, is_nominal
from bot.extract.attribution.mentions import Mention
from bot.extract.attribution.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    PERSON_NOUNS,
    TITLES,
    is_person_noun,
)
from bot.extract.attribution.noun_phrases import sort_of
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import Candidates
from bot.extract.attribution.runs import HOLDERS
from bot.extract.attribution.speaker import Speaker

BREAKS = frozenset((",", "(", "—", "–", "--", ":", "―", ";"))


class Named:
    """Finds whom the noun phrases of one passage name outright."""

    def __init__(self, passage: Passage, entities: Entities, candidates: Candidates) -> None:
        self._p = passage
        self._entities = entities
        self._candidates = candidates

    def core_end(self, first: int, last: int) -> int:
        """Return the end of the phrase's core: before a comma, a preposition, a relative clause."""
        tokens = self._p.tokens
        ends = {m.first: m.last for m in self._candidates.within(first, last)}
        k = first
        while k < last:
            if k in ends:
                k = max(ends[k], k + 1)
                continue
            token = tokens[k]
            if k > first:
                if token.text in BREAKS or token.low in ("who", "which", "that"):
                    break
                linked = token.low in ("'s", "'", "and", "&", "or") or token.low in DETERMINERS
                # the first lady, a newly elected mayor
                follows = tokens[k + 1] if k + 1 < last else None
                linked |= is_adverb(token) and follows is not None and is_nominal(follows)
                linked &= follows is None or not is_adverb(token) or not self._is_participle(k + 1, last)
                if not linked and (not is_nominal(token) or self._is_participle(k, last)):
                    break
            k += 1
        return min(max(k, first + 1), last)

    def parting(self, first: int, end: int) -> int | None:
        """Return where "and" joins two in a core that ends before `end`, not two words for one."""
        tokens = self._p.tokens
        inner = {k for m in self._candidates.within(first, end) for k in range(m.first, m.last)}
        first += tokens[first].low == "both"
        k = next((k for k in range(first + 1, end - 1) if tokens[k].low in ("and", "&")), None)
        if k is None or (k in inner and k + 1 in inner and k - 1 in inner):
            return None
        left, right, head = tokens[k - 1], tokens[k + 1], tokens[end - 1]
        person = self._entities.by_last.get(k)
        apart = right.low in DETERMINERS or left.low in SUBJECTS
        apart |= person is not None and person.entity.kind == "person" and _is_several(head.low)
        # retired farmers and bakers: the adjective goes with both
        shared = k - first > 1 and end - k == 2 and tokens[first].low not in DETERMINERS
        several = _is_several(left.low) and _is_several(head.low) and not shared
        return k if apart or several else None

    def _is_participle(self, k: int, last: int) -> bool:
        """Whether a participle that follows the head stands at `k`: a survey | released on Monday."""
        tokens = self._p.tokens
        token, before = tokens[k], tokens[k - 1]
        if token.is_capital or not token.low.endswith(("ed", "ing")) or before.low in DETERMINERS:
            return False
        if before.low.endswith("s") and before.low != "'s":
            return True
        if k + 1 == last:
            return sort_of(before.low) is not None
        follows = tokens[k + 1]
        return follows.low in TIMES or not (is_nominal(follows) or follows.low in DETERMINERS)

    def ending(self, end: int, first: int) -> Mention | None:
        """Return the name the core ends with; one that runs on past a given phrase counts."""
        mention = self._entities.by_last.get(end)
        if mention is None and end > first:
            mention = next((m for m in self._candidates.within(first, end) if m.last > end), None)
            known = self._entities.known(mention.first, end) if mention is not None else None
            if mention is not None and known is not None:
                return Mention(mention.first, end, known)
        return mention if mention is not None and mention.first >= first else None

    def _is_owner(self, mention: Mention, last: int) -> bool:
        """Whether a name says only whose somebody is: Ode's aide, the Odia chancellor, an IRF member."""
        if mention.last >= last:
            return False
        token = self._p.tokens[mention.last]
        noun = is_nominal(token) and not token.is_capital and token.low not in DETERMINERS | DOCUMENT_NOUNS
        return noun or token.low in ("'s", "'")

    def joined(self, first: int, last: int) -> Speaker | None:
        """Resolve "Ode and Ito", "Ode (D-Ohio), Ito and Ek"."""
        tokens = self._p.tokens
        owners = [m for m in self._candidates.within(first, last) if self._is_owner(m, last)]
        owning = {k for m in owners for k in range(m.first, m.last + 1)}
        mentions = [m for m in self._candidates.within(first, last) if m not in owners]
        if len(mentions) < 2 or not self._begins(first, mentions[0].first):
            return None
        names = [mentions[0].entity]
        ands = 0
        for before, after in pairwise(mentions):
            between = [tokens[k] for k in range(before.last, after.first) if k not in owning]
            gap = [t.low for t in between]
            titled = [t for t in between if is_person_noun(t.low) or t.low in HONORIFICS]
            core = _without_insertion(
                # capitals before a title say of which state or firm: and the Odian chancellor, Ito
                [
                    t.low
                    for t in between
                    if t not in titled and t.low not in DETERMINERS | TITLES and not (titled and t.is_capital)
                ]
            )
            if core == ["and", ","] and titled:
                core = ["and"]  # Ode and his counterpart, Ito
            # Ode, head of the IRF, and Ito; not: Ode, head of the IRF and the Pact
            closed = before.entity in names or before.entity.kind == "country" or core == [",", "and"]
            if closed and core in _JOINING:
                ands += core != [","]
                names.append(after.entity)
            elif len(names) == 1 and not (before.entity.kind == "person" and gap and gap[0] in (",", "(")):
                return None
        unique = list(dict.fromkeys(e.name for e in names))
        # Ode, Ito spar: a headline
        listed = last - first == 3 and all(m.entity.kind == "person" for m in mentions)
        return Speaker(" & ".join(unique), names[0].kind) if len(unique) > 1 and (ands or listed) else None

    def _begins(self, first: int, name: int) -> bool:
        """Whether nothing but articles, titles and capitals stands before the first name."""
        allowed = DETERMINERS | PERSON_NOUNS | HONORIFICS
        return all(
            t.low in allowed or t.is_capital or t.low.removesuffix("s") in PERSON_NOUNS
            for t in self._p.tokens[first:name]
        )

    def apposed(self, head_end: int, last: int) -> Mention | None:
        """Return the person named after a role: "his counterpart, Ode", "a lawyer for the firm, Ode"."""
        tokens = self._p.tokens
        role = tokens[head_end - 1].low
        comma = next(
            (k for k in range(head_end, min(last - 1, head_end + 12)) if tokens[k].text == ","), None
        )
        if comma is None:
            return None
        named = self._candidates.within(comma + 1, min(last, comma + 5))
        person = next((m for m in named if m.entity.kind == "person"), None)
        if person is None or is_person_noun(role):
            return person
        # a role the lists lack: nothing but the name, with its titles, stands between the commas
        unlisted = role not in BODY_NOUNS | DOCUMENT_NOUNS | GROUP_NOUNS and not role.endswith("s")
        alone = person.last >= last or tokens[person.last].text == ","
        return person if unlisted and alone and self._begins(comma + 1, person.first) else None

    def closing(self, head_end: int, last: int) -> Mention | None:
        """Return the person whose name ends a phrase: the master of ceremonies Ode."""
        last -= self._p.tokens[last - 1].text == ","
        mention = self._entities.by_last.get(last)
        if mention is None or mention.entity.kind != "person" or mention.first <= head_end:
            return None
        between = self._p.tokens[head_end : mention.first]
        before = between[-1]
        if any(t.low in ("who", "that", "which") for t in between):
            return None
        if before.text == ",":  # an aide to Ode, Ito
            return None if _is_several(self._p.tokens[head_end - 1].low) else mention
        plain = is_nominal(before) and before.is_word
        of_office = len(between) == 2 and self._p.tokens[head_end - 1].low in HOLDERS
        plain &= of_office or not before.is_capital
        verbal = before.low.endswith(("ing", "ed")) or any(
            form == "past" for _, form in verb_forms().get(before.low, ())
        )
        return mention if plain and not verbal else None

    def examples(self, head_end: int, last: int) -> Speaker | None:
        """Resolve "critics of the tax, like Ode and Ito,": those who are named speak."""
        tokens = self._p.tokens
        for k in range(head_end, min(last - 2, head_end + 12)):
            if tokens[k].text not in BREAKS or k in self._entities.by_last:
                continue
            such = 2 if [t.low for t in tokens[k + 1 : k + 3]] == ["such", "as"] else 1
            if such == 1 and tokens[k + 1].low not in ("like", "including"):
                # two analysts, Ode and Ito
                return self.joined(k + 1, last) if _is_several(tokens[head_end - 1].low) else None
            mentions = [
                m for m in self._candidates.within(k + such + 1, last) if m.entity.kind in ("person", "body")
            ]
            if not mentions or not self._begins(k + such + 1, mentions[0].first):
                return None
            persons = [m for m in mentions if m.entity.kind == "person"] or mentions
            names = list(dict.fromkeys(m.entity.name for m in persons))
            return Speaker(" & ".join(names), persons[0].entity.kind)
        return None


_JOINING = (["and"], [","], [",", "and"], ["or"], ["nor"], ["/"], ["&"])


def _is_several(word: str) -> bool:
    return word in GROUP_NOUNS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def _without_insertion(gap: list[str]) -> list[str]:
    """Take a bracket or a place between commas out of what stands between two names."""
    if ")" in gap:
        return gap[gap.index(")") + 1 :]
    if gap.count(",") >= 2 and len(gap) <= 8:
        return gap[len(gap) - 1 - gap[::-1].index(",") :]
    return gap
