"""Whether an event stands, must be done by then, hangs on something, is moved, off or over."""

from itertools import pairwise

from bot.extract.dates.events.clause import Clause, bounds
from bot.extract.dates.events.when import When
from bot.extract.reading import Status


def _told(clause: Clause) -> list[str]:
    """Return the clause's words from the "and" or comma before what announces; the rest is another thing.

    "Put off in May, the summit will be held in June", "it was called off and will be replayed".
    """
    tokens, first, cue = clause.tokens, clause.first, clause.cue
    if cue is None:
        return clause.words
    if tokens.words[cue - 1] in tokens.cues.conjunctions:
        return tokens.words[cue : clause.end]
    for place in range(cue - 1, first, -1):
        if tokens.codes[place] == ",":
            first = place
            break
    return tokens.words[first : clause.end]


def moves(clause: Clause) -> bool:
    """Say whether the clause tells of another day for something."""
    words, cues = _told(clause), clause.tokens.cues
    return bool(cues.lone_moves & set(words) or cues.move_pairs & set(pairwise(words)))


def calls_off(clause: Clause) -> bool:
    """Say whether the clause calls something off."""
    words, cues = _told(clause), clause.tokens.cues
    held = bool(cues.event_nouns & set(clause.words))
    return bool(
        cues.calls_off & set(words)
        or (held and cues.drops & set(words))
        or cues.call_off_pairs & set(pairwise(words))
    )


def lead_of(clause: Clause, when: When) -> str:
    """Return the word straight before a date."""
    place = when.first - 1
    if place > 0 and clause.tokens.words[place] in clause.tokens.sense.definite:
        place -= 1
    return clause.tokens.words[place] if place >= 0 else ""


def undone(clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of the words that move or call something off, None where there are none."""
    words = clause.tokens.words
    for place in range(clause.first, clause.end):
        pair = (words[place], words[place + 1] if place + 1 < len(words) else "")
        if (
            pair
            in clause.tokens.cues.call_off_pairs
            | clause.tokens.cues.move_pairs
            | clause.tokens.cues.brings_forward
        ):
            return place, place + 2
        if (
            words[place]
            in clause.tokens.cues.calls_off | clause.tokens.cues.lone_moves | clause.tokens.cues.dated_moves
        ):
            return place, place + 1
    return None


def is_former(clause: Clause, when: When) -> bool:
    """Say whether a date is told as one that held before: "had been planned for Thursday"."""
    cues = clause.tokens.cues
    words = clause.tokens.words[max(clause.first - 3, when.first - 8, 0) : when.first]
    if cues.instead_of & set(words[-1:]) or tuple(words[-2:]) in cues.instead_pairs:
        # "on 10 March, not 3 March"
        return True
    if not cues.planned & set(words):
        return False
    if cues.extends & set(clause.tokens.words[when.end : clause.end]):
        # "due to end on Friday, has been extended"
        return True
    planned = max(place for place, word in enumerate(words) if word in cues.planned)
    return bool(cues.former & set(words[max(0, planned - 3) : planned]))


def dated_move(clause: Clause, when: When) -> bool:
    """Say whether the clause moves something to this date: "moved the hearing to 30 June"."""
    tokens, cues = clause.tokens, clause.tokens.cues
    if lead_of(clause, when) in cues.moved_for and tokens.words[when.first - 2] in cues.lone_moves:
        # "rescheduled for Monday"
        return True
    if lead_of(clause, when) not in cues.moved_to:
        return False
    before = tokens.words[clause.first : when.first]
    return bool(cues.lone_moves & set(clause.words) or cues.dated_moves & set(before))


def status_of(clause: Clause, when: When, *, noun: bool, owned: bool = False) -> Status:
    """Return the status of what the clause tells for a date ahead; `noun` where the date is a noun's own.

    "before the May 8 election" gives the election's day and no deadline; where the noun follows its date
    (`owned`), what the clause makes conditional is not the election.
    """
    tokens = clause.tokens
    words = tokens.words[max(bounds(tokens, when.first, when.end)[0], when.first - 20) : when.first]
    lead = lead_of(clause, when)
    if noun and lead in tokens.cues.named_leads:
        lead = ""
    if calls_off(clause):
        return "cancelled"
    if clause.tokens.cues.extends & set(words):
        return "deadline"
    group = set(tokens.words[clause.cue : (clause.verb or 0) + 1]) if clause.cue is not None else set()
    if dated_move(clause, when):
        return "conditional" if clause.tokens.cues.conditionals & group else "postponed"
    if _again(clause, when):
        return "postponed"
    near = tokens.words[max(clause.first, when.first - 8) : when.end + 4]
    if clause.tokens.cues.brings_forward & clause.pairs():
        return "scheduled"
    if clause.tokens.cues.deadline_words & set(near) or _must_by(clause, words, lead):
        return "deadline"
    if _negated(clause, when):
        return "cancelled"
    if owned:
        return "scheduled"
    left, _ = bounds(tokens, when.first, when.end)
    if _conditional(clause, when) or clause.tokens.cues.ifs & {*tokens.words[left : left + 2]}:
        return "conditional"
    as_soon = len(words) > 2 and words[-1] in tokens.cues.as_soon and words[-2] in tokens.cues.earliest
    return "conditional" if as_soon else "scheduled"


def _conditional(clause: Clause, when: When) -> bool:
    """Say whether what announces, or what stands close before the date, makes it conditional."""
    tokens = clause.tokens
    if tokens.cues.ifs & set(tokens.words[when.end : when.end + 1]):
        return True
    places = set(range(max(when.first - 3, 0), when.first))
    if clause.cue is not None:
        places |= set(range(clause.cue, min((clause.verb or 0) + 1, clause.end)))
    # The month of May is no "may".
    return any(
        tokens.words[n] in tokens.cues.conditionals
        and not (tokens.language.means("month", tokens.words[n]) and tokens.text[tokens.starts[n]].isupper())
        for n in places
    )


def _must_by(clause: Clause, words: list[str], lead: str) -> bool:
    if lead in clause.tokens.cues.deadline_leads:
        return not (lead in clause.tokens.cues.until and clause.tokens.cues.lasting & set(words[-4:]))
    return bool(
        clause.tokens.cues.ending & set(words[-3:]) and clause.tokens.cues.open_till & set(words[-9:])
    )


def _again(clause: Clause, when: When) -> bool:
    """Say whether a date is another go: "will try again on Thursday", "will leave on Thursday instead"."""
    tokens, cues = clause.tokens, clause.tokens.cues
    after = tokens.words[when.end : when.end + 2]
    instead = bool(cues.instead & set(after[:1])) and tuple(after) not in cues.instead_pairs
    return instead or bool(cues.retries & clause.pairs())


def _negated(clause: Clause, when: When) -> bool:
    """Say whether it is denied: "will not fight", "the talks scheduled for Monday will not take place"."""
    after = clause.tokens.words[when.end : min(clause.end, when.end + 5)]
    cues, tense = clause.tokens.cues, clause.tokens.tense
    if cues.held & set(pairwise(after)) and cues.denied_aheads & set(after) and tense.negations & set(after):
        return True
    if clause.cue is None or clause.verb is None or clause.cue == clause.verb:
        return False
    group = clause.tokens.words[clause.cue : clause.verb]
    return bool(clause.tokens.tense.negations & set(group) and clause.tokens.cues.denied_aheads & set(group))
