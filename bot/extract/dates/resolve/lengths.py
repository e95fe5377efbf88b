"""Numbers in words, and lengths of time as TIMEX3 writes them."""

from collections.abc import Sequence

from bot.extract.dates.language import Language


def quantity(words: Sequence[str], language: Language) -> float | None:
    """Return the number the words spell (2.5 for "2 1/2"), None where they spell none or a vague one."""
    amounts, indefinite = language.sense.amounts, language.sense.indefinite
    total, current, seen = 0.0, 0.0, False
    for place, word in enumerate(words):
        meaning = language.means("cardinal", word)
        number = meaning if isinstance(meaning, int) else None
        amount = amounts.get(word)
        if amount is not None:
            # A half is added, a couple stands for itself, dozens are counted.
            current = current + amount if amount < 1 else amount if amount < 10 else (current or 1) * amount
        elif word in indefinite and not any(amounts.get(w, 1) < 1 for w in words[place : place + 2]):
            current, seen = current or 1, True
        elif number is not None and number >= 100:
            current = (current or 1) * number
            total, current = (total + current, 0.0) if number == 1000 else (total, current)
        elif number is not None:
            current += number
        elif "/" in word:
            upper, lower = word.split("/")
            current += int(upper) / int(lower) if int(lower) else 0
        elif word[:1].isdigit() and word.isascii():
            current += float(word.replace(",", ""))
        else:
            continue
        seen = True
    return total + current if seen else None


def _tidy(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def length(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units; X where the number is vague."""
    clock = unit.startswith("T")
    letter = unit.removeprefix("T")
    if letter == "2W":
        letter, number = "W", None if number is None else number * 2
    if letter == "WE":
        return f"P{'X' if number is None else _tidy(number)}WE"
    if letter in "EC" and number is not None and letter == "E":
        letter, number = "Y", number * 10
    elif letter == "C" and number is not None:
        letter, number = "Y", number * 100
    elif letter == "L" and number is not None:
        letter, number = "Y", number * 1000
    head = "PT" if clock else "P"
    if number is None:
        return f"{head}X{letter}"
    whole, rest = int(number), number - int(number)
    below = (
        {"Y": ("M", 12), "M": ("D", 30), "H": ("M", 60)}.get(letter)
        if not clock
        else {"H": ("M", 60), "M": ("S", 60)}.get(letter)
    )
    if rest and below and abs(rest * below[1] - round(rest * below[1])) < 1e-6:
        return (
            f"{head}{whole}{letter}{round(rest * below[1])}{below[0]}"
            if whole
            else f"{head}{round(rest * below[1])}{below[0]}"
        )
    return f"{head}{_tidy(number)}{letter}"
