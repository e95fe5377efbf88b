"""/feeds: the feeds a chat follows, added by link, by page or by list, and handed out as a list."""

import asyncio
import re
from datetime import datetime, timedelta

from bot.chat import drafts, errors, feed
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.conversation import Conversation
from bot.chat.render import bold, escape, fit, shorten
from bot.chat.turn import Command, Outcome, Press, Reply, Turn, Work
from bot.ingest.article import UnreadableError
from bot.ingest.feeds import opml
from bot.ingest.fetch import Page
from bot.ingest.links import is_link
from bot.polling import Choice, Followed
from bot.polling.visit import parsed
from storage import feeds

PAGE = 6
AWAITING = "feed"
AWAITED_FOR = timedelta(minutes=15)
EXPORTED = "feeds.opml"

_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}", re.IGNORECASE)
_ASK = (
    "Send me the link of a feed, or of a site that has one. "
    "A list from another reader (an OPML file) can be sent as it is."
)
_HEARD = "I read what it brings; you hear of the stories, speakers and topics you follow."


async def show(turn: Turn) -> Outcome:
    """Show the feeds; with a link after the command, follow the feed there."""
    words = turn.words.strip()
    if not words:
        return await listing(turn)
    link = is_link(words) or (f"https://{words}" if _HOST.fullmatch(words) else None)
    if link is None:
        return Reply("That is not a link. Send for example /feeds https://news.example, or /feeds alone.")
    return await add(turn, link)


async def listing(turn: Turn, offset: int = 0) -> Reply:
    """Return a page of the feeds that the chat follows."""
    mine = await feeds.of_chat(turn.session, turn.chat.id)
    if not mine:
        return Reply(f"You follow no feed yet. {_ASK}", keyboard([button("Add a feed", "feed_add")]))
    offset = offset if offset < len(mine) else 0
    lines, opening = [], []
    for number, one in enumerate(mine[offset : offset + PAGE], offset + 1):
        lines.append(f"{number}. {bold(shorten(one.feed.title, feed.TITLE))}\n{feed.state(one, turn.zone)}")
        opening.append(button(f"Open {number}", "feed", one.id))
    turning = pages("feeds", offset=offset, size=PAGE, more=offset + PAGE < len(mine))
    last = [button("Add a feed", "feed_add"), button("Export as OPML", "feeds_export")]
    text = fit(["<b>Feeds you follow</b>", *lines])
    return Reply(text, keyboard(opening[:3], opening[3:], turning, last))


async def ask(turn: Turn) -> Reply:
    """Ask for the link of a feed."""
    turn.chat.awaiting = {"what": AWAITING, "until": (turn.now + AWAITED_FOR).isoformat()}
    return Reply(_ASK, fresh=True)


def is_awaited(turn: Turn) -> bool:
    """Tell whether a link that is sent now is meant as a feed's; later it is an article's again."""
    waits = turn.chat.awaiting or {}
    return waits.get("what") == AWAITING and turn.now < datetime.fromisoformat(str(waits["until"]))


async def add(turn: Turn, url: str) -> Work:
    """Follow the feed at a link, or one that the page there points at."""
    _no_longer_awaited(turn)

    async def work(conversation: Conversation) -> None:
        progress = await conversation.progress("Looking for the feed…")
        try:
            found = await conversation.context.feeds.follow(conversation.chat_id, url)
            async with conversation.turn() as later:
                if isinstance(found, Choice):
                    reply = await _choice(later, found)
                else:
                    reply = await _begun(later, found)
        except UnreadableError as error:
            reply = Reply(escape(str(error)))
        except Exception as error:  # whatever it was, "Looking…" must not be the last word
            errors.note(error)
            reply = Reply(errors.SENTENCE)
        conversation.context.poller.wake()
        await conversation.edit(progress, reply)

    return work


async def _begun(turn: Turn, followed: Followed) -> Reply:
    shown = await feed.screen(turn, followed.subscription_id)
    opening = f"You follow this feed now. {_HEARD}" if followed.new else "You already follow this feed."
    return Reply(fit([opening, shown.text]), shown.keyboard)


async def _choice(turn: Turn, choice: Choice) -> Reply:
    rows = []
    for offered in choice.offered:
        draft = await drafts.keep_feed(turn, offered.url)
        rows.append([button(shorten(offered.title or offered.url, 60), "feed_follow", draft.id)])
    return Reply("That page points at several feeds. Which one shall I follow?", keyboard(*rows))


async def offer(conversation: Conversation, page: Page, progress: int) -> None:
    """Offer to follow a feed whose link was simply sent."""
    try:
        found = await parsed(page.content, url=page.url, charset=page.charset)
    except UnreadableError as error:
        await conversation.edit(progress, Reply(escape(str(error))))
        return
    async with conversation.turn() as turn:
        draft = await drafts.keep_feed(turn, page.url)
    lists = "lists nothing yet" if not found.entries else f"lists {len(found.entries)} entries"
    text = f"That is a feed: {bold(shorten(found.title or page.url, feed.TITLE))}, which {lists}. {_HEARD}"
    await conversation.edit(
        progress, Reply(text, keyboard([button("Follow this feed", "feed_follow", draft.id)]))
    )


async def follow(turn: Turn, draft_id: int) -> Outcome:
    """Follow a feed that was offered."""
    url = await drafts.feed_of(turn, draft_id)
    if url is None:
        return Reply(toast="That offer is too old: send the link again.")
    return await add(turn, url)


async def take_list(conversation: Conversation, content: bytes) -> None:
    """Follow the feeds of a list that was sent as a file."""
    try:
        outlines = await asyncio.to_thread(opml.read, content)
    except UnreadableError as error:
        await conversation.say(Reply(escape(str(error))))
        return
    async with conversation.turn() as turn:
        _no_longer_awaited(turn)
    taken = await conversation.context.feeds.follow_all(conversation.chat_id, outlines)
    conversation.context.poller.wake()
    said = [f"{_feeds(taken.new)} added. I read them in turn; you hear of what you follow."]
    if taken.known:
        said.append(f"{_feeds(taken.known)} you follow already.")
    if taken.beyond:
        said.append(f"{_feeds(taken.beyond)} left out: a chat can follow no more.")
    await conversation.say(Reply(" ".join(said), keyboard([button("All feeds", "feeds", 0)])))


def _feeds(number: int) -> str:
    return f"{number} feed{'' if number == 1 else 's'}"


async def export(turn: Turn) -> Work:
    """Hand the feeds out as a list that other readers take."""
    mine = await feeds.of_chat(turn.session, turn.chat.id)
    outlines = [opml.Outline(one.feed.url, one.feed.title, one.feed.site) for one in mine]
    content = opml.write(outlines, "Feeds followed with On Record")

    async def work(conversation: Conversation) -> None:
        await conversation.hand(EXPORTED, content, f"{_feeds(len(outlines))}, for any reader of feeds.")

    return work


async def drop(turn: Turn, subscription_id: int) -> Reply:
    """Stop following a feed; what was read of it stays on record."""
    gone = await feeds.unsubscribe(turn.session, turn.chat.id, subscription_id)
    listed = await listing(turn)
    return Reply(
        listed.text, listed.keyboard, toast="Removed." if gone else "You did not follow it any more."
    )


def _no_longer_awaited(turn: Turn) -> None:
    if turn.chat.awaiting and turn.chat.awaiting.get("what") == AWAITING:
        turn.chat.awaiting = None


COMMANDS = (Command("feeds", "feeds I read for you: /feeds https://news.example", show),)
PRESSES = (
    Press("feeds", (int,), listing),
    Press("feed_add", (), ask),
    Press("feed_follow", (int,), follow),
    Press("feed_drop", (int,), drop),
    Press("feeds_export", (), export),
)
