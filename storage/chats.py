"""Chats and their settings."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Chat, Draft, Question

@dataclass(frozen=True, slots=True)
class Defaults:
    """What a chat starts with."""

    reminder_time: str = "09:00"
    leads: tuple[str, ...] = ("1d", "0d", "1h")


async def ensure(session: AsyncSession, chat_id: int, now: datetime, defaults: Defaults) -> Chat:
    """Return the chat, making it with `defaults` on first sight."""
    raise NotImplementedError

async def get(session: AsyncSession, chat_id: int) -> Chat | None: raise NotImplementedError
async def forget(session: AsyncSession, chat_id: int) -> int:
    """Delete all a chat has: settings, subscriptions, deliveries, questions, drafts, and the articles that only it
    added (with their claims and mentions, and stories, events and speakers left empty). Return how many articles went."""
    raise NotImplementedError
async def rename(session: AsyncSession, old_id: int, new_id: int) -> None:
    """A group became a supergroup: everything of `old_id` is now `new_id`'s."""
    raise NotImplementedError
async def keep_question(session: AsyncSession, chat_id: int, words: str, now: datetime) -> Question: raise NotImplementedError
async def question(session: AsyncSession, chat_id: int, question_id: int) -> Question | None:
    """The chat's own question, None for another chat's."""
    raise NotImplementedError
async def keep_draft(session: AsyncSession, chat_id: int, material: dict[str, Any], now: datetime) -> Draft: raise NotImplementedError
async def draft(session: AsyncSession, chat_id: int, draft_id: int) -> Draft | None: raise NotImplementedError
async def drop_draft(session: AsyncSession, draft: Draft) -> None: raise NotImplementedError
