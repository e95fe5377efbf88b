"""The act of a claim, from its cue, its content and negation."""

import re
from functools import cache

from bot.extract.attribution import content_words as said
from bot.extract.attribution.cues import Verb, verb_forms
from bot.extract.attribution.nouns import ADJECTIVES, NOUNS
from bot.extract.attribution.wordset import wordset
from bot.extract.reading import Act

# what is said shows its act early; characters
_TOLD_BY = 600
_WORD = re.compile(r"n't|[a-z]+(?:-[a-z]+)*")
_NEGATIONS = frozenset(("not", "n't", "never", "cannot", "neither", "no"))
_OPPOSITE: dict[Act, Act] = {
    "accept": "refuse",
    "refuse": "accept",
    "confirm": "refuse",
    "praise": "refuse",
    "promise": "refuse",
    "propose": "refuse",
    "plan": "refuse",
    "deny": "confirm",
}

# cues of findings and references, whose content is seldom an act of its own
_FACTUAL = wordset("find finds found cite cites cited citing point points pointed pointing list lists")

# words that make or change the act together; the first that is met decides
_PHRASES: tuple[tuple[str, Act], ...] = (
    (r"wan(?:ts?|ted) to know|questions? (?:about|for|on)", "ask"),
    (r"(?:refus|declin)\w* to", "refuse"),
    (r"(?:decided?|rul(?:es?|ed|ing)|vot(?:es?|ed|ing)|is|are|was|were) against", "refuse"),
    (r"ruled? out|rules out|ruling out|struck down|strike down|turned? down", "refuse"),
    (r"overr(?:id|ul)\w+|repeal\w+|disagree\w*", "refuse"),
    (r"breaks? with|broke with|push(?:es|ed)? back", "refuse"),
    (r"threat(?:s|en|ens|ened|ening)?", "warn"),
    (r"would like|is set|are set|appears? set|(?:is|was|are|were) determined", "plan"),
    (r"agree[sd]? (?:that|with|to)|agree[sd]?|signal\w* willingness|made? the case for", "accept"),
    (r"in favou?r of|support(?:s|ers|ing)?", "accept"),
    (r"pass(?:ed|es)|approv\w+|back(?:s|ed|ing)", "accept"),
    (r"made (?:it )?clear|known as|referred to as|learned|discovered|also known", "state"),
    (r"dar(?:es|ed|ing)|impos(?:es|ed|ing)|fil(?:es|ed|ing) a motion", "demand"),
    (r"look(?:s|ed|ing)? forward|outlook|project(?:s|ed|ion|ions)", "expect"),
    (r"outcry|fireworks|backlash|shoot\w* back|fir(?:es|ed|ing) back|hit(?:s|ting)? back", "accuse"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(r"\b(?:" + words + r")\b"), act) for words, act in _PHRASES)


@cache
def nouns() -> dict[str, Act]:
    """Return the act of every noun and adjective of the lexicon, plurals included."""
    found: dict[str, Act] = {}
    for table in (ADJECTIVES, NOUNS):
        for act, lines in table.items():
            for line in lines.strip().splitlines():
                word = line.split("|")[0].strip()
                plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
                found.setdefault(word, act)
                found.setdefault(plural, act)
    return found


def _verb_of(word: str, words: frozenset[str]) -> Verb | None:
    """Return the line of the lexicon a word stands for; one whose particle is there comes first."""
    entries = [verb for verb, _ in verb_forms().get(word, ())]
    with_particle = next((verb for verb in entries if verb.particles & words), None)
    return with_particle or next((verb for verb in entries if verb.frames), None)


def act_of(cue: str, content: str) -> Act:
    """Return the act that the words of the cue and the content make.

    A cue that says more than "said" decides; negation turns it round ("did not accept" refuses). After a
    neutral cue the content decides: what should be done is a demand, what "he will" do a promise, and so on.
    """
    plain_cue = cue.lower().replace("’", "'")
    plain = content[:_TOLD_BY].lower().replace("’", "'")
    words = _WORD.findall(plain_cue.replace("n't", " n't"))
    named = _named_act(plain_cue, words)
    if named in ("state", "believe", None):
        return _content_act(plain, words, named or "state")
    return _by_content(named, words, plain)


def _named_act(cue: str, words: list[str]) -> Act | None:
    """Return the act the cue's own words name, negation taken into account."""
    negated = not _NEGATIONS.isdisjoint(words)
    for pattern, act in _PATTERNS:
        if pattern.search(cue):
            return _OPPOSITE.get(act, act) if negated else act
    everything = frozenset(words)
    found: Act | None = None
    for word in words:
        verb = _verb_of(word, everything)
        named = verb.act if verb is not None else None
        if named in (None, "state", "believe"):
            named = (nouns().get(word) if word != "call" else None) or named
        if named is not None and (found in (None, "state", "believe") or named == "refuse"):
            found = named
    if found is not None and negated:
        found = _OPPOSITE.get(found, found)
    return found


def _by_content(named: Act, words: list[str], content: str) -> Act:
    """Let the content correct what the cue names: "asked him to stay" demands."""
    start = content.lstrip(" \"“'‘")
    everything = set(words)
    if named == "ask":
        return (
            "demand"
            if re.match(r"(?:\w+ ){0,6}?to \w+", start) and "?" not in content and not _asks(start)
            else "ask"
        )
    if everything & {"question", "questioned", "questions", "questioning"} and _asks(start):
        return "ask"
    if named == "demand" and (content.rstrip(" ”\"'").endswith("?") or start.startswith("to know")):
        return "ask"
    if everything & {"charge", "charged", "charges"} and start.startswith("$"):
        return "demand"
    if everything & {"wants", "want", "wanted"} and start.startswith("to "):
        return "plan"
    return named


def _asks(start: str) -> bool:
    return start.startswith(("how", "why", "whether", "if ", "what", "who", "when", "where"))


def _content_act(content: str, words: list[str], named: Act) -> Act:
    """Return the act of words said with a neutral cue."""
    spoken = re.sub(r"[“”\"]", "", content).strip()
    head = spoken[:160]
    tidy = spoken.replace("n't", " n't").replace("'s", " 's")
    if said.ASKING.search(spoken) and len(spoken) < 240:
        return "ask"
    if named == "believe":
        return "believe"
    if "call" in words or not {"calls", "called", "calling", "describe", "described", "describes"}.isdisjoint(
        words
    ):
        if said.CONFESSION.search(tidy):
            return "confirm"
        return "praise" if said.PRAISE.search(tidy) else "accuse" if said.BLAME.search(tidy) else named
    if said.DENIAL.search(tidy):
        return "deny"
    if said.SUPPORT.search(tidy[:120]):
        return "accept"
    if said.REFUSAL.search(tidy[:60]) or said.OPPOSE.search(tidy[:60]):
        return "refuse"
    if said.CONCERN.search(head):
        return "expect"
    if said.PLAN.search(tidy[:40]):
        return "plan"
    if said.PROMISE.search(tidy[:40]):
        return "promise"
    if named == "state" and not _FACTUAL.isdisjoint(words):
        return named
    blame, praise = len(said.BLAME.findall(tidy)), len(said.PRAISE.findall(tidy))
    if praise > blame:
        return "praise"
    if said.DANGER.search(tidy) and said.WOULD.search(tidy):
        return "warn"
    if said.DEMAND.search(tidy[:200]):
        return "demand"
    if blame:
        return "accuse"
    if said.CONFESSION.search(tidy):
        return "confirm"
    if said.NEGATED.search(tidy[:80]):
        return "deny"
    if said.FUTURE.search(tidy[:110]):
        return "expect"
    return named
