"""The card of an article, the pages of its claims, and one claim in full."""

from collections import defaultdict
from datetime import date, tzinfo
from itertools import zip_longest

from bot.chat import appeared, copies, dates, languages, numeric
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.render import (
    LONG_QUOTE,
    QUOTE,
    act_of,
    bold,
    capitalised,
    escape,
    fit,
    name_of,
    quote,
    sentence_around,
    shorten,
    speaker_of,
    title_link,
    words_of,
)
from bot.chat.turn import Press, Reply, Turn
from storage import articles, claims, subscriptions
from storage.models import Article, Claim, Event

BEST = 3
PAGE = 5
SURE = 0.5  # confidence from which a claim is more likely right than not
EVENTS = 4
MONTH = len("2022-02")  # in a language that is not read, a bare year is hardly a date

GONE = Reply(toast="That is no longer on record.")


async def card(turn: Turn, article_id: int, note: str = "") -> Reply:
    """Return the card of an article, under a line that says how it came to be shown."""
    article = await articles.get(turn.session, article_id)
    if article is None:
        return GONE
    followed = {one.key: one.id for one in await subscriptions.of_chat(turn.session, turn.chat.id)}
    events = events_of(article)
    ahead = [event for event in events if dates.is_ahead(event, turn.today)]
    blocks = [note, heading(article, turn.zone), await copies.note(turn, article)]
    if article.language != "en":
        blocks.append(other_language(article))
    told = [event for event in events if event in ahead or _is_off(event, turn.today)]
    if article.copy_of_id is None or article.claims:
        blocks += said(article)
    blocks += due(events, told, turn.zone)
    subscription = followed.get(f"story:{article.story_id}")
    row = [
        button("Follow story", "follow", "article", article.id)
        if subscription is None
        else button("Unfollow story", "unfollow", subscription)
    ]
    if ahead:
        row.append(button("Remind me", "remind", article.id))
    asked = [one for one in (appeared.question(article), numeric.question(article)) if one is not None]
    blocks += [text for text, _ in asked]
    every = [button(f"All claims ({len(article.claims)})", "claims", article.id, 0)] if article.claims else []
    return Reply(
        fit(blocks), keyboard(*(buttons for _, buttons in asked), every, row, copies.to_original(article))
    )


def heading(article: Article, zone: tzinfo) -> str:
    """Return title, source, authors and date."""
    names = [article.source, ", ".join(article.authors[:3])]
    by = " · ".join(escape(shorten(name, 80)) for name in names if name)
    line = f"{by} · {dates.published(article, zone)}" if by else capitalised(dates.published(article, zone))
    return f"<b>{title_link(article)}</b>\n{line}"


def other_language(article: Article) -> str:
    """Say that only dates were read, and which."""
    found = [
        escape(article.text[timex["start"] : timex["end"]])
        for timex in article.timexes
        if timex.get("type") == "DATE" and len(str(timex.get("value") or "")) >= MONTH
    ]
    language = escape(languages.name(article.language))
    kept = f"It is in {language}. I kept it, but I read who said what in English only."
    return f"{kept} Dates found: {', '.join(dict.fromkeys(found[:6]))}." if found else kept


def said(article: Article) -> list[str]:
    """Return the blocks of who said what: the best few, by different speakers first, as the text has them."""
    if not article.claims:
        return ["Nobody is quoted in it."] if article.language == "en" else []
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(article.claims, key=lambda claim: -claim.confidence):
        by_speaker[speaker_of(claim)].append(claim)
    rounds = zip_longest(*by_speaker.values())
    best = [claim for turn in rounds for claim in turn if claim is not None][:BEST]
    best.sort(key=lambda claim: claim.start)
    day = dates.published_day(article)
    appeared_on = day.isoformat() if day else None
    blocks = [claim_block(claim, article, said_on=claim.said_on != appeared_on) for claim in best]
    return ["<b>Who said what</b>", *blocks]


def due(events: list[Event], ahead: list[Event], zone: tzinfo) -> list[str]:
    """Return the block of what comes next, or of what was due when all of it is past."""
    shown = (ahead or events)[:EVENTS]
    if not shown:
        return []
    title = "What comes next" if ahead else "Dates in it, now past"
    lines = [f"• {dates.event_line(event, zone)}" for event in shown]
    if len(ahead or events) > EVENTS:
        lines.append(f"and {len(ahead or events) - EVENTS} more")
    return [f"<b>{title}</b>\n" + "\n".join(lines)]


def _is_off(event: Event, today: date) -> bool:
    """Tell whether an event that would still be to come has been called off, which is news of its own."""
    return event.status == "cancelled" and event.last_day is not None and event.last_day >= today


def events_of(article: Article) -> list[Event]:
    """Return the events an article mentions, each once, soonest first."""
    found = {mention.event.id: mention.event for mention in article.mentions}
    return sorted(found.values(), key=lambda event: (event.first_day or date.max, event.id))


def claim_block(claim: Claim, article: Article, *, said_on: bool = False, limit: int = QUOTE) -> str:
    """Return who did what, over the words."""
    line = f"{bold(speaker_of(claim))} {act_of(claim)}"
    if said_on and claim.said_on:
        line += f" · {dates.stated(claim.said_on)}"
    return f"{line}\n{quote(shorten(words_of(article.text, claim.content), limit))}"


async def show(turn: Turn, article_id: int) -> Reply:
    """Go back to an article's card."""
    return await card(turn, article_id)


def listed(article: Article, verb: str) -> list[Claim]:
    """Return the claims of one list in the text's order: `claims` those one may rely on, else `doubts`."""
    sure = [claim for claim in article.claims if claim.confidence >= SURE]
    if verb == "claims":
        return sure or article.claims
    return [claim for claim in article.claims if claim.confidence < SURE] if sure else []


async def page(turn: Turn, article_id: int, offset: int) -> Reply:
    """Return a page of the claims of an article; the doubtful ones are behind a button."""
    return await _page(turn, article_id, offset, "claims")


async def doubts(turn: Turn, article_id: int, offset: int) -> Reply:
    """Return a page of the claims that may have been misread."""
    return await _page(turn, article_id, offset, "doubts")


async def _page(turn: Turn, article_id: int, offset: int, verb: str) -> Reply:
    article = await articles.get(turn.session, article_id)
    if article is None:
        return GONE
    every = listed(article, verb)
    offset = offset if offset < len(every) else 0
    shown = every[offset : offset + PAGE]
    what = "Claims" if verb == "claims" else "Less sure readings"
    blocks = [f"{bold(name_of(article))}\n{what} {offset + 1} to {offset + len(shown)} of {len(every)}"]
    blocks += [
        f"{number}. {claim_block(claim, article, said_on=True)}"
        for number, claim in enumerate(shown, offset + 1)
    ]
    numbers = [button(str(number), "claim", claim.id) for number, claim in enumerate(shown, offset + 1)]
    turning = pages(verb, article.id, offset=offset, size=PAGE, more=offset + PAGE < len(every))
    other = "doubts" if verb == "claims" else "claims"
    others = listed(article, other)
    name = f"Less sure ({len(others)})" if other == "doubts" else "Sure ones"
    across = [button(name, other, article.id, 0)] if others else []
    return Reply(
        fit(blocks), keyboard(numbers, turning, [*across, button("To the card", "card", article.id)])
    )


async def one(turn: Turn, claim_id: int) -> Reply:
    """Return one claim in full, with the sentence it stands in."""
    found = await claims.by_ids(turn.session, [claim_id])
    if not found:
        return GONE
    claim = found[0]
    article = claim.article
    spans = claim.source + claim.cue + claim.content
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    kind = {"direct": "quoted", "mixed": "partly quoted"}.get(claim.quote, "reported")
    on = f" · {dates.stated(claim.said_on)}" if claim.said_on else " · day not known"
    context = shorten(sentence_around(article.text, start, end), 900)
    blocks = [
        f"{bold(speaker_of(claim))} {act_of(claim)} ({kind}){on}",
        quote(shorten(words_of(article.text, claim.content), LONG_QUOTE)),
        f"As the article has it: {escape(context)}",
        f"{title_link(article)} · {dates.published(article, turn.zone)}",
    ]
    whole = await articles.get(turn.session, article.id)
    verb = "claims" if whole is None or claim.id in [c.id for c in listed(whole, "claims")] else "doubts"
    ids = [c.id for c in listed(whole, verb)] if whole else [claim.id]
    offset = ids.index(claim.id) // PAGE * PAGE
    back = button("All claims" if verb == "claims" else "Less sure", verb, article.id, offset)
    follow = (
        [
            button(f"Follow {shorten(claim.speaker, 24)}", "follow", "speaker", claim.speaker_id),
            button("Who is this?", "who", claim.speaker_id),
        ]
        if claim.speaker and claim.speaker_id
        else []
    )
    return Reply(fit(blocks), keyboard(follow, [back, button("To the card", "card", article.id)]))


PRESSES = (
    Press("card", (int,), show),
    Press("claims", (int, int), page),
    Press("doubts", (int, int), doubts),
    Press("claim", (int,), one),
)
