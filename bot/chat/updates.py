"""What a chat is told of new articles in what it follows: one, or several that came within a minute."""

from collections.abc import Iterable
from datetime import tzinfo
from typing import Any

from telegram import InlineKeyboardButton

from bot.chat.callbacks import button, keyboard
from bot.chat.card import due, events_of, heading, said
from bot.chat.render import bold, fit, shorten
from bot.chat.turn import Reply
from storage import articles, speakers, stories, subscriptions
from storage.models import Article, Delivery, Subscription
from storage.session import AsyncSession

TOGETHER = 5  # articles shown in one message; of the others it says how many there are
OPEN = "Open"


async def render(session: AsyncSession, delivery: Delivery, zone: tzinfo) -> Reply | None:
    """Return the message owed; None when nothing that asked for it is followed any more."""
    mine = {one.id: one for one in await subscriptions.of_chat(session, delivery.chat_id)}
    found = []
    asked: list[dict[str, Any]] = [{"article": delivery.article_id, **delivery.detail}]
    for one in (*asked, *delivery.detail.get("with", ())):
        answered = [mine[number] for number in one.get("subscriptions", ()) if number in mine]
        article = await articles.get(session, one["article"]) if one["article"] is not None else None
        if article is not None and answered:
            # Its story tells more than a topic does.
            found.append((article, min(answered, key=lambda one: one.story_id is None)))
    if not found:
        return None
    if len(found) == 1:
        return await _one(session, *found[0], zone)
    blocks = [f"<b>{len(found)} new articles</b> in what you follow"]
    for number, (article, asking) in enumerate(found[:TOGETHER], 1):
        best = next(iter(said(article)), "")
        blocks.append(
            f"{number}. {await _opening(session, article, asking)}\n{heading(article, zone)}\n{best}"
        )
    if len(found) > TOGETHER:
        blocks.append(f"And {len(found) - TOGETHER} more: /stories shows them.")
    opening = [
        button(f"{OPEN} {n}", "card", article.id) for n, (article, _) in enumerate(found[:TOGETHER], 1)
    ]
    return Reply(
        fit(blocks), keyboard(opening, _stops(one for _, one in found)), thread_id=found[0][1].thread_id
    )


async def _one(session: AsyncSession, article: Article, asking: Subscription, zone: tzinfo) -> Reply:
    standing = [event for event in events_of(article) if event.status != "over"]
    opening = await _opening(session, article, asking)
    blocks = [opening, heading(article, zone), *said(article), *due(standing, standing, zone)]
    row = [button(OPEN, "card", article.id), *_stops([asking])]
    return Reply(fit(blocks), keyboard(row), thread_id=asking.thread_id)


def _stops(asking: Iterable[Subscription]) -> list[InlineKeyboardButton]:
    """A button to stop, where all came of one subscription; else the list of them."""
    numbers = {one.id for one in asking}
    return [
        button("Unfollow", "unfollow", *numbers)
        if len(numbers) == 1
        else button("You follow", "following", 0)
    ]


async def _opening(session: AsyncSession, article: Article, asking: Subscription) -> str:
    story = await stories.get(session, article.story_id) if article.story_id is not None else None
    if asking.story_id is not None and story is not None:
        return f"New in {bold(shorten(story.title, 160))}"
    if asking.speaker_id is not None:
        speaker = await speakers.get(session, asking.speaker_id)
        return f"New from {bold(speaker.name if speaker else 'someone you follow')}"
    return f"New on {bold(asking.topic or 'what you follow')}"
