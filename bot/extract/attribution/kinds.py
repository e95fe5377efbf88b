"""Whose a name is: a person's, a body's, a state's or a document's, by its words and by what is around it."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.extract.attribution.given_names import GIVEN, Gender
from bot.extract.attribution.grammar import ATTACHING, CONJUNCTIONS, is_nominal
from bot.extract.attribution.names import (
    BODY_WORDS,
    DEMONYMS,
    DOCUMENT_NOUNS,
    FEMALE_NOUNS,
    KNOWN_BODIES,
    MALE_NOUNS,
    PARTISANS,
    PERSON_NOUNS,
    TITLES,
    countries,
    is_person_noun,
    may_be_person,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.runs import Run
from bot.extract.attribution.tokens import Token
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import SpeakerKind

# what a state has, and hardly anybody else: "Ode's coast", "the Ode navy"
_OF_STATES = wordset(
    """
    government army navy parliament president chancellor capital embassy coast border borders territory
    neighbour neighbours neighbor neighbors troops forces ambassador king queen prime foreign soil
    """
)
_RULERS = wordset("king queen premier republic kingdom")
_TITLED_RULERS = _RULERS | {"president", "chancellor"}
# shares in Ode
_INTO_FIRMS = wordset(
    """
    share shares stake stakes stock invest invested investing investment investments investor investors
    confidence interest interested trust faith believe believes believed belief
    """
)
_NO_BODIES = wordset("tv pm am ok id dna hiv aids pac gpa ad dj vp mp mps pr hq")
_SPEAKS = wordset("said says added wrote tweeted argued noted explained recalled")
_AT = frozenset(("in", "at", "near", "of"))  # in Odia, a farmer said
_INITIAL = re.compile(r"[a-z]\.")
_OF_PLACES = wordset("north south east west new san santa los las fort lake mount port saint st.")
# a firm's or a site's name; McOde and DeOde are people
_COINED = re.compile(
    r"(?!(?:Mac|Mc|De|Del|Des|Di|Du|Da|La|Le|Van|Fitz|San|O)[A-Z])[A-Z][a-z]+[A-Z]\w*[a-z]\w*"
)
_AGE = re.compile(r"[1-9]\d")
_DEMONYM_ENDINGS = ("ian", "an", "n", "ese", "ish", "i")


def plain(words: Sequence[Token]) -> str:
    """Return a name with plain apostrophes, so that it is found however it is written."""
    return written(words).replace("’", "'")


def written(words: Sequence[Token]) -> str:
    """Return a name as it is written, on one line."""
    joined = " ".join(w.text for w in words)
    return joined.replace(" ' ", "' ").replace(" ’ ", "’ ")  # Farmers' Union


class Kinds:
    """Tells the kinds of the names of one passage, whose runs outside headlines are given."""

    def __init__(self, passage: Passage, runs: Sequence[Run]) -> None:
        self._p = passage
        tokens = passage.tokens
        self._alone = Counter(tokens[r.name].text for r in runs if r.last - r.name == 1)
        self._whole = Counter(plain(tokens[r.name : r.last]) for r in runs)
        self._capitals = {t.low for t in tokens if t.is_capital}
        self._articled = {
            plain(tokens[r.name : r.last])
            for r in runs
            if r.first == r.name > 0 and tokens[r.first - 1].low == "the" and not self._before_noun(r)
        }
        self._surnames = {
            tokens[r.last - 1].text
            for r in runs
            if r.last - r.name > 1 and tokens[r.name].low in GIVEN and not self._bodily(r)
        }
        self._persons = {
            plain(tokens[first : r.last])  # Ana Maria Ode is Maria Ode too
            for r in runs
            if r.last - r.name > 1 and self._described(r)
            for first in range(r.name, r.last - 1)
        }
        self._states = {tokens[r.name].text for r in runs if r.last - r.first == 1 and self._rules(r)}

    def _bodily(self, run: Run) -> bool:
        return any(t.low in BODY_WORDS for t in self._p.tokens[run.name : run.last])

    def _before_noun(self, run: Run) -> bool:
        """Whether a common noun follows, so that the name may only say whose it is: "the Odian navy"."""
        tokens, k = self._p.tokens, run.last
        return (
            k < len(tokens) and tokens[k].low.isalpha() and is_nominal(tokens[k]) and not tokens[k].is_capital
        )

    def _rules(self, run: Run) -> bool:
        """Whether a single name is used as a state's: "in Odia", "Odia's navy", "King X of Odia"."""
        tokens, k = self._p.tokens, run.name
        word = tokens[k]
        if word.low in TITLES | DEMONYMS | KNOWN_BODIES | BODY_WORDS or word.text.isupper():
            return False
        if word.text in self._surnames:
            return False
        before = [t.low for t in tokens[max(0, k - 4) : k]]
        after = [t.low for t in tokens[k + 1 : k + 4]]
        if any(word.low + end in self._capitals for end in _DEMONYM_ENDINGS) or (
            word.low.endswith("a") and word.low[:-1] + "ese" in self._capitals
        ):
            return True
        noun = self._before_noun(run)
        if before[-1:] == ["in"] and after[:1] not in (["'s"], ["'"]) and not noun:
            return before[-2:-1] == [] or before[-2] not in _INTO_FIRMS
        owned = after[1:2] if after[:1] == ["'s"] else after[:1]
        if owned and owned[0] in _OF_STATES:
            return True
        if (
            before[-1:] == ["of"]
            and len(before) > 1
            and (before[-2] in _RULERS or _TITLED_RULERS & set(before[:-2]))
        ):
            return True
        return (
            len(after) == 3
            and after[0] in CONJUNCTIONS
            and tokens[k + 2].is_capital
            and after[1].endswith(("ian", "ese", "ish", "ean"))
            and tokens[k + 3].low.endswith("s")
            and not tokens[k + 3].is_capital
        )

    def of(self, run: Run) -> SpeakerKind | None:
        """Return the kind of what a run names, None where nothing tells: the one place that decides it."""
        words = self._p.tokens[run.name : run.last]
        kind = self._by_words(words, titled=self._introduced(run))
        return self._by_use(run) if kind is None and len(words) == 1 else kind

    def _introduced(self, run: Run) -> bool:
        """Whether what stands around a name, or what describes it elsewhere, says that it is a person's."""
        tokens = self._p.tokens
        if plain(tokens[run.name : run.last]) in self._persons or self._described(run):
            return True
        if run.last - run.name < 2 or (run.first > 0 and tokens[run.first - 1].low == "the"):
            return False
        after = tokens[run.last].low if run.last < len(tokens) else ""
        return after in _SPEAKS or after == "told" or (run.first > 0 and tokens[run.first - 1].low in _SPEAKS)

    def _described(self, run: Run) -> bool:
        """Whether a title, a role, an age or "who" goes with a name."""
        tokens = self._p.tokens
        if run.name > run.first or (run.first > 0 and is_person_noun(tokens[run.first - 1].low)):
            return True
        if run.last < len(tokens) and tokens[run.last].text == ":":
            return self._p.sentences[self._p.sentence_of[run.first]].first == run.first
        if run.last - run.name < 2:
            return False
        if run.first > 1 and tokens[run.first - 1].text == "," and self._role_before(run):
            return True
        following = tokens[run.last : run.last + 5]
        before = tokens[run.first - 1].low if run.first else ""
        if not following or before == "the" or before in _AT:
            return False
        if following[0].text != ",":
            return following[0].low == "who"
        aged = len(following) > 1 and _AGE.fullmatch(following[1].text) is not None
        return aged or any(is_person_noun(t.low) for t in following[1:])

    def _role_before(self, run: Run) -> bool:
        """Whether a role stands before the comma before a name: "the mayor of Lund, Ode,"."""
        tokens, comma = self._p.tokens, run.first - 1
        if is_person_noun(tokens[comma - 1].low):
            return True
        closed = run.last < len(tokens) and tokens[run.last].text == ","
        for k in range(comma - 1, max(1, comma - 9), -1):
            if not closed or not tokens[k].is_word:
                return False
            if tokens[k].low in ATTACHING:
                return is_person_noun(tokens[k - 1].low)
        return False

    def _by_use(self, run: Run) -> SpeakerKind | None:
        """Return the kind of a capitalised word that is nobody's name, by how the article uses it.

        "in Odia", "King X of Odia": a state; "the Castle", "the Alliance" again and again: a body.
        """
        tokens = self._p.tokens
        word = tokens[run.name]
        if run.first == run.name and word.text in self._states:
            return "country"
        common = word.low in TITLES | DEMONYMS | PERSON_NOUNS or word.low.endswith("s")
        articled = run.first == run.name > 0 and tokens[run.first - 1].low == "the"
        recurs = word.text in self._articled and self._alone[word.text] > 1
        return "body" if articled and recurs and not common else None

    def gender(self, name: str, run: Run) -> Gender | None:
        """Return the gender that the titles before a name or its first word tell."""
        before = {t.low for t in self._p.tokens[max(0, run.first - 2) : run.name]}
        if before & FEMALE_NOUNS:
            return "she"
        if before & MALE_NOUNS:
            return "he"
        return GIVEN.get(name.split()[0].lower())

    def _by_words(self, words: Sequence[Token], *, titled: bool) -> SpeakerKind | None:
        """Return the kind of a name, None where its words tell none."""
        name, lows = plain(words), [w.low for w in words]
        if name in countries() and not (titled and may_be_person(name)):
            return "country"
        if lows[-1] in PARTISANS or (len(words) == 1 and lows[0] in DEMONYMS - BODY_WORDS - KNOWN_BODIES):
            return None
        if len(words) == 1:
            if titled:
                return "person"
            known = (
                lows[0] in KNOWN_BODIES
                or _COINED.fullmatch(name) is not None
                or (
                    words[0].text.replace(".", "").isupper()
                    and len(words[0].text) > 1
                    and lows[0] not in TITLES
                )
            )
            return "body" if known else None
        if lows[-1] in DOCUMENT_NOUNS - BODY_WORDS and not titled:
            return "document"
        if lows[-1] in KNOWN_BODIES or any(w in BODY_WORDS for w in lows) or "of" in lows:
            return "body"
        given = next((low for low in lows[:-1] if not _INITIAL.fullmatch(low)), lows[0])
        if titled or given in GIVEN:
            return "person" if len(words) <= 5 else "body"
        acronym = any(w.text.isupper() and len(w.text) > 2 for w in words)
        if lows[-1] in TITLES | DEMONYMS or acronym:
            return None
        if lows[0] in DEMONYMS:
            return "body" if self._whole[name] > 1 and name in self._articled else None
        if name in self._articled and self._whole[name] > 1:
            return "body"
        if len(words) <= 4 and self._alone[words[-1].text] and lows[0] not in _OF_PLACES:
            return "person"
        return "body" if self._whole[name] > 1 else None
