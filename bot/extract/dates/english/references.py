"""Vague references, and days that have a name."""

from bot.extract.dates.language import Construction

REFERENCES = (
    Construction(
        "present",
        "right? now | currently | current | presently | at present | these days | nowadays | at the "
        "moment | at this "
        "(point | moment | time) | the present | this (crucial)? moment",
        (("The bridge is [now] closed.", "2022-02-21", "DATE", "PRESENT_REF"),),
    ),
    Construction(
        "past",
        "more? recently | recent | the (recent)? past | formerly | the time",
        (("Prices have fallen [recently].", "2022-02-21", "DATE", "PAST_REF"),),
    ),
    Construction(
        "future",
        "the (near | foreseeable)? future | soon | the (near | short | long) '-'? term | future | as soon "
        "as possible | "
        "a later date",
        (("A deal may come in [the near future].", "2022-02-21", "DATE", "FUTURE_REF"),),
    ),
    Construction(
        "holiday",
        "(last | this | next)? <name=HOLIDAY> (week)? (','? #year)? ([part])?",
        (
            ("Shops close on [Christmas Day].", "2022-02-21", "DATE", "2022-12-25"),
            ("Services on [Good Friday] were full.", "2022-05-02", "DATE", "2022-04-15"),
            ("They vote on [Election Day].", "2016-10-21", "DATE", "2016-11-08"),
        ),
    ),
)
