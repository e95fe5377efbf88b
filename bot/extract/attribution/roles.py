"""What an article calls its people and bodies: "Ode, the mayor of Lund", "the mayor, Ode"."""

from collections.abc import Sequence

from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import BODY_NOUNS, HONORIFICS, is_person_noun
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.runs import Run
from bot.extract.attribution.tokens import Token
from bot.extract.reading import SpeakerKind


def learn_titles(p: Passage, entity: Entity, run: Run) -> None:
    """Learn the roles that stand right before a name: "Mayor Ode", "its chairman Ode"."""
    if entity.kind == "country":
        return
    tokens = p.tokens
    entity.roles.update(
        t.low for t in tokens[run.first : run.name] if is_person_noun(t.low) or t.low in HONORIFICS
    )
    if run.first > 0 and is_person_noun(tokens[run.first - 1].low):
        entity.roles.add(tokens[run.first - 1].low)


def learn_roles(p: Passage, mention: Mention) -> None:
    """Learn roles from the appositions around a mention, and from "Ode is the mayor"."""
    tokens = p.tokens
    entity, k = mention.entity, mention.last
    if entity.kind == "country":
        return
    if k + 1 < len(tokens) and tokens[k].text in (",", "(") and entity.kind in ("person", "body"):
        entity.roles |= _roles_in(tokens[k + 1 : k + 12], entity.kind)
    if k + 2 < len(tokens) and tokens[k].low in ("is", "was") and tokens[k + 1].low in ("a", "an", "the"):
        entity.roles |= _roles_in(tokens[k + 1 : k + 10], entity.kind)
    k = mention.first - 1
    while k > 0 and tokens[k].low in HONORIFICS:
        k -= 1
    same = p.sentence_of[k] == p.sentence_of[mention.first]
    if k > 2 and tokens[k].text == "," and same and is_person_noun(tokens[k - 1].low):
        entity.roles.add(tokens[k - 1].low)


def _roles_in(tokens: Sequence[Token], kind: SpeakerKind) -> set[str]:
    """Collect role nouns up to the end of an apposition."""
    found: set[str] = set()
    for n, token in enumerate(tokens):
        if token.text in (",", ".", ")", ";") or token.low in ("who", "which", "told", "said", "and"):
            break
        if token.low in ("of", "for", "at", "in", "to") and n and found:
            break
        if token.low in ("'s", "'"):
            found.clear()  # the mayor's daughter
        if is_person_noun(token.low) if kind == "person" else token.low in BODY_NOUNS:
            found.add(token.low)
    return found
