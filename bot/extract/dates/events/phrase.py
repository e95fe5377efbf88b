"""What an event is, in a short phrase of the text's own words."""

import re

from bot.extract.dates.clause import is_past
from bot.extract.dates.events.clause import Clause
from bot.extract.dates.events.subject import object_before, subject
from bot.extract.dates.events.when import When
from bot.extract.dates.tokens import Tokens

_LONGEST = 24


def phrase(clause: Clause, when: When | None) -> str:
    """Return subject, verb and what belongs to it, without the date, the announcing words and who said so."""
    tokens = clause.tokens
    drop: set[int] = set()
    if when is not None:
        drop |= _date_tokens(tokens, when, clause.first)
    drop |= _announcement(clause, when)
    lead, bare = subject(clause)
    kept = [place for place in lead if place not in drop]
    stands_for = object_before(clause)
    for place in range(clause.first if clause.cue is None else clause.cue, clause.end):
        after_verb = bool(kept) if clause.verb is None else place > clause.verb
        if place in drop or (
            bare and place < (clause.verb or 0) and tokens.words[place] in tokens.wording.modals
        ):
            continue
        if bare and not kept and tokens.words[place] in tokens.tense.infinitive_marks:
            continue
        if stands_for and after_verb and tokens.words[place] in tokens.wording.it:
            kept += stands_for
            stands_for = []
            continue
        if after_verb and _tail(tokens, place, clause, when):
            break
        kept.append(place)
        if len(kept) >= _LONGEST:
            break
    return _joined(tokens, kept)


def span_phrase(tokens: Tokens, first: int, end: int, when: When) -> str:
    """Return tokens `first` to `end` as a phrase, without the date, up to a comma or another clause."""
    drop = _date_tokens(tokens, when, first)
    kept: list[int] = []
    for place in range(first, end):
        dated = tokens.words[place] in tokens.cues.moved_from and tokens.codes[place + 1] not in "xX"
        if kept and (tokens.codes[place] == "," or tokens.words[place] in tokens.cues.tail_breaks or dated):
            break
        if place not in drop and tokens.words[place] not in tokens.wording.planned:
            kept.append(place)
    return _joined(tokens, kept[:_LONGEST])


def _announcement(clause: Clause, when: When | None) -> set[int]:
    """Return the tokens that only announce: "are due to" before "meet", "is scheduled" before the date.

    "will" stays; so does the "to" of one person or thing: "the minister to visit".
    """
    if clause.cue is None or clause.verb is None:
        return set()
    group, wording = clause.tokens.words[clause.cue : clause.verb], clause.tokens.wording
    marks = [place for place, word in enumerate(group) if word in clause.tokens.tense.infinitive_marks]
    if marks:
        last = clause.cue + marks[-1]
        plural = bool(wording.plural_verbs & set(group))
        return set(range(clause.cue, last + plural)) | (
            {last + 1} if plural and _be(clause, last + 1) else set()
        )
    ends = when is not None and clause.verb >= when.first - 2 and clause.cue < when.first
    return (
        set(range(clause.cue, clause.verb + 1))
        if ends and wording.planned & {*group, clause.tokens.words[clause.verb]}
        else set()
    )


def _be(clause: Clause, place: int) -> bool:
    """Say whether "be" before a participle can go: "are due to be shown"."""
    words = clause.tokens.words
    return (
        words[place] in clause.tokens.wording.be
        and place + 1 < len(words)
        and is_past(words[place + 1], clause.tokens.tense)
    )


def _tail(tokens: Tokens, place: int, clause: Clause, when: When | None) -> bool:
    """Say whether the phrase ends before a token: at what opens another clause, or at who said so."""
    word = tokens.words[place]
    if clause.verb is not None and place <= clause.verb:
        return False
    if word in tokens.cues.tail_breaks or place in _stops(tokens, place):
        return True
    if word in tokens.cues.conjunctions and when is not None and place == when.end:
        return True
    return tokens.codes[place] == "," and (
        when is None or place > when.first or when.first < (clause.verb or 0)
    )


def _stops(tokens: Tokens, place: int) -> tuple[int, ...]:
    """Return the mark that ends the sentence of `place`: the stop of "Mr." is none."""
    last = tokens.sentence(place)[1] - 1
    return (last,) if tokens.codes[last] in ".!?" else ()


def _date_tokens(tokens: Tokens, when: When, left: int) -> set[int]:
    words, wording, the = tokens.words, tokens.wording, tokens.sense.definite
    leads = tokens.cues.date_leads | the
    first = when.first
    while (
        first > left
        and when.first - first < 3
        and (words[first - 1] in leads or tokens.codes[first - 1] == ",")
    ):
        if words[first - 1] in the and not wording.on & set(words[first - 2 : first - 1]):
            break
        if first < when.first and words[first - 1] in wording.particles and words[first] in leads - the:
            break
        first -= 1
    owns = when.end < len(tokens.codes) and tokens.codes[when.end] == "s"
    return set(range(first, when.end + owns))


def _joined(tokens: Tokens, places: list[int]) -> str:
    """Return the tokens as text with single spaces where the text has any or where tokens were left out."""
    while places and (
        tokens.words[places[0]] in tokens.wording.leading or not tokens.words[places[0]][0].isalnum()
    ):
        places = places[1:]
    while places and (
        tokens.words[places[-1]] in tokens.wording.trailing or tokens.codes[places[-1]] in '.,;:-(!?"'
    ):
        places = places[:-1]
    places = [
        n
        for i, n in enumerate(places)
        if not i or tokens.codes[n] != "," or tokens.codes[places[i - 1]] != ","
    ]
    out = ""
    for before, place in zip([None, *places], places, strict=False):
        if before is not None and (
            before + 1 != place or tokens.text[tokens.ends[before] : tokens.starts[place]]
        ):
            glued = (
                tokens.codes[place] in ".,'s)"
                and not tokens.text[tokens.ends[place - 1] : tokens.starts[place]]
            )
            out += "" if glued else " "
        out += tokens.text[tokens.starts[place] : tokens.ends[place]]
    return re.sub(r"\s+", " ", out).strip()


def noun_phrase(tokens: Tokens, noun: int, first: int, end: int) -> str:
    """Return the noun with what stands before it from `first` and its "in New York" after it, up to `end`."""
    stop = noun + 1
    while (
        stop < end
        and not is_past(tokens.words[stop], tokens.tense)
        and tokens.words[stop] not in tokens.wording.noun_stops
        and (
            tokens.words[stop] not in tokens.tense.ahead_presents
            or tokens.words[stop] in tokens.cues.event_nouns
        )
        and tokens.codes[stop] not in '.,;:"¶!?-('
    ):
        stop += 1
        if stop - noun > 8:
            break
    return _joined(tokens, list(range(first, stop)))


def noun_lead(tokens: Tokens, noun: int, left: int) -> int:
    """Return where the noun phrase that ends in `noun` starts: after its article."""
    cues, wording = tokens.cues, tokens.wording
    first = noun
    while first > left and noun - first < 4:
        word, code = tokens.words[first - 1], tokens.codes[first - 1]
        if word in wording.determiners:
            break
        if not tokens.is_word(first - 1) and code not in "-s'":
            break
        if (
            word in cues.announcing | wording.noun_stops | cues.date_leads
            or word in cues.reporting
            or word in cues.calls_off
        ):
            break
        first -= 1
    return first
