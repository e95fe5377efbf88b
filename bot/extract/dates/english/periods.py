"""Stretches of the calendar: weeks, months, quarters, seasons, years, decades, centuries."""

from bot.extract.dates.language import Construction

_RELATIVE = (
    "(the | this | that | last | next | past | (the | this) (past | last | coming | next | previous | "
    "preceding "
    "| following | same | current | latest | upcoming | entire | full))"
)

PERIODS = (
    Construction(
        "month",
        "<EDGE>? <MONTH> <YEAR>?",
        (
            ("Exports fell in [January].", "2022-02-21", "DATE", "2022-01"),
            ("The treaty was signed in [March 1998].", "2022-02-21", "DATE", "1998-03"),
            ("The court will rule in [April].", "2022-02-21", "DATE", "2022-04"),
            ("Prices peaked in [late August].", "2022-02-21", "DATE", "2021-08"),
        ),
    ),
    Construction(
        "month",
        "<EDGE>? (this | last | next | this past | the (following | previous))  <MONTH>",
        (("They met [last December].", "2022-02-21", "DATE", "2021-12"),),
    ),
    Construction(
        "month",
        "<EDGE>? <MONTH> (of | ',')? (this | last | next) (year)",
        (
            ("In [December last year], they asked for talks.", "2022-02-21", "DATE", "2021-12"),
            ("The bridge opens in [May next year].", "2022-02-21", "DATE", "2023-05"),
        ),
    ),
    Construction(
        "week_of",
        "<EDGE>? the week of (<MONTH> <DAY>)",
        (("Trials start in [the week of March 7].", "2022-02-21", "DATE", "2022-W10"),),
    ),
    Construction(
        "period",
        f"<EDGE>? {_RELATIVE} fiscal? [period]",
        (
            ("[Earlier this month], the two met in Oslo.", "2022-02-21", "DATE", "2022-02"),
            ("The panel met [last week].", "2022-02-21", "DATE", "2022-W07"),
            ("They go back [next week].", "2020-12-25", "DATE", "2020-W53"),
            ("Output fell [last year].", "2022-02-21", "DATE", "2021"),
            ("The match is [this weekend].", "2022-02-23", "DATE", "2022-W08-WE"),
        ),
    ),
    Construction(
        "period_end",
        "[approximate]? (year '-'? end | year 's' end | month '-' end)",
        (("They want a deal by [year-end].", "2022-02-21", "DATE", "2022"),),
    ),
    Construction(
        "season",
        "<EDGE>? (the | this | last | next | this past | this coming | the (following | previous))? "
        "[season] <YEAR>?",
        (
            ("The bridge closed [last spring].", "2022-02-21", "DATE", "2021-SP"),
            ("It was built in [the summer of 1998].", "2022-02-21", "DATE", "1998-SU"),
        ),
    ),
    Construction(
        "year",
        "<EDGE>? (the year)? fiscal? year? #year",
        (
            ("The law dates from [1998].", "2022-02-21", "DATE", "1998"),
            ("Profit doubled in [fiscal 2019].", "2022-02-21", "DATE", "2019"),
        ),
    ),
    Construction(
        "spoken_year",
        "<EDGE>? [month]? (nineteen | eighteen | twenty) ([tens=cardinal] '-'? [ones=cardinal]?)",
        (("It fell in [nineteen ninety-seven].", "1998-02-21", "DATE", "1997"),),
    ),
    Construction(
        "decade",
        "<EDGE>? the? ([edge3=edge] '-'?)? (#decade | [decade])",
        (("Wages rose in [the early 1980s].", "2022-02-21", "DATE", "198"),),
    ),
    Construction(
        "century",
        "<EDGE>? the? (#nth | [ordinal]) '-'? (century | centuries)",
        (("It was built in [the 19th century].", "2022-02-21", "DATE", "18"),),
    ),
    Construction(
        "quarter",
        "(the | this)? (fiscal '-'? )? ([ordinal] | #nth | last) '-'? fiscal? (quarter | half)",
        (
            ("Net income rose in [the third quarter].", "2022-11-02", "DATE", "2022-Q3"),
            ("[Third-quarter] sales fell.", "2022-11-02", "DATE", "2022-Q3"),
            ("[Fourth-quarter] sales fell.", "2022-02-21", "DATE", "2021-Q4"),
        ),
    ),
    Construction(
        "quarter",
        "the? fiscal? ([ordinal] | #nth | last) '-'? fiscal? (quarter | half) (of | ',')? the? (fiscal)? "
        "(#year | (this | last | next)? fiscal? year)",
        (
            ("Sales grew in [the second quarter of 2019].", "2022-11-02", "DATE", "2019-Q2"),
            ("Growth will slow in [the second half of the year].", "2022-02-21", "DATE", "2022-H2"),
        ),
    ),
    Construction(
        "quarter",
        "the? fiscal? (#year | (this | last | next) year #possessive) fiscal? ([ordinal] | #nth) '-'? "
        "(quarter | half)",
        (
            ("Sales grew in [this year's third quarter].", "2022-11-02", "DATE", "2022-Q3"),
            ("Sales grew in [the 2019 second quarter].", "2022-11-02", "DATE", "2019-Q2"),
        ),
    ),
    Construction(
        "year_earlier",
        "the? (comparable | corresponding | same)? (year '-'? (earlier | ago) | a year (earlier | ago) | "
        "year '-' "
        "(earlier | ago)) [ordinal]? (period | quarter | months)?",
        (
            (
                "Profit fell 5% in the third quarter from [the year-earlier period].",
                "2022-11-02",
                "DATE",
                "2021-Q3",
            ),
            ("Profit fell in the third quarter from [a year earlier].", "2022-11-02", "DATE", "2021-Q3"),
            ("It closed [a year ago].", "2022-11-02", "DATE", "2021"),
        ),
    ),
    Construction(
        "same_period",
        "(the (latest | same | #year)) (quarter | period)",
        (("Sales in the third quarter of 2019 beat [the 2018 quarter].", "2022-11-02", "DATE", "2018-Q3"),),
    ),
    Construction(
        "year_earlier",
        "(the (same | comparable | corresponding)? (quarter | period) (of | in)? (last year | "
        "a year (earlier | ago)) | last year #possessive (quarter | period))",
        (
            (
                "Profit rose in the third quarter from a loss in [the same period last year].",
                "2022-11-02",
                "DATE",
                "2021-Q3",
            ),
            ("Sales in the third quarter beat [last year's quarter].", "2022-11-02", "DATE", "2021-Q3"),
        ),
    ),
)
