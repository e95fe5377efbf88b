"""Lengths of time, repeated times, and points a length away from another."""

from bot.extract.dates.language import Construction

AMOUNTS = (
    Construction(
        "amount",
        "<bound=BOUND>? <count=COUNT> '-'? (more | full | additional | consecutive | straight | trading | "
        "business | working | "
        "calendar | whole | extra)? '-'? [unit]",
        (
            ("They talked for [three hours].", "2022-02-21", "DURATION", "PT3H"),
            ("A [two-week] truce holds.", "2022-02-21", "DURATION", "P2W"),
            ("It lasted [nearly two years].", "2022-02-21", "DURATION", "P2Y"),
            ("A term of [2 1/2 years] is usual.", "2022-02-21", "DURATION", "P2Y6M"),
            ("It took [twenty four hours].", "2022-02-21", "DURATION", "PT24H"),
        ),
    ),
    Construction(
        "amount",
        "<bound=BOUND>? (<count=COUNT> | a | an | one) [unit] and a half",
        (("It took [a minute and a half].", "2022-02-21", "DURATION", "PT1M30S"),),
    ),
    Construction(
        "amount",
        "<bound=BOUND>? <count=HALVES> [units]",
        (("It stood empty for [two and a half years].", "2022-02-21", "DURATION", "P2Y6M"),),
    ),
    Construction(
        "amount",
        "<bound=BOUND>? ((a | an) | one) (additional | full | whole | entire)? [oneunit] ('-'? long)?",
        (("They waited [a week].", "2022-02-21", "DURATION", "P1W"),),
    ),
    Construction(
        "amount",
        "<bound=BOUND>? <few=FEW> (more | other | long)? '-'? [unit]",
        (("It will take [several years].", "2022-02-21", "DURATION", "PXY"),),
    ),
    Construction(
        "amount",
        "<bound=BOUND>? (<count=COUNT>) (to | or | '-') (#day2=day | #number2=number | "
        "[cardinal5=cardinal]) '-'? [unit]",
        (("Repairs take [two to three weeks].", "2022-02-21", "DURATION", "P2W"),),
    ),
    Construction(
        "amount",
        "[unit] '-' long",
        (
            ("Their [decade-long] feud is over.", "2022-02-21", "DURATION", "P10Y"),
            ("A [months-long] search found nothing.", "2022-02-21", "DURATION", "PXM"),
        ),
    ),
    Construction(
        "window",
        "(at least)? the? (last | past | next | first | coming | previous | preceding | following | final "
        "| latest | other | "
        "same | another) (<count=COUNT> | <few=FEW> | few)? (to [cardinal] | (to | '-') #number | (to | "
        "'-') #day)? (consecutive | full)? [units] (or so)?",
        (
            ("Prices doubled over [the past two years].", "2022-02-21", "DURATION", "P2Y"),
            ("Rain is expected over [the next few days].", "2022-02-21", "DURATION", "PXD"),
            ("It rained in [the first nine months] of the year.", "2022-02-21", "DURATION", "P9M"),
        ),
    ),
    Construction(
        "window",
        "the (<count=COUNT>) [units]",
        (("Sales fell for [the nine months].", "2022-02-21", "DURATION", "P9M"),),
    ),
    Construction(
        "some_units",
        "(recent | coming | past | previous) [units] (and [units2=units])?",
        (
            ("Prices rose in [recent weeks].", "2022-02-21", "DATE", "PAST_REF"),
            ("Talks go on in [coming weeks].", "2022-02-21", "DATE", "FUTURE_REF"),
        ),
    ),
    Construction(
        "some_units",
        "the (recent | coming) [units]",
        (("A deal is likely in [the coming weeks].", "2022-02-21", "DATE", "FUTURE_REF"),),
    ),
    Construction(
        "bare_units",
        "[units] (or [units2=units])?",
        (
            ("Repairs took [months].", "2022-02-21", "DURATION", "PXM"),
            ("It will be over within [days or weeks].", "2022-02-21", "DURATION", "PXD"),
        ),
    ),
    Construction(
        "ago",
        "<bound=BOUND>? (<count=COUNT> | <few=FEW> | (a | an) | one) [unit] (or (so | more | two))? (ago "
        "| earlier | before | later | after "
        "| hence | from now | from today | prior)",
        (
            ("It closed [three weeks ago].", "2022-02-21", "DATE", "2022-W05"),
            ("It opened [two years ago].", "2022-02-21", "DATE", "2020"),
            ("She left on Friday and returned [two days later].", "2022-02-21", "DATE", "2022-02-20"),
            ("They left [several years ago].", "2022-02-21", "DATE", "PAST_REF"),
            ("The rate will rise [10 days from now].", "2022-02-21", "DATE", "2022-03-03"),
        ),
    ),
    Construction(
        "ago",
        "in (exactly | just | about)? (<count=COUNT> | <few=FEW> | a) [unit] "
        "(#possessive | #apostrophe) time",
        (("They return [in two weeks' time].", "2022-02-21", "DATE", "2022-W10"),),
    ),
    Construction(
        "day_turn",
        "[edge]? (the | that) (following | next | previous | same | very same | preceding) day",
        (("He landed on Friday and left [the following day].", "2022-02-21", "DATE", "2022-02-19"),),
    ),
    Construction(
        "day_turn",
        "(the | that) day (before | after)? | [edge] that day | a day (later | earlier | before | after)",
        (("He landed on Friday. The strike began [that day].", "2022-02-21", "DATE", "2022-02-18"),),
    ),
    Construction(
        "often",
        "[frequency]",
        (("The panel meets [weekly].", "2022-02-21", "SET", "P1W"),),
    ),
    Construction(
        "every",
        "(every | each) (other | single)? ([oneunit] | [weekday] | [month] | [season] | [part])",
        (
            ("They train [every day].", "2022-02-21", "SET", "P1D"),
            ("They meet [each Monday].", "2022-02-21", "SET", "XXXX-WXX-1"),
        ),
    ),
    Construction(
        "every",
        "(every | each) (<count=COUNT>) [unit]",
        (("It is held [every four years].", "2022-02-21", "SET", "P4Y"),),
    ),
    Construction(
        "every",
        "[weekdays]",
        (("The market opens on [Saturdays].", "2022-02-21", "SET", "XXXX-WXX-6"),),
    ),
)
