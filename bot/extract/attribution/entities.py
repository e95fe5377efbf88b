"""The persons, bodies and countries an article names: every mention, and each one's fullest name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.extract.attribution.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    TIMES,
)
from bot.extract.attribution.names import (
    BODY_WORDS,
    DEMONYMS,
    FEMALE_NOUNS,
    GIVEN,
    HONORIFICS,
    KNOWN_BODIES,
    MALE_NOUNS,
    PARTICLES,
    PERSON_NOUNS,
    SUFFIXES,
    TITLES,
    Gender,
    countries,
    may_be_person,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.tokens import Token
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import SpeakerKind

_NEVER_NAMES = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | SUBJECTS | MODALS | TIMES
    | wordset(
    """
    yes no not there here however meanwhile is are was were be do did does has have had q a
    """
)
) - {"may", "will", "march"}  # fmt: skip


@dataclass
class Entity:
    """Somebody or something named: `roles` are the nouns it is called by, `count` its mentions."""

    name: str
    kind: SpeakerKind
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` name `entity`; titles before the name are not part of it."""

    first: int
    last: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised tokens in a row: `first` to `name` are titles, `name` to `last` the name."""

    first: int
    name: int
    last: int


def _plain(name: str) -> str:
    return name.replace("\xa0", " ").replace("\n", " ").strip()


def _capital(token: Token) -> bool:
    return token.is_capital and token.is_word and token.low not in _NEVER_NAMES


class Entities:
    """The entities of one passage and their mentions in order."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = defaultdict(list)
        self.mentions: list[Mention] = []
        self._single = Counter(t.text for t in passage.tokens if _capital(t))
        runs = self._runs()
        headline = {
            n for n, s in enumerate(passage.sentences) if _is_headline(passage.tokens[s.first : s.last])
        }
        body = [r for r in runs if passage.sentence_of[r.first] not in headline]
        for run in body:
            self._learn(run)
        for run in runs:
            self._mention(run)
        self.by_last: dict[int, Mention] = {m.last: m for m in self.mentions}
        self._learn_roles()

    @property
    def all(self) -> list[Entity]:
        """Every entity that is mentioned, in order of first mention."""
        return list({id(m.entity): m.entity for m in self.mentions}.values())

    def _runs(self) -> list[_Run]:
        tokens, found, i = self._p.tokens, [], 0
        while i < len(tokens):
            if not _capital(tokens[i]):
                i += 1
                continue
            first = i
            i += 1
            while i < len(tokens) and i - first < 14:
                t = tokens[i]
                gap = "\n" in self._p.text[tokens[i - 1].end : t.start]
                if gap or self._p.inside[i] != self._p.inside[first]:
                    break
                if (
                    _capital(t)
                    or t.low in SUFFIXES
                    or (
                        (t.low in PARTICLES or t.low in ("of", "for", "and", "&", "the"))
                        and self._joins(first, i)
                    )
                ):
                    i += 1
                else:
                    break
            found.append(_Run(first, self._name_start(first, i), i))
        return found

    def _joins(self, first: int, i: int) -> bool:
        """Whether a small word at `i` lies within a name: Bank of England, Ludwig van Beethoven."""
        tokens = self._p.tokens
        if i + 1 >= len(tokens):
            return False
        if tokens[i].low in PARTICLES - {"st."}:
            return _capital(tokens[i + 1])
        following = tokens[i + 1] if tokens[i + 1].low != "the" or i + 2 >= len(tokens) else tokens[i + 2]
        if not _capital(following):
            return False
        words = {t.low for t in tokens[first:i]}
        if tokens[i].low in ("and", "&"):
            return bool(words & BODY_WORDS) and "of" in words | {"&"} and following.low in BODY_WORDS
        if tokens[i].low == "the":
            return tokens[i - 1].low == "of"
        return bool(words & BODY_WORDS) and not words & (TITLES - {"general", "attorney", "chief"})

    def _name_start(self, first: int, last: int) -> int:
        """Step over the titles a run begins with; a run that is nothing but titles has none."""
        tokens = self._p.tokens
        start = first
        for k in range(first, last - 1):
            if tokens[k].low in TITLES and not (k + 2 == last and tokens[k + 1].low in BODY_WORDS):
                start = k + 1
            elif (
                tokens[k].low in BODY_WORDS
                and k + 1 < last
                and tokens[k + 1].low not in TITLES
                and k >= start
            ) and any(t.low in TITLES for t in tokens[k + 1 : last - 1]):
                continue
        return start

    def _learn(self, run: _Run) -> None:
        tokens = self._p.tokens
        words = tokens[run.name : run.last]
        titled = run.name > run.first or (run.first > 0 and tokens[run.first - 1].low in PERSON_NOUNS)
        name = _plain(self._p.words(run.name, run.last))
        kind = self._kind(words, titled=titled)
        if kind is None or (len(words) == 1 and kind == "person"):
            return
        if kind == "person" and words[0].low in DEMONYMS:
            return
        entity = self._by_name.get(name)
        if entity is None:
            entity = self._by_name[name] = Entity(name, kind)
            if kind == "person":
                self._by_surname[_surname(words)].append(entity)
        self._learn_gender(entity, run)

    def _learn_gender(self, entity: Entity, run: _Run) -> None:
        if entity.kind != "person" or entity.gender is not None:
            return
        tokens = self._p.tokens
        before = {t.low for t in tokens[max(0, run.first - 3) : run.name]}
        if before & FEMALE_NOUNS:
            entity.gender = "she"
        elif before & MALE_NOUNS:
            entity.gender = "he"
        else:
            entity.gender = GIVEN.get(entity.name.split()[0].lower())

    def _kind(self, words: Sequence[Token], *, titled: bool) -> SpeakerKind | None:
        name = " ".join(w.text for w in words)
        lows = [w.low for w in words]
        if name in countries() and not (titled and may_be_person(name)):
            return "country"
        if lows[-1] in KNOWN_BODIES or any(w in BODY_WORDS for w in lows) or "of" in lows:
            return "body"
        if len(words) == 1:
            if titled:
                return "person"
            if words[0].text.isupper() and len(words[0].text) > 1:
                return "body"
            return None
        if titled or lows[0] in GIVEN:
            return "person" if len(words) <= 5 else "body"
        if (
            lows[-1] in TITLES | DEMONYMS
            or lows[0] in DEMONYMS
            or any(w.text.isupper() and len(w.text) > 2 for w in words)
        ):
            return None
        alone = self._single[words[-1].text] - sum(1 for _ in ())
        return "person" if len(words) <= 4 and alone >= 1 else None

    def _mention(self, run: _Run) -> None:
        tokens = self._p.tokens
        entity = self._link(run)
        if entity is None:
            return
        entity.count += 1
        self.mentions.append(Mention(run.name, run.last, entity))
        for t in tokens[run.first : run.name]:
            if t.low in PERSON_NOUNS:
                entity.roles.add(t.low)
        if run.first > 0 and tokens[run.first - 1].low in PERSON_NOUNS:
            entity.roles.add(tokens[run.first - 1].low)

    def _link(self, run: _Run) -> Entity | None:
        tokens = self._p.tokens
        words = tokens[run.name : run.last]
        name = _plain(self._p.words(run.name, run.last))
        if name in self._by_name:
            return self._longer(self._by_name[name])
        while len(words) > 1 and words[0].low in DEMONYMS:
            words = words[1:]
        title = tokens[run.name - 1].low if run.name > run.first else None
        gender: Gender | None = "she" if title in FEMALE_NOUNS else "he" if title in MALE_NOUNS else None
        known = [e for e in self._by_surname.get(_surname(words), []) if _fits(e, gender)]
        if len(words) == 1:
            if not known:
                known = [
                    e for e in self._by_name.values()
                    if e.kind == "person" and len(e.name.split()) > 1 and e.name.split()[0] == words[0].text
                ]  # fmt: skip
            if known:
                return self._most_likely(known)
            acronym = self._acronym(words[0].text)
            if acronym is not None:
                return acronym
        elif known:
            for entity in known:
                if {w.text for w in words} & set(entity.name.split()[:-1]):
                    return self._longer(entity)
        kind = self._kind(words, titled=title is not None)
        if kind is None:
            if len(words) == 1 and self._single[words[0].text] >= 2 and not words[0].low.endswith("s"):
                return None
            return None
        plain = " ".join(w.text for w in words)
        entity = self._by_name.get(plain)
        if entity is None:
            entity = self._by_name[plain] = Entity(plain, kind, gender)
            if kind == "person":
                self._by_surname[_surname(words)].append(entity)
        if kind == "person" and entity.gender is None:
            self._learn_gender(entity, run)
        return entity

    def _most_likely(self, known: list[Entity]) -> Entity:
        """Of several with a surname, the one most written about; recent mentions count more."""
        if len(known) == 1:
            return known[0]
        recent = Counter(m.entity.name for m in self.mentions[-12:])
        return max(known, key=lambda e: (e.count and 1) * 2 + e.count + 2 * recent[e.name])

    def _longer(self, entity: Entity) -> Entity:
        """Return the entity that a shorter full name belongs to: Joe Ode is Joe B. Ode."""
        words = entity.name.split()
        if entity.kind != "person" or len(words) < 2:
            return entity
        for other in self._by_surname.get(words[-1], []):
            parts = other.name.split()
            if len(parts) > len(words) and parts[0] == words[0]:
                return other
        return entity

    def _acronym(self, word: str) -> Entity | None:
        letters = word.replace(".", "")
        if not (letters.isupper() and 2 <= len(letters) <= 7):
            return None
        for entity in self._by_name.values():
            parts = [w for w in entity.name.replace("-", " ").split() if w[:1].isupper()]
            if len(parts) >= 2 and "".join(w[0] for w in parts) == letters:
                return entity
        return None

    def _learn_roles(self) -> None:
        """Learn roles from "Ode, the mayor of Lund," and "the mayor, Ode"."""
        p, tokens = self._p, self._p.tokens
        for mention in self.mentions:
            k = mention.last
            if (
                k + 1 < len(tokens)
                and tokens[k].text in (",", "(")
                and mention.entity.kind in ("person", "body")
            ):
                mention.entity.roles.update(_roles_in(tokens[k + 1 : k + 12]))
            if (
                k + 2 < len(tokens)
                and tokens[k].low in ("is", "was", "became")
                and tokens[k + 1].low in ("a", "an", "the")
            ):
                mention.entity.roles.update(_roles_in(tokens[k + 1 : k + 10]))
            k = mention.first - 1
            while k > 0 and tokens[k].low in HONORIFICS:
                k -= 1
            if k > 2 and tokens[k].text == "," and p.sentence_of[k] == p.sentence_of[mention.first]:
                word = tokens[k - 1].low
                if word in PERSON_NOUNS:
                    mention.entity.roles.add(word)


def _roles_in(tokens: Sequence[Token]) -> set[str]:
    """Collect role nouns up to the end of an apposition."""
    from bot.extract.attribution.names import BODY_NOUNS

    found: set[str] = set()
    for n, token in enumerate(tokens):
        if token.text in (",", ".", ")", ";") or token.low in ("who", "which", "told", "said"):
            break
        if token.low in ("of", "for", "at", "in", "to") and n and found:
            break
        if token.low in PERSON_NOUNS or token.low in BODY_NOUNS:
            found.add(token.low)
    return found


def _surname(words: Sequence[Token]) -> str:
    last = words[-1]
    if last.low in SUFFIXES and len(words) > 1:
        last = words[-2]
    return last.text


def _fits(entity: Entity, gender: Gender | None) -> bool:
    return gender is None or entity.gender is None or entity.gender == gender


def _is_headline(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) >= 4 and sum(t.is_capital for t in words) / len(words) > 0.7
