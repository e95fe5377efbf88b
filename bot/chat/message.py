"""A message without a command: whether it is asked, added, or an answer to what the bot asked."""

import re
from typing import Literal

from bot.chat import article, decide, drafts, feed, feeds, question, snooze, speaker, zone
from bot.chat.callbacks import button, keyboard
from bot.chat.conversation import Conversation
from bot.chat.render import escape, shorten
from bot.chat.turn import Outcome, Press, Reply, Turn
from bot.intake import Link, Text

Sort = Literal["empty", "links", "question", "text", "doubt"]

SHORT = 200  # characters: below, a text that asks nothing is too short to be surely an article
LONG_QUESTION = 300  # characters: above, even a question mark does not make it surely a question
AROUND_LINK = 200  # characters of words beside a link that leave it a link
MOST_LINKS = 5

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:who|whom|whose|what|what's|when|where|which|why|how|did|does|do|said|says|has|have|had|is|are|was|were|will"
    r"|any|tell me|show me)\b",
    re.IGNORECASE,
)


_GREETS = re.compile(
    r"(?:hi|hello|hey|good (?:morning|day|evening)|thanks|thank you)(?: there)?[ .!,]*", re.IGNORECASE
)


def links_in(text: str) -> list[str]:
    """Return the web addresses in a text, each once, without the punctuation that follows them."""
    found = (match.group().rstrip(".,;:!?)]}»”’'") for match in _LINK.finditer(text))
    return list(dict.fromkeys(found))[:MOST_LINKS]


def sort(text: str) -> Sort:
    """Tell what a message is for: to be asked, to be added, or in doubt."""
    text = text.strip()
    if not any(character.isalnum() for character in text):
        return "empty"
    if _LINK.search(text) and len(_LINK.sub("", text).strip()) <= AROUND_LINK:
        return "links"
    asks = text.endswith("?") or bool(_ASKS.match(text))
    if asks and len(text) <= LONG_QUESTION and "\n\n" not in text:
        return "question"
    if len(text) < SHORT or (text.endswith("?") and len(text) <= 2 * LONG_QUESTION):
        return "doubt"
    return "text"


async def receive(conversation: Conversation, text: Text, *, forwarded: bool = False) -> None:
    """Take a message in."""
    async with conversation.turn(text.text) as turn:
        outcome = await _answered(turn) if not forwarded else None
        if outcome is None:
            outcome = await _sorted(turn, text, forwarded=forwarded)
    await conversation.give(outcome)


async def _answered(turn: Turn) -> Outcome:
    """Take the message as the answer the bot waits for; None when this is something else."""
    waits = turn.chat.awaiting or {}
    words = turn.words.strip()
    if feeds.is_awaited(turn) and sort(words) == "links" and (links := links_in(words)):
        return await feeds.add(turn, links[0])
    if sort(words) not in ("doubt", "question") or words.endswith("?") or _GREETS.fullmatch(words):
        return None
    if waits.get("what") == article.AWAITING and len(words) <= article.LONGEST_DATE:
        if sort(words) == "question" and article.date_in(words, turn.today) is None:
            return None  # "who denied it" is no day, and asked whatever the bot waits for
        return await article.told(turn, int(waits.get("draft", 0)), words)
    if waits.get("what") == zone.AWAITING and len(words) <= zone.LONGEST and sort(words) == "doubt":
        return await zone.told(turn, words)
    if waits.get("what") == decide.AWAITING and len(words) <= decide.LONGEST:
        return await decide.told(turn, int(waits.get("event", 0)), words)
    if waits.get("what") == snooze.AWAITING and len(words) <= snooze.LONGEST:
        return await snooze.told(turn, int(waits.get("event", 0)), words)
    if waits.get("what") == speaker.AWAITING and len(words) <= speaker.LONGEST and sort(words) == "doubt":
        return await speaker.told(turn, int(waits.get("speaker", 0)), words)
    if waits.get("what") == feed.AWAITING and sort(words) == "doubt":
        return await feed.told(turn, int(waits.get("subscription", 0)), str(waits.get("which")), words)
    return None


async def _sorted(turn: Turn, text: Text, *, forwarded: bool) -> Outcome:
    what = sort(text.text)
    if forwarded and what in ("question", "doubt"):
        what = "text"  # somebody else's words are not asked of the bot
    if what == "empty":
        return Reply(
            "That message has no words in it. "
            "Send me an article, as a link, a text or a file, or ask a question."
        )
    if _GREETS.fullmatch(text.text.strip()) and not forwarded:
        return Reply("Hello. Send me an article, or ask what was said: /help lists what I do.")
    if what == "question":
        return await question.answer(turn, text.text)
    if what == "links":
        links = [Link(url) for url in links_in(text.text)]
        return lambda conversation: article.add_all(conversation, links)
    if what == "text":
        return lambda conversation: article.add(conversation, text)
    draft = await drafts.keep_text(turn, text)
    row = [button("Ask it", "ask", draft.id), button("Add it", "add", draft.id)]
    said = escape(shorten(text.text, 120))
    return Reply(f"“{said}”: is that a question, or an article to keep?", keyboard(row))


async def ask_it(turn: Turn, draft_id: int) -> Outcome:
    """The doubtful message was a question."""
    text = await drafts.text_of(turn, draft_id)
    if text is None:
        return Reply(toast="That message is no longer kept: send it again.")
    await drafts.drop(turn, draft_id)
    return await question.answer(turn, text.text)


async def add_it(turn: Turn, draft_id: int) -> Outcome:
    """The doubtful message was an article."""
    text = await drafts.text_of(turn, draft_id)
    if text is None:
        return Reply(toast="That message is no longer kept: send it again.")
    return lambda conversation: article.add(conversation, text, draft_id)


PRESSES = (Press("ask", (int,), ask_it), Press("add", (int,), add_it))
