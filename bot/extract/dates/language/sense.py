"""The words inside an expression, or straight beside it, that tell what it means."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

_NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """What resolving an expression looks at beyond the meanings of its classes."""

    definite: Set[str] = _NONE  # the
    indefinite: Set[str] = _NONE  # a
    # Which period is meant, from the present one or from the one last told of.
    back_shifts: Set[str] = _NONE  # last
    present_shifts: Set[str] = _NONE  # this
    ahead_shifts: Set[str] = _NONE  # next
    of_next_week: Set[str] = _NONE  # of these, the ones that put a weekday in the week after this one: next
    from_then: Set[str] = _NONE  # of these, the ones that start from what the text last told of: following
    from_now: Set[str] = _NONE  # the ones that start from publication whatever was told: last, this
    past_lengths: Set[str] = _NONE  # "the past decade" is a length
    latest: Set[str] = _NONE  # the latest quarter
    # A length away from another point.
    turns_back: Set[str] = _NONE  # two days ago
    turns_ahead: Set[str] = _NONE  # two days later
    told_from: Set[str] = _NONE  # of both, the ones that start from what the text last told of
    relates: Set[str] = _NONE  # of those, the ones that may go on to say before or after what
    # Amounts.
    amounts: Mapping[str, float] = field(default_factory=dict)  # half: 0.5, couple: 2, dozen: 12
    bounds: Mapping[str, str] = field(default_factory=dict)  # TIMEX3's modifier for "at least"
    vague_numbers: Set[str] = _NONE  # several
    told_vaguely: Set[str] = _NONE  # with these a stretch of no told number is a length: the last few days
    about_two: Set[str] = _NONE  # couple
    or_so: Set[str] = _NONE
    compares: Set[str] = _NONE  # "a week later than planned" is a length
    ages: Set[str] = _NONE  # "two years old" tells no time
    fractions: Set[str] = _NONE  # "three quarters of" tells none
    rates: Set[str] = _NONE  # after these "a year" tells how often: percent
    lasts: Set[str] = _NONE  # "to last three weeks" is not the last three
    length_leads: Set[str] = _NONE  # after these bare "months" is a length
    every_other: Set[str] = _NONE
    # Months, seasons, years.
    within_leads: Set[str] = _NONE  # "in March" beside a past tense is no plan
    due_leads: Set[str] = _NONE  # "in the first quarter" beside a plan is the next
    day_leads: Set[str] = _NONE  # after these a bare "the 28th" is a day
    month_leads: Set[str] = _NONE  # after these a word that may be no month is one: in May
    year_leads: Set[str] = _NONE  # after these a bare number is a year
    season_leads: Set[str] = _NONE
    doubtful_seasons: Set[str] = _NONE  # words that are as often no season: fall
    present_leads: Set[str] = _NONE  # after these "the year" is the present one
    business_leads: Set[str] = _NONE  # after these "the year ended" is a business year
    business_ends: Set[str] = _NONE  # ended
    fiscal: Set[str] = _NONE
    half_years: Set[str] = _NONE  # the first half
    compared: Set[str] = _NONE  # the year-earlier period
    numbered: Set[str] = _NONE  # what a number after these is, is no year: flight
    counted: Set[str] = _NONE  # what a number before these is, is no year: people
    centuries: Mapping[str, int] = field(default_factory=dict)  # nineteen: 1900
    # Today and vague references.
    never_today: Set[str] = _NONE  # "a better tomorrow"
    vague_after: Mapping[str, Set[str]] = field(default_factory=dict)  # "the time" refers only after "at"
    vague_alone: Set[str] = _NONE  # these refer only at the end of a clause
    vague_kinds: Set[str] = _NONE  # "future earnings" tells what kind, not when
    vague_compounds: Set[str] = _NONE  # so does "the long-term view"
    placing: Set[str] = _NONE  # in the night, while the night the bridge fell tells which one
    vague_never_beside: Set[str] = _NONE  # soon after
    # Clock times and ranges, for the events.
    zone_marks: Set[str] = _NONE  # Eastern time
    range_marks: Set[str] = _NONE  # Monday to Wednesday
    adjacent_marks: Set[str] = _NONE  # Monday and Tuesday, where the one follows the other
    between: Set[str] = _NONE  # between Monday and Friday
    clock_joins: Set[str] = _NONE  # between a day and its clock time: Friday at 3 p.m.
    day_joins: Set[str] = _NONE  # between a clock time and its day: 3 p.m. on Friday
