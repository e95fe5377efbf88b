"""How English tokens are spelt."""

from bot.extract.dates.english.words import MONTHS, WEEKDAYS
from bot.extract.dates.language import Spelling

SPELLING = Spelling(
    ordinal="st|nd|rd|th",
    decade="['’]?s",
    possessive="['’]s",
    clock_half=r"[ap]\.?m",
    negative="n['’]t",
    clitic="['’](?:ll|re|ve|d|m)",
    # "may", "march", "fall" and the short weekdays are ordinary words otherwise.
    capitalised={
        "may", "march", "mar", "jan", "jun", "mon", "wed", "sat", "sun", "easter", "eastern", "pacific",
        "central",
    },
    upper={
        "et", "ct", "mt", "pt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "bst",
        "cet",
    },
    abbreviations={
        "mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "adm", "prof", "st",
        "no", "vs", "jr", "sr", "inc", "corp", "co", "ltd", "bros", "rev", "maj", "cmdr", "messrs", "pres",
        "amb", "dept", "nos", *(m for m in MONTHS if len(m) < 5 and m not in ("may", "june", "july")),
        *(d for d in WEEKDAYS if not d.endswith("day")),
    },
    one_letter_words={"i"},
    sentence_openers={"The", "A", "He", "She", "It", "They", "In", "But"},
)  # fmt: skip
