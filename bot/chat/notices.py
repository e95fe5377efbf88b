"""What one delivery says: a reminder, a change, the day after, a new article; whole, or as one of several."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from telegram import InlineKeyboardButton

from bot.chat import dates, decide, feed
from bot.chat.answers import evidence, source
from bot.chat.callbacks import button, keyboard
from bot.chat.card import due, events_of, heading, said
from bot.chat.render import bold, capitalised, escape, fit, quote, sentence_around, shorten
from bot.chat.snooze import snoozes
from bot.chat.turn import Reply, zone_of
from bot.track.outcome import promise_of, said_since
from storage import articles, speakers, stories, subscriptions
from storage.models import Change, Chat, Delivery, Event, Mention
from storage.session import AsyncSession

Find = Callable[[AsyncSession, Delivery], Awaitable[Event | None]]

log = logging.getLogger(__name__)

SINCE = 3  # claims shown the day after
QUOTED = 600  # characters of the sentence under a reminder
BRIEFLY = 160  # the same where several come in one message


@dataclass(frozen=True, slots=True)
class Notice:
    """What a delivery says: its first line, all that follows, its buttons, and what opens it from a list.

    `thread_id` is the topic of a forum that what brought it was asked for in.
    """

    first: str
    rest: tuple[str, ...]
    buttons: tuple[list[InlineKeyboardButton], ...]
    opens: tuple[str, int]
    thread_id: int | None = None

    def whole(self) -> Reply:
        """Return it as a message of its own."""
        return Reply(fit([self.first, *self.rest]), keyboard(*self.buttons), thread_id=self.thread_id)


async def notice(
    session: AsyncSession, delivery: Delivery, chat: Chat, now: datetime, find: Find
) -> Notice | None:
    """Return what a delivery has to say as things now stand, None when that is nothing any more.

    `find` finds the event it is about.
    """
    zone = zone_of(chat)
    if delivery.kind == "update":
        return await _update(session, delivery, zone)
    if delivery.kind == "feed":
        trouble = await feed.given_up(session, delivery, zone)
        return Notice(trouble[0], (), (trouble[1],), ("feed", trouble[2])) if trouble else None
    event = await find(session, delivery)
    if event is None:
        return None
    subscription = await subscriptions.hearing_of_event(session, delivery.chat_id, event.id, event.story_id)
    stop = [button("Unfollow", "unfollow", subscription.id)] if subscription is not None else []
    thread = subscription.thread_id if subscription is not None else None
    opens = ("event", event.id)
    match delivery.kind:
        case "lead" | "due" | "snooze":
            if _is_late(delivery, event, now, zone):
                return None
            first, words = await _reminder(session, event, now, zone)
            hint = "This came on UTC: tell me your time zone in /settings." if chat.zone is None else ""
            return Notice(first, (words, hint), (*snoozes(event.id), stop), opens, thread)
        case "moved" | "cancelled" | "revived":
            first, words = _changed(delivery, event, zone)
            return Notice(first, (words,), (stop,), opens, thread)
        case "after":
            rest = await _since(session, event)
            deciding = await decide.buttons(session, chat.id, event)
            return Notice(_what_happened(event, zone), rest, (deciding, stop), opens, thread)
        case _:
            log.error("a delivery of the unknown kind %s was dropped", delivery.kind)
            return None


def together(notices: list[Notice]) -> Reply:
    """Return several notices as one message, each with a button that opens it.

    It goes to the topic of a forum that all of them were asked for in, else to the forum itself.
    """
    lines = [f"{number}. {one.first}" for number, one in enumerate(notices, 1)]
    opening = [button(f"Open {n}", one.opens[0], one.opens[1]) for n, one in enumerate(notices, 1)]
    blocks = [f"<b>{len(notices)} things for you</b>", *lines]
    threads = {one.thread_id for one in notices}
    thread = threads.pop() if len(threads) == 1 else None
    return Reply(fit(blocks), keyboard(opening[:4], opening[4:8]), thread_id=thread)


def _is_late(delivery: Delivery, event: Event, now: datetime, zone: tzinfo) -> bool:
    """Tell whether a reminder has nothing to say any more: called off, or past (a snooze still may)."""
    if event.status == "cancelled":
        return True
    # Where an event is held its day may last longer than here.
    days_left = (event.last_day - now.astimezone(zone).date()).days if event.last_day is not None else 0
    past = days_left < (-1 if event.held_in else 0)
    return delivery.kind != "snooze" and (event.status == "over" or past)


async def _reminder(session: AsyncSession, event: Event, now: datetime, zone: tzinfo) -> tuple[str, str]:
    """Return how near, when and what; and the words, and where they stand."""
    when = f"{dates.nearness(event, now, zone)}, {dates.when(event, zone)}"
    mention = _latest(event)
    promise = await promise_of(session, event)
    if promise is not None and promise.speaker is not None:
        words = sentence_around(promise.article.text, *promise.content[0])
        told = shorten(promise.article.text[promise.content[0][0] : promise.content[0][1]], 200)
        first = f"<b>{when}</b>: the deadline for {escape(promise.speaker)}’s promise “{escape(told)}”"
        return first, f"{quote(shorten(words, QUOTED))}\n{source(promise.article)}"
    return f"<b>{when}</b>: {dates.what(event)}{dates.standing(event)}", words_of(mention)


def _latest(event: Event) -> Mention | None:
    """Return the mention that stands for the event as it is now: the last that says its date."""
    same = [mention for mention in event.mentions if mention.date == event.date]
    every = same or event.mentions
    return every[-1] if every else None


def words_of(mention: Mention | None) -> str:
    """Return the sentence of a mention, quoted, and the article it stands in."""
    if mention is None:
        return ""
    words = shorten(sentence_around(mention.article.text, mention.start, mention.end), QUOTED)
    return f"{quote(words)}\n{source(mention.article)}"


def _changed(delivery: Delivery, event: Event, zone: tzinfo) -> tuple[str, str]:
    """Return what changed, with the old date and the new one; and the words that say so."""
    change = next((one for one in event.changes if one.id == delivery.change_id), None)
    before = _before(change)
    was = f" (was {before})" if before else ""
    mention = next((m for m in event.mentions if change is not None and m.id == change.mention_id), None)
    if event.status == "cancelled" or delivery.kind == "cancelled":
        first = f"<b>Called off</b>: {dates.what(event)}{was}"
    elif delivery.kind == "revived":
        first = f"<b>On again</b>: {dates.what(event)}, {dates.when(event, zone)}"
    elif event.status == "postponed" and not event.date:
        first = f"<b>Put off, with no new date</b>: {dates.what(event)}{was}"
    else:
        arrow = f"{before} → {dates.when(event, zone)}" if before else dates.when(event, zone)
        first = f"<b>Moved</b>: {dates.what(event)}\n{arrow}"
    if change is not None and change.correction_id is not None:
        return first, "A reader says so."
    return first, words_of(mention or _latest(event))


def _before(change: Change | None) -> str:
    if change is None or not change.before or not change.before.get("date"):
        return ""
    iso = str(change.before["date"])
    precision = "week" if "-W" in iso else "month" if len(iso) == 7 else "day"
    clock = change.before.get("time")
    return dates.stated(iso, precision, str(clock) if clock else None)


def _what_happened(event: Event, zone: tzinfo) -> str:
    """Return the question of the day after, or its answer where an article has given it."""
    if event.status == "over":
        return f"<b>It is over</b>: {dates.what(event)}, due {dates.due_on(event, zone)}."
    return f"<b>What happened?</b> {dates.what(event)}, due {dates.due_on(event, zone)}."


async def _since(session: AsyncSession, event: Event) -> tuple[str, ...]:
    """Return what was said about an event since it was due, or that nothing was."""
    told = next((one for one in reversed(event.mentions) if one.status == "over"), None)
    found = await said_since(session, event.id, limit=SINCE)
    if not found and told is None:
        return ("Nothing on record since. Send me an article about it when you have one.",)
    return (words_of(told), *(["Said since:", *map(evidence, found)] if found else []))


async def _update(session: AsyncSession, delivery: Delivery, zone: tzinfo) -> Notice | None:
    """Tell of a new article in what the chat follows."""
    article = await articles.get(session, delivery.article_id) if delivery.article_id is not None else None
    if article is None:
        return None
    answered = set(delivery.detail.get("subscriptions", ()))
    mine = [one for one in await subscriptions.of_chat(session, delivery.chat_id) if one.id in answered]
    if not mine:
        return None  # nothing that asked for it is followed any more
    story = await stories.get(session, article.story_id) if article.story_id is not None else None
    first = min(mine, key=lambda one: one.story_id is None)  # its story tells more than a topic does
    if first.story_id is not None and story is not None:
        opening = f"New in {bold(shorten(story.title, 160))}"
    elif first.speaker_id is not None:
        speaker = await speakers.get(session, first.speaker_id)
        opening = f"New from {bold(speaker.name if speaker else 'someone you follow')}"
    else:
        opening = f"New on {bold(first.topic or 'what you follow')}"
    standing = [event for event in events_of(article) if event.status != "over"]
    row = [button("Open", "card", article.id), button("Unfollow", "unfollow", first.id)]
    head = heading(article, zone)
    rest = (*said(article), *due(standing, standing, zone))
    return Notice(f"{opening}\n\n{head}", rest, (row,), ("card", article.id), first.thread_id)


def history(event: Event) -> list[str]:
    """Return a line for each change in an event's life: when, what changed, and who says so."""
    lines = []
    for change in event.changes:
        if change.kind == "announced":
            continue
        mention = next((one for one in event.mentions if one.id == change.mention_id), None)
        by = source(mention.article) if mention is not None else "a reader"
        to = dates.stated(change.after.get("date")) if change.after.get("date") else "no date"
        told = f"{capitalised(change.kind)}: {to}" if change.kind in ("moved", "sharpened") else ""
        words = (
            quote(shorten(sentence_around(mention.article.text, mention.start, mention.end), BRIEFLY))
            if mention is not None
            else ""
        )
        lines.append(f"• {told or capitalised(LIFE.get(change.kind, change.kind))}, {by}\n{words}".rstrip())
    return lines


LIFE = {"cancelled": "called off", "revived": "on again", "over": "over", "confirmed": "confirmed"}
