"""What goes, and what stays, when a chat is forgotten; and a chat that goes on under another id."""

from sqlalchemy import Select, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage import feeds, speakers
from storage.conflicts import insert
from storage.models import (
    Addition,
    Article,
    Chat,
    Claim,
    Correction,
    Delivery,
    Draft,
    Event,
    FeedSubscription,
    Introduction,
    Mention,
    Question,
    Ruling,
    Speaker,
    Story,
    Subscription,
)


async def forget(session: AsyncSession, chat_id: int) -> int:
    """Delete all a chat has, with what only it added; return how many articles went.

    The session lets go of every object: what it holds may be gone.
    """
    await session.flush()
    orphaned = update(Article).where(Article.copy_of_id.in_(_only_of(chat_id)))
    await session.execute(orphaned.values(copy_of_id=None))
    gone = delete(Article).where(Article.id.in_(_only_of(chat_id))).returning(Article.id)
    articles = (await session.scalars(gone)).all()
    await session.execute(delete(Chat).where(Chat.id == chat_id))  # the rest is its own: it goes by cascade
    if articles:
        await clear_empty(session)
    await feeds.clear_unfollowed(session)
    session.expunge_all()
    return len(articles)


async def touched(session: AsyncSession, chat_id: int) -> tuple[list[int], list[int]]:
    """Ids of the events and of the stories of the articles that would go with this chat."""
    going = _only_of(chat_id)
    events = select(Mention.event_id).where(Mention.article_id.in_(going))
    stories = select(Article.story_id).where(Article.id.in_(going), Article.story_id.is_not(None))
    return (
        list(await session.scalars(events.distinct().order_by(Mention.event_id))),
        [one for one in await session.scalars(stories.distinct()) if one is not None],
    )


def _only_of(chat_id: int) -> Select[int]:
    """Ids of the articles that came with this chat and that no other has added."""
    other = aliased(Addition)
    others = exists().where(other.article_id == Addition.article_id, other.chat_id != chat_id)
    own = select(Addition.article_id).where(Addition.chat_id == chat_id, ~others)
    return select(Article.id).where(Article.id.in_(own), Article.shared.is_(False))


async def clear_empty(session: AsyncSession) -> None:
    """Delete events no article mentions, stories without articles, speakers who say nothing.

    What only follows such a story or event goes with it.
    A speaker somebody follows stays: they may speak again.
    """
    await session.execute(delete(Event).where(~exists().where(Mention.event_id == Event.id)))
    of_story = exists().where(Article.story_id == Story.id), exists().where(Event.story_id == Story.id)
    await session.execute(delete(Story).where(~of_story[0], ~of_story[1]))
    speaks = exists().where(Claim.speaker_id == Speaker.id)
    introduced = exists().where(Introduction.speaker_id == Speaker.id)
    followed = exists().where(Subscription.speaker_id == Speaker.id)
    await speakers.clear(session, ~speaks & ~introduced & ~followed)


async def rename(session: AsyncSession, old_id: int, new_id: int) -> None:
    """Give everything of one chat to another, settings included; what both have is kept once.

    The session lets go of every object: what it holds may be the other's now.
    """
    await session.flush()
    if old_id == new_id or await session.get(Chat, old_id) is None:
        return
    columns = [column for column in Chat.__table__.columns if column.name != "id"]
    settings = (await session.execute(select(*columns).where(Chat.id == old_id))).one()._asdict()
    making = insert(session, Chat).values(id=new_id, **settings)
    await session.execute(making.on_conflict_do_update(index_elements=["id"], set_=settings))
    await session.execute(
        delete(Addition).where(
            Addition.chat_id == old_id,
            Addition.article_id.in_(select(Addition.article_id).where(Addition.chat_id == new_id)),
        )
    )
    for table in (Subscription, Delivery):
        theirs = select(table.key).where(table.chat_id == new_id)
        await session.execute(delete(table).where(table.chat_id == old_id, table.key.in_(theirs)))
    followed = select(FeedSubscription.feed_id).where(FeedSubscription.chat_id == new_id)
    own = delete(FeedSubscription).where(FeedSubscription.chat_id == old_id)
    await session.execute(own.where(FeedSubscription.feed_id.in_(followed)))
    for child in (Addition, Subscription, FeedSubscription, Delivery, Question, Draft, Ruling, Correction):
        await session.execute(update(child).where(child.chat_id == old_id).values(chat_id=new_id))
    await session.execute(delete(Chat).where(Chat.id == old_id))
    session.expunge_all()
