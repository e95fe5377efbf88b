"""Days and clock times: weekdays, days of a month, holidays, today."""

from bot.extract.dates.language import Construction

_DATE = "(<MONTH> <DAY> <YEAR>? | the? <DAY> of? <MONTH> <YEAR>?)"

CALENDAR_DAYS = (
    Construction(
        "weekday",
        "[edge]? [weekday] '.'? [part]?",
        (
            ("She said [Sunday] that it was over.", "2022-02-21", "DATE", "2022-02-20"),
            ("They will meet [Wednesday].", "2022-02-21", "DATE", "2022-02-23"),
            ("The minister said [Monday] that talks had failed.", "2022-02-21", "DATE", "2022-02-21"),
            ("It rained [Friday night].", "2022-02-21", "TIME", "2022-02-18TNI"),
        ),
    ),
    Construction(
        "weekday",
        "(this | last | next | the (previous | preceding | following | next))? this? (past | coming)? "
        "[weekday] '.'? [part]?",
        (
            ("They met [last Friday].", "2022-02-21", "DATE", "2022-02-18"),
            ("Voting opens [this coming Thursday].", "2022-02-21", "DATE", "2022-02-24"),
        ),
    ),
    Construction(
        "weekday_of_week",
        "[weekday] [part]? of? (the (week after | following))? [shift] week",
        (("They sail on [Friday next week].", "2022-02-21", "DATE", "2022-03-04"),),
    ),
    Construction(
        "weekdays_of_week",
        "[weekday] (to | through | until | and | '-') [weekday2=weekday] of? [shift] week",
        (("The fair is on from [Monday] to Wednesday next week.", "2022-02-21", "DATE", "2022-02-28"),),
    ),
    Construction(
        "weeks_from_weekday",
        "(a | one | [cardinal]) (week | weeks) from (this | next)? [weekday]",
        (("The court sits [a week from Friday].", "2022-02-21", "DATE", "2022-03-04"),),
    ),
    Construction(
        "month_day",
        "[edge]? (last | this coming | this | next)? ([weekday] '.'? ','? the?)? <MONTH> <DAY> <YEAR>? "
        "[part]?",
        (
            ("The ferry sails again on [February 24].", "2022-02-21", "DATE", "2022-02-24"),
            ("The hearing is set for [Feb. 24].", "2022-02-21", "DATE", "2022-02-24"),
            ("It was signed on [Dec. 5, 2019].", "2022-02-21", "DATE", "2019-12-05"),
            ("The fair opened on [December 30].", "2022-01-03", "DATE", "2021-12-30"),
            ("The lease ends on [2 January].", "2021-12-30", "DATE", "2022-01-02"),
            ("The leap day was [29 February 2024].", "2024-03-05", "DATE", "2024-02-29"),
        ),
    ),
    Construction(
        "month_day",
        "[edge]? ([weekday] '.'? ','? (the)?)? the? (#day | #nth | the [ordinal]) of? <MONTH> <YEAR>? "
        "[part]?",
        (("They arrive on [Thursday 24 February].", "2022-02-21", "DATE", "2022-02-24"),),
    ),
    Construction(
        "month_days",
        "[weekday]? ','? <MONTH> <DAY> (to | through | until | and | '-') (#day2=day | #nth2=nth) <YEAR>?",
        (("The fair runs [Feb. 24]-26.", "2022-02-21", "DATE", "2022-02-24"),),
    ),
    Construction(
        "month_days",
        "(#day2=day | #nth2=nth) (to | and | '-') <DAY> of? <MONTH> <YEAR>?",
        (("The fair is open on 24-[26 February].", "2022-02-21", "DATE", "2022-02-26"),),
    ),
    Construction(
        "nth_day",
        "the #nth",
        (
            ("The court will sit again on [the 28th].", "2022-02-21", "DATE", "2022-02-28"),
            ("The court sat on [the 9th].", "2022-02-21", "DATE", "2022-02-09"),
        ),
    ),
    Construction("iso_day", "#iso", (("Filed on [2022-02-24].", "2022-02-28", "DATE", "2022-02-24"),)),
    Construction(
        "slashed_day",
        "#slashed",
        (
            ("Filed on [24/02/2022].", "2022-02-28", "DATE", "2022-02-24"),
            ("Filed on [2/24/2022].", "2022-02-28", "DATE", "2022-02-24"),
            ("Filed on [1/2/2022].", "2022-02-28", "DATE", None),
        ),
    ),
    Construction(
        "clock",
        "[edge]? <CLOCK>",
        (
            ("Doors open at [7:30 p.m.] sharp.", "2022-02-21", "TIME", "2022-02-21T19:30"),
            ("Polls close at [8 p.m. EST].", "2022-02-21", "TIME", "2022-02-21T20:00"),
        ),
    ),
    Construction(
        "clock_day",
        "<CLOCK> (on | ',' | this | next)? ([weekday] | [calendar])",
        (
            ("The strike begins at [noon Friday].", "2022-02-21", "TIME", "2022-02-25T12:00"),
            ("Voting ends at [3 p.m. on Thursday].", "2022-02-21", "TIME", "2022-02-24T15:00"),
        ),
    ),
    Construction(
        "clock_day",
        f"<CLOCK> (on | ',')? ([weekday] '.'? ','?)? {_DATE.split(' | ')[0]})",
        (("The offer ends at [5 p.m. EST, March 1].", "2022-02-21", "TIME", "2022-03-01T17:00"),),
    ),
    Construction(
        "clock_day",
        "<CLOCK> (on | ',')? ([weekday] '.'? ','?)? (#day | #nth) of? <MONTH> <YEAR>?",
        (("The offer ends at [17:00 on 1 March].", "2022-02-21", "TIME", "2022-03-01T17:00"),),
    ),
    Construction(
        "today",
        "[edge]? [calendar] [part]?",
        (
            ("The court ruled [yesterday].", "2022-03-01", "DATE", "2022-02-28"),
            ("They meet [tomorrow morning].", "2022-02-21", "TIME", "2022-02-22TMO"),
        ),
    ),
    Construction(
        "beyond_today",
        "the? day (before | after) [calendar]",
        (("They meet [the day after tomorrow].", "2022-02-21", "DATE", "2022-02-23"),),
    ),
    Construction(
        "tonight",
        "[edge]? (tonight | overnight)",
        (("The debate is [tonight].", "2022-02-21", "TIME", "2022-02-21TNI"),),
    ),
    Construction(
        "part_of_day",
        "[edge]? (this | that | the | last | the (following | next | previous | same) | (in | during) the) "
        "('-' | [edge2=edge])? [part]",
        (
            ("He spoke on Friday and left [that evening].", "2022-02-21", "TIME", "2022-02-18TEV"),
            ("It snowed [last night].", "2022-02-21", "TIME", "2022-02-20TNI"),
        ),
    ),
    Construction(
        "part_of_day",
        "mid '-'? [part] [calendar]?",
        (("Shares fell by [mid-afternoon].", "2022-02-21", "TIME", "2022-02-21TAF"),),
    ),
)
