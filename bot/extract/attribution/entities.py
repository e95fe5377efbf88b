"""The persons, bodies and countries an article names: every mention, and each one's fullest name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.extract.attribution.names import (
    BODY_NOUNS,
    BODY_WORDS,
    DEMONYMS,
    DOCUMENT_NOUNS,
    FEMALE_NOUNS,
    GIVEN,
    HONORIFICS,
    KNOWN_BODIES,
    MALE_NOUNS,
    PERSON_NOUNS,
    SAME_COUNTRY,
    SUFFIXES,
    TITLES,
    Gender,
    countries,
    may_be_person,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.runs import Run, find_runs, is_headline
from bot.extract.attribution.tokens import Token
from bot.extract.reading import SpeakerKind

# "the Ode campaign" is a body of its own
_CAMPAIGNS = frozenset(
    ("campaign", "administration", "team", "foundation", "organization", "organisation", "camp")
)
_FEW = 12


@dataclass
class Entity:
    """Somebody or something named: `roles` are the nouns it is called by, `first` where it is met in full."""

    name: str
    kind: SpeakerKind
    first: int
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    short: int = 0
    """How often it was called by its surname alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` name `entity`; titles before the name are not part of it."""

    first: int
    last: int
    entity: Entity


def _plain(words: Sequence[Token]) -> str:
    """Return a name as one writes it, with plain apostrophes."""
    return " ".join(w.text.replace("’", "'") for w in words)


class Entities:
    """The entities of one passage and their mentions in order."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = defaultdict(list)
        self._by_given: dict[str, list[Entity]] = defaultdict(list)
        self._by_initials: dict[str, Entity] = {}
        self._by_last_word: dict[str, Entity] = {}
        self._campaign: dict[str, str] = {}
        self.mentions: list[Mention] = []
        runs = find_runs(passage)
        headlines = {
            n for n, s in enumerate(passage.sentences) if is_headline(passage.tokens[s.first : s.last])
        }
        self._headline = [passage.sentence_of[r.first] in headlines for r in runs]
        body = [r for r, headline in zip(runs, self._headline, strict=True) if not headline]
        tokens = passage.tokens
        self._alone = Counter(tokens[r.name].text for r in body if r.last - r.name == 1)
        self._whole = Counter(_plain(tokens[r.name : r.last]) for r in body)
        for run in body:
            self._learn(run)
        for run in body:
            self._mention(run)
        for run, headline in zip(runs, self._headline, strict=True):
            if headline:
                self._mention_known(run)
        self.mentions.sort(key=lambda m: m.first)
        self.by_last: dict[int, Mention] = {m.last: m for m in self.mentions}
        self._learn_roles()

    def _new(self, name: str, kind: SpeakerKind, first: int) -> Entity:
        entity = self._by_name[name] = Entity(name, kind, first)
        words = name.split()
        if kind == "person":
            key = words[-2] if words[-1].lower() in SUFFIXES and len(words) > 1 else words[-1]
            self._by_surname[key].append(entity)
            if len(words) > 1:
                self._by_given[words[0]].append(entity)
        if kind == "body" and len(words) > 1:
            self._by_last_word[words[-1]] = entity
        initials = "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
        if kind == "body" and len(initials) > 1:
            self._by_initials.setdefault(initials, entity)
        return entity

    def _learn(self, run: Run) -> None:
        """Take a name met in full."""
        tokens = self._p.tokens
        words = tokens[run.name : run.last]
        titled = self._introduced(run)
        name = _plain(words)
        kind = self._kind(words, titled=titled)
        if kind is None or (len(words) == 1 and (kind == "person" or name.isupper())):
            return
        if kind == "person" and words[0].low in DEMONYMS:
            return
        entity = self._by_name.get(name) or self._new(SAME_COUNTRY.get(name, name), kind, run.name)
        self._learn_gender(entity, run)

    def _introduced(self, run: Run) -> bool:
        """Whether what stands around a name says that it is a person's."""
        tokens = self._p.tokens
        if run.name > run.first or (run.first > 0 and tokens[run.first - 1].low in PERSON_NOUNS):
            return True
        if run.last < len(tokens) and tokens[run.last].text == ":":
            return self._p.sentences[self._p.sentence_of[run.first]].first == run.first
        if run.last - run.name < 2:
            return False
        if run.first > 1 and tokens[run.first - 1].text == "," and tokens[run.first - 2].low in PERSON_NOUNS:
            return True
        following = tokens[run.last : run.last + 5]
        if not following or (run.first > 0 and tokens[run.first - 1].low == "the"):
            return False
        apposed = following[0].text == "," and any(t.low in PERSON_NOUNS for t in following[1:])
        return apposed or following[0].low in ("said", "says", "told", "who")

    def _articled(self, run: Run) -> bool:
        """Whether a single capitalised word with "the" recurs: "the Castle", "the Alliance"."""
        tokens = self._p.tokens
        word = tokens[run.name]
        common = word.low in TITLES | DEMONYMS | PERSON_NOUNS or word.low.endswith("s")
        return (
            run.first == run.name > 0
            and tokens[run.first - 1].low == "the"
            and self._alone[word.text] > 1
            and not common
        )

    def _learn_gender(self, entity: Entity, run: Run) -> None:
        if entity.kind != "person" or entity.gender is not None:
            return
        tokens = self._p.tokens
        before = {t.low for t in tokens[max(0, run.first - 2) : run.name]}
        if before & FEMALE_NOUNS:
            entity.gender = "she"
        elif before & MALE_NOUNS:
            entity.gender = "he"
        else:
            entity.gender = GIVEN.get(entity.name.split()[0].lower())

    def _kind(self, words: Sequence[Token], *, titled: bool) -> SpeakerKind | None:
        name, lows = _plain(words), [w.low for w in words]
        if name in countries() and not (titled and may_be_person(name)):
            return "country"
        if len(words) == 1:
            if titled:
                return "person"
            known = lows[0] in KNOWN_BODIES or (
                words[0].text.replace(".", "").isupper() and len(words[0].text) > 1
            )
            return "body" if known else None
        if lows[-1] in DOCUMENT_NOUNS and not titled:
            return "document"
        if lows[-1] in KNOWN_BODIES or any(w in BODY_WORDS for w in lows) or "of" in lows:
            return "body"
        if titled or lows[0] in GIVEN:
            return "person" if len(words) <= 5 else "body"
        acronym = any(w.text.isupper() and len(w.text) > 2 for w in words)
        if lows[-1] in TITLES | DEMONYMS or lows[0] in DEMONYMS or acronym:
            return None
        if len(words) <= 4 and self._alone[words[-1].text]:
            return "person"
        return "body" if self._whole[name] > 1 else None

    def _mention_known(self, run: Run) -> None:
        """Find in a headline only what the text names."""
        tokens, k = self._p.tokens, run.first
        while k < run.last:
            for end in range(run.last, k, -1):
                name = _plain(tokens[k:end])
                known = self._by_surname.get(name, []) if end == k + 1 else []
                entity = self._by_name.get(name) or self._by_initials.get(name.replace(".", ""))
                entity = entity or (self._most_likely(known) if known else None)
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
            name = f"{_plain(tokens[run.name : last])} {tokens[last].low}"
            if tokens[last].low in ("team", "camp"):
                name = self._campaign.get(entity.name, name)
            elif tokens[last].low == "campaign":
                self._campaign.setdefault(entity.name, name)
            body = self._by_name.get(name) or self._new(name, "body", run.name)
            self.mentions.append(Mention(run.name, last + 1, body))
            return
        self.mentions.append(Mention(run.name, last, entity))
        entity.roles.update(t.low for t in tokens[run.first : run.name] if t.low in PERSON_NOUNS | HONORIFICS)
        if run.first > 0 and tokens[run.first - 1].low in PERSON_NOUNS:
            entity.roles.add(tokens[run.first - 1].low)

    def _link(self, run: Run) -> Entity | None:
        """Return what a run names, a new entity where it is met for the first time."""
        tokens = self._p.tokens
        words = tokens[run.name : run.last]
        while len(words) > 1 and words[0].low in DEMONYMS and _plain(words) not in self._by_name:
            words = words[1:]
        name = _plain(words)
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
        kind = self._kind(words, titled=title is not None or self._introduced(run))
        if kind is None and len(words) == 1 and self._articled(run):
            kind = "body"
        if kind is None:
            return None
        entity = self._new(name, kind, run.name)
        self._learn_gender(entity, run)
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
            known = [e for e in known if e.first <= run.name or title in e.roles or len(e.name.split()) == 1]
        if not known and title is None:
            known = self._by_given.get(word, [])[:_FEW]
        if not known and title is None and word.lower() in BODY_WORDS:
            return self._by_last_word.get(word)
        return self._most_likely(known) if known else None

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
            if len(parts) > len(words) and parts[0] == words[0]:
                return other
        return entity

    def _learn_roles(self) -> None:
        """Learn roles from "Ode, the mayor of Lund," and "the mayor, Ode"."""
        p, tokens = self._p, self._p.tokens
        for mention in self.mentions:
            roles, k = mention.entity.roles, mention.last
            if (
                k + 1 < len(tokens)
                and tokens[k].text in (",", "(")
                and mention.entity.kind in ("person", "body")
            ):
                roles.update(_roles_in(tokens[k + 1 : k + 12], mention.entity.kind))
            if (
                k + 2 < len(tokens)
                and tokens[k].low in ("is", "was")
                and tokens[k + 1].low in ("a", "an", "the")
            ):
                roles.update(_roles_in(tokens[k + 1 : k + 10], mention.entity.kind))
            k = mention.first - 1
            while k > 0 and tokens[k].low in HONORIFICS:
                k -= 1
            same = p.sentence_of[k] == p.sentence_of[mention.first]
            if k > 2 and tokens[k].text == "," and same and tokens[k - 1].low in PERSON_NOUNS:
                roles.add(tokens[k - 1].low)


def _roles_in(tokens: Sequence[Token], kind: SpeakerKind) -> set[str]:
    """Collect role nouns up to the end of an apposition."""
    found: set[str] = set()
    for n, token in enumerate(tokens):
        if token.text in (",", ".", ")", ";") or token.low in ("who", "which", "told", "said", "and"):
            break
        if token.low in ("of", "for", "at", "in", "to") and n and found:
            break
        if token.low in (PERSON_NOUNS if kind == "person" else BODY_NOUNS):
            found.add(token.low)
    return found


def _surname(words: Sequence[Token]) -> str:
    last = words[-2] if words[-1].low in SUFFIXES and len(words) > 1 else words[-1]
    return last.text.replace("’", "'")
