"""Whether an event stands, must be done by then, hangs on something, is moved, off or over."""

from bot.extract.dates.events.clause import Clause, bounds
from bot.extract.dates.events.when import When
from bot.extract.reading import Status


def moves(clause: Clause) -> bool:
    """Say whether the clause tells of another day for something."""
    words = set(clause.words)
    return bool(clause.tokens.cues.LONE_MOVES & words or clause.tokens.cues.MOVE_PAIRS & clause.pairs())


def calls_off(clause: Clause) -> bool:
    """Say whether the clause calls something off."""
    words = set(clause.words)
    held = bool(clause.tokens.cues.EVENT_NOUNS & words)
    return bool(
        clause.tokens.cues.CALLS_OFF & words
        or (held and clause.tokens.cues.DROPS & words)
        or clause.tokens.cues.CALL_OFF_PAIRS & clause.pairs()
    )


def lead_of(clause: Clause, when: When) -> str:
    """Return the word straight before a date."""
    place = when.first - 1
    if place > 0 and clause.tokens.words[place] == "the":
        place -= 1
    return clause.tokens.words[place] if place >= 0 else ""


def undone(clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of the words that move or call something off, None where there are none."""
    words = clause.tokens.words
    for place in range(clause.first, clause.end):
        pair = (words[place], words[place + 1] if place + 1 < len(words) else "")
        if (
            pair
            in clause.tokens.cues.CALL_OFF_PAIRS
            | clause.tokens.cues.MOVE_PAIRS
            | clause.tokens.cues.BRINGS_FORWARD
        ):
            return place, place + 2
        if (
            words[place]
            in clause.tokens.cues.CALLS_OFF | clause.tokens.cues.LONE_MOVES | clause.tokens.cues.DATED_MOVES
        ):
            return place, place + 1
    return None


def is_former(clause: Clause, when: When) -> bool:
    """Say whether a date is told as one that held before: "had been planned for Thursday"."""
    words = clause.tokens.words[max(clause.first - 3, when.first - 8, 0) : when.first]
    if words[-1:] == ["not"]:
        # "on 10 March, not 3 March".
        return True
    if not clause.tokens.cues.PLANNED & set(words):
        return False
    planned = max(place for place, word in enumerate(words) if word in clause.tokens.cues.PLANNED)
    return bool(clause.tokens.cues.FORMER & set(words[max(0, planned - 3) : planned]))


def dated_move(clause: Clause, when: When) -> bool:
    """Say whether the clause moves something to this date: "moved the hearing to 30 June"."""
    return lead_of(clause, when) in ("to", "until", "till") and bool(
        (clause.tokens.cues.DATED_MOVES | clause.tokens.cues.LONE_MOVES)
        & set(clause.tokens.words[clause.first : when.first])
    )


def status_of(clause: Clause, when: When, *, noun: bool, owned: bool = False) -> Status:
    """Return the status of what the clause tells for a date ahead; `noun` where the date is a noun's own.

    "before the May 8 election" gives the election's day and no deadline; where the noun follows its date
    (`owned`), what the clause makes conditional is not the election.
    """
    tokens = clause.tokens
    words = tokens.words[max(bounds(tokens, when.first, when.end)[0], when.first - 20) : when.first]
    lead = "" if noun and lead_of(clause, when) == "before" else lead_of(clause, when)
    if calls_off(clause):
        return "cancelled"
    if clause.tokens.cues.EXTENDS & set(words):
        return "deadline"
    group = set(tokens.words[clause.cue : (clause.verb or 0) + 1]) if clause.cue is not None else set()
    if dated_move(clause, when):
        return "conditional" if clause.tokens.cues.CONDITIONALS & group else "postponed"
    near = tokens.words[max(clause.first, when.first - 8) : when.end + 4]
    if clause.tokens.cues.BRINGS_FORWARD & clause.pairs():
        return "scheduled"
    if clause.tokens.cues.DEADLINE_WORDS & set(near) or _must_by(clause, words, lead):
        return "deadline"
    if _negated(clause):
        return "cancelled"
    if owned:
        return "scheduled"
    left, _ = bounds(tokens, when.first, when.end)
    if clause.tokens.cues.CONDITIONALS & {*group, *words[-3:]} or clause.tokens.cues.IFS & {
        *tokens.words[left : left + 2]
    }:
        return "conditional"
    return "conditional" if words[-3:] in (["as", "soon", "as"], ["as", "early", "as"]) else "scheduled"


def _must_by(clause: Clause, words: list[str], lead: str) -> bool:
    if lead in clause.tokens.cues.DEADLINE_LEADS:
        return not (lead in ("until", "till") and clause.tokens.cues.LASTING & set(words[-4:]))
    return bool(
        clause.tokens.cues.ENDING & set(words[-3:]) and clause.tokens.cues.OPEN_TILL & set(words[-9:])
    )


def _negated(clause: Clause) -> bool:
    """Say whether the announcing words are denied: "will not fight next month"."""
    if clause.cue is None or clause.verb is None or clause.cue == clause.verb:
        return False
    group = clause.tokens.words[clause.cue : clause.verb]
    return bool({"not", "n't", "never"} & set(group) and {"will", "wo", "would"} & set(group))
