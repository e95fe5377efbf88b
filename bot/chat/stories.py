"""/stories: what the articles are about, last news first."""

from bot.chat import dates
from bot.chat.callbacks import button, keyboard, pages
from bot.chat.card import GONE
from bot.chat.render import TITLE, bold, escape, fit, name_of, shorten, title_link
from bot.chat.turn import Command, Press, Reply, Turn
from storage import articles, events, stories, subscriptions

PAGE = 5
ARTICLES = 6


async def listing(turn: Turn, offset: int = 0) -> Reply:
    """Return a page of stories."""
    total = await stories.count(turn.session)
    if not total:
        return Reply(
            "There is no story yet: one begins with a second article about it, or when you follow the first."
        )
    offset = offset if offset < total else 0
    found = await stories.latest(turn.session, limit=PAGE, offset=offset)
    blocks = ["<b>Stories</b>"]
    open_row, follow_row = [], []
    for number, (story, size) in enumerate(found, offset + 1):
        count = f"{size} article{'' if size == 1 else 's'}"
        last = dates.day(story.updated_at.astimezone(turn.zone).date())
        blocks.append(f"{number}. {bold(shorten(story.title, TITLE))}\n{count}, last {last}")
        open_row.append(button(f"Open {number}", "story", story.id))
        follow_row.append(button(f"Follow {number}", "follow", "story", story.id))
    turning = pages("stories", offset=offset, size=PAGE, more=offset + PAGE < total)
    return Reply(fit(blocks), keyboard(open_row, follow_row, turning))


async def story(turn: Turn, story_id: int) -> Reply:
    """Return one story: its articles and what is due in it."""
    found = await stories.get(turn.session, story_id)
    if found is None:
        return GONE
    newest = await articles.of_story(turn.session, story_id, limit=ARTICLES)
    due = [e for e in await events.of_story(turn.session, story_id) if dates.is_ahead(e, turn.today)]
    blocks = [bold(shorten(found.title, TITLE))]
    opening = []
    for number, article in enumerate(newest, 1):
        by = f"{escape(shorten(article.source, 60))} · " if article.source else ""
        blocks.append(f"{number}. {title_link(article)}\n{by}{dates.published(article, turn.zone)}")
        opening.append(button(f"{number}. {shorten(name_of(article), 24)}", "card", article.id))
    if due:
        lines = [f"• {dates.event_line(event, turn.zone)}" for event in due[:5]]
        blocks.append("<b>What comes next</b>\n" + "\n".join(lines))
    mine = await subscriptions.of_chat(turn.session, turn.chat.id)
    subscription = next((one.id for one in mine if one.story_id == story_id), None)
    follow = (
        button("Follow story", "follow", "story", story_id)
        if subscription is None
        else button("Unfollow story", "unfollow", subscription)
    )
    rows = [opening[i : i + 2] for i in range(0, len(opening), 2)]
    return Reply(fit(blocks), keyboard(*rows, [follow, button("All stories", "stories", 0)]))


COMMANDS = (Command("stories", "the stories on record, and what each comes to", listing),)
PRESSES = (Press("stories", (int,), listing), Press("story", (int,), story))
