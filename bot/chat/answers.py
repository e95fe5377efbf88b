"""Answers as they are read: who did what, their words, the day and the source; or exactly what is missing."""

import re
from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton

from bot.answer import Answer
from bot.answer.ranking import said_on
from bot.chat import dates
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.render import QUOTE, act_of, bold, escape, fit, quote, shorten, speaker_of, title_link, words_of
from bot.chat.turn import Reply
from bot.words import fold
from storage.models import Article, Claim, Question

PAGE = 5
NEAREST = 3
REPEATS = 3  # further sources that are named

ACTS_ASKED = {
    "deny": "denying it", "confirm": "confirming it", "demand": "demanding it", "promise": "promising it",
    "accept": "accepting it", "refuse": "refusing it", "warn": "warning of it", "accuse": "accusing anybody",
    "propose": "proposing it",
}  # fmt: skip
NEAREST_IS = {
    "mentions": "Others have spoken of them:",
    "said": "What was said on it, which names no date:",
    "otherwise": "What there is on the same:",
    "other days": "On other days:",
    "others": "Others on the same:",
    "latest": "The latest from them on record, about something else:",
}
_OPENS = "\"“‘'«„"


def claims_page(question: Question, found: Answer, offset: int) -> Reply:
    """Return a page of claims: a speaker's together, newest first; what is disputed side by side."""
    ordered = _ordered(found)
    offset = offset if offset < len(ordered) else 0
    shown = ordered[offset : offset + PAGE]
    notes = {pair.denied.id: _differ(pair.held, pair.denied) for pair in found.disputes}
    placed = [claim.id for claim in ordered]
    blocks = [f"“{escape(question.words)}”"]
    for claim in shown:
        lead = notes.get(claim.id, "") if placed.index(claim.id) > 0 else ""
        blocks.append(lead + evidence(claim) + _repeats(found.repeats.get(claim.id, ())))
    more = offset + PAGE < len(ordered)
    if offset or more:
        blocks.append(f"{offset + 1} to {offset + len(shown)} of {len(ordered)}")
    further: list[InlineKeyboardButton] = []
    if any(claim not in ordered for claim in found.beside):
        further.append(button("Who else", "beside", question.id, 0))
    if found.query.speakers or found.query.topic:
        further.append(button("Follow this", "follow_this", question.id))
    turning = pages("answer", question.id, offset=offset, size=PAGE, more=more)
    return Reply(fit(blocks), keyboard(turning, further))


def beside_page(question: Question, found: Answer, offset: int) -> Reply:
    """Return a page of what others said on the same."""
    offset = offset if offset < len(found.beside) else 0
    shown = found.beside[offset : offset + PAGE]
    blocks = [f"“{escape(question.words)}” Others on the same:", *map(evidence, shown)]
    more = offset + PAGE < len(found.beside)
    turning = pages("beside", question.id, offset=offset, size=PAGE, more=more)
    return Reply(fit(blocks), keyboard(turning, [button("Back to the answer", "answer", question.id, 0)]))


def evidence(claim: Claim) -> str:
    """Return a claim as evidence: who did what on which day, the words, and the source."""
    words = shorten(words_of(claim.article.text, claim.content), QUOTE)
    if claim.quote == "direct" and words[:1] not in _OPENS:
        words = f"“{words}”"
    day = dates.stated(claim.said_on) if claim.said_on else "day not known"
    return f"{bold(speaker_of(claim))} {act_of(claim)} · {day}\n{quote(words)}\n{source(claim.article)}"


def source(article: Article) -> str:
    """Return where something stands: the article's name, outlet and day."""
    by = f", {escape(shorten(article.source, 60))}" if article.source else ""
    appeared = dates.published_day(article)
    on = f", published {dates.day(appeared)}" if appeared else ""
    return f"{title_link(article)}{by}{on}"


def _ordered(found: Answer) -> list[Claim]:
    """Bring a speaker's claims together, newest first, and what a claim denies or is denied by after it."""
    named = list(dict.fromkeys(map(speaker_of, found.claims)))
    counterpart = {pair.held.id: pair.denied for pair in found.disputes}
    counterpart |= {pair.denied.id: pair.held for pair in found.disputes}
    pages_of = [found.claims[n : n + PAGE] for n in range(0, len(found.claims), PAGE)]
    ordered: dict[int, Claim] = {}
    for page in pages_of:  # the best come first, however they are put on their page
        newest = sorted(page, key=said_on, reverse=True)
        for claim in sorted(newest, key=lambda one: named.index(speaker_of(one))):
            ordered.setdefault(claim.id, claim)
            if claim.id in counterpart:
                other = counterpart[claim.id]
                ordered.setdefault(other.id, other)
    return list(ordered.values())


def _differ(held: Claim, denied: Claim) -> str:
    if speaker_of(held) == speaker_of(denied):
        days = [dates.stated(one.said_on) for one in (held, denied) if one.said_on]
        return f"<i>Said both ways{': ' + ' and '.join(days) if len(days) == 2 else ''}</i>\n"
    return f"<i>Disputed: {escape(speaker_of(held))} says so, {escape(speaker_of(denied))} does not</i>\n"


def _repeats(again: Sequence[Claim]) -> str:
    articles = list({claim.article_id: claim.article for claim in again}.values())[:REPEATS]
    return "".join(f"\nAlso: {source(article)}" for article in articles)


def nothing(found: Answer, question: Question) -> Reply:
    """Say exactly what is not on record, and offer the nearest as what it is."""
    query = found.query
    topic = escape(", ".join(as_typed(query.topic, question.words)))
    if query.unknown_name:
        name = escape(shorten(query.unknown_name, 60))
        sentence = f"Nothing on record: nobody called {name} has said anything I have read."
    elif query.kind in ("when", "next"):
        found_none = "no article names a date for that" if topic else "no article names a date that is ahead"
        sentence = f"Nothing on record: {found_none}."
    elif query.acts and query.acts[0] in ACTS_ASKED:
        who = _asked_about(found) or "nobody"
        sentence = (
            f"Nothing on record: {who} is {'not ' * (who != 'nobody')}on record {ACTS_ASKED[query.acts[0]]}."
        )
    else:
        who = f" from {_asked_about(found)}" if _asked_about(found) else ""
        sentence = f"Nothing on record{who} about “{topic}”." if topic else f"Nothing on record{who}."
    if query.since or query.until:
        sentence += f" I looked only at {_span(query.since, query.until)}."
    blocks = [f"“{escape(question.words)}”", sentence]
    if found.nearest:
        blocks.append(f"The nearest I have is no answer. {NEAREST_IS[found.near or 'otherwise']}")
        blocks += map(evidence, found.nearest[:NEAREST])
    elif not query.speakers:
        blocks.append("Send me an article about it, and ask again.")
    return Reply(fit(blocks))


def _span(since: date | None, until: date | None) -> str:
    if since and until:
        return dates.day(since) if since == until else f"{dates.day(since)} to {dates.day(until)}"
    return f"the days from {dates.day(since)}" if since else f"the days to {dates.day(until)}"  # type: ignore[arg-type]  # one of them is set


def _asked_about(found: Answer) -> str:
    """Return the name of the speaker a question without an answer asks about, empty where it asks of all."""
    theirs = (claim for claim in found.nearest if claim.speaker_id in found.query.speakers)
    return next((escape(speaker_of(claim)) for claim in theirs), escape(shorten(found.query.who, 60)))


def as_typed(topic: Sequence[str], words: str) -> list[str]:
    """Return the words of the topic, which are folded, as the question has them."""
    typed = {fold(word): word for word in re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*", words)}
    return [typed.get(word, word) for word in topic]
