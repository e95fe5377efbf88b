"""What an article tells of a speaker beside the name: whom a spokesperson speaks for, a body's initials."""

import re

_SPOKESPERSON = re.compile(
    r"\b(?:spokes(?:man|woman|person|men|women|people)|press secretary)\b", re.IGNORECASE
)
_FOR = re.compile(r"[ ,]+(?:for|of) (?:the )?([^,;:(]+)")
_BREAK = re.compile(
    r"[,;:(“”\"]|\b(?:and|a|an|the|his|her|its|their|one|another|chief|deputy|former)\b ?", re.IGNORECASE
)
_FURTHER = re.compile(r" (?:who|that|which|in|at|on|[a-z]+ing)\b.*")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")


def spoken_for(source: str) -> str | None:
    """Return for whom a source speaks, as worded: "the Kremlin's spokeswoman, Ida Roth" speaks for "Kremlin".

    None where it is nobody's spokesperson, or of somebody the words do not name ("his spokesman").
    """
    found = _SPOKESPERSON.search(source)
    if found is None:
        return None
    after = _FOR.match(source, found.end())
    whom = _FURTHER.sub("", after[1]) if after else _BREAK.split(source[: found.start()])[-1]
    whom = re.sub(r"['’]s?$", "", whom.strip())
    return whom if _CAPITAL.search(whom) else None


def initials_of(name: str, text: str) -> str | None:
    """Return the initials by which a text introduces a body: "the Port Council of Velden (PCV)"."""
    if " " not in name:
        return None
    found = re.search(re.escape(name) + r" \((?:the )?((?:[A-Z][A-Za-z]?\.?&?-?){2,8})\)", text)
    if found is None:
        return None
    left = iter(re.sub(r"\W", "", name).casefold())
    letters = re.sub(r"\W", "", found[1]).casefold()
    return found[1] if letters[0] == name[0].casefold() and all(one in left for one in letters) else None
