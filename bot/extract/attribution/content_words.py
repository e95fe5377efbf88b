"""Words in what is said that tell its act where the cue ("said") does not.

Patterns are regular expressions on lower-case words; each group has a sentence it is met in, as an example.
"""

import re

# stems that find fault
_BLAME = r"""
crazy wrong|wrongly awful terrible horrible fail(?:s|ed|ing|ure|ures)? lie[sd]? lying liar corrupt(?:ion)?
fraud\w* disrespect\w* unfair\w* scam\w* exaggerat\w* overstep\w* mishandl\w* outrag\w* racis[tm]
sexis[tm] bigot\w* misogyn\w* unfit unqualified reckless\w* gutless dishonest\w* crook\w* rigged
disgrac\w* shame\w* hypocri\w* troubling disturbing appalling unstable discriminat\w* scapegoat\w* loot\w*
illegal\w* unlawful unconstitutional violat\w* incompeten\w* disast\w* absurd ridiculous irresponsibl\w*
insult\w* hateful divisive demagog\w* criminal\w* pathological cruel\w* betray\w* cheat\w*
bull(?:y|ying|ied) weak stupid\w* nasty sick pathetic ignoran\w* unacceptable insane joke\w* nonsense
manipulat\w* meddl\w* interfer\w* mislead\w* misled deceiv\w* decept\w* hid(?:e|es|ing|den) cover-up
blam\w+ lacks? worst ruin\w* destroy\w* wreck\w* mess poison\w* immoral phony con un-american negligen\w*
sabotag\w* smear\w* rip-off greed\w* squeez\w* gerrymander\w* make\s+any\s+sense n't\s+right provoc\w*
aggress\w* undermin\w*
"""
_PRAISE = r"""
great(?:est)?(?!\s+(?:britain|depression|lakes|deal)) huge\s+win brilliant proud honou?red pleased
delighted grateful thank(?:s|ful)? excellent wonderful fantastic amazing terrific tremendous outstanding
smart historic magic hero\w* courag\w* inspir\w* incredibl\w* remarkable impressive well-reasoned
congratulat\w* admir\w* talented beautiful victory triumph wise brave tireless\w* respected magnificent
superb perfect best\s+(?:\w+\s+)?(?:man|woman|person|choice|candidate|president)
"""
_DANGER = r"""
danger\w* threat(?:s|en|ens|ening)? risks? harm\w* catastroph\w* devastat\w* retaliat\w* consequences
chaos crisis escalat\w* effectively\s+force jeopardi[sz]\w* collapse war
"""


def _words(table: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table.split()) + r")\b")


BLAME = _words(_BLAME)
PRAISE = _words(_PRAISE)
DANGER = _words(_DANGER)

SELF = r"(?:i|we|he|she|they|it)"
_ADV = r"(?:\s+(?:also|still|now|simply|just|personally|certainly|\w+ly))?"

# he would not answer; we are not going to pay; "Not going to go into that"
REFUSAL = re.compile(
    rf"\b{SELF}{_ADV}\s*(?:'d|will|would|wo|can|could|am|'m|is|are|'re|was|were)?{_ADV}\s*"
    rf"(?:cannot|can't|won't|wouldn't|couldn't|(?:not|never|n't)(?=\s+(?:\w+ly\s+)?(?:going|accept|answer|support|allow|back|"
    r"vote|comment|sign|agree|take|let|pay|talk|speak|meet|negotiate|give|go|join|tolerate|stand|be\b)))"
    r"|^\W*(?:not going to|absolutely not|never)\b|\bnot in the habit\b"
)
# it would raise wages; I'll veto it
PROMISE = re.compile(
    rf"\b(?:{SELF})(?:{_ADV}\s+(?:will|would|shall)|\s*'ll|\s*'d){_ADV}\s+(?!be\b|have\b|cost|take|mean|require|like|"
    r"prefer|not|never|help|lead|permit|consider|probably)\w+"
)
PLAN = re.compile(
    rf"\b{SELF}{_ADV}\s*(?:am|is|are|was|were|'m|'re|'s)\s+(?:going|planning|preparing|determined|ready|set)\s+to\b"
    rf"|\b{SELF}\s+(?:plans?|intends?|planned|intended|wants?|wanted|hopes?)\s+to\b"
)
# they support the change; I will vote for him
SUPPORT = re.compile(
    rf"\b{SELF}{_ADV}\s*(?:will|would|'ll|had|has|have|'d|'s)?{_ADV}\s+(?:supports?|supported|accept(?:s|ed)?|agreed?|endorse[sd]?|"
    r"back(?:s|ed)?|welcome[sd]?|favou?r(?:s|ed)?|vote for)\b"
)
OPPOSE = re.compile(rf"\b{SELF}{_ADV}\s+(?:oppose[sd]?|reject(?:s|ed)?|refuse[sd]?|declined?|objects?)\b")
DEMAND = re.compile(
    r"\b(?:should|must(?!\s+(?:tell|say))|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to|it\s*'s\s+time|there\s+is\s+a\s+need|let\s*'s|on\s+(?:the\s+)?condition\s+that|only\s+if"
    r"|(?:is|are)\s+needed|all\s+we\s+are\s+asking)\b"
)
# was not intentional; is unfounded; "No, this is not politics"
DENIAL = re.compile(
    r"^\W*no\b\W|\b(?:unfounded|untrue|baseless|false|nonsense|fabricat\w+|misinterpreted|not\s+true|hoax)\b"
    r"|\b(?:percent|entirely|completely|totally|simply|just|flat)\s+wrong\b|\bhold\s+weight\b"
)
# was not intentional; would not change a thing; seldom of what is merely not known yet
NEGATED = re.compile(
    r"\b(?:(?:is|was|were|are)\s+(?:not|n't|never)\s+(?!yet|only|just|clear|known|sure|determined|going|"
    r"be|been|eligible|in\b|on\b|at\b|available)|(?:would|will)\s+(?:not|n't)\s+(?:affect|change|hurt|harm|mean|lead|be\s+pigeon)\w*)"
)
FUTURE = re.compile(
    r"\b(?:will|would|wo)\s+(?:\w+ly\s+)?(?:permit|cost|help|take|lead|rise|fall|grow|win|lose|increase|reduce|cut|end|happen|"
    r"come|become|result|bring|create|be\s+(?!eligible|able)\w+(?:ed|en)\b)|\b(?:could|may|might)\s+(?:lead|result|cost|become|rise|fall|happen)"
    r"|\b(?:is|are|was|were)\s+(?:likely|expected|bound)\b|\bforecasts?\b|\bassumption\b"
)
WOULD = re.compile(r"\b(?:will|would|could|may|might|can)\b")
CONCERN = re.compile(
    rf"\b{SELF}\s+(?:is|was|were|are|'m|am)\s+(?:\w+\s+)?(?:concerned|worried|afraid|hopeful|confident)\b"
)
CONFESSION = re.compile(
    r"\ba\s+mistake\b|\b(?:i|we|he|she|they)\s+(?:was|were)\s+wrong\b|\bresponsibility\b|\bi\s+regret\b"
)
ASKING = re.compile(r"\?\W*$")
