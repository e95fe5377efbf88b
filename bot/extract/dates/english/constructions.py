"""How the words combine: every construction with examples, which the tests run.

The longest match at a place wins, then the construction that stands first.
"""

from bot.extract.dates.english.amounts import AMOUNTS
from bot.extract.dates.english.calendar_days import CALENDAR_DAYS
from bot.extract.dates.english.holidays import HOLIDAYS
from bot.extract.dates.english.periods import PERIODS
from bot.extract.dates.english.references import REFERENCES
from bot.extract.dates.language import Construction
from bot.extract.dates.language.holidays import holiday_pattern

# Parts that several constructions share.
PARTS = {
    "HOLIDAY": holiday_pattern(HOLIDAYS),
    "MONTH": "[month] '.'?",
    "YEAR": "','? of? #year",
    "DAY": "(#day | #nth | [ordinal])",
    "EDGE": "([edge] (in | on)? the? '-'? | the? [side] of the? | the [edge2=edge] part of the?)",
    "COUNT": "((#day | #year | #number) #fraction? | #decimal | (a | an) half | half (a | an) | "
    "a (hundred | thousand) | "
    "[cardinal] (('-' | and)? "
    "[cardinal2=cardinal]){0,4})",
    "HALVES": "([cardinal] | #day) and a half",
    "FEW": "((a | an) (few | couple of? | dozen) | several | couple of | some)",
    "BOUND": "([approximate] | [nearly] | at (least | most) | (no | not)? (more | less | fewer) than | up "
    "to)",
    "ZONE": "'('? ([zone] (standard | daylight)? time? | [place] time | local time) ')'?",
    "CLOCK": "([approximate] | [nearly] | exactly | shortly (before | after))? "
    "(#clock [ampm]? | (#hour=day | "
    "#nought=number | "
    "[cardinal]) ([ampm] | o #apostrophe clock) | [midpoint]) (in the [dayhalf=part])? <ZONE>?",
}

CONSTRUCTIONS: tuple[Construction, ...] = (*CALENDAR_DAYS, *PERIODS, *AMOUNTS, *REFERENCES)
