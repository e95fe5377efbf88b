"""How a source writes numeric dates, as far as its address tells."""

from urllib.parse import urlsplit

# Ends of addresses in whose countries "1/2/2022" is 1 February, and in which it is 2 January (Unicode CLDR's
# short date of each country). Ends that are sold to anybody (.co, .io, .me, .tv) tell nothing.
_DAY_FIRST = frozenset(
    """
    ar at au be bg br ch cl cy cz de dk ee eg es fi fr gh gr hk hr ie il in it ke lb lu lv ma mt mx my ng nl
    no nz pe pk pl pt ro rs ru sg si sk th tr ua uk uy vn za zw
    """.split()  # noqa: SIM905 - a table is read more easily
)
_MONTH_FIRST = frozenset({"us", "gov", "mil", "edu", "ph"})


def day_first(url: str | None) -> bool | None:
    """Tell whether the source writes the day before the month; None where its address does not say."""
    end = (urlsplit(url).hostname or "").rstrip(".").rpartition(".")[2] if url else ""
    return True if end in _DAY_FIRST else False if end in _MONTH_FIRST else None
