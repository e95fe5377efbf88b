"""Taking a question apart: who is asked about, on what, since when, and what kind of answer is wanted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.answer.acts import ACT_OF, LEANINGS, SAYING
from bot.answer.days import days_asked
from bot.answer.names import Named, Register
from bot.answer.query import Query, QueryKind
from bot.words import STOP_WORDS, fold, stem

_NEXT = re.compile(
    r"\bwhat(?:'s| is| are|s)? (?:happen(?:s|ing) |com(?:es|ing) )?(?:up )?"
    r"(?:next|coming|ahead|due|planned)\b"
    r"|\bcoming up\b|\bupcoming\b|\bnext (?:steps?|dates?|events?)\b|\bon the (?:agenda|calendar)\b"
)
_WHEN = re.compile(
    r"^(?:so |and |but )?(?:when\b|(?:on )?what (?:day|date|time)\b|how (?:soon|long until)\b)"
)
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_AUXILIARIES = """
did does do has have had
"""
_ASKING = frozenset(_AUXILIARIES.split())
_BEFORE_NAME = (("according", "to"), ("said", "by"), ("told", "by"), ("made", "by"), ("words", "of"),
                ("quotes", "from"), ("quotes", "by"), ("statement", "by"), ("statements", "by"),
                ("from",), ("by",))  # fmt: skip
_SPOKEN = """
on about said says say told tells wants thinks denied denies position
"""
_AFTER_NAME = frozenset(_SPOKEN.split())
_PRONOUNS = """
anyone anybody someone somebody everyone everybody they he she it we you i there who people that this
these those any the a an both all
"""
_NOBODY = frozenset(_PRONOUNS.split())
_COMING = "next coming upcoming ahead due planned date dates day time agenda calendar event events step steps"
_AHEAD = frozenset(_COMING.split())
_OF_AN_EVENT = 3  # words that name one
_FORMERLY = frozenset(("former", "ex", "then", "late", "old"))


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int
    capital: bool
    owning: bool


def understand(
    question: str, names: Sequence[tuple[int, str]], today: date, voices: Sequence[tuple[int, str]] = ()
) -> Query:
    """Take apart a question asked on `today`; `names` and `voices` on record are as `Register` has them."""
    asked = question.strip()
    low = fold(asked)
    kind: QueryKind = "next" if _NEXT.search(low) else "when" if _WHEN.search(low) else "claims"
    since, until, dated = days_asked(asked, today, past=kind == "claims")
    words = [word for word in _words(asked) if not any(s < word.end and word.start < e for s, e in dated)]
    if len(words) > 1 and words[1].folded in _ASKING:
        del words[0]  # "what", however it is spelt
    register = Register(names, voices)
    occasion = _occasion(words) if kind == "claims" and not dated else None
    speakers, unknown, taken = _speaker(words, register)
    rest = [word for number, word in enumerate(words) if number not in taken]
    if kind == "when" and speakers and any(stem(word.folded) in SAYING for word in rest):
        kind = "claims"  # when it was said stands with what was said
    acts = _acts(rest) if kind == "claims" else ()
    topic = [word.folded for word in rest if _tells(word.folded, kind)]
    if acts:
        topic = [word for word in topic if ACT_OF.get(stem(word)) not in acts]
    named = [register.at_start([w.folded for w in rest[n:]]) for n in _spoken_of(rest, low)]
    ids = tuple(sorted({speaker for one in named if one for speaker in one.speakers}))
    who = " ".join(asked[words[n].start : words[n].end] for n in sorted(taken)) if speakers else ""
    role = _role(words, taken)
    topic = list(dict.fromkeys(topic))
    leaning = tuple(act for word in rest for act in LEANINGS.get(word.folded, ()))
    return Query(kind, speakers, unknown, tuple(topic), acts, since, until, ids, who, role, occasion, leaning)


def _spoken_of(rest: Sequence[_Word], low: str) -> list[int]:
    """Return where somebody may be named whose own words would answer: of "who" it is others'."""
    if low.startswith(("who ", "whose ", "how ")):
        return []
    return [
        n for n, word in enumerate(rest) if word.capital and not any(one.owning for one in rest[n : n + 2])
    ]


def _role(words: Sequence[_Word], taken: frozenset[int]) -> tuple[str, ...]:
    """Return the words of a description, which may go on after a name: "Velden police chief"."""
    first = min(taken) if taken else next((place for place, sure in _places(words) if sure), len(words))
    end = first + _phrase(words, first)
    if end - first <= len(taken) or (end == len(words) and not _is_saying([w.folded for w in words], end)):
        return ()
    described = [word.folded for word in words[first:end]]
    telling = tuple(word for word in described if word not in STOP_WORDS and word not in _FORMERLY)
    return telling if len(telling) > 1 else ()


def _phrase(words: Sequence[_Word], first: int) -> int:
    """Return how many words there are before the verb, 0 where there are too many for a description."""
    for length, word in enumerate(words[first : first + 7]):
        if stem(word.folded) in SAYING or stem(word.folded) in ACT_OF:
            return length
    return 0


def _occasion(words: Sequence[_Word]) -> tuple[Literal["before", "after"], tuple[str, ...]] | None:
    """Return the event that the question dates things by ("after the summit"), which is a topic as well."""
    for n, word in enumerate(words):
        event = tuple(one.folded for one in words[n + 1 :] if one.folded not in STOP_WORDS)
        if word.folded in ("before", "after", "since", "until") and 0 < len(event) <= _OF_AN_EVENT:
            return "after" if word.folded in ("after", "since") else "before", event
    return None


def question_words(question: str) -> list[str]:
    """Return the folded words of a question that may be part of a name."""
    found = (word.folded for word in _words(question.strip()))
    return [word for word in found if word not in STOP_WORDS and stem(word) not in SAYING]


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        folded = fold(match.group()).removesuffix("'s").replace(".", "").replace("'", "")
        owning = match.group()[-2:] in {"'s", "’s"} or text[match.end() - 1 : match.end() + 1] in {"s'", "s’"}
        found.append(_Word(folded, match.start(), match.end(), match.group()[0].isupper(), owning))
    return found


def _speaker(
    words: Sequence[_Word], register: Register
) -> tuple[tuple[int, ...], str | None, frozenset[int]]:
    """Return the speakers asked about, the name nobody bears, and which words named them."""
    folded = [word.folded for word in words]
    for place, sure in _places(words):
        named = register.at_start(folded[place:])
        whole = _name_at(words, place)
        if (
            named is not None and named.length < whole and sure
        ):  # "ida brant": Ida is on record, and so is Brandt
            meant = register.like(folded[place : place + whole])
            named = Named(meant, whole) if meant else named
        if named is not None and words[place].capital and named.length < _name_at(words, place):
            named = None  # "Ida" is on record, and it is "Ida Calder" who is asked about
        end = place + (named.length if named else _name_at(words, place))
        if end == place or words[end - 1].owning or (named is None and folded[place] in _NOBODY):
            continue  # of "Oslo's neighbours" it is the neighbours who are asked about
        if not sure and (end == len(words) or folded[end] not in _AFTER_NAME):
            continue
        taken = frozenset(range(place, end))
        if named is not None:
            return named.speakers, None, taken
        if not sure:
            continue
        meant = register.within(folded[place:end]) or register.like(folded[place:end])
        if meant:
            return meant, None, taken
        if words[place].capital or _is_saying(folded, end):
            name = (word.folded.title() if word.capital else word.folded for word in words[place:end])
            return (), " ".join(name), taken
    return (), None, frozenset()


def _places(words: Sequence[_Word]) -> list[tuple[int, bool]]:
    """Return where a speaker may be named, and whether what stands there must be one."""
    folded = [word.folded for word in words]
    places = [(n + 1, True) for n, word in enumerate(folded[:-1]) if word in _ASKING and n < 4][:1]
    for before in _BEFORE_NAME:
        size = len(before)
        places += [
            (n + size, len(before) > 1)
            for n in range(len(folded) - size)
            if tuple(folded[n : n + size]) == before
        ]
    return [*places, (0, False)]


def _name_at(words: Sequence[_Word], place: int) -> int:
    """Return how many words the name at `place` has: until the verb, or as long as they are capitalised."""
    length = 0
    for word in words[place : place + 4]:
        if stem(word.folded) in SAYING or stem(word.folded) in ACT_OF:
            break
        if length and words[place].capital and not word.capital:
            break
        length += 1
    return length


def _is_saying(folded: Sequence[str], place: int) -> bool:
    return place < len(folded) and (stem(folded[place]) in SAYING or stem(folded[place]) in ACT_OF)


def _acts(words: Sequence[_Word]) -> tuple[str, ...]:
    """Return the acts asked for: of the first such verb after "who", "did", "has"."""
    asking = [
        n for n, word in enumerate(words) if word.folded in _ASKING | {"who", "whos", "anyone", "anybody"}
    ]
    for word in words[asking[0] + 1 : asking[0] + 4] if asking else ():
        act = ACT_OF.get(stem(word.folded))
        if act is not None:
            return (act,)
    return ()


def _tells(word: str, kind: QueryKind) -> bool:
    if word in STOP_WORDS or len(word) < 2 or stem(word) in SAYING or _mistyped_stop(word):
        return False
    return kind == "claims" or word not in _AHEAD


def _mistyped_stop(word: str) -> bool:
    """Tell whether two neighbouring letters changed places in a longer stop word, as in "abuot"."""
    swapped = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
    return len(word) >= 5 and any(other in STOP_WORDS for other in swapped)
