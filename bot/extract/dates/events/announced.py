"""Whether a text announces something for a date, or only names it."""

from datetime import date
from itertools import pairwise

from bot.extract.dates.clause import AHEAD, BACK, FIRMLY_AHEAD, is_past
from bot.extract.dates.events.clause import Clause, bounds
from bot.extract.dates.events.status import calls_off, moves
from bot.extract.dates.events.when import When
from bot.extract.dates.tokens import Tokens

# A date this near the head of a text, before a bracket or dash, is its dateline.
_DATELINE_TOKENS = 16


def announced(
    tokens: Tokens, clause: Clause, when: When, today: date | None, points: int, *, noun: bool, deadline: bool
) -> bool:
    """Say whether the text announces something for a date ahead, rather than only naming the date."""
    cues, language = tokens.cues, tokens.language
    left, right = bounds(tokens, when.first, when.end)
    if _loose(tokens, when, points) or _hypothetical(tokens, clause, left):
        return False
    if not noun and (_only_named(tokens, clause, when) or _only_said(clause, when)):
        return False
    if not noun and (clause.cue is None or cues.told_after & set(tokens.words[when.first - 1 : when.first])):
        # A day in a dateline or a heading; "after Tuesday" tells of what comes of it.
        return False
    if (
        clause.cue is not None
        and tokens.words[clause.cue - 1] in cues.conjunctions
        and clause.cue < when.first
    ):
        # "She was elected in May and will be sworn in on 1 June" tells of two things.
        left = clause.cue
    elif clause.first > left and tokens.words[clause.first] in cues.relatives:
        left = clause.first
    while right - 1 > when.end and "," in tokens.codes[when.end : right]:
        # "with the prize's winner" after the date is another thing.
        right = when.end + tokens.codes[when.end : right].index(",")
    outcomes = cues.outcomes & set(tokens.words[left : _aside(tokens, when.end, right)])
    outcome = outcomes and not (calls_off(clause) or moves(clause))
    if not noun and (_possessive(tokens, when) or outcome):
        return False
    if today is None:
        return noun or deadline or points >= AHEAD
    words = set(tokens.words[when.first : when.end])
    if when.opens <= today:
        if noun and points > BACK and _possessive(tokens, when):
            of_today = language.any_means("calendar", 0, words)
            return when.date == today.isoformat() and (not of_today or points > AHEAD)
        return points >= AHEAD and (
            when.precision in ("week", "month") or deadline or _still_ahead(clause, when)
        )
    vague = when.precision in ("week", "month") or language.any_means("period", "WE", words)
    if vague and points <= BACK and not (noun and words & cues.upcoming):
        return deadline
    return noun or deadline or points > BACK or when.precision in ("day", "instant")


def _still_ahead(clause: Clause, when: When) -> bool:
    """Say whether the clause announces for this very day, rather than tells what the day is like."""
    if clause.cue is None or clause.verb is None:
        return False
    cues = clause.tokens.cues
    group = set(clause.tokens.words[clause.cue : clause.verb + 1])
    if when.time and (cues.recurring & set(clause.words) or cues.hypothetical & group):
        # "airs daily at 6 p.m.", "would stay past midnight"
        return False
    following = clause.tokens.words[clause.verb : clause.verb + 2]
    if group & cues.same_day:
        return True
    progressive = clause.tokens.tense.progressive_endings
    return any(w.endswith(progressive) for w in following) or bool(group & cues.starts)


def _aside(tokens: Tokens, first: int, end: int) -> int:
    """Return where what follows a date turns to another matter: "by Friday or lose its licence"."""
    turns = tokens.cues.conjunctions | tokens.cues.tail_breaks | tokens.tense.infinitive_marks
    return next((place for place in range(first, end) if tokens.words[place] in turns), end)


def _possessive(tokens: Tokens, when: When) -> bool:
    return when.end < len(tokens.codes) and tokens.codes[when.end] == "s"


def _loose(tokens: Tokens, when: When, points: int) -> bool:
    """Say whether a date only places the telling: "in the morning", "for the rest of the month".

    "On Election Day" is often a figure of speech; only "will" and its like make it a date.
    """
    words, language, cues = tokens.words[when.first : when.end], tokens.language, tokens.cues
    if when.first < _DATELINE_TOKENS and tokens.codes[when.end : when.end + 1] in ("(", "-"):
        return True
    last, the = words[-1], words[0] in tokens.sense.definite
    a_day = language.means("unit", last) == "D"
    if last in tokens.sense.turns_back or " ".join([*words, ""]).startswith(cues.loose_openings):
        # "a day earlier" is past.
        return True
    if the and len(words) == 2:
        weekend = language.means("period", last) == "WE"
        if weekend and cues.over & set(tokens.words[when.first - 1 : when.first]):
            return points < FIRMLY_AHEAD
        # "at the end of the day" is no day.
        if a_day or language.means("part", last) or (weekend and points < AHEAD):
            return True
    turned = a_day and (the or tokens.sense.present_shifts & set(words))
    if points <= BACK and (turned or cues.later & set(words)):
        return True
    if language.names_holiday(words) and words[0] not in cues.figurative:
        return points < AHEAD
    if a_day:
        return points < FIRMLY_AHEAD
    return the and when.precision in ("week", "month") and not cues.pointers & set(words)


def _only_named(tokens: Tokens, clause: Clause, when: When) -> bool:
    """Say whether a date belongs to a word of its own ("an October surprise") or to an "if" or a "not"."""
    words, first, cues, tense = tokens.words, when.first, tokens.cues, tokens.tense
    forward = tuple(words[max(0, first - 3) : first - 1]) in cues.brings_forward
    if tuple(words[max(0, first - 2) : first]) in cues.no_date_leads and not forward:
        # "moved up to 2 June" is no "up to".
        return True
    lead = words[first - 1] if first else ""
    if (
        lead in cues.of
        and tokens.language.means("calendar", words[first]) is not None
        and when.end - first == 1
    ):
        # "the leaders of tomorrow".
        return True
    ranged = when.date_end and clause.cue is not None and clause.cue < first
    apart = lead in cues.date_leads - cues.between
    if not ranged and not apart and cues.between & set(words[max(0, first - 4) : first]):
        # "the contests between Monday and Friday", while they "will vote between Monday and Friday", and
        # "will sail towards the ice on Monday".
        return True
    onward = tokens.codes[when.end : when.end + 1]
    if onward and onward in "xX" and lead in tokens.sense.indefinite:
        return True
    if clause.cue is None or clause.cue > first:
        return False
    if clause.first and words[clause.first - 1] in cues.ifs:
        return True
    group = set(words[clause.cue : (clause.verb or clause.cue) + 1])
    return bool(group & tense.negations and group & cues.denied_presents)


def _only_said(clause: Clause, when: When) -> bool:
    """Say whether the verb before a date announces nothing: it tells of saying, of being, of what one can."""
    words, cues, tense, cue = clause.tokens.words, clause.tokens.cues, clause.tokens.tense, clause.cue
    if cue is None:
        return False
    group = words[cue : (clause.verb or cue) + 1]
    if group[0] in cues.able:
        return True
    if cue > when.first:
        return False
    if len(group) > 1 and group[-1] in cues.date_leads:
        group.pop()
    if cues.opinions & set(pairwise(words[cue - 1 : (clause.verb or cue) + 1])):
        return True
    if cues.conditionals & set(group) and cues.states & set(group):
        return True
    told = any(
        word in cues.announcing or word.endswith(tense.progressive_endings) or is_past(word, tense)
        for word in group[1:]
    )
    if told or group[0] in cues.deadline_leads:
        return False
    stative = group[0] in cues.copulas and when.precision in ("week", "month")
    reports = len(group) == 1 and group[0] in cues.reporting and group[0] not in cues.expecting
    if reports and not tense.published & set(words[cue : cue + 5]):
        return True
    return stative and not cues.event_nouns & set(words[clause.first : cue])


def _hypothetical(tokens: Tokens, clause: Clause, left: int) -> bool:
    """Say whether words only imagine: a quoted "would" ("we would be at it on Christmas Day"), "imagine"."""
    if clause.cue is None or clause.verb is None:
        return False
    quoted = left > 0 and tokens.codes[left - 1] == '"'
    if tokens.cues.imagines & set(tokens.words[max(left, clause.first - 2) : clause.cue]):
        return True
    return quoted and bool(tokens.cues.hypothetical & set(tokens.words[clause.cue : clause.verb + 1]))
