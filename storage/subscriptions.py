"""Who follows what."""

from datetime import datetime
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Chat, Subscription

async def add(session: AsyncSession, chat_id: int, kind: str, target: int | str, now: datetime) -> tuple[Subscription, bool]:
    """The subscription and whether it is new. kind: story | event | speaker (target an id) | topic (target words)."""
    raise NotImplementedError
async def of_chat(session: AsyncSession, chat_id: int) -> list[Subscription]: raise NotImplementedError
async def get(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None: raise NotImplementedError
async def remove(session: AsyncSession, chat_id: int, subscription_id: int) -> Subscription | None:
    """Remove and return it; None when the chat has no such subscription."""
    raise NotImplementedError
async def end_chat(session: AsyncSession, chat_id: int) -> None:
    """The chat can no longer be written to: remove its subscriptions and drop its pending deliveries."""
    raise NotImplementedError
async def followers_of_event(session: AsyncSession, event_id: int, story_id: int | None) -> list[Chat]:
    """Chats that follow the event or its story, each once."""
    raise NotImplementedError
async def events_followed(session: AsyncSession, chat_id: int) -> list[int]:
    """Ids of events the chat follows, itself or through its stories."""
    raise NotImplementedError
async def followers_of_article(session: AsyncSession, story_id: int | None, speaker_ids: list[int], words: str) -> list[tuple[Subscription, Chat]]:
    """Subscriptions a new article answers: to its story, to one of its speakers, or to a topic all of whose words it has."""
    raise NotImplementedError
