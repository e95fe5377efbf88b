"""The words temporal expressions are made of, by class, each with its meaning.

A class is a mapping from lower-case word to meaning. A pattern names a class in brackets: `[weekday]`.
"""

from collections.abc import Mapping

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3, "thursday": 4,
    "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6, "sunday": 7, "sun": 7,
}  # fmt: skip

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30,
}  # fmt: skip

# Units as TIMEX3 writes them; a leading T marks what stands in the clock part of a duration.
UNITS = {
    "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "min": "TM", "mins": "TM", "hour": "TH",
    "hours": "TH", "hrs": "TH", "day": "D", "days": "D", "week": "W", "weeks": "W", "fortnight": "2W",
    "fortnights": "2W", "weekend": "WE", "weekends": "WE", "month": "M", "months": "M", "quarter": "Q",
    "quarters": "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "E", "decades": "E",
    "century": "C", "centuries": "C", "millennium": "L", "millennia": "L",
}  # fmt: skip

# Units whose bare singular is a stretch of the calendar that "last", "this" and "next" can point at.
PERIODS = {
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
PLURALS = {
    word: unit for word, unit in UNITS.items() if word.endswith("s") or word in ("centuries", "millennia")
}
SINGULARS = {word: unit for word, unit in UNITS.items() if word not in PLURALS}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

PARTS = {
    "morning": "MO", "mornings": "MO", "midmorning": "MO", "afternoon": "AF", "afternoons": "AF",
    "evening": "EV", "evenings": "EV", "night": "NI", "nights": "NI", "lunchtime": "MI",
}  # fmt: skip

PLURAL_WEEKDAYS = {word + "s": day for word, day in WEEKDAYS.items() if word.endswith("day")}

# TIMEX3's modifiers: parts of a period, and bounds on an amount.
EDGES = {"early": "START", "late": "END", "mid": "MID", "earlier": "START", "later": "END"}
SIDES = {
    "start": "START", "beginning": "START", "middle": "MID", "end": "END", "close": "END",
}  # fmt: skip
APPROXIMATE = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "circa": "APPROX",
}
NEARLY = {"nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "over": "MORE_THAN"}

# last = the period before the present one, this = the present one, next = the one after.
SHIFTS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
ANAPHORIC_SHIFTS = {"previous": -1, "preceding": -1, "following": 1, "next": 1, "same": 0}

CALENDAR_WORDS = {
    "today": 0, "yesterday": -1, "tomorrow": 1,
}  # fmt: skip

FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip

# Zone words and the IANA name (or the offset, where the words name one) that they stand for.
ZONES = {
    "et": "America/New_York", "est": "-05:00", "edt": "-04:00", "eastern": "America/New_York",
    "ct": "America/Chicago", "cst": "-06:00", "cdt": "-05:00", "central": "America/Chicago",
    "mt": "America/Denver", "mst": "-07:00", "mdt": "-06:00", "pt": "America/Los_Angeles", "pst": "-08:00",
    "pdt": "-07:00", "pacific": "America/Los_Angeles", "gmt": "UTC", "utc": "UTC", "bst": "+01:00",
    "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00",
    "hkt": "+08:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00",
}  # fmt: skip
ZONE_PLACES = {
    "london": "Europe/London", "moscow": "Europe/Moscow", "paris": "Europe/Paris", "berlin": "Europe/Berlin",
    "brussels": "Europe/Brussels", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv", "geneva": "Europe/Zurich",
    "vienna": "Europe/Vienna", "rome": "Europe/Rome", "madrid": "Europe/Madrid", "athens": "Europe/Athens",
    "istanbul": "Europe/Istanbul", "washington": "America/New_York", "beijing": "Asia/Shanghai",
    "tokyo": "Asia/Tokyo", "seoul": "Asia/Seoul", "delhi": "Asia/Kolkata", "jerusalem": "Asia/Jerusalem",
    "sydney": "Australia/Sydney", "wellington": "Pacific/Auckland", "greenwich": "UTC",
}  # fmt: skip

DECADES = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197,
    "eighties": 198, "nineties": 199,
}  # fmt: skip

CLASSES: Mapping[str, Mapping[str, object]] = {
    "month": MONTHS, "weekday": WEEKDAYS, "weekdays": PLURAL_WEEKDAYS, "cardinal": CARDINALS,
    "ordinal": ORDINALS, "unit": UNITS, "units": PLURALS, "oneunit": SINGULARS, "period": PERIODS,
    "season": SEASONS, "part": PARTS, "edge": EDGES, "side": SIDES, "approximate": APPROXIMATE,
    "nearly": NEARLY, "shift": SHIFTS, "turn": ANAPHORIC_SHIFTS, "calendar": CALENDAR_WORDS,
    "frequency": FREQUENCIES, "zone": ZONES, "place": ZONE_PLACES, "decade": DECADES, "ampm": {"a.m.": 0,
    "a.m": 0, "am": 0, "p.m.": 12, "p.m": 12, "pm": 12}, "midpoint": {"noon": "12:00", "midday": "12:00",
    "midnight": "24:00"},
}  # fmt: skip
