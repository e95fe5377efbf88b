"""The closed classes of English, and noun phrases read without a tagger."""

import re
from collections.abc import Sequence

from bot.extract.attribution.tokens import Token
from bot.extract.attribution.wordset import wordset

DETERMINERS = wordset(
    """
    the a an this that these those some any no every each either neither another all both many most few
    several much more such other his her its their our my your whose one two three four five six seven
    eight nine ten dozens hundreds thousands numerous
    """
)
POSSESSIVES = wordset("his her its their our my your whose")
SUBJECTS = wordset("i you he she it we they who everyone everybody nobody someone anyone")
OBJECTS = wordset("me you him her it us them himself herself themselves itself myself ourselves")
PREPOSITIONS = wordset(
    """
    of in on at by for with from to into onto about against among between over under after before during
    since until through across toward towards via within without upon despite amid along around behind
    beyond near as than like per including outside inside ahead alongside
    """
)
ATTACHING = wordset("by of for from with at in on to behind against close near within")
CONJUNCTIONS = wordset("and or but nor yet")
SUBORDINATORS = wordset(
    """
    because while when if although though as after before since until unless whereas where whether that
    so once how why what which
    """
)
RELATIVES = frozenset(("who", "which", "that"))
BE = wordset("be am is are was were been being 's 're 'm")
HAVE = wordset("have has had having 've 'd 's")
DO = frozenset(("do", "does", "did"))
MODALS = wordset("will would can could may might shall should must ca wo 'll 'd cannot ought")
AUXILIARIES = BE | HAVE | DO | MODALS | {"n't", "not", "never"}
NEGATIONS = wordset("not n't never no neither nor cannot hardly")
WH = wordset("that whether how why what when where who which if whom")
ADVERBS = wordset(
    """
    also not never n't ever always often once again already just still even only further later then now
    soon thus far too so instead rather almost earlier recently reportedly long first both all each
    quickly well yet however twice initially sometimes perhaps maybe
    """
)
NOT_ADVERBS = wordset(
    """
    family only reply ally rally bully july italy supply assembly monopoly anomaly emily billy sally
    kelly molly reilly daly early daily weekly monthly likely friendly elderly o'reilly beverly kimberly
    holly
    """
)
TIMES = wordset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow tonight morning afternoon
    evening night week month year weekend day noon midnight hours days weeks months years ago last next
    earlier later early late recently this jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec.
    spring summer autumn fall winter again
    """
)
WEEKDAYS = wordset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")
_FINITE = wordset("is are was were has have had will would can could may might should must does did do")
_DASHES = frozenset(("—", "–", "―", "-", "--"))
CLAUSE_MARKS = frozenset((";", ":", "—", "–", "―", "--", "...", "…"))
_NUMBER = re.compile(r"[\d$£€]")


def is_adverb(token: Token) -> bool:
    """Whether `token` may stand between an auxiliary and its verb."""
    low = token.low
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS and not token.is_capital
    )


def is_nominal(token: Token) -> bool:
    """Whether `token` may belong to the core of a noun phrase: noun, adjective, number, name."""
    low = token.low
    if not (token.is_word or low in ("$", "£", "€", "%", "'", "’", "&")):
        return False
    if low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES or low in OBJECTS:
        return token.is_capital and low in ("may", "will", "per") and token.text.istitle()
    return low not in SUBORDINATORS and low not in SUBJECTS and not is_adverb(token)


def starts_noun_phrase(token: Token) -> bool:
    """Whether a noun phrase may begin with `token`."""
    low = token.low
    return low in DETERMINERS or low in SUBJECTS or low in OBJECTS or is_nominal(token)


def starts_name_or_determiner(token: Token) -> bool:
    """Whether a noun phrase surely begins here: a determiner, a name or a pronoun."""
    return token.low in DETERMINERS or token.low in SUBJECTS or (token.is_capital and is_nominal(token))


def base_end(tokens: Sequence[Token], i: int, limit: int) -> int:
    """Return the end of the simple noun phrase at `i` (no commas, no prepositions), `i` if none."""
    k = i
    if k < limit and tokens[k].low in SUBJECTS | OBJECTS and tokens[k].low not in POSSESSIVES:
        return k + 1
    while k < limit and tokens[k].low in DETERMINERS:
        k += 1
    first = k
    while k < limit and (is_nominal(tokens[k]) or tokens[k].low in ("'s", "'")):
        if k > first and tokens[k].low in DETERMINERS and tokens[k - 1].low != "'s":
            break
        k += 1
    return k


def phrase_end(tokens: Sequence[Token], i: int, limit: int) -> int:
    """Return the end of the noun phrase at `i` with its prepositional phrases; `i` if there is none."""
    k = base_end(tokens, i, limit)
    if k == i:
        return i
    while k + 1 < limit and tokens[k].low in ("of", "for", "from", "with", "at", "and", "&"):
        if tokens[k + 1].low in TIMES:
            break
        further = base_end(tokens, k + 1, limit)
        if further == k + 1:
            break
        k = further
    return k


def phrase_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Return where the noun phrase that ends before `end` begins, `floor` at most; `end` if none."""
    k = end
    while k > floor:
        k = _core_start(tokens, k, floor)
        # a further noun phrase that this one hangs on: the head of the office | of | the prime minister
        p = k - 1
        if p - 1 >= floor and k < end and tokens[p].low in ATTACHING and _carries(tokens[p - 1]):
            k = p
            continue
        if p - 1 >= floor and k < end and tokens[p].low in ("and", "or", "&") and _carries(tokens[p - 1]):
            start = _core_start(tokens, p, floor)
            if start < p and not (start > floor and tokens[start - 1].low in PREPOSITIONS - ATTACHING):
                k = start
                continue
        break
    return k


def _carries(token: Token) -> bool:
    return is_nominal(token) and token.low not in TIMES and token.low not in DETERMINERS


def _core_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    k = end
    while k > floor:
        token = tokens[k - 1]
        if token.low in ("'s", "'") and k - 1 > floor:
            k -= 1
            continue
        if token.low in POSSESSIVES or token.low in ("the", "a", "an"):
            return k - 1
        if token.low in DETERMINERS and token.low != "that":
            k -= 1
            continue
        if not is_nominal(token) or (token.low in TIMES and k < end and tokens[k].is_capital):
            return k
        k -= 1
    return k
