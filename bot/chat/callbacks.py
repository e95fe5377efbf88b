"""What a button carries: a verb and a few fields, in at most 64 bytes.

The data comes back from the outside, so it is read with the same care as any other input: whose row a field
names is checked where the row is loaded.
"""

import re
from collections.abc import Mapping

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

LIMIT = 64
LARGEST = 2**31 - 1  # what a row's id can be on every database

Field = int | str
Shape = tuple[type[int] | type[str], ...]

_WORD = re.compile(r"[A-Za-z0-9_+\-/:]{1,48}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,10}", re.ASCII)


def pack(verb: str, *fields: Field) -> str:
    """Return callback data. Raises ValueError when Telegram would refuse it."""
    data = "|".join((verb, *(str(one) for one in fields)))
    if len(data.encode()) > LIMIT:
        raise ValueError(f"callback data of {verb} is over {LIMIT} bytes")
    return data


def parse(data: str, shapes: Mapping[str, Shape]) -> tuple[str, tuple[Field, ...]] | None:
    """Return the verb and its fields, or None when the data is not of any shape known now."""
    verb, *words = data.split("|")
    shape = shapes.get(verb)
    if shape is None or len(shape) != len(words):
        return None
    fields: list[Field] = []
    for kind, word in zip(shape, words, strict=True):
        if kind is int:
            if not _NUMBER.fullmatch(word) or int(word) > LARGEST:
                return None
            fields.append(int(word))
        else:
            if not _WORD.fullmatch(word):
                return None
            fields.append(word)
    return verb, tuple(fields)


def button(label: str, verb: str, *fields: Field) -> InlineKeyboardButton:
    """Return an inline button that calls `verb`."""
    return InlineKeyboardButton(label, callback_data=pack(verb, *fields))


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    """Return the rows that are not empty as a keyboard, None when nothing is left."""
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def pages(verb: str, *fields: Field, offset: int, size: int, more: bool) -> list[InlineKeyboardButton]:
    """Return the row that turns pages; the offset is the verb's last field."""
    row = []
    if offset > 0:
        row.append(button("‹ Back", verb, *fields, max(0, offset - size)))
    if more:
        row.append(button("More ›", verb, *fields, offset + size))
    return row
