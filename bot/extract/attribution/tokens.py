"""Words, numbers and marks of an English text with their offsets."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"[OD]['’][A-Z]\w+|(?:[A-Z]\.){2,}"  # U.S., D.C.
    r"|(?:Mrs|Mr|Ms|Dr|Pres|Sen|Sens|Rep|Reps|Gov|Gen|Adm|Maj|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|No|vs|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Fla|Mass|Pa|Va|Ky|Ga|Wis|Mich|Tenn|Conn|Ariz"
    r"|Ill|Okla|Ala|Ark|Minn|Miss|Mo|Neb|Nev|Ore|Tex|Vt|Wash|Ind|Colo|Del|La|Md)\.(?!\w)"
    r"|\b[aApP]\.[mM]\."
    r"|\b[A-Z]\.(?=\s+[A-Z][a-z])"  # an initial
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b"
    r"|\d+(?:-[^\W\d_]+)+"  # 30-year-old
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?%?"
    r"|[^\W\d_]+?(?=n['’]t\b)"  # do|n't
    r"|\w+(?:[-‑]\w+)*"
    r"|--+|\.\.\.|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its span, the characters as they stand, and in lower case with plain apostrophes."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def _lower(word: str) -> str:
    # the country is no pronoun
    return "u.s." if word == "US" else word.lower().replace("’", "'")


def tokenise(text: str) -> list[Token]:
    """Split `text` into tokens in order, white space left out."""
    return [Token(m.start(), m.end(), m.group(), _lower(m.group())) for m in _TOKEN.finditer(text)]
