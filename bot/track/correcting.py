"""A person's word on an event: it happened, it did not, it moved; and the same taken back."""

from datetime import datetime
from typing import Literal

from bot.track import following, news
from bot.track.lifecycle import change
from bot.track.merging import restate, state_of
from storage import events, followers
from storage.followers import Followers
from storage.models import Change, Correction, Event
from storage.session import AsyncSession

Verdict = Literal["over", "cancelled", "postponed"]


async def may_decide(session: AsyncSession, chat_id: int, event: Event) -> bool:
    """Tell whether a chat's word on an event counts: one that brought an article of it.

    Where no chat did (it came by import or a feed), any that follows it.
    """
    brought = await events.brought_by(session, event.id)
    if brought:
        return chat_id in brought
    return bool(await followers.ids(session, Followers(event.id, event.story_id, only=chat_id)))


async def correct(
    session: AsyncSession,
    chat_id: int,
    event: Event,
    verdict: Verdict,
    *,
    now: datetime,
    date: str | None = None,
) -> Change | None:
    """Take a person's word on an event, loaded whole; tell the others who follow it where that is news.

    `date` is the new day (ISO) of what has moved; without one it is put off with no date. Returns the change
    to the event, None where it stood so already. Raises PermissionError when the chat may not decide.
    """
    if not await may_decide(session, chat_id, event):
        raise PermissionError(f"chat {chat_id} may not decide event {event.id}")
    before = state_of(event)
    said = Correction(event_id=event.id, chat_id=chat_id, at=now, status=verdict, date=date)
    event.corrections.append(said)
    after = restate(event, now)
    kind = change(before, after) if after is not None else None
    if before is None or after is None or kind is None:
        event.corrections.remove(said)
        return None
    await session.flush()
    made = Change(
        event_id=event.id,
        correction_id=said.id,
        at=now,
        kind=kind,
        before=before.summary(),
        after=after.summary(),
    )
    event.changes.append(made)
    await session.flush()
    await news.spread(session, event, made, now=now, without=chat_id)
    return made


async def take_back(session: AsyncSession, chat_id: int, event: Event, *, now: datetime) -> bool:
    """Take back the chat's last word on an event, loaded whole; False when it has said nothing of it."""
    mine = [one for one in event.corrections if one.chat_id == chat_id]
    if not mine:
        return False
    event.changes[:] = [one for one in event.changes if one.correction_id != mine[-1].id]
    await session.flush()
    event.corrections.remove(mine[-1])
    restate(event, now)
    await session.flush()
    await following.renew(session, event, now=now)
    return True
