"""What announces an event, moves it, ends it."""

from collections.abc import Set
from dataclasses import dataclass

_NONE: Set[str] = frozenset()
_NO_PAIRS: Set[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The words that make a date an event's, and give it its status."""

    event_nouns: Set[str] = (
        _NONE  # things held on a day: "Monday's debate" is one though no verb announces it
    )
    noun_openers: Set[str] = _NONE  # of these, the ones that open a longer name: press conference
    # Announcing.
    announcing: Set[str] = _NONE  # words of an announcement that say nothing of what is announced
    planned: Set[str] = _NONE
    reporting: Set[str] = _NONE  # what tells of the saying and not of the thing said
    expecting: Set[str] = _NONE  # of these, the ones that announce all the same: hope
    opinions: Set[tuple[str, str]] = _NO_PAIRS  # "less likely to vote" is no plan
    states: Set[str] = _NONE  # "could have an effect" is not something held
    able: Set[str] = _NONE  # "can" tells what one may do
    copulas: Set[str] = _NONE  # "is" tells how a week or month is
    denied_presents: Set[str] = _NONE  # is not
    denied_aheads: Set[str] = _NONE  # will not
    hypothetical: Set[str] = _NONE  # a quoted "would" only imagines
    imagines: Set[str] = _NONE  # what follows these only imagines
    outcomes: Set[str] = _NONE  # dates after these are outcomes or the weather, not things held
    same_day: Set[str] = _NONE  # what announces for the very day of publication
    starts: Set[str] = _NONE
    # Dates that are none.
    loose_openings: tuple[str, ...] = ()  # "later in the day" only places the telling
    over: Set[str] = _NONE  # over the weekend
    later: Set[str] = _NONE
    upcoming: Set[str] = _NONE  # a noun with these before its date is ahead
    figurative: Set[str] = _NONE  # holidays named for a whole campaign: on Election Day
    pointers: Set[str] = _NONE  # what makes "the" and a stretch point at one of the calendar
    no_date_leads: Set[tuple[str, str]] = _NO_PAIRS  # prior to Friday
    of: Set[str] = _NONE  # the leaders of tomorrow
    between: Set[str] = _NONE
    told_after: Set[str] = _NONE  # "after Tuesday" tells of what comes of it
    # Moved, off, over.
    move_pairs: Set[tuple[str, str]] = _NO_PAIRS  # said of an event that gets another day
    lone_moves: Set[str] = _NONE
    moves: Set[str] = _NONE  # after these "from Friday to Monday" is no range
    dated_moves: Set[str] = _NONE  # of these "to" and a day after it must say so
    puts_off: Set[str] = _NONE  # said of an event with no day told
    puts_off_pairs: Set[tuple[str, str]] = _NO_PAIRS
    calls_off: Set[str] = _NONE
    drops: Set[str] = _NONE  # these call off only what is held: one also abandons a plan
    undone: Set[str] = _NONE  # said of an event with no day told
    call_off_pairs: Set[tuple[str, str]] = _NO_PAIRS
    brings_forward: Set[tuple[str, str]] = _NO_PAIRS
    passives: Set[str] = _NONE
    not_undone: Set[str] = _NONE  # "had been called off" is told of something past
    long_ago: Set[str] = _NONE
    former: Set[str] = _NONE  # said of a date that no longer holds: had been planned for Thursday
    instead_of: Set[str] = _NONE  # on 10 March, not 3 March
    instead_pairs: Set[tuple[str, str]] = _NO_PAIRS  # on 10 March instead of 3 March
    moved_from: Set[str] = _NONE
    moved_to: Set[str] = _NONE
    moved_for: Set[str] = _NONE  # the same, straight after the verb: rescheduled for
    retries: Set[tuple[str, str]] = _NO_PAIRS  # "will try again on Thursday" moves what did not come off
    instead: Set[str] = _NONE  # "will leave on Wednesday instead"
    held: Set[tuple[str, str]] = _NO_PAIRS  # will not take place
    slips: Set[str] = _NONE  # the launch slipped to Friday
    appoints: Set[str] = _NONE  # set 12 July for the hearing
    speaks: Set[str] = _NONE  # a past of these tells of words or plans, and of nothing done
    failed: Set[str] = _NONE  # a past of these tells of what was not done
    took_place: Set[tuple[str, str]] = _NO_PAIRS
    ran_out: Set[str] = _NONE
    deadlines: Set[str] = _NONE
    recurring: Set[str] = _NONE  # airs daily at 6 p.m.
    # Conditions and deadlines.
    conditionals: Set[str] = _NONE
    ifs: Set[str] = _NONE
    earliest: Set[str] = _NONE  # as soon as Friday
    as_soon: Set[str] = _NONE
    deadline_leads: Set[str] = _NONE
    deadline_words: Set[str] = _NONE
    named_leads: Set[str] = _NONE  # "before the May 8 election" gives the election's day and no deadline
    until: Set[str] = _NONE
    lasting: Set[str] = _NONE  # "runs until Sunday" tells how long, not what must be done by then
    ending: Set[str] = _NONE
    open_till: Set[str] = _NONE  # what is open until a day
    extends: Set[str] = _NONE
    # Clauses.
    breaks: Set[str] = _NONE  # a subject starts after these
    that: Set[str] = _NONE
    conjunctions: Set[str] = _NONE
    list_conjunctions: Set[str] = _NONE  # Poland, Hungary and Latvia
    relatives: Set[str] = _NONE
    tail_breaks: Set[str] = _NONE  # a phrase is cut before these once it has its verb
    date_leads: Set[str] = _NONE
