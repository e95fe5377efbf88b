"""Which way the clause around an expression points: ahead, back, or neither."""

from bot.extract.dates.language import Tense
from bot.extract.dates.tokens import Tokens

AHEAD, BACK, NEITHER = 1, -1, 0
FIRMLY_AHEAD = 2

# How far from an expression its verb is looked for, in tokens.
_REACH = 40
# Further off than this an infinitive no longer holds the date; the verb it hangs on does.
_INFINITIVE_REACH = 12
# How far before "to 12 May" its "extended" is.
_MOVE_REACH = 8


def is_past(word: str, tense: Tense) -> bool:
    """Say whether a word is a simple past or a past participle."""
    return word in tense.IRREGULAR_PASTS or (
        len(word) > 3 and word.endswith("ed") and word not in tense.NOT_PAST and word not in tense.AHEAD_WORDS
    )


def _quoted(tokens: Tokens, place: int) -> bool:
    return tokens.codes[place] == '"'


def verb_points(tokens: Tokens, place: int, first: int) -> int | None:
    """Return which way the word at `place` points, None for no verb or cue; `first` opens its sentence."""
    word = tokens.words[place]
    before = tokens.words[place - 1] if place > first else ""
    if word in tokens.tense.FIRM and (word not in ("set", "due") or before in tokens.tense.BE):
        return FIRMLY_AHEAD
    if word in tokens.tense.AHEAD_MODALS:
        following = tokens.words[place + 1 : place + 3]
        if word == "could" and {"not", "n't", "t"} & set(following):
            # "could not be reached on Saturday".
            return BACK
        if word in ("would", "could", "might", "should", "may", "must") and "have" in following:
            return BACK
        if word == "may" and tokens.text[tokens.starts[place]].isupper():
            return None
        return AHEAD
    if word in tokens.tense.AHEAD_WORDS:
        if word == "set":
            onward = tokens.words[place + 1] if place + 1 < len(tokens.words) else ""
            return AHEAD if onward in ("to", "for") or before in tokens.tense.BE else BACK
        return AHEAD
    if before == "to" and _may_be_infinitive(tokens, place):
        return _infinitive(tokens, place, first)
    if is_past(word, tokens.tense):
        named = place > first and tokens.text[tokens.starts[place - 1]].isupper()
        if before in ("be", "being", "is", "are") or (before in tokens.tense.AHEAD_MODALS and not named):
            return None
        if word.endswith("ed") and before in ("the", "a", "an", "its", "his", "their", "of", "more", "most"):
            return None
        return BACK
    if word.endswith("ing") and before == "be" and tokens.words[place - 2] == "to":
        return _infinitive(tokens, place - 1, first)
    if word.endswith("ing") and before in ("is", "are", "'re", "am", "be"):
        return AHEAD
    if word in tokens.tense.BACK_PRESENTS:
        return BACK
    if word in ("has", "have", "had"):
        following = tokens.words[place + 1 : place + 4]
        return BACK if word == "had" or any(is_past(w, tokens.tense) for w in following) else AHEAD
    if word in tokens.tense.AHEAD_PRESENTS and tokens.text[tokens.starts[place]].islower():
        return _present(tokens, place, before)
    return None


def _may_be_infinitive(tokens: Tokens, place: int) -> bool:
    """Say whether the word after "to" can be a verb: "to meet", not "to reporters" or "to the port"."""
    word = tokens.words[place]
    if word.endswith("ing") and len(word) > 6:
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    lower = tokens.text[tokens.starts[place]].islower()
    return lower and word.isalpha() and not plural and word not in tokens.tense.NEVER_VERBS


def _infinitive(tokens: Tokens, place: int, first: int) -> int | None:
    """Return which way "to meet" points: by the word it hangs on."""
    for back in range(place - 2, max(first, place - 7) - 1, -1):
        word = tokens.words[back]
        if word in tokens.tense.NEAR_HEADS:
            if back == place - 2:
                return AHEAD
            return BACK if word in ("was", "were") else AHEAD
        if (
            word in tokens.tense.AHEAD_HEADS
            or word in tokens.tense.AHEAD_WORDS
            or word in tokens.tense.AHEAD_MODALS
        ):
            return AHEAD
        if is_past(word, tokens.tense):
            return BACK
    return AHEAD if place - 2 >= first else None


def _present(tokens: Tokens, place: int, before: str) -> int | None:
    """Return which way a simple present points; a form that is as often a noun needs a subject before it."""
    word = tokens.words[place]
    if word in ("is", "are", "am", "'re", "do", "does"):
        return AHEAD
    if before in tokens.tense.NOUN_LEADS or tokens.codes[place - 1] in "DNBYs":
        return None
    if before.endswith(tokens.tense.ADJECTIVE_ENDINGS):
        # "adversarial debates" are no verb.
        return None
    if not word.endswith("s") and before not in tokens.tense.BASE_SUBJECTS and not before.endswith("s"):
        return None
    if before in ("did", "not", "n't", "t") and place > 1 and "did" in tokens.words[place - 3 : place]:
        return BACK
    return AHEAD


def direction(tokens: Tokens, first: int, end: int) -> int:
    """Return which way the clause that governs the expression `first`:`end` points.

    The nearest verb before it in its sentence decides; where there is none, the first after it. "will" and
    its like, with no comma between, point FIRMLY_AHEAD: they outweigh how far off a month is.
    """
    start, stop = tokens.sentence(first)
    if tokens.words[first] == "earlier":
        return BACK
    before = tokens.words[first - 1] if first > start else ""
    if before in tokens.tense.AHEAD_PREPOSITIONS and not _told_back(tokens, start, first - 1, end, stop):
        return AHEAD
    if before in tokens.tense.BACK_PREPOSITIONS:
        return BACK
    if before == "to" and tokens.tense.MOVED_TO & set(tokens.words[max(start, first - _MOVE_REACH) : first]):
        return AHEAD
    if "ahead" in tokens.words[max(start, first - 4) : first]:
        return AHEAD
    behind = _behind(tokens, start, first)
    ahead = verb_points(tokens, end, start) if end < stop else None
    if behind is not None and (ahead is None or behind[1]):
        return behind[0] if behind[1] else min(behind[0], AHEAD)
    if ahead is not None:
        return ahead
    if behind is None and tokens.words[start] in tokens.tense.TOLD_FIRST and start < first:
        return BACK
    for place in range(end, min(stop, end + _REACH)):
        if _quoted(tokens, place):
            break
        points = verb_points(tokens, place, start)
        if points is not None and tokens.words[place] not in ("before", "by", "set"):
            return points
    return NEITHER


def _behind(tokens: Tokens, start: int, first: int) -> tuple[int, bool] | None:
    """Return which way the nearest verb before token `first` points, and whether no comma parts the two."""
    near, after = True, False
    for place in range(first - 1, max(start, first - _REACH) - 1, -1):
        if _quoted(tokens, place) and place < first - 1:
            return None
        # "may read them after a hearing on Tuesday": what comes after has happened.
        if tokens.words[place] == "because" and near:
            return BACK, True
        after = after or (near and tokens.words[place] in ("after", "following"))
        near = near and tokens.codes[place] != ","
        if place == first - 1 and tokens.words[place] in tokens.tense.AHEAD_PREPOSITIONS:
            continue
        points = verb_points(tokens, place, start)
        if points == AHEAD and first - place > _INFINITIVE_REACH and tokens.words[place - 1] == "to":
            # "asked the port to lower its fees at a packed hearing in Oslo on Monday": the asking was then.
            continue
        if points is not None:
            if after and points == AHEAD and tokens.words[first - 1] != "the":
                return BACK, near
            # "ends in June": a verb at the date's side leaves no doubt.
            return (FIRMLY_AHEAD if points == AHEAD and first - place <= 2 else points), near
    return None


def _told_back(tokens: Tokens, start: int, place: int, end: int, stop: int) -> bool:
    """Say whether "by Friday" or "before Friday" hangs on a plain past: "had left by Friday"."""
    for back in range(place - 1, max(start, place - 6) - 1, -1):
        points = verb_points(tokens, back, start)
        if points is not None:
            if points != BACK:
                return False
            if tokens.words[place] == "by":
                return tokens.words[back] not in ("said", "told")
            return (
                tokens.words[place] in ("until", "till")
                and tokens.words[back] not in tokens.tense.GIVES_UNTIL
            )
    if place == start:
        # "Until Monday, both had been on sale": the main clause follows.
        return (
            next((p for i in range(end, stop) if (p := verb_points(tokens, i, start)) is not None), AHEAD)
            == BACK
        )
    return False
