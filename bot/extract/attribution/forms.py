"""The forms of English verbs: which form of which lemma a word may be."""

from typing import Literal

from bot.extract.attribution.wordset import wordset

Form = Literal["base", "third", "past", "participle", "ing"]

# past and past participle where "-ed" is wrong
IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "write": ("wrote", "written"),
    "find": ("found", "found"),
    "know": ("knew", "known"),
    "see": ("saw", "seen"),
    "feel": ("felt", "felt"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "forecast": ("forecast", "forecast"),
    "broadcast": ("broadcast", "broadcast"),
    "read": ("read", "read"),
    "seek": ("sought", "sought"),
    "understand": ("understood", "understood"),
    "show": ("showed", "shown"),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"),
    "overturn": ("overturned", "overturned"),
    "withdraw": ("withdrew", "withdrawn"),
}
DOUBLED = wordset("admit refer regret plan slam rebut nod rip pin concur commit beg blog brag")
# the last letter is doubled in British spelling and not in American
DOUBLED_OR_NOT = wordset("signal counsel label channel quip")


def _spellings(lemma: str) -> list[str]:
    found = [lemma]
    if lemma.endswith("ise") and lemma not in ("promise", "advise", "praise"):
        found.append(lemma[:-3] + "ize")
    if lemma.endswith("our") and len(lemma) > 4:
        found.append(lemma[:-3] + "or")
    return found


def _regular(lemma: str, stem: str) -> dict[Form, str]:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("e"):
        past, ing = lemma + "d", (lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    return {"base": lemma, "third": third, "past": past, "participle": past, "ing": ing}


def forms_of(lemma: str) -> list[tuple[str, Form]]:
    """Return every form of the verb `lemma`, in British and American spelling."""
    found: list[tuple[str, Form]] = []
    for spelling in _spellings(lemma):
        stems = [spelling + spelling[-1]] if lemma in DOUBLED else [spelling]
        if lemma in DOUBLED_OR_NOT:
            stems = [spelling, spelling + spelling[-1]]
        for stem in stems:
            table = _regular(spelling, stem)
            if lemma in IRREGULAR:
                table["past"], table["participle"] = IRREGULAR[lemma]
            found += [(word, form) for form, word in table.items()]
    return list(dict.fromkeys(found))
