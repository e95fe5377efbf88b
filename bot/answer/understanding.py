"""Taking a question apart: who is asked about, on what, since when, and what kind of answer is wanted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.answer.acts import ACT_OF, LEANINGS, SAYING
from bot.answer.names import Named, Register
from bot.answer.query import Query, QueryKind
from bot.extract.dates import find_timexes
from bot.extract.reading import Timex
from bot.track.schedule import days
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
_SINCE = re.compile(r"\b(?:since|from|after|starting)\s+(?:the\s+)?$")
_UNTIL = re.compile(r"\b(?:until|till|before|by|up to|to)\s+(?:the\s+)?$")
_LAST = re.compile(
    r"\b(?:last|past)\s+(?:(\d{1,3}|two|three|four|five|six|seven|few)\s+)?(day|week|month|year)s?\b"
)
_DATING = frozenset(
    ("in", "on", "since", "from", "after", "during", "until", "till", "before", "by", "to", "of", "last", "past")
    + ("this", "next", "yesterday", "today", "early", "late", "between", "and", "starting", "around")
)
_FORMERLY = frozenset(("former", "ex", "then", "late", "old"))
_NUMBERS = {"two": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}


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
    since, until, dated = _dates(asked, today, past=kind == "claims")
    words = [word for word in _words(asked) if not any(s < word.end and word.start < e for s, e in dated)]
    if len(words) > 1 and words[1].folded in _ASKING:
        del words[0]  # "what", however it is spelt
    register = Register(names, voices)
    occasion, words = _occasion(words, asked) if kind == "claims" and not dated else (None, words)
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
    role = _role(words, taken) if speakers or unknown else ()
    if role:
        topic = [word for word in topic if word not in role]
    topic = list(dict.fromkeys(topic))
    leaning = tuple(act for word in rest for act in LEANINGS.get(word.folded, ()))
    return Query(kind, speakers, unknown, tuple(topic), acts, since, until, ids, who, role, occasion, leaning)


def _spoken_of(rest: Sequence[_Word], low: str) -> list[int]:
    """Return where somebody may be named whose own words would answer: of "who" it is others'."""
    if low.startswith(("who ", "whose ", "how ")):
        return []
    return [n for n, word in enumerate(rest) if word.capital and not any(one.owning for one in rest[n : n + 2])]


def _role(words: Sequence[_Word], taken: frozenset[int]) -> tuple[str, ...]:
    """Return the words of a description that goes on after the name: "Velden police chief"."""
    first = min(taken, default=0)
    length = _phrase(words, first)
    if length <= len(taken) or first + length == len(words) and not _is_saying([word.folded for word in words], first + length):
        return ()
    described = [word.folded for word in words[first : first + length]]
    return tuple(word for word in described if word not in STOP_WORDS and word not in _FORMERLY)


def _phrase(words: Sequence[_Word], first: int) -> int:
    """Return how many words there are before the verb, 0 where there are too many for a description."""
    for length, word in enumerate(words[first : first + 7]):
        if stem(word.folded) in SAYING or stem(word.folded) in ACT_OF:
            return length
    return 0


def _occasion(
    words: list[_Word], asked: str
) -> tuple[tuple[Literal["before", "after"], tuple[str, ...]] | None, list[_Word]]:
    """Return the event the question dates things by, and the words; those of the event stay among them."""
    for n, word in enumerate(words):
        if word.folded in ("before", "after", "since", "until") and 0 < len(words) - n - 1 <= 4:
            rest = tuple(one.folded for one in words[n + 1 :] if one.folded not in STOP_WORDS)
            if rest:
                return ("after" if word.folded in ("after", "since") else "before", rest), words
    return None, words


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
        if named is not None and named.length < whole and sure:  # "ida brant": Ida is on record, and so is Brandt
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


def _dates(
    question: str, today: date, *, past: bool
) -> tuple[date | None, date | None, list[tuple[int, int]]]:
    """Return the first and last day asked about, and the spans of the words that tell them."""
    low = fold(question) if len(fold(question)) == len(question) else question.lower()
    since: date | None = None
    until: date | None = None
    spans: list[tuple[int, int]] = []
    for match in _LAST.finditer(low):
        if match[1] is None and match[2] != "day":
            continue  # "last week" is a week of the calendar, not seven days
        count = _NUMBERS.get(match[1] or "", 0) or int(match[1] or 1)
        since = today - timedelta(days=count * _LENGTHS[match[2]])
        spans.append(match.span())
    for timex in find_timexes(question, today):
        covered = _days_of(timex, question, today, past=past)
        if covered is None or _qualifies(question, timex):
            continue
        if any(s < timex.end and timex.start < e for s, e in spans):
            continue
        before = low[: timex.start]
        lead = _SINCE.search(before) or _UNTIL.search(before)
        spans.append((lead.start() if lead else timex.start, timex.end))
        if _SINCE.search(before):
            since = covered[0]
        elif _UNTIL.search(before):
            until = covered[1]
        else:
            since, until = covered
    return since, until, spans


def _qualifies(question: str, timex: Timex) -> bool:
    """Tell whether a date is part of what is asked about: "the 1995 taxes", "Lind's 2014 plan"."""
    before = _WORD.findall(fold(question[: timex.start]))
    after = _WORD.findall(fold(question[timex.end :]))
    if not before or not after or after[0] in STOP_WORDS or stem(after[0]) in SAYING:
        return False
    return before[-1] not in _DATING and fold(question[timex.start : timex.end]).split()[0] not in _DATING


def _days_of(timex: Timex, question: str, today: date, *, past: bool) -> tuple[date, date] | None:
    if timex.type not in {"DATE", "TIME"} or timex.value is None:
        return None
    covered = days(timex.value.partition("T")[0])
    if covered is None or not past or covered[0] <= today:
        return covered
    # What was said lies behind: "in December" asked in March is last December, "on Friday" last Friday.
    if re.search(r"\d{4}", question[timex.start : timex.end]):
        return covered
    if len(timex.value) == 7 and "W" not in timex.value:
        return days(f"{covered[0].year - 1}-{covered[0].month:02}")
    back = timedelta(days=7) if (covered[0] - today).days <= 7 else timedelta(days=365)
    return covered[0] - back, covered[1] - back
