"""Years, decades and centuries told by number."""

from bot.extract.dates.almanac import iso_month
from bot.extract.dates.grammar import Found
from bot.extract.dates.resolve.context import Context, Meaning
from bot.extract.dates.resolve.periods import edge_of


def _year(found: Found, context: Context) -> Meaning | None:
    year = found.number("year")
    if year is None:
        return None
    if found.end - found.first == 1 and not _is_year(found, year):
        return None
    context.year = year
    return Meaning("DATE", f"{year:04d}", edge_of(found))


# Marks, names and words after which a bare number is a year.
_YEAR_LEADS = 'xX"(-,/s'


def _is_year(found: Found, year: int) -> bool:
    """Say whether a bare four-digit number is a year rather than an amount or a name's number."""
    sense = found.sense
    code_before = found.tokens.codes[found.first - 1] if found.first else "."
    after = found.code_after or "."
    numbered = found.before in sense.numbered or found.after in sense.counted
    if not 1500 <= year <= 2100 or code_before in "$/" or after in "%$/" or numbered:
        return False
    led = not found.first or found.before in sense.year_leads or code_before in _YEAR_LEADS
    return led or after in "sxX.,;)"


def _spoken_year(found: Found, context: Context) -> Meaning | None:
    words, centuries = found.own, found.sense.centuries
    century = next(centuries[word] for word in words if word in centuries)
    tens, ones = found.number("tens", "cardinal") or 0, found.number("ones", "cardinal") or 0
    # "twenty ten" to "twenty ninety-nine"; "nineteen sixty" too; "twenty four" is a number.
    if not 10 <= tens <= 90 or (ones and (tens < 20 or ones > 9)):
        return None
    year, month = century + tens + ones, found.number("month")
    return Meaning("DATE", iso_month(year, month) if month else f"{year:04d}", edge_of(found))


def _decade(found: Found, context: Context) -> Meaning | None:
    raw = found.word("decade") or ""
    digits = "".join(c for c in raw if c.isdigit())
    number = found.number("decade")
    if digits:
        decade = int(digits) // 10 + (0 if len(digits) == 4 else 190)
        if len(digits) == 4 and not 150 <= decade <= 220:
            return None
        if len(digits) == 2 and raw[0].isdigit() and found.end - found.first == 1:
            return None
    elif number and found.end - found.first > 1:
        decade = number
    else:
        return None
    return Meaning("DATE", f"{decade:03d}", edge_of(found) or found.meaning("edge3", "edge"))


def _century(found: Found, context: Context) -> Meaning | None:
    number = found.number("nth") or found.number("ordinal")
    return Meaning("DATE", f"{number - 1:02d}", edge_of(found)) if number and number <= 30 else None


READINGS = {
    "year": _year,
    "spoken_year": _spoken_year,
    "decade": _decade,
    "century": _century,
}
