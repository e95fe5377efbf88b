"""Signs of an act in what is said, each with an example in which it is found.

Patterns stand for lower-case text without quotation marks, "n't" apart.
"""

import re
from dataclasses import dataclass

from bot.extract.reading import Act

SELF = r"(?:i|we|he|she|they|it)"
# words that open what is said and do not count
LEAD = r"^\W*(?:(?:that|well|look|yes|but|and|so|now|obviously|frankly|then|yet|because)\b\W*)*"
_BE = r"(?:am|are|is|was|were|'m|'re|'s)"
_NOT = r"(?:not|n't|never)"


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows `act` among the first `reach` characters."""

    act: Act
    reach: int
    pattern: re.Pattern[str]
    example: str

    def shows(self, spoken: str) -> bool:
        """Whether the sign is found in `spoken`."""
        return self.pattern.search(spoken[: self.reach]) is not None


def _signs(*signs: tuple[Act, int, str, str]) -> tuple[Sign, ...]:
    return tuple(Sign(act, reach, re.compile(pattern), example) for act, reach, pattern, example in signs)


CLEAR = _signs(
    ("ask", 600, r"^.{,240}\?\W*$", "Who has the key?"),
    ("ask", 240, r"\b(?:ask|asking)\s+you\b", "Let me ask you about the tower."),
)
"""They come before all else."""

EARLY = _signs(
    ("deny", 160, LEAD + r"no\b\s*[,.;:!—-]", "No, this is not a game."),
    (
        "deny",
        160,
        r"\b(?:baseless|fabricat\w+|hoax|manufactured|misinterpreted|unfounded|untrue)\b",
        "The report was baseless.",
    ),
    (
        "deny",
        160,
        rf"\b{_BE}\s+(?:\w+\s+)?(?:false|nonsense|not\s+true|a\s+lie|a\s+myth)\b",
        "The report is simply false.",
    ),
    ("deny", 60, r"\bnot\s+true\W*$", "Nice try, not true."),
    (
        "deny",
        160,
        r"\b(?:absolutely|completely|dead|entirely|flat|percent|simply|totally)\s+wrong\b",
        "The report is dead wrong.",
    ),
    (
        "deny",
        160,
        r"\bno\s+(?:\w+\s+)?evidence\b(?!\W*yet)|\bno\s+(?:basis|truth)\b|\bhold\s+(?:water|weight)\b"
        r"|^\W*no\s+(?:\w+\s+)?(?:connection|influence|link)\b|\bnothing\s+(?:has\s+)?changed\b",
        "There is no evidence that the bridge is unsafe.",
    ),
    (
        "expect",
        160,
        rf"\b{SELF}\s+{_BE}\s+(?:\w+\s+)?(?:afraid|concerned|confident|hopeful|optimistic|worried)\b",
        "The farmers said they are worried that it will flood.",
    ),
)
"""They come before what the speaker says of himself."""

OWN = _signs(
    (
        "refuse",
        80,
        r"^(?:\w+ly\s+)?(?:will|would|wo|can|ca|'d|'ll|do|does|did|am|are|is|was|were|'m|'re|'s)\s+"
        rf"{_NOT}\s+(?:going\s+to|gon|able\s+to|accept|agree|allow|answer|attend|back|comment|do\s+(?:it|that|this)|give"
        r"|go|in\s+the\s+habit|interested|join|let|meet|negotiate|pay|prepared|ready|run|sign|speak|stand|support|take|talk|tolerate|vote"
        r"|be\s+(?:able|bullied|part|silenced))\b",
        "would not answer",
    ),
    ("refuse", 80, r"^(?:will|would|'d|'ll)\s+never\b", "would never vote for the tower"),
    ("refuse", 80, r"^ha(?:s|ve|d)\s+no\s+(?:intention|plans?)\b", "has no plans to sell"),
    ("deny", 80, r"^(?:do|does|did)\s+(?:not|n't)\s+(?:believe|think)\b", "does not believe the report"),
)
"""In a clause about the speaker, from its verb on; they come before its main verb is looked up."""

OWN_WILL = _signs(
    (
        "plan",
        80,
        rf"^{_BE}\s+(?:about|determined|hoping|looking|planning|poised|preparing|ready|set|trying)\s+to\b"
        r"|^(?:hope[sd]?|intend(?:s|ed)?|plan(?:s|ned)?|want(?:s|ed)?)\s+to\b",
        "want to build a tower",
    ),
    (
        "promise",
        80,
        r"^(?:\w+ly\s+|also\s+)?(?:will|would|shall|'ll|'d)\s+(?:\w+ly\s+|also\s+)?"
        r"(?!(?:argue|be|call|cost|expect|face|has|have|help|hope|lead|like|lose|love|mean|miss|need|never|not|permit|prefer"
        r"|probably|remain|require|say|see|seem|take|tell|think|win)\b|n't)\w+",
        "will mend the road",
    ),
    (
        "promise",
        80,
        rf"^{_BE}\s+going\s+to\s+(?!(?:be|have|lose|need|win)\b)\w+",
        "are going to mend the road",
    ),
)
"""The same, after its main verb."""

LATE = _signs(
    ("refuse", 60, r"^\W*(?:not\s+going\s+to|absolutely\s+not|never)\b", "Not going to go into that."),
    (
        "accept",
        300,
        rf"\b{SELF}\s*(?:will|would|'ll|'d|{_BE}\s+going\s+to)\s+(?:probably\s+|still\s+)*"
        r"(?:vote\s+(?:\w+\s+){0,3}for|support|back|endorse|go\s+with)\b",
        "On Sunday I will vote for the mayor.",
    ),
    (
        "accept",
        300,
        r"\bi\s*(?:am|'m)\s+in\s+(?:full\s+|total\s+)?support\s+of\b",
        "I am in full support of the plan.",
    ),
    (
        "confirm",
        300,
        rf"\ba\s+mistake\b|\b{SELF}\s+(?:was|were)\s+wrong\b|\btake\s+(?:full\s+)?responsibility\b|\bi\s+regret\b"
        r"|\bapologi[sz]e\b",
        "It was a mistake.",
    ),
    (
        "plan",
        160,
        r"\b(?:announce\w*|declare\w*|has|have)\s+(?!no\b)(?:\w+\s+)?intention\s+to\b",
        "Norland would declare its intention to leave.",
    ),
    (
        "warn",
        300,
        r"\bif\b.*\bwe\s*(?:will|'ll)\s+(?:appeal|fight|strike|sue|walk)\b",
        "If the bridge closes, we will sue.",
    ),
    ("state", 20, r"^(?:how|what|when|where|whether|why)\b", "how steel expands"),
)
"""They come after what the speaker says of himself, and before praise."""

DANGER = re.compile(
    r"\b(?:catastroph\w*|chaos|consequences|cripple|danger\w*|in\s+the\s+foot|devastat\w*|effectively\s+force|escalat\w*|harm\w*"
    r"|jeopardi[sz]\w*|retaliat\w*|risks?|threat(?:en|ens)?)\b"
)
POSSIBLE = re.compile(r"\b(?:could|if|may|might|risks|will|would|there\s+is\s+a\s+danger)\b")

DEMANDS = _signs(
    (
        "demand",
        200,
        r"\b(?:should(?!\s+(?:have|i|we)\b)|ought\s+to|needs?\s+to|we\s+need|there\s+needs|(?:is|are)\s+needed|got\s+ta"
        r"|there\s+is\s+a\s+need|demands?\s+that|deserves?\s+(?:to|a|an|the)|it\s*'?s\s+time|time\s+(?:for\s+\w+\s+)?to"
        r"|only\s+if|on\s+(?:the\s+)?condition\s+that|all\s+we\s+are\s+asking|let\s*'?s"
        r"|must(?!\s+(?:be\s+(?:\w+ly\s+)?(?:hard|nice|tough)|have|say|tell))"
        r"|ha(?:s|ve)\s+(?:got\s+)?to(?!\s+(?:admit|do\s+with|say|tell))"
        r"|i\s+(?:ask|urge|call\s+on|want)\s+(?:you|them|him|her|everyone|people))\b",
        "The council should mend the road.",
    ),
    (
        "demand",
        60,
        r"^\W*(?:please\s+|just\s+)?(?:do\s+n't|do\s+not|never|bring|call|defeat|get|give|go|join|keep|leave|let|make|put|remember"
        r"|repeal|send|show|stop|take\s+a\s+(?:listen|look)|tell|vote)\s+(?!on\b|back\b)\w+",
        "Stop the train.",
    ),
)
"""They come after warnings and before fault."""

LAST = _signs(
    (
        "propose",
        120,
        rf"\b(?:my|our|his|her|their)\s+(?:\w+\s+)?(?:recommendation|proposal|suggestion)\b|\bi\s*{_BE}\s+proposing\b",
        "Our recommendation is to wait.",
    ),
    (
        "deny",
        120,
        LEAD + rf"(?:\w+\s+){{1,6}}?{_BE}\s+{_NOT}\s+"
        r"(?!(?:at|available|clear|determined|going|in|just|known|on|only|sure|yet)\b)",
        "The leak was not intentional.",
    ),
    (
        "deny",
        120,
        LEAD + r"(?:\w+\s+){1,6}?would\s+(?:not|n't)\s+"
        r"(?:affect|change|harm|hurt|lead|mean|be\s+(?!able|eligible)\w+)",
        "The move would not hurt the fish.",
    ),
    (
        "deny",
        120,
        LEAD + rf"(?:\w+\s+){{1,6}}?(?:did|do|does|had|has|have)\s+{_NOT}\s+"
        r"(?:do|done|knew|know|lie|lied|made|make|meet|met|receive\w*|said|say|send|sent|use|used)\b",
        "The mayor did not send the letter.",
    ),
    (
        "deny",
        120,
        LEAD + r"(?:there\s+never\s+(?:was|were)|(?:\w+\s+){1,4}?never\s+(?:had|made|met|obtained"
        r"|received|said|saw|sent|took|told))\b",
        "The mayor never received the letter.",
    ),
    (
        "expect",
        130,
        r"\b(?:will|would|wo|'ll|(?:'s|is|are|'re)\s+going\s+to)\s+(?:\w+ly\s+|not\s+|n't\s+|also\s+|still\s+|never\s+)*"
        r"(?:add|allow|announce|beat|become|begin|benefit|bring|close|come|continue|cost|create|cut|decide"
        r"|defeat|depress|derail|drop|end|fall|force|grow|happen|help|increase|lead|lose|meet|open|permit"
        r"|raise|reduce|respond|result|resume|rise|seal|simplify|start|take|turn|vote|win"
        r"|be\s+(?!able|eligible)\w+|have\s+(?:an?|some|to)\b|do\s+(?:better|fine|the\s+right|well))",
        "Prices would rise in spring.",
    ),
    (
        "expect",
        130,
        r"\b(?:could|may|might)\s+(?:well\s+|even\s+)?(?!be\b|have\b|not\b)\w+"
        r"|\b(?:wo|will|ca|can)\s+(?:n't|not)\s+win\b|\bwo\s+n't\s+(?!be\b|have\b)\w+"
        rf"|\b{_BE}\s+(?:bound\s+to|expected|likely|projected|unlikely)\b|\b(?:assumption|forecasts?)\b",
        "Prices are likely to rise.",
    ),
)
"""They come after fault."""
