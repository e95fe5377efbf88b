"""Which way the clause around an expression points: ahead, back, or neither."""

from bot.extract.dates.language import Tense
from bot.extract.dates.tokens import Tokens

AHEAD, BACK, NEITHER = 1, -1, 0
FIRMLY_AHEAD = 2

# How far from an expression its verb is looked for, in tokens.
_REACH = 40
# Further off than this an infinitive no longer holds the date; the verb it hangs on does.
_INFINITIVE_REACH = 12
# Further off than this "its planned" says nothing of a date.
_ADJECTIVE_REACH = 4
# Marks that part a date from a verb before it.
_PARTS = ",;:"
# How far before "to 12 May" its "extended" is.
_MOVE_REACH = 8


def is_past(word: str, tense: Tense) -> bool:
    """Say whether a word is a simple past or a past participle."""
    return word in tense.irregular_pasts or (
        len(word) > 3
        and word.endswith(tense.past_endings)
        and word not in tense.not_past
        and word not in tense.ahead_words
    )


def _quoted(tokens: Tokens, place: int) -> bool:
    return tokens.codes[place] == '"'


def verb_points(tokens: Tokens, place: int, first: int) -> int | None:
    """Return which way the word at `place` points, None for no verb or cue; `first` opens its sentence."""
    word, tense = tokens.words[place], tokens.tense
    before = tokens.words[place - 1] if place > first else ""
    if word in tense.firm and (word not in tense.needs_be or before in tense.be):
        # "had been scheduled for February" is less sure of the year.
        return (
            AHEAD if tense.past_perfects & set(tokens.words[max(first, place - 2) : place]) else FIRMLY_AHEAD
        )
    if word in tense.ahead_modals:
        return _modal(tokens, place)
    if word in tense.ahead_nouns and (before in tense.noun_leads or is_past(before, tense)):
        # "announced plans this week"
        return None
    if word in tense.ahead_words:
        if word in tense.past_unless_ahead and before not in tense.be:
            return AHEAD if tense.purposes & set(tokens.words[place + 1 : place + 2]) else BACK
        return AHEAD
    if before in tense.infinitive_marks and _may_be_infinitive(tokens, place):
        return _infinitive(tokens, place, first)
    if is_past(word, tense):
        named = place > first and tokens.text[tokens.starts[place - 1]].isupper()
        if before in tense.passive_presents or (before in tense.ahead_modals and not named):
            return None
        if word.endswith(tense.past_endings) and _adjective(tokens, place, first):
            return None
        return BACK
    if word.endswith(tense.progressive_endings) and before in tense.progressive_be:
        marked = place - 2 >= first and tokens.words[place - 2] in tense.infinitive_marks
        return _infinitive(tokens, place - 1, first) if marked else AHEAD
    if word in tense.back_presents:
        # "The bank reports its results on Friday."
        return AHEAD if tense.published & set(tokens.words[place + 1 : place + 5]) else BACK
    if word in tense.perfects:
        following = tokens.words[place + 1 : place + 4]
        return BACK if word in tense.past_perfects or any(is_past(w, tense) for w in following) else AHEAD
    if word in tense.ahead_presents and tokens.text[tokens.starts[place]].islower():
        return _present(tokens, place, before)
    return None


def _planned(tokens: Tokens, place: int) -> bool:
    """Say whether a word like "planned" is its noun's: "its planned sale"."""
    word, tense = tokens.words[place], tokens.tense
    ahead = word in tense.ahead_words and word.endswith(tense.past_endings)
    return ahead and tokens.words[place - 1] in tense.participle_leads


def _adjective(tokens: Tokens, place: int, first: int) -> bool:
    """Say whether a participle is its noun's: "the flooded towns", "is visiting flooded towns"."""
    tense, before = tokens.tense, tokens.words[place - 1] if place > first else ""
    governed = before.endswith(tense.progressive_endings) and place - 2 >= first
    return before in tense.participle_leads or (governed and tokens.words[place - 2] in tense.progressive_be)


def _modal(tokens: Tokens, place: int) -> int | None:
    word, tense = tokens.words[place], tokens.tense
    following = set(tokens.words[place + 1 : place + 3])
    if word in tense.past_when_denied and tense.negations & following:
        # "could not be reached on Saturday".
        return BACK
    if word in tense.perfect_modals and tense.have & following:
        return BACK
    if tokens.language.means("month", word) and tokens.text[tokens.starts[place]].isupper():
        return None
    return AHEAD


def _may_be_infinitive(tokens: Tokens, place: int) -> bool:
    """Say whether the word after "to" can be a verb: "to meet", not "to reporters" or "to the port"."""
    word, tense = tokens.words[place], tokens.tense
    if word.endswith(tense.progressive_endings) and len(word) > 6:
        return False
    plural = word.endswith(tense.plural_endings) and not word.endswith(tense.singular_endings)
    lower = tokens.text[tokens.starts[place]].islower()
    return lower and word.isalpha() and not plural and word not in tense.never_verbs


def _infinitive(tokens: Tokens, place: int, first: int) -> int | None:
    """Return which way "to meet" points: by the word it hangs on."""
    tense = tokens.tense
    passive = tokens.words[place] in tense.be
    head, held = tokens.words[place - 2 : place - 1], tokens.words[max(first, place - 3) : place - 2]
    if tense.firm & set(head) and (tense.be - tense.past_be) & set(held):
        # "is due to pass in November"
        return FIRMLY_AHEAD
    for back in range(place - 2, max(first, place - 7) - 1, -1):
        word = tokens.words[back]
        if word in tokens.cues.that or (passive and back < place - 2 and is_past(word, tense)):
            # "guidelines to be published", whatever the verb further back tells.
            break
        if word in tense.near_heads:
            if back == place - 2:
                return AHEAD
            return BACK if word in tense.past_be else AHEAD
        if word in tense.given_up and tense.past_perfects & set(tokens.words[max(first, back - 2) : back]):
            # "had hoped to meet": they did not.
            return BACK
        if word in tense.ahead_heads or word in tense.ahead_words or word in tense.ahead_modals:
            return AHEAD
        if is_past(word, tense) and tokens.words[back - 1] not in tense.passive_presents:
            return BACK
    return AHEAD if place - 2 >= first else None


def _present(tokens: Tokens, place: int, before: str) -> int | None:
    """Return which way a simple present points; a form that is as often a noun needs a subject before it."""
    word, tense = tokens.words[place], tokens.tense
    if before in tense.ahead_modals:
        # The modal says it more firmly.
        return None
    if word in tense.never_nouns and before not in tense.negations:
        return None if before in tense.noun_leads and word not in tense.statives else AHEAD
    if before in tense.noun_leads or tokens.codes[place - 1] in "DNBYs":
        return None
    if before.endswith(tense.adjective_endings):
        # "adversarial debates" are no verb.
        return None
    third = word.endswith(tense.third_person_endings) and not word.endswith(tense.singular_endings)
    plain = tense.third_person_endings and not third
    if plain and before not in tense.base_subjects and not before.endswith(tense.plural_endings):
        return None
    if before in tense.negations and tense.did & set(tokens.words[max(0, place - 3) : place]):
        return BACK
    return AHEAD


def direction(tokens: Tokens, first: int, end: int) -> int:
    """Return which way the clause that governs the expression `first`:`end` points.

    The nearest verb before it in its sentence decides; where there is none, the first after it. "will" and
    its like, with no comma between, point FIRMLY_AHEAD: they outweigh how far off a month is.
    """
    start, stop = tokens.sentence(first)
    tense = tokens.tense
    if tokens.words[first] in tense.back_adverbs:
        return BACK
    before = tokens.words[first - 1] if first > start else ""
    if before in tense.ahead_prepositions and not _told_back(tokens, start, first - 1, end, stop):
        return AHEAD
    if before in tense.back_prepositions:
        return BACK
    near = tokens.words[max(start, first - _MOVE_REACH) : first]
    if before in tokens.cues.of and first - 2 >= start and tokens.words[first - 2] in tense.dates:
        return FIRMLY_AHEAD
    if before in tense.move_marks and tense.moved_to & set(near):
        return AHEAD
    if tense.ahead_adverbs & set(near[-4:]):
        return AHEAD
    behind = _behind(tokens, start, first, end)
    if _done(tokens, first, start) and (behind is None or behind[0] < AHEAD or not behind[1]):
        return BACK
    ahead = verb_points(tokens, end, start) if end < stop else None
    if behind is not None and (ahead is None or behind[1]):
        return behind[0] if behind[1] else min(behind[0], AHEAD)
    if ahead is not None:
        return ahead
    if behind is None and tokens.words[start] in tense.told_first and start < first:
        return BACK
    for place in range(end, min(stop, end + _REACH)):
        if _quoted(tokens, place):
            break
        points = verb_points(tokens, place, start)
        if points is not None and not in_relative_clause(tokens, place, stop):
            # "With heavy losses on Friday, the fund is smaller": what is so now tells nothing of then.
            led = first - start > 2 and tokens.words[place] in tense.statives
            return NEITHER if led and "," in tokens.codes[end:place] else points
    return NEITHER


def in_relative_clause(tokens: Tokens, place: int, stop: int) -> bool:
    """Say whether a past verb straight before a modal is another's: "the group she founded will meet"."""
    following = tokens.words[place + 1] if place + 1 < stop else ""
    return following in tokens.tense.ahead_modals and is_past(tokens.words[place], tokens.tense)


def _done(tokens: Tokens, first: int, start: int) -> bool:
    """Say whether the date is a noun's whose day has been: "her victories Tuesday", "his win on Tuesday"."""
    place = first - 1
    if place > start and tokens.words[place] in tokens.cues.date_leads:
        place -= 1
    return place > start and tokens.words[place] in tokens.tense.done


def _behind(tokens: Tokens, start: int, first: int, end: int) -> tuple[int, bool] | None:
    """Return which way the nearest verb before token `first` points, and whether no comma parts the two."""
    tense = tokens.tense
    near, after = True, False
    # "will return after a verdict on Friday was set aside"
    undone = end < len(tokens.words) and is_past(tokens.words[end], tense)
    for place in range(first - 1, max(start, first - _REACH) - 1, -1):
        if _quoted(tokens, place) and place < first - 1:
            return None
        # "may read them after a hearing on Tuesday": what comes after has happened.
        if tokens.words[place] in tense.reasons and near:
            return BACK, True
        after = after or (near and tokens.words[place] in tense.sequels)
        near = near and tokens.codes[place] not in _PARTS and tokens.text[tokens.starts[place]] not in "—–"
        if place == first - 1 and tokens.words[place] in tense.ahead_prepositions:
            continue
        points = verb_points(tokens, place, start)
        if points is not None and first - place > _ADJECTIVE_REACH and _planned(tokens, place):
            # "handed over the papers on its planned sale to the bank on Tuesday"
            continue
        marked = tokens.words[place - 1] in tense.infinitive_marks
        if points == AHEAD and first - place > _INFINITIVE_REACH and marked:
            # "asked the port to lower its fees at a packed hearing in Oslo on Monday": the asking was then.
            continue
        if points is not None:
            if after and (points == AHEAD or undone) and tokens.words[first - 1] not in tokens.sense.definite:
                return BACK, near
            # "ends in June": a verb at the date's side leaves no doubt.
            return (FIRMLY_AHEAD if points == AHEAD and first - place <= 2 else points), near
    return None


def _told_back(tokens: Tokens, start: int, place: int, end: int, stop: int) -> bool:
    """Say whether "by Friday" or "before Friday" hangs on a plain past: "had left by Friday"."""
    tense = tokens.tense
    for back in range(place - 1, max(start, place - 6) - 1, -1):
        points = verb_points(tokens, back, start)
        if points is not None:
            if points != BACK:
                return False
            if tokens.words[place] in tense.ends_by:
                return tokens.words[back] not in tense.said
            return tokens.words[place] in tense.lasts_until and tokens.words[back] not in tense.gives_until
    if place <= start + 1:
        # "Until Monday, both had been on sale": the main clause follows.
        return (
            next((p for i in range(end, stop) if (p := verb_points(tokens, i, start)) is not None), AHEAD)
            == BACK
        )
    return False
