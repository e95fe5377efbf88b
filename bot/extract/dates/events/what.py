"""What is held, moved or called off at a date, in the text's own words."""

from bot.extract.dates.clause import AHEAD, direction
from bot.extract.dates.events.clause import Clause, bounds
from bot.extract.dates.events.phrase import noun_lead, noun_phrase, phrase, span_phrase
from bot.extract.dates.events.status import calls_off, dated_move, moves, undone
from bot.extract.dates.events.when import When
from bot.extract.dates.tokens import Tokens


def dated_noun(tokens: Tokens, when: When, clause: Clause) -> int | None:
    """Return the noun a date belongs to: "Monday's debate", "the Nov. 8 election", "the summit in April"."""
    codes, words, cues, wording = tokens.codes, tokens.words, tokens.cues, tokens.wording
    place = when.end
    if place < len(codes) and codes[place] == "s":
        place += 1
    possessive = place > when.end
    article = when.first > 0 and (words[when.first - 1] in wording.articles or codes[when.first - 1] == "s")
    if possessive or article:
        for noun in range(place, min(place + 4, clause.end)):
            if words[noun] in cues.event_nouns and words[noun] not in cues.noun_openers:
                return noun
            if not tokens.is_word(noun) and codes[noun] != "-":
                break
    left, _ = bounds(tokens, when.first, when.end)
    first = when.first - 1
    set_off = first - 2 >= left and words[first] in wording.on and codes[first - 1] == ","
    if set_off and words[first - 2] in tokens.cues.event_nouns:
        # "the last primary, on 19 April".
        return first - 2
    while first > left and (words[first] in wording.between or _set_off(tokens, first)):
        first -= 1
    if first == when.first - 1 and words[first] not in tokens.cues.event_nouns:
        return None
    return first if words[first] in tokens.cues.event_nouns else None


def _set_off(tokens: Tokens, place: int) -> bool:
    """Say whether a token is the comma of "the election, scheduled for Sunday,"."""
    return tokens.codes[place] == "," and tokens.words[place + 1] in tokens.wording.planned


def what_is_due(tokens: Tokens, clause: Clause, when: When, noun: int | None) -> str:
    """Return the phrase for what the clause tells of a date; `noun` is the noun the date belongs to."""
    if noun is not None and noun > when.first:
        first = when.end + (tokens.codes[when.end] == "s")
        return noun_phrase(tokens, noun, first, clause.end)
    if appointed := _appointed(clause, when):
        return appointed
    forward = clause.tokens.cues.brings_forward & clause.pairs()
    off = calls_off(clause) or moves(clause) or dated_move(clause, when) or forward
    if off and (subject := _undone_thing(clause, when)):
        return subject
    apart = when.end <= clause.first or _participle(clause)
    if noun is not None and (
        off or apart or clause.verb is None or direction(tokens, when.first, when.end) < AHEAD
    ):
        left = bounds(tokens, when.first, when.end)[0] if apart else clause.first
        return noun_phrase(tokens, noun, noun_lead(tokens, noun, left), when.first)
    return phrase(clause, when)


def _appointed(clause: Clause, when: When) -> str:
    """Return what a day is set for: "the court has set Friday, 12 July, for the hearing"."""
    tokens, place = clause.tokens, when.end
    if tokens.words[when.first - 1] not in tokens.cues.appoints:
        return ""
    place += tokens.codes[place : place + 1] == ","
    if tokens.words[place : place + 1] == [] or tokens.words[place] not in tokens.cues.moved_for:
        return ""
    return span_phrase(tokens, place + 1, clause.end, when)


def _participle(clause: Clause) -> bool:
    """Say whether what announces is a noun's own: "an air show scheduled for Sunday"."""
    words, cue = clause.tokens.words, clause.cue
    return (
        cue is not None
        and words[cue] in clause.tokens.wording.planned
        and (words[cue - 1] not in clause.tokens.tense.be)
    )


def _undone_thing(clause: Clause, when: When) -> str:
    """Return what is moved or called off: the subject of "has been postponed", the object of "called off"."""
    place = undone(clause)
    if place is None:
        return ""
    words, verb = clause.tokens.words, place[0]
    first = verb
    while first > clause.first and words[first - 1] in clause.tokens.cues.announcing:
        first -= 1
    if words[verb] in clause.tokens.cues.slips:
        return span_phrase(clause.tokens, clause.first, first, when)
    passive = not words[verb].endswith(clause.tokens.tense.progressive_endings)
    if passive and first < verb and clause.tokens.wording.passives & set(words[first:verb]):
        return span_phrase(clause.tokens, clause.first, first, when)
    return span_phrase(clause.tokens, place[1], when.first, when) if place[1] < when.first else ""
