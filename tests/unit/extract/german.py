"""A few tables of German: enough to show that a language is its tables and nothing else."""

from bot.extract.dates.almanac import easter_plus, fixed
from bot.extract.dates.language import Construction, Cues, Language, Sense, Spelling, Tense, Wording
from bot.extract.dates.language.holidays import holiday_pattern

UNITS = {"tage": "D", "tagen": "D", "wochen": "W", "monate": "M", "monaten": "M", "jahre": "Y", "jahren": "Y"}
CLASSES = {
    "calendar": {"gestern": -1, "heute": 0, "morgen": 1},
    "weekday": {
        "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonntag": 7,
    },
    "month": {"januar": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "dezember": 12},
    "unit": UNITS,
    "period": {"woche": "W", "monat": "M", "jahr": "Y"},
    "cardinal": {"zwei": 2, "drei": 3},
    "zone": {"mez": "+01:00"},
}  # fmt: skip
HOLIDAYS = {"karfreitag": easter_plus(-2), "heiligabend": fixed(12, 24)}
PARTS = {
    "COUNT": "[cardinal] | #day",
    "HOLIDAY": holiday_pattern(HOLIDAYS),
    "DATE": "#day '.' [month] #year?",
}
CONSTRUCTIONS = (
    Construction("today", "[calendar]", (("Der Rat tagt [morgen].", "2022-02-21", "DATE", "2022-02-22"),)),
    Construction(
        "weekday",
        "(letzten | nächsten | kommenden)? [weekday]",
        (
            ("Der Rat tagt am [Freitag].", "2022-02-21", "DATE", "2022-02-25"),
            ("Der Rat tagte am [Freitag].", "2022-02-21", "DATE", "2022-02-18"),
            ("Der Rat tagte [letzten Montag].", "2022-02-21", "DATE", "2022-02-14"),
        ),
    ),
    Construction(
        "month_day",
        "<DATE>",
        (
            ("Der Rat tagt am [4. März].", "2022-02-21", "DATE", "2022-03-04"),
            ("Der Rat tagte am [30. Dezember].", "2022-02-21", "DATE", "2021-12-30"),
        ),
    ),
    Construction(
        "clock_day",
        "<DATE> um (#hour=day uhr) [zone]?",
        (("Er tagt am [4. März um 15 Uhr].", "2022-02-21", "TIME", "2022-03-04T15:00"),),
    ),
    Construction(
        "period",
        "(letzte | diese | nächste) [period]",
        (("Der Rat tagt [nächste Woche].", "2022-02-21", "DATE", "2022-W09"),),
    ),
    Construction(
        "amount",
        "<count=COUNT> [unit]",
        (("Die Sperre dauerte [drei Wochen].", "2022-02-21", "DURATION", "P3W"),),
    ),
    Construction(
        "ago",
        "vor <count=COUNT> [unit]",
        (("Die Brücke fiel [vor zwei Jahren].", "2022-02-21", "DATE", "2020"),),
    ),
    Construction(
        "holiday",
        "<name=HOLIDAY>",
        (("Der Markt ist an [Heiligabend] zu.", "2022-12-20", "DATE", "2022-12-24"),),
    ),
)
SPELLING = Spelling(abbreviations={"nr", "dr"})
SENSE = Sense(
    definite={"der", "die", "das", "den", "dem"},
    indefinite={"ein", "eine", "einen"},
    back_shifts={"letzte", "letzten"},
    present_shifts={"diese", "diesen"},
    ahead_shifts={"nächste", "nächsten", "kommenden"},
    turns_back={"vor"},
    zone_marks={"zeit"},
    range_marks={"bis"},
    adjacent_marks={"und"},
    clock_joins={"um"},
)
TENSE = Tense(
    ahead_modals={"wird", "werden", "soll", "sollen", "will", "kann", "könnte", "muss"},
    firm={"wird", "werden"},
    ahead_presents={"tagt", "tagen", "beginnt", "beginnen", "endet", "trifft", "treffen", "öffnet", "ist"},
    never_nouns={"ist", "tagt", "beginnt", "endet", "trifft", "öffnet"},
    irregular_pasts={"war", "waren", "fiel", "traf", "wurde", "wurden", "sprach", "hatte", "verschoben"},
    past_endings=("te", "ten"),
    not_past={"heute", "könnte", "sollten", "weiten"},
    move_marks={"auf"},
    moved_to={"verschoben", "vertagt", "wurde"},
    ahead_prepositions={"bis"},
    back_prepositions={"seit"},
    barriers={"dass", "nach", "vor", "seit", "weil"},
    negations={"nicht", "nie"},
    be={"ist", "sind", "war", "waren"},
)
CUES = Cues(
    event_nouns={"sitzung", "gipfel", "konzert", "wahl", "frist", "prozess"},
    announcing={"wird", "werden", "soll", "sollen", "wurde", "wurden", "ist"},
    reporting={"sagte", "sagt", "erklärte"},
    conditionals={"könnte", "womöglich"},
    lone_moves={"verschoben", "vertagt"},
    moved_to={"auf"},
    calls_off={"abgesagt"},
    undone={"abgesagt"},
    passives={"wurde", "wurden", "ist"},
    deadline_leads={"bis"},
    deadline_words={"frist"},
    same_day={"wird", "werden", "soll"},
    date_leads={"am", "im", "vom", "um", "bis", "auf", "seit", "den"},
    conjunctions={"und", "aber", "oder"},
    breaks={"dass", "weil", "ob"},
    tail_breaks={"weil", "aber", "obwohl"},
)
WORDING = Wording(
    leading={"und", "aber", "dass", "auch"},
    trailing={"am", "um", "auf", "den", "und", "wurde", "wird"},
    pronouns={"er", "sie", "es", "wir"},
    modals={"wird", "werden"},
    articles={"der", "die", "das", "den", "dem"},
    determiners={"der", "die", "das", "den", "dem", "ein", "eine"},
    between={"am", "im", "um", "auf"},
    passives={"wurde", "wurden", "ist"},
    noun_stops={"wurde", "wird", "ist", "und"},
)

GERMAN = Language("German", CLASSES, PARTS, CONSTRUCTIONS, HOLIDAYS, SPELLING, SENSE, TENSE, CUES, WORDING)
