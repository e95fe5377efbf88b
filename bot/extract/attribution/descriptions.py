"""Whom "the mayor", "the Norland senator", "the company" means: who is so described, else who is in mind."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from bot.extract.attribution.bodies import Bodies
from bot.extract.attribution.entities import Entities
from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.grammar import DETERMINERS
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import (
    BODY_NOUNS,
    FEMALE_NOUNS,
    HONORIFICS,
    MALE_NOUNS,
    PARTISANS,
    UNNAMED_NOUNS,
    countries,
    is_person_noun,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import Candidates
from bot.extract.attribution.speaker import Speaker, as_speaker
from bot.extract.attribution.wordset import wordset

# nouns that say so little that they may mean anybody just spoken of
_ANYBODY = wordset(
    """
    man woman candidate nominee billionaire businessman businesswoman star veteran politician native
    mogul mother father magnate tycoon incumbent hopeful contender frontrunner front-runner leader
    """
)
# nouns for those who stay nameless, however they are described
_NAMELESS = UNNAMED_NOUNS | wordset(
    """
    narrator moderator employee member staffer insider resident voter supporter protester heckler victim
    suspect driver student worker guard volunteer customer patient client participant attendee delegate
    audience juror teacher neighbor neighbour owner agent officer host guest caller critic
    """
)
_LAWMAKERS = wordset(
    "senator sen. congressman congresswoman representative rep. governor gov. lawmaker legislator"
)
_ALIKE = (
    wordset("judge justice"),
    wordset("senator sen. lawmaker legislator"),
    wordset("congressman congresswoman representative rep. lawmaker legislator"),
    wordset("wife ex-wife"),
    wordset("husband ex-husband"),
    wordset("diplomat ambassador envoy undersecretary"),
    wordset("expert professor prof. scholar analyst economist historian researcher scientist"),
    wordset("candidate nominee frontrunner front-runner contender hopeful"),
    wordset("businessman billionaire mogul developer tycoon magnate"),
    wordset("governor gov."),
    wordset("spokesman spokeswoman spokesperson"),
    wordset("adviser advisor aide"),
    wordset("general gen. commander"),
    wordset("executive ceo chief"),
    wordset("lawyer attorney counsel"),
    wordset("professor prof. scholar"),
    wordset("president pres."),
    wordset("doctor dr. physician surgeon"),
)
_STANDS = wordset("candidate nominee contender hopeful frontrunner front-runner incumbent")
# offices of those who stand for another
_RUNS = _LAWMAKERS | wordset("president pres. secretary mayor executive ceo developer surgeon doctor general")
_FAR = 800  # tokens
_NEAR = 8  # tokens
_OFTEN = 4
_SOON = 80  # tokens after a headline or a lead
_LEAD = 4  # sentences
_AGE = re.compile(r"[1-9]\d")
_LEARNED = wordset("university college institute institution school center centre")
_PARTIES = (frozenset(("republican", "gop")), frozenset(("democrat", "democratic")))


def alike(noun: str) -> frozenset[str]:
    """Return the nouns of which one lets somebody be called `noun` too."""
    if noun in PARTISANS:
        return _LAWMAKERS | {noun}
    return frozenset({noun}).union(*(group for group in _ALIKE if noun in group))


class Descriptions:
    """Resolves descriptions in one passage by what it says of its people and bodies."""

    def __init__(self, passage: Passage, entities: Entities, candidates: Candidates) -> None:
        self._p = passage
        self._bodies = Bodies(passage, entities, candidates)
        self._candidates = candidates

    @cached_property
    def _nameless(self) -> dict[str, list[int]]:
        """Where a noun for a person stands with "a" or "one": whoever that is was not named."""
        tokens = self._p.tokens
        found: dict[str, list[int]] = defaultdict(list)
        since = len(tokens)
        for k, token in enumerate(tokens):
            if token.low in ("a", "an", "one", "another"):
                since = k
            elif not token.is_word:
                since = len(tokens)
            elif k - since in range(1, 5) and is_person_noun(token.low):
                found[token.low].append(k)
        return found

    def resolve(self, first: int, head_end: int, last: int, *, definite: bool) -> Speaker | None:
        """Return who is described by tokens `first` to `last`, whose core ends before `head_end`."""
        tokens = self._p.tokens
        head = tokens[head_end - 1].low
        words = {t.low for t in tokens[first:head_end]}
        gender: Gender | None = "she" if words & FEMALE_NOUNS else "he" if words & MALE_NOUNS else None
        words = {t.low for t in tokens[first:last] if t.is_word} - DETERMINERS
        before = self._candidates.before(first, 80)
        new = tokens[first].low in ("a", "an")
        best = self._best(first, before[::-1], head, words, gender) if not new else None
        if best is not None:
            return as_speaker(best)
        following = self.named_next(first, head, gender, definite=definite)
        if following is not None:
            return following
        if not definite:
            # a federal appeals court, which is named only then
            body = self._bodies.named(self._candidates.within(first, first + _FAR), head, words, least=2)
            return as_speaker(body) if body is not None else self._later(first, head, gender)
        if is_person_noun(head):
            return self._later(first, head, gender) or self._anybody(first, head, words, gender)
        body_meant = self._bodies.meant(first, head, words) if head in BODY_NOUNS else None
        return self._later(first, head, gender) or body_meant

    def _best(
        self, at: int, mentions: Iterable[Mention], head: str, words: set[str], gender: Gender | None
    ) -> Entity | None:
        """Return who is described by the noun or by the words with it; the latest of equals."""
        nouns, person = alike(head), is_person_noun(head)
        places = {w for w in words if w.title() in countries()}
        weights = self._candidates.weights(at, gender)
        best: tuple[float, int, Entity] | None = None
        seen: set[int] = set()
        for distance, mention in enumerate(mentions):
            entity = mention.entity
            if id(entity) in seen or (gender is not None and entity.gender not in (gender, None)):
                continue
            seen.add(id(entity))
            if (entity.kind == "person") != person or not {"former"} & words <= entity.traits:
                continue
            shared = (words - nouns) & entity.traits - {"former"}
            shared |= {p for p in places if any(_shortens(t, p) for t in entity.traits)}
            if nouns.isdisjoint(entity.roles) and (not shared or not person or head in _NAMELESS):
                continue
            score = 3.0 if head in entity.roles else 2.0 if nouns & entity.roles else 0.0
            score += 2 * len(shared) + _conflicts(words, places, entity) - 0.05 * min(distance, 40)
            score += min(weights.get(entity.name, 0.0), 6.0) / 3
            if best is None or score > best[0]:
                best = score, mention.first, entity
        if best is None:
            return None
        unnamed = self._nameless.get(head, [])
        if head in _NAMELESS and any(best[1] < k < at for k in unnamed):
            return None
        return best[2]

    def main_body(self, first: int) -> Speaker | None:
        """Return the body that the text is about, if the lead after token `first` names it."""
        counts = Counter(
            m.entity.name for m in self._candidates.within(first, _FAR) if m.entity.kind == "body"
        )
        soon = {m.entity.name: m.entity for m in self._candidates.within(first, first + _SOON)}
        name, times = counts.most_common(1)[0] if counts else ("", 0)
        return as_speaker(soon[name]) if times >= _OFTEN and name in soon else None

    def named_next(self, first: int, head: str, gender: Gender | None, *, definite: bool) -> Speaker | None:
        """Return whom a description is given a name to right after: "a judge ruled. Judge Ode said".

        In a lead the name may go with an age instead: "The hacker who … was jailed. Ode, 44, …".
        """
        p, number = self._p, self._p.sentence_of[first]
        if number + 1 >= len(p.sentences):
            return None
        start = p.sentences[number + 1].first
        mention = next(iter(self._candidates.within(start, start + _NEAR)), None)
        if mention is None or mention.entity.kind != "person" or mention.entity.first < mention.first:
            return None
        if gender is not None and mention.entity.gender not in (gender, None):
            return None
        opens = all(t.is_capital for t in p.tokens[start : mention.first])
        after = [t.text for t in p.tokens[mention.last : mention.last + 2]]
        aged = number < _LEAD and len(after) == 2 and after[0] == "," and _AGE.fullmatch(after[1]) is not None
        named = not alike(head).isdisjoint(mention.entity.roles) and not definite
        return as_speaker(mention.entity) if opens and (aged or named) else None

    def _later(self, first: int, head: str, gender: Gender | None) -> Speaker | None:
        """Return the only one described so further on; for a lead, the only one soon after it."""
        nouns = alike(head)
        reaches = (_FAR, _SOON) if self._p.sentence_of[first] < _LEAD else (_FAR,)
        for reach in reaches:
            later = {
                id(m.entity): m.entity
                for m in self._candidates.within(first, first + reach)
                if (not nouns.isdisjoint(m.entity.roles) or (head == "expert" and _is_learned(m.entity)))
                and (gender is None or m.entity.gender in (gender, None))
            }
            if len(later) == 1:
                return as_speaker(next(iter(later.values())))
        return None

    def _anybody(self, first: int, head: str, words: set[str], gender: Gender | None) -> Speaker | None:
        """Return who is meant by a description that the article gives of nobody: "the 34-year-old mother"."""
        told = head in _ANYBODY or len(words) > 1
        introduced = head not in _ANYBODY - {"man", "woman"} and any(
            k < first for k in self._nameless.get(head, [])
        )
        if not told or introduced or head in _NAMELESS:
            return None
        nouns = alike(head)

        def fits(entity: Entity) -> bool:
            offices = entity.roles - _ANYBODY - HONORIFICS - PARTISANS
            other = (
                offices
                and nouns.isdisjoint(offices)
                and "former" not in words
                and not (head in _ANYBODY and (head not in _STANDS or offices & _RUNS))
            )
            return not other and _conflicts(words, set(), entity) > -2

        return self._candidates.person(first, gender, fits)


def _is_learned(entity: Entity) -> bool:
    """Whether somebody is called by an office at a place of learning, as experts are."""
    return bool(entity.roles) and not _LEARNED.isdisjoint(entity.traits)


def _conflicts(words: set[str], places: set[str], entity: Entity) -> float:
    """Return how much less likely `entity` is for what its own description says otherwise."""
    lost = 0.0
    if ("former" in words) != ("former" in entity.traits):
        lost -= 1.5
    own = {t for t in entity.traits if t.title() in countries()}
    if places and own and places.isdisjoint(own):
        lost -= 3
    for party, other in (_PARTIES, _PARTIES[::-1]):
        if words & party and entity.traits & other and not entity.traits & party:
            lost -= 4
    return lost


def _shortens(short: str, place: str) -> bool:
    """Whether `short` abbreviates a place: "vt" Vermont, "tenn" Tennessee."""
    if not 2 <= len(short) <= 5 or short[0] != place[0] or short == place:
        return False
    rest = iter(place)
    return all(letter in rest for letter in short)
