"""Forgetting a chat: events and stories are from then on what the articles that stay say of them."""

from datetime import datetime

from bot.track import following
from bot.track.lifecycle import State
from bot.track.merging import restate
from bot.track.stories import title_of
from storage import articles, chats, events, forgetting, stories
from storage.models import Event
from storage.session import AsyncSession


async def forget(session: AsyncSession, chat_id: int, *, now: datetime) -> int:
    """Delete all a chat has, with the articles only it added; return how many articles went.

    An event that other articles mention too goes back to what those say of it, and so do its reminders; no
    name or history keeps words of what went. The session lets go of every object: what it holds may be gone.
    """
    touched_events, touched_stories = await forgetting.touched(session, chat_id)
    gone = await chats.forget(session, chat_id)
    for event_id in touched_events:
        event = await events.get(session, event_id)
        if event is not None:
            await _go_back(session, event, now)
    for story_id in touched_stories:
        story, left = await stories.get(session, story_id), await articles.of_story(session, story_id)
        if story is not None and left and story.title not in map(title_of, left):
            story.title = title_of(left[-1])
    return gone


async def _go_back(session: AsyncSession, event: Event, now: datetime) -> None:
    before = State.of(event)
    phrases = [mention.what for mention in event.mentions]
    if event.what not in phrases:
        event.what = phrases[0]
    for change in [one for one in event.changes if one.mention_id is None and one.correction_id is None]:
        await session.delete(change)
    restate(event, now)
    await session.flush()
    if State.of(event) != before:
        await following.renew(session, event, now=now)
