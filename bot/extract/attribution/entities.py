"""The persons, bodies and countries an article names: every mention, and each one's fullest name."""

from collections import defaultdict
from collections.abc import Sequence

from bot.extract.attribution.given_names import Gender
from bot.extract.attribution.kinds import Kinds, plain, written
from bot.extract.attribution.mentions import Entity, Mention
from bot.extract.attribution.names import (
    BODY_WORDS,
    COMPANY_WORDS,
    DEMONYMS,
    FEMALE_NOUNS,
    HONORIFICS,
    MALE_NOUNS,
    SAME_COUNTRY,
    SUFFIXES,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.roles import learn_roles, learn_titles
from bot.extract.attribution.runs import Run, find_runs, is_headline, is_label
from bot.extract.attribution.tokens import Token
from bot.extract.reading import SpeakerKind

# "the Ode campaign" is a body of its own
_CAMPAIGNS = frozenset(
    ("campaign", "administration", "team", "foundation", "organization", "organisation", "camp")
)
_FEW = 12


class Entities:
    """The entities of one passage and their mentions in order."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = defaultdict(list)
        self._by_given: dict[str, list[Entity]] = defaultdict(list)
        self._by_initials: dict[str, Entity] = {}
        self._by_last_word: dict[str, Entity] = {}
        self._by_first_word: dict[str, Entity] = {}
        self._campaign: dict[str, str] = {}
        self.mentions: list[Mention] = []
        runs = [r for r in find_runs(passage) if not is_label(passage, r)]
        headlines = {
            n for n, s in enumerate(passage.sentences) if is_headline(passage.tokens[s.first : s.last])
        }
        self._headline = [passage.sentence_of[r.first] in headlines for r in runs]
        body = [r for r, headline in zip(runs, self._headline, strict=True) if not headline]
        self._kinds = Kinds(passage, body)
        for run in body:
            self._learn(run)
        for run in body:
            self._mention(run)
        for run, headline in zip(runs, self._headline, strict=True):
            if headline:
                self._mention_known(run)
        self.mentions.sort(key=lambda m: m.first)
        self.by_last: dict[int, Mention] = {m.last: m for m in self.mentions}
        for mention in self.mentions:
            learn_roles(passage, mention)

    def _new(self, name: str, kind: SpeakerKind, first: int) -> Entity:
        known = SAME_COUNTRY.get(name, name)
        entity = Entity(self._written(known, first), kind, first)
        self._by_name[name] = self._by_name[known] = entity
        words = name.split()
        if kind == "person":
            key = words[-2] if words[-1].lower() in SUFFIXES and len(words) > 1 else words[-1]
            self._by_surname[key].append(entity)
            if len(words) > 1:
                self._by_given[words[0]].append(entity)
        if kind == "body" and len(words) > 1:
            self._by_last_word[words[-1]] = entity
            if words[-1].lower() in COMPANY_WORDS:
                self._by_first_word.setdefault(words[0], entity)
        initials = "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
        if kind == "body" and len(initials) > 1:
            self._by_initials.setdefault(initials, entity)
        return entity

    def _written(self, name: str, first: int) -> str:
        """Return a name with the apostrophes it is written with at token `first`."""
        length = len(name.split()) + name.count("' ")
        words = self._p.tokens[first : first + length]
        return written(words) if plain(words) == name else name

    def _learn(self, run: Run) -> None:
        """Take a name met in full, with the roles it is met with."""
        tokens = self._p.tokens
        words = tokens[run.name : run.last]
        name = plain(words)
        kind = self._kinds.of(run)
        if kind is None or (len(words) == 1 and (kind == "person" or name.isupper())):
            return
        if kind == "person" and words[0].low in DEMONYMS:
            return
        entity = self._by_name.get(name) or self._new(name, kind, run.name)
        self._called(entity, run)
        learn_roles(self._p, Mention(run.name, run.last, entity))

    def _called(self, entity: Entity, run: Run) -> None:
        """Note the roles and the gender that stand before a name."""
        learn_titles(self._p, entity, run)
        if entity.kind == "person" and entity.gender is None:
            entity.gender = self._kinds.gender(entity.name, run)

    def campaign_of(self, person: str) -> str:
        """Return what the campaign of a person is called: the Ode campaign."""
        words = [w for w in person.split() if w.lower() not in SUFFIXES]
        return self._campaign.get(person, f"{words[-1]} campaign")

    def names_campaign(self, person: str) -> bool:
        """Whether the text names the campaign of a person."""
        return person in self._campaign

    def known(self, first: int, last: int) -> Entity | None:
        """Return whom tokens `first` to `last` name, where the text names them elsewhere."""
        name = plain(self._p.tokens[first:last])
        entity = self._by_name.get(name) or self._by_initials.get(name.replace(".", ""))
        if entity is None and last == first + 1 and (known := self._by_surname.get(name)):
            return self._most_likely(known)
        return entity

    def _mention_known(self, run: Run) -> None:
        """Find in a headline only what the text names."""
        k = run.first
        while k < run.last:
            for end in range(run.last, k, -1):
                entity = self.known(k, end)
                if entity is not None:
                    self.mentions.append(Mention(k, end, entity))
                    k = end - 1
                    break
            k += 1

    def _mention(self, run: Run) -> None:
        tokens = self._p.tokens
        entity = self._link(run)
        if entity is None:
            return
        last = run.last
        campaign = last < len(tokens) and tokens[last].low in _CAMPAIGNS and entity.kind in ("person", "body")
        if campaign:
            name = f"{plain(tokens[run.name : last])} {tokens[last].low}"
            if tokens[last].low in ("team", "camp"):
                name = self._campaign.get(entity.name, name)
            elif tokens[last].low == "campaign":
                self._campaign.setdefault(entity.name, name)
            body = self._by_name.get(name) or self._new(name, "body", run.name)
            self.mentions.append(Mention(run.name, last + 1, body))
            return
        self.mentions.append(Mention(run.name, last, entity))
        self._called(entity, run)

    def _link(self, run: Run) -> Entity | None:
        """Return what a run names, a new entity where it is met for the first time."""
        tokens = self._p.tokens
        words = tokens[run.name : run.last]
        while len(words) > 1 and words[0].low in DEMONYMS and plain(words) not in self._by_name:
            words = words[1:]
            run = Run(run.last - len(words), run.last - len(words), run.last)
        name = plain(words)
        name = SAME_COUNTRY.get(name, name)
        title = tokens[run.name - 1].low if run.name > run.first else None
        if len(words) == 1:
            entity = self._by_short_name(name, title, run)
            if entity is not None:
                return entity
        elif name in self._by_name:
            return self._fuller(self._by_name[name])
        elif (known := self._by_surname.get(_surname(words))) is not None:
            given = {w.text for w in words[:-1]}
            for entity in known[:_FEW]:
                if given & set(entity.name.split()[:-1]):
                    return entity
        if name in self._by_name:
            return self._by_name[name]
        kind = self._kinds.of(run)
        if kind is None:
            return None
        entity = self._new(name, kind, run.last - len(words))
        self._called(entity, run)
        return entity

    def _by_short_name(self, word: str, title: str | None, run: Run) -> Entity | None:
        """Return whom a surname, a given name or an acronym means."""
        letters = word.replace(".", "")
        if word.isupper() and len(word) > 3 and word.title() in self._by_surname:
            word = word.title()
        if letters.isupper() and 2 <= len(letters) <= 7 and letters in self._by_initials:
            return self._by_initials[letters]
        gender: Gender | None = "she" if title in FEMALE_NOUNS else "he" if title in MALE_NOUNS else None
        known = [
            e for e in self._by_surname.get(word, [])[:_FEW]
            if e.gender in (gender, None) or gender is None
        ]  # fmt: skip
        if title is not None and title not in HONORIFICS:
            # "President Ode" is none of the Odes that come later under another title
            known = [e for e in known if e.first <= run.name or not e.roles - HONORIFICS or title in e.roles]
        given = self._by_given.get(word, [])[:_FEW]
        if not known and given and (title is None or len(given) == 1):  # Mr. Lou is Lou Jiwei
            return max(given, key=lambda e: (e.short, -e.first))
        if not known and title is None and word.lower() in BODY_WORDS:
            return self._by_last_word.get(word)
        if not known and title is None and word.lower() not in DEMONYMS:
            return self._by_first_word.get(word)
        exact = [e for e in known if gender is not None and e.gender == gender]
        return self._most_likely(exact or known) if known else None

    def _most_likely(self, known: list[Entity]) -> Entity:
        """Of several with a surname, take whom it stood for before, else the first met."""
        best = max(known, key=lambda e: (e.short, -e.first))
        best.short += 1
        return best

    def _fuller(self, entity: Entity) -> Entity:
        """Return the entity that a shorter full name belongs to: Joe Ode is Joe B. Ode."""
        words = entity.name.split()
        if entity.kind != "person" or len(words) < 2:
            return entity
        for other in self._by_surname.get(words[-1], [])[:_FEW]:
            parts = other.name.split()
            if len(parts) > len(words) and (parts[0] == words[0] or parts[-len(words) :] == words):
                return other
        return entity


def _surname(words: Sequence[Token]) -> str:
    last = words[-2] if words[-1].low in SUFFIXES and len(words) > 1 else words[-1]
    return last.text.replace("’", "'")
