"""/follow, /following and /unfollow: stories, events, speakers and topics."""

from telegram import InlineKeyboardButton

from bot.chat import dates, zone
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.card import GONE
from bot.chat.render import bold, capitalised, escape, fit, shorten
from bot.chat.stories import listing
from bot.chat.turn import Command, Press, Reply, Turn
from bot.track import filing, following
from storage import deliveries, events, speakers, stories, subscriptions
from storage.models import Event, Subscription

PAGE = 6
LONGEST = 100  # characters of a topic
KINDS = ("story", "event", "speaker")


async def start(turn: Turn, kind: str, target: int) -> tuple[Reply, ...] | Reply:
    """Follow an article's story, a story, an event or a speaker by a button."""
    if kind == "article":
        try:
            story = await filing.story_of(turn.session, target, turn.now)
        except LookupError:
            return GONE
        return await begin(turn, "story", story.id)
    if kind not in KINDS or await _name(turn, kind, target) is None:
        return GONE
    return await begin(turn, kind, target)


async def begin(turn: Turn, kind: str, target: int | str) -> tuple[Reply, ...]:
    """Follow the target and say what that brings; ask for the time zone the first time it matters."""
    subscription, new = await following.follow(turn.session, turn.chat.id, kind, target, now=turn.now)
    subscription.thread_id = turn.thread_id  # where it was asked for last
    turn.owes = True
    await turn.session.flush()
    name = await _name(turn, kind, target) or str(target)
    blocks = [await _promise(turn, subscription, name, new=new)]
    replies = [Reply(fit(blocks), keyboard(_stop_row(subscription)), fresh=True, toast="Noted.")]
    if turn.chat.zone is None and new and len(await subscriptions.of_chat(turn.session, turn.chat.id)) == 1:
        replies.append(zone.question(fresh=True))
    return tuple(replies)


def _stop_row(subscription: Subscription) -> list[InlineKeyboardButton]:
    return [button("How I tell you", "how", subscription.id), button("Unfollow", "unfollow", subscription.id)]


async def _promise(turn: Turn, subscription: Subscription, name: str, *, new: bool) -> str:
    """Return what the chat will hear, and when."""
    verb = "You follow" if new else "You already follow"
    if subscription.kind in ("speaker", "topic"):
        told = (
            "I'll tell you when an article quotes them."
            if subscription.kind == "speaker"
            else ("I'll tell you when an article is about it.")
        )
        return f"{verb} {bold(name)}. {told}"
    due = await _events(turn, subscription)
    ahead = [event for event in due if dates.is_ahead(event, turn.today)]
    opening = f"{verb} {bold(name)}."
    if subscription.kind == "event" and ahead:
        opening = (
            f"{'I' if new else 'Already noted: I'}'ll remind you. {dates.event_line(ahead[0], turn.zone)}."
        )
    if not ahead:
        return f"{opening} Nothing in it is due after today; I'll tell you when something is."
    lines = [] if subscription.kind == "event" else [f"• {dates.event_line(e, turn.zone)}" for e in ahead[:4]]
    pending = await deliveries.of_chat(turn.session, turn.chat.id)
    first = dates.next_reminder(pending, {event.id for event in ahead})
    if first is None:
        lines.append("No reminder is left before it; you'll hear of any change.")
    else:
        lines.append(f"First reminder: {dates.moment(first, turn.zone)}.")
    return "\n".join([opening, *lines])


async def _events(turn: Turn, subscription: Subscription) -> list[Event]:
    if subscription.story_id is not None:
        return await events.of_story(turn.session, subscription.story_id)
    if subscription.event_id is not None:
        event = await events.get(turn.session, subscription.event_id)
        return [event] if event else []
    return []


async def name_of(turn: Turn, subscription: Subscription) -> str | None:
    """Return what the target of a subscription is called, None when it is no longer on record."""
    target = subscription.story_id or subscription.event_id or subscription.speaker_id
    return await _name(turn, subscription.kind, target or subscription.topic or "")


async def _name(turn: Turn, kind: str, target: int | str) -> str | None:
    """Return what the target is called, None when it is not on record."""
    if isinstance(target, str):
        return target
    if kind == "story":
        story = await stories.get(turn.session, target)
        return shorten(story.title, 160) if story else None
    if kind == "speaker":
        speaker = await speakers.get(turn.session, target)
        return speaker.name if speaker else None
    event = await events.get(turn.session, target)
    return capitalised(shorten(event.what, 160)) if event else None


async def follow(turn: Turn) -> Reply | tuple[Reply, ...]:
    """Follow the speaker of that name, else the words as a topic; with no words, offer the stories."""
    words = " ".join(turn.words.split())
    if not words:
        offered = await listing(turn)
        lead = "Follow a story below, or a speaker or topic in words: /follow grain exports."
        return Reply(f"{lead}\n\n{offered.text}", offered.keyboard)
    if len(words) > LONGEST:
        return Reply("That is long for a topic: give me a few words, as in /follow grain exports.")
    named = await speakers.named(turn.session, [words])
    if len(named) == 1:
        return await begin(turn, "speaker", named[0].id)
    return await begin(turn, "topic", words.casefold())


async def list_following(turn: Turn, offset: int = 0) -> Reply:
    """Return what the chat follows, with a button to stop each."""
    mine = await subscriptions.of_chat(turn.session, turn.chat.id)
    if not mine:
        return Reply("You follow nothing yet. /stories shows what there is to follow.")
    offset = offset if offset < len(mine) else 0
    shown = mine[offset : offset + PAGE]
    lines, rows = [], []
    for number, one in enumerate(shown, offset + 1):
        name = await name_of(turn, one) or "something no longer on record"
        lines.append(f"{number}. {escape(name)} ({one.kind})")
        rows.append(
            [button(f"Change {number}", "how", one.id), button(f"Unfollow {number}", "drop", one.id, offset)]
        )
    turning = pages("following", offset=offset, size=PAGE, more=offset + PAGE < len(mine))
    return Reply(fit(["<b>You follow</b>", "\n".join(lines)]), keyboard(*rows, turning))


async def drop(turn: Turn, subscription_id: int, offset: int) -> Reply:
    """Stop following one in the list, and show the list again."""
    gone = await following.unfollow(turn.session, turn.chat.id, subscription_id)
    await turn.session.flush()
    listed = await list_following(turn, offset)
    return Reply(
        listed.text, listed.keyboard, toast="Stopped." if gone else "You did not follow that any more."
    )


async def unfollow(turn: Turn, subscription_id: int) -> Reply | tuple[Reply, ...]:
    """Stop following, from a button under a card or a reminder; say what else still brings reminders."""
    before = set(await subscriptions.events_followed(turn.session, turn.chat.id))
    gone = await following.unfollow(turn.session, turn.chat.id, subscription_id)
    if gone is None:
        return Reply(toast="You did not follow that any more.")
    name = bold(await name_of(turn, gone) or "it")
    if gone.kind in ("speaker", "topic"):
        return Reply(f"You no longer follow {name}.", fresh=True, toast="Stopped.")
    rest = await _still_reminding(turn, gone, before)
    if rest is None:
        return Reply(f"You no longer follow {name}: no more reminders of it.", fresh=True, toast="Stopped.")
    other = bold(await _name(turn, rest.kind, rest.story_id or rest.event_id or 0) or "it")
    return Reply(
        f"You no longer follow {name}, but you still follow {other}, and hear of that.",
        keyboard([button("Unfollow that too", "unfollow", rest.id)]),
        fresh=True,
        toast="Stopped.",
    )


async def _still_reminding(turn: Turn, gone: Subscription, before: set[int]) -> Subscription | None:
    """Return a subscription left by which the chat still hears of what it no longer follows."""
    of_gone = {event.id for event in await _events(turn, gone)} & before
    for one in await subscriptions.of_chat(turn.session, turn.chat.id):
        if of_gone & {event.id for event in await _events(turn, one)}:
            return one
    return None


COMMANDS = (
    Command("follow", "follow a story, a speaker or a topic: /follow grain exports", follow),
    Command("following", "what you follow", list_following),
    Command("unfollow", "stop following something", list_following),
)
PRESSES = (
    Press("follow", (str, int), start),
    Press("following", (int,), list_following),
    Press("drop", (int, int), drop),
    Press("unfollow", (int,), unfollow),
)
