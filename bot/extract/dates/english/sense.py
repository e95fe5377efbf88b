"""The words in and beside an English expression that tell what it means."""

from bot.extract.dates.language import Sense

SENSE = Sense(
    definite={"the"},
    indefinite={"a", "an"},
    # Which period is meant, from the present one or from the one last told of.
    back_shifts={"last", "past", "previous", "preceding"},
    present_shifts={"this", "current", "that", "same", "entire", "full", "latest"},
    ahead_shifts={"next", "coming", "upcoming", "following"},
    of_next_week={"next"},
    from_then={"following", "previous", "preceding", "that", "same"},
    from_now={"this", "last"},
    past_lengths={"past"},
    latest={"latest"},
    # A length away from another point.
    turns_back={"ago", "earlier", "before", "prior"},
    turns_ahead={"later", "after", "hence"},
    told_from={"later", "after", "earlier", "before", "prior"},
    relates={"before", "after"},
    # Amounts.
    amounts={"half": 0.5, "couple": 2, "dozen": 12},
    bounds={
        "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE",
        "not less than": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
        "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS", "more than": "MORE_THAN",
        "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    },
    vague_numbers={"few", "several", "some", "many"},
    told_vaguely={"few", "several", "couple"},
    about_two={"couple"},
    or_so={"so"},
    compares={"than"},
    ages={"old"},
    fractions={"of"},
    rates={"once", "twice", "times", "percent", "%", "million", "billion", "barrels"},
    lasts={"last"},
    length_leads={"for", "in", "of", "within", "after", "took", "take", "over", "lasted", "spent", "by"},
    every_other={"other"},
    # Months, seasons, years.
    within_leads={"in", "until", "till", "since"},
    due_leads={"in", "by", "until", "during"},
    day_leads={"on", "by", "until", "since", "from", "before", "after"},
    month_leads={
        "in", "since", "until", "till", "by", "from", "of", "to", "through", "during", "for", "between",
        "and", "before", "after", "as",
    },
    year_leads={
        "in", "since", "of", "by", "until", "till", "from", "to", "through", "during", "before", "after",
        "for", "and", "or", "between", "circa", "around", "early", "late", "the", "than", "as", "a", "its",
        "with", "on", "at", "that", "'s",
    },
    season_leads={"in", "by", "since", "until", "during", "before", "of"},
    doubtful_seasons={"fall", "spring"},
    present_leads={"of", "in", "for", "during", "later", "earlier"},
    business_leads={"for", "in", "during", "of"},
    business_ends={"ended", "ending"},
    fiscal={"fiscal"},
    half_years={"half"},
    compared={"quarter", "period"},
    numbered={
        "flight", "room", "route", "channel", "train", "bus", "page", "model", "unit", "no", "number",
    },
    counted={"people", "troops", "percent"},
    centuries={"eighteen": 1800, "nineteen": 1900, "twenty": 2000},
    # Today and vague references.
    never_today={"a", "our", "better", "usa"},
    vague_after={"the time": {"at"}, "the past": {"in"}},
    vague_alone={"the time"},
    vague_kinds={"future"},
    vague_compounds={"term"},
    placing={"in", "during", "through", "throughout", "into", "overnight"},
    vague_never_beside={"as", "after"},
    # Clock times and ranges, for the events.
    zone_marks={"time", "standard", "daylight"},
    range_marks={"to", "through", "until", "till"},
    adjacent_marks={"and"},
    between={"between"},
    clock_joins={"at", "from", "around", "about", "starting", "beginning"},
    day_joins={"on"},
)  # fmt: skip
