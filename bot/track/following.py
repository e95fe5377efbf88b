"""Following stories, events, speakers and topics, and the deliveries that makes."""
from datetime import datetime
from sqlalchemy.ext.asyncio import AsyncSession
from storage.models import Subscription

async def follow(session: AsyncSession, chat_id: int, kind: str, target: int | str, *, now: datetime) -> tuple[Subscription, bool]:
    """Follow and materialise the reminders of what is ahead. The flag tells whether it is new."""
    raise NotImplementedError
async def unfollow(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None:
    """Stop following; drop pending reminders nothing else of the chat's asks for."""
    raise NotImplementedError
async def reschedule(session: AsyncSession, chat_id: int, *, now: datetime) -> None:
    """Recompute the chat's pending reminders after its zone, leads, reminder time or quiet hours changed."""
    raise NotImplementedError
async def snooze(session: AsyncSession, chat_id: int, event_id: int, until: datetime) -> None:
    """Owe the chat one more reminder of the event at `until`."""
    raise NotImplementedError
