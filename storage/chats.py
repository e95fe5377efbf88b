"""Chats, their settings, and what the bot keeps of a conversation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import forgetting
from storage.conflicts import insert
from storage.models import Chat, Draft, Question

_KEPT = 100
"""Questions and drafts kept of one chat: buttons of older messages no longer work."""

_Kept = TypeVar("_Kept", Question, Draft)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a chat starts with."""

    reminder_time: str = "09:00"
    leads: tuple[str, ...] = ("1d", "0d", "1h")


async def ensure(session: AsyncSession, chat_id: int, now: datetime, defaults: Defaults) -> Chat:
    """Return the chat, making it with `defaults` on first sight."""
    chat = await session.get(Chat, chat_id)
    if chat is None:
        row = {
            "id": chat_id,
            "created_at": now,
            "reminder_time": defaults.reminder_time,
            "leads": list(defaults.leads),
        }
        await session.execute(insert(session, Chat).values(row).on_conflict_do_nothing())
        chat = await session.get_one(Chat, chat_id)
    return chat


async def get(session: AsyncSession, chat_id: int) -> Chat | None:
    """The chat of this id."""
    return await session.get(Chat, chat_id)


async def forget(session: AsyncSession, chat_id: int) -> int:
    """Delete all a chat has, and return how many articles went.

    That is its settings, subscriptions, deliveries, questions, drafts, and the articles that only it added
    (with their claims and mentions, and stories, events and speakers left empty).
    """
    return await forgetting.forget(session, chat_id)


async def rename(session: AsyncSession, old_id: int, new_id: int) -> None:
    """A group became a supergroup: everything of `old_id` is now `new_id`'s."""
    await forgetting.rename(session, old_id, new_id)


async def keep_question(session: AsyncSession, chat_id: int, words: str, now: datetime) -> Question:
    """Keep what a chat asked; of its questions the latest hundred are kept."""
    question = Question(chat_id=chat_id, words=words, asked_at=now)
    return await _keep(session, question)


async def question(session: AsyncSession, chat_id: int, question_id: int) -> Question | None:
    """The chat's own question, None for another chat's."""
    return await session.scalar(
        select(Question).where(Question.id == question_id, Question.chat_id == chat_id)
    )


async def last_question(session: AsyncSession, chat_id: int) -> Question | None:
    """What the chat asked last."""
    newest = select(Question).where(Question.chat_id == chat_id).order_by(Question.id.desc()).limit(1)
    return await session.scalar(newest)


async def keep_draft(session: AsyncSession, chat_id: int, material: dict[str, Any], now: datetime) -> Draft:
    """Keep what cannot be filed yet; of a chat's drafts the latest hundred are kept."""
    return await _keep(session, Draft(chat_id=chat_id, material=material, created_at=now))


async def draft(session: AsyncSession, chat_id: int, draft_id: int) -> Draft | None:
    """The chat's own draft, None for another chat's."""
    return await session.scalar(select(Draft).where(Draft.id == draft_id, Draft.chat_id == chat_id))


async def drop_draft(session: AsyncSession, draft: Draft) -> None:
    """Delete the draft; it may be gone already, or come from an earlier transaction."""
    await session.execute(delete(Draft).where(Draft.id == draft.id))


async def _keep(session: AsyncSession, row: _Kept) -> _Kept:
    session.add(row)
    await session.flush()
    table = type(row)
    of_chat = select(table.id).where(table.chat_id == row.chat_id).order_by(table.id.desc())
    await session.execute(delete(table).where(table.id.in_(of_chat.offset(_KEPT).limit(_KEPT))))
    return row
