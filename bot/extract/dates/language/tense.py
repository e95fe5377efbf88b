"""Which way a verb points: words after which a bare weekday or month lies ahead or back."""

from collections.abc import Set
from dataclasses import dataclass

_NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Tense:
    """The words and endings that tell whether a clause looks ahead or back."""

    # Ahead.
    ahead_modals: Set[str] = _NONE  # modal verbs and auxiliaries that put what follows ahead
    firm: Set[str] = _NONE  # of all these, the ones that leave no doubt
    needs_be: Set[str] = _NONE  # firm only after a form of be: is set
    ahead_words: Set[str] = _NONE  # those that put ahead even after "was": was due to meet Friday
    ahead_nouns: Set[str] = _NONE  # of these, the ones that are as often nouns: announced plans
    past_unless_ahead: Set[str] = _NONE  # a past where neither a form of be nor a purpose stands beside: set
    purposes: Set[str] = _NONE  # set to
    ahead_presents: Set[str] = _NONE  # simple presents that announce: the court meets Friday
    never_nouns: Set[str] = _NONE  # of these, the ones that need no subject beside them: is, begin
    statives: Set[str] = _NONE  # of these, the ones that far from a date say nothing of it: is
    third_person_endings: tuple[str, ...] = ()  # a present without them needs one of `base_subjects`
    base_subjects: Set[str] = _NONE
    noun_leads: Set[str] = _NONE  # after these a form like "plans" or "vote" is a noun
    adjective_endings: tuple[str, ...] = ()  # the same after words that end so
    progressive_endings: tuple[str, ...] = ()
    progressive_be: Set[str] = _NONE  # is meeting
    # Back.
    irregular_pasts: Set[str] = _NONE
    past_endings: tuple[str, ...] = ()
    not_past: Set[str] = _NONE  # words with these endings that are no past of a verb
    participle_leads: Set[str] = _NONE  # after these a word with such an ending is an adjective
    passive_presents: Set[str] = _NONE  # after these a participle tells no past: is held
    back_presents: Set[str] = _NONE  # headlines tell what has happened in the present: minister says
    published: Set[str] = _NONE  # with these it announces: the bank reports results
    past_when_denied: Set[str] = _NONE  # could not be reached
    perfect_modals: Set[str] = _NONE  # would have met
    have: Set[str] = _NONE
    perfects: Set[str] = _NONE  # has met
    past_perfects: Set[str] = _NONE  # had met
    did: Set[str] = _NONE
    negations: Set[str] = _NONE
    given_up: Set[str] = _NONE  # had hoped to meet
    # Infinitives.
    infinitive_marks: Set[str] = _NONE  # to
    never_verbs: Set[str] = _NONE  # after a mark these open a phrase with a noun
    plural_endings: tuple[str, ...] = ()  # an infinitive has none of these
    singular_endings: tuple[str, ...] = ()  # though it may have one of these
    ahead_heads: Set[str] = _NONE  # words whose infinitive lies ahead of them: agreed to
    near_heads: Set[str] = _NONE  # the same, straight before it: is to
    past_be: Set[str] = _NONE  # was
    be: Set[str] = _NONE
    # What stands beside the date itself.
    ahead_prepositions: Set[str] = _NONE
    back_prepositions: Set[str] = _NONE
    ends_by: Set[str] = _NONE  # by
    lasts_until: Set[str] = _NONE  # until
    gives_until: Set[str] = _NONE  # after these simple pasts "until Tuesday" is still to come
    said: Set[str] = _NONE  # after these "by" is a deadline
    set_for: Set[str] = _NONE  # before a weekday, not a noun's, these look ahead: a vote called for Friday
    moved_to: Set[str] = _NONE  # "extended to 12 May": the new day lies ahead, though the verb is past
    move_marks: Set[str] = _NONE  # to
    ahead_adverbs: Set[str] = _NONE  # ahead of Friday
    back_adverbs: Set[str] = _NONE  # earlier this month
    reasons: Set[str] = _NONE  # because
    sequels: Set[str] = _NONE  # "after a hearing on Tuesday": what comes after has happened
    told_first: Set[str] = _NONE  # a phrase that opens a sentence with these tells what came before
    # What belongs to a day.
    dated_nouns: Set[str] = _NONE  # "Monday's debate" may be ahead; other nouns have happened
    off: Set[str] = _NONE  # what is called off or moved still lay ahead
    off_pairs: Set[tuple[str, str]] = frozenset()  # pushed back
    aftermath: Set[str] = _NONE  # the impact of Monday's debate
    done: Set[str] = _NONE  # nouns whose day has been: her victory on Tuesday
    dates: Set[str] = _NONE  # a trial date of 4 November
    awaits: Set[str] = _NONE  # tickets for Monday's debate
    held_leads: Set[str] = _NONE  # before Monday's debate
    placed_leads: Set[str] = _NONE  # at Monday's debate
    # When something was said.
    barriers: Set[str] = _NONE  # what parts a saying from a day: that, who
    verbless: Set[str] = _NONE  # a cue that opens with these has its verb before it: came with a plan
