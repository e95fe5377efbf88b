"""How an article describes its people and bodies: "Ode, the mayor of Lund", "Ode (D-Ohio)"."""

import re
from collections.abc import Sequence

from bot.extract.attribution.grammar import CONJUNCTIONS
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import BODY_NOUNS, HONORIFICS, is_person_noun
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.runs import Run
from bot.extract.attribution.tokens import Token
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import SpeakerKind

_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_PARTY = re.compile(r"([RDI])-(\w+)")
_LONGEST = 12
_EPITHETS = wordset("former retired longtime veteran current fellow ex conservative liberal vice deputy")
_ENDS = frozenset(
    (",", ".", ")", ";", "who", "which", "told", "said", "as", "whose", '"', "“", "”", "'", "’")
)


def learn_titles(p: Passage, entity: Entity, run: Run) -> None:
    """Learn what stands right before a name: "former Mayor Ode", "its chairman Ode"."""
    if entity.kind == "country":
        return
    tokens, first = p.tokens, run.first
    titled = first < run.name or (first > 0 and is_person_noun(tokens[first - 1].low))
    while titled and first > max(0, run.first - 4) and _goes_with_role(tokens[first - 1]):
        first -= 1
    words = {t.low for t in tokens[first : run.name]}
    entity.traits |= words
    entity.roles |= {w for w in words if is_person_noun(w) or w in HONORIFICS}


def _goes_with_role(token: Token) -> bool:
    low = token.low
    return low in _EPITHETS or is_person_noun(low) or "-" in low


def learn_roles(p: Passage, mention: Mention) -> None:
    """Learn from what stands in apposition to a name, and from "Ode is the mayor"."""
    tokens = p.tokens
    entity, k = mention.entity, mention.last
    if entity.kind == "country":
        return
    following = [t.low for t in tokens[k : k + 2]]
    if len(following) == 2 and following[0] in (",", "("):
        _describe(entity, tokens[k + 1 : k + _LONGEST])
        if following[1] == "who" and [t.low for t in tokens[k + 2 : k + 3]] in (["is"], ["was"]):
            _describe(entity, tokens[k + 3 : k + _LONGEST])
    elif len(following) == 2 and following[0] in ("is", "was") and following[1] in ("a", "an", "the"):
        _describe(entity, tokens[k + 1 : k + _LONGEST - 2])
    elif len(following) == 2 and following[0] in ("of", "from"):
        entity.traits.add(following[1])  # Ode of Ohio
    party = _PARTY.match(tokens[k + 1].text) if following[:1] == ["("] and len(following) == 2 else None
    if party is not None:
        entity.traits |= {_PARTIES[party[1]], party[2].lower()}
        entity.roles.add(_PARTIES[party[1]])
    k = mention.first - 1
    while k > 0 and tokens[k].low in HONORIFICS:
        k -= 1
    same = p.sentence_of[k] == p.sentence_of[mention.first]
    if k > 2 and tokens[k].text == "," and same and is_person_noun(tokens[k - 1].low):
        entity.roles.add(tokens[k - 1].low)
        entity.traits.add(tokens[k - 1].low)


def _describe(entity: Entity, tokens: Sequence[Token]) -> None:
    """Take an apposition's words: its role nouns, and all of them as traits."""
    roles, traits = _roles_in(tokens, entity.kind)
    entity.roles |= roles
    if roles:
        entity.traits |= traits


def _roles_in(tokens: Sequence[Token], kind: SpeakerKind) -> tuple[set[str], set[str]]:
    """Collect role nouns and the words around them up to the end of an apposition."""
    found: set[str] = set()
    traits: set[str] = set()
    closed = False  # after "of" come only places
    for n, token in enumerate(tokens):
        if token.text in _ENDS or token.low in _ENDS or (token.low in CONJUNCTIONS and not found):
            break
        if token.low in ("of", "for", "at", "in", "to") and n and found:
            closed = True
        if token.low in CONJUNCTIONS and closed:
            break
        if token.low in ("'s", "'"):
            found.clear()  # the mayor's daughter
            traits.clear()
        if closed:
            traits |= {token.low} if token.is_capital else set()
            continue
        if token.is_capital and n and tokens[n - 1].low in found and token.low not in found:
            return set(), set()  # as the mayor Ito said
        traits.add(token.low)
        if is_person_noun(token.low) if kind == "person" else token.low in BODY_NOUNS:
            found.add(token.low)
    return found, traits
