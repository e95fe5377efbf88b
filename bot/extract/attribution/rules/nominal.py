"""Attributions without a verb of saying: "her claim that …", "he is confident that …", "Smith: “…”"."""

from dataclasses import dataclass
from functools import cache

from bot.extract.attribution.cues import verb_forms
from bot.extract.attribution.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    POSSESSIVES,
    SUBJECTS,
    WH,
    is_adverb,
    is_nominal,
    phrase_start,
)
from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules.contents import content_end
from bot.extract.attribution.rules.nouns import ADJECTIVES, NOUNS
from bot.extract.attribution.sentences import Sentence
from bot.extract.attribution.tokens import Token

Range = tuple[int, int]
_BEFORE_ADJECTIVES = AUXILIARIES | {"very", "more", "so", "increasingly"}


@dataclass(frozen=True, slots=True)
class Nominal:
    """A cue that is a noun, an adjective or a colon, with what it attributes to whom."""

    source: Range | None
    cue: Range
    content: Range
    construction: str
    lemma: str


@cache
def _frames(adjectives: bool) -> dict[str, tuple[str, frozenset[str]]]:  # noqa: FBT001 (a cache has no keywords)
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for lines in (ADJECTIVES if adjectives else NOUNS).values():
        for line in lines.strip().splitlines():
            word, frames, _ = (part.strip() for part in line.split("|"))
            plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
            for form in (word,) if adjectives else (word, plural):
                found.setdefault(form, (word, frozenset(frames.split())))
    return found


def _complement(p: Passage, k: int, limit: int, frames: frozenset[str]) -> int | None:
    """Return where the content begins that follows a noun or adjective at `k`, None where none does."""
    if k + 1 >= limit or p.inside[k] >= 0 or p.tokens[k].low not in frames:
        return None
    low = p.tokens[k].low
    if low in ("that", "to"):
        verb_or_clause = low == "that" or (
            is_nominal(p.tokens[k + 1]) and p.tokens[k + 1].low not in DETERMINERS
        )
        return k if verb_or_clause else None
    return k + 1


def read_noun(p: Passage, i: int, s: Sentence) -> Nominal | None:
    """Read "her claim that …" at the noun `i`; whose it is must be said."""
    tokens = p.tokens
    entry = _frames(adjectives=False).get(tokens[i].low)
    if entry is None:
        return None
    lemma, frames = entry
    first = _complement(p, i + 1, s.last, frames)
    if first is None:
        return None
    start = i
    while (
        start > s.first
        and is_nominal(tokens[start - 1])
        and not tokens[start - 1].is_capital
        and tokens[start - 1].low not in DETERMINERS | {"'s"}
    ):
        start -= 1
    source: Range | None = None
    before = tokens[start - 1] if start > s.first else None
    if before is not None and before.low in POSSESSIVES and before.low != "whose":
        source = (start - 1, start)
    elif before is not None and before.low in ("'s", "'") and start - 2 >= s.first:
        source = (phrase_start(tokens, start - 1, s.first), start - 1)
    if source is None or tokens[first].low != "that":
        return None
    last = content_end(p, first, s.last, past=False)
    last = _clause_end(p, first, last)
    return Nominal(
        source,
        (start, first if tokens[first].low not in ("that", "to") else i + 1),
        (first, last),
        "noun",
        lemma,
    )


def _clause_end(p: Passage, first: int, last: int) -> int:
    """End what follows a noun at the sentence's own verb after a comma."""
    for k in range(first + 2, last):
        if p.inside[k] < 0 and p.tokens[k].text == ",":
            return k
    return last


def is_adjective(token: Token) -> bool:
    """Whether `token` is an adjective of the lexicon."""
    return token.low in _frames(adjectives=True)


def before_adjective(p: Passage, i: int, floor: int) -> int:
    """Return where the words begin that join the adjective `i` to its subject: "is not", "was very"."""
    start = i
    while start > floor and (is_adverb(p.tokens[start - 1]) or p.tokens[start - 1].low in _BEFORE_ADJECTIVES):
        start -= 1
    return start


def read_adjective(p: Passage, i: int, s: Sentence, subject: Range | None) -> Nominal | None:
    """Read "he is confident that …" at the adjective `i`."""
    tokens = p.tokens
    entry = _frames(adjectives=True).get(tokens[i].low)
    if entry is None:
        return None
    lemma, frames = entry
    first = _complement(p, i + 1, s.last, frames)
    if first is None or subject is None:
        return None
    start = before_adjective(p, i, s.first)
    if not any(tokens[k].low in BE for k in range(start, i)):
        return None
    last = content_end(p, first, s.last, past=False)
    cue_last = first if tokens[first].low not in ("that", "to") else i + 1
    return Nominal(subject, (start, cue_last), (first, last), "adjective", lemma)


def _turn_end(p: Passage, s: Sentence) -> int:
    """Return the end of the paragraph that `s` opens: one turn of a transcript."""
    k = p.sentence_of[s.first]
    while k + 1 < len(p.sentences) and p.sentences[k + 1].paragraph == s.paragraph:
        k += 1
    return p.sentences[k].last


def read_colon(p: Passage, s: Sentence, speakers: frozenset[str]) -> Nominal | None:
    """Read "Smith: “…”" and, in a transcript, "SMITH: We will …" at the start of a sentence."""
    tokens = p.tokens
    k = s.first
    while k < min(s.last, s.first + 12) and tokens[k].text != ":":
        plain = is_nominal(tokens[k]) or tokens[k].low in ("of", "the", "(", ")", ",", "-", "for", "q", "a")
        if not plain or p.inside[k] >= 0 or tokens[k].low in verb_forms() or tokens[k].low in SUBJECTS | WH:
            return None
        k += 1
    if k == s.first or k + 1 >= s.last or tokens[k].text != ":" or not tokens[k - 1].is_word:
        return None
    if p.opens_quotation(k + 1) and tokens[s.first].is_capital:
        last = s.last if p.closes_quotation(s.last - 1) else content_end(p, k + 1, s.last, past=False)
    elif p.words(s.first, k).casefold() in speakers:
        last = _turn_end(p, s)
    else:
        return None
    return Nominal((s.first, k), (k, k + 1), (k + 1, last), "colon", ":")
