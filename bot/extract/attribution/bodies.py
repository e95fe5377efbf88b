"""Which body "the company", "the newspaper", "the campaign" means."""

from collections.abc import Iterable

from bot.extract.attribution.entities import Entities
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import sort_of_place
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.pronouns import Candidates
from bot.extract.attribution.speaker import Speaker, as_speaker
from bot.extract.attribution.wordset import wordset

_PUBLIC_BODIES = wordset(
    """
    committee senate house congress department court party council commission parliament ministry
    republicans democrats kremlin gop agency office bureau administration campaign states
    """
)
_PLACES = frozenset(("city", "state", "country"))
_PLACE_BACK = 3  # sentences
OUTLETS = wordset("website site newspaper paper magazine network outlet publication station blog")
_FIRMS = wordset("company firm bank group agency carrier maker retailer organization organisation")
# the words in a name that tell what a body is
_NAMED_AFTER = {
    **dict.fromkeys(
        ("newspaper", "paper", "publication", "outlet"),
        wordset(
            """
            times post journal tribune herald gazette guardian sentinel globe inquirer examiner observer
            advocate chronicle register star sun bee review telegraph mail standard mirror today
            """
        ),
    ),
    "magazine": wordset("magazine atlantic time newsweek economist standard review yorker"),
    "network": wordset("network news cnn fox msnbc nbc abc cbs espn bbc cnbc univision telemundo"),
    "bureau": wordset("bureau fbi"),
    "agency": wordset("agency cia nsa epa irs nasa fema administration"),
}


class Bodies:
    """Finds the bodies of one passage by the nouns they go by."""

    def __init__(self, passage: Passage, entities: Entities, candidates: Candidates) -> None:
        self._p = passage
        self._entities = entities
        self._candidates = candidates

    def _campaign(self, mentions: list[Mention]) -> str | None:
        """Return the campaign spoken of last: the Ode campaign, Ode's campaign."""
        for mention in reversed(mentions):
            following = [t.low for t in self._p.tokens[mention.last : mention.last + 2]]
            if mention.entity.kind == "person" and following in (["'s", "campaign"], ["'", "campaign"]):
                return self._entities.campaign_of(mention.entity.name)
            if mention.entity.kind == "body" and mention.entity.name.endswith(" campaign"):
                return mention.entity.name
        return None

    def named(self, mentions: Iterable[Mention], head: str, words: set[str], least: int = 1) -> Entity | None:
        """Return the first body whose name's head is `head`, with the most of `words`, `least` of them."""
        best: tuple[int, Entity] | None = None
        for mention in mentions:
            names = mention.entity.name.lower().split()
            if mention.entity.kind != "body" or head not in names:
                continue
            if names[-1] != head and names[names.index(head) + 1] not in ("of", "for"):
                continue
            shared = len(words & set(names))
            if shared >= least and (best is None or shared > best[0]):
                best = (shared, mention.entity)
        return best[1] if best is not None else None

    def _place(self, at: int, head: str) -> Speaker | None:
        """Return the place of the sort of `head` that was spoken of last."""
        here = self._p.sentence_of[at]
        for mention in reversed(self._candidates.before(at, 20)):
            entity = mention.entity
            if here - self._p.sentence_of[mention.first] > _PLACE_BACK:
                return None
            if entity.kind == "country" and sort_of_place(entity.name) == head:
                return as_speaker(entity)
        return None

    def meant(self, at: int, head: str, words: set[str]) -> Speaker | None:
        """Return the body so named, or named as such bodies are; for a firm the firm most written about."""
        before = self._candidates.before(at, 80)
        if head == "campaign" and (campaign := self._campaign(before)):
            return Speaker(campaign, "body")
        named = self.named(reversed(before), head, words)
        if named is not None:
            return as_speaker(named)
        if head in _PLACES:
            return self._place(at, head)
        bodies = [m.entity for m in before if m.entity.kind == "body"]
        after = _NAMED_AFTER.get(head, frozenset())
        for entity in reversed(bodies):
            if not after.isdisjoint(entity.name.lower().replace("-", " ").split()):
                return as_speaker(entity)
        if head in OUTLETS and (spoke := self._candidates.last_body(at)):
            return spoke
        if head not in _FIRMS:
            return None
        counts: dict[int, tuple[int, Entity]] = {}
        for entity in bodies[-40:]:
            if _PUBLIC_BODIES.isdisjoint(entity.name.lower().split()):
                counts[id(entity)] = (counts.get(id(entity), (0, entity))[0] + 1, entity)
        return as_speaker(max(counts.values(), key=lambda c: c[0])[1]) if counts else None
