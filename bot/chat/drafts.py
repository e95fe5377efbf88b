"""What waits for a word from the user: a text that may be a question, or an article without a date."""

from typing import Any

from bot.chat.turn import Turn
from bot.ingest.article import Article, from_row, iso, published_of, to_row
from bot.intake import Text
from storage import chats
from storage.models import Draft


async def keep_text(turn: Turn, text: Text) -> Draft:
    """Keep a text of which it is not clear whether it is asked or added."""
    return await _keep(turn, {"text": text.text, "source": text.source, "published": iso(text.published)})


async def keep_article(turn: Turn, article: Article) -> Draft:
    """Keep a clean article until its date is known."""
    return await _keep(turn, {"article": to_row(article)})


async def keep_feed(turn: Turn, url: str) -> Draft:
    """Keep the address of a feed that is offered."""
    return await _keep(turn, {"feed": url})


async def _keep(turn: Turn, material: dict[str, Any]) -> Draft:
    draft = await chats.keep_draft(turn.session, turn.chat.id, material, turn.now)
    await turn.session.flush()
    return draft


async def text_of(turn: Turn, draft_id: int) -> Text | None:
    """Return the kept text of this chat, None when there is none by that number."""
    draft = await chats.draft(turn.session, turn.chat.id, draft_id)
    if draft is None or "text" not in draft.material:
        return None
    kept = draft.material
    return Text(kept["text"], kept.get("source"), published_of(kept.get("published")))


async def article_of(turn: Turn, draft_id: int) -> Article | None:
    """Return the kept article of this chat, None when there is none by that number."""
    draft = await chats.draft(turn.session, turn.chat.id, draft_id)
    if draft is None or "article" not in draft.material:
        return None
    return from_row(draft.material["article"])


async def feed_of(turn: Turn, draft_id: int) -> str | None:
    """Return the address of a feed offered to this chat, None when there is none by that number."""
    draft = await chats.draft(turn.session, turn.chat.id, draft_id)
    return str(draft.material["feed"]) if draft is not None and "feed" in draft.material else None


async def drop(turn: Turn, draft_id: int) -> None:
    """Forget a draft that has become an article or a question."""
    draft = await chats.draft(turn.session, turn.chat.id, draft_id)
    if draft is not None:
        await chats.drop_draft(turn.session, draft)
