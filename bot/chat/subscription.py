"""One thing a chat follows: how soon before it is reminded, and how often it hears news of it."""

from bot.chat.callbacks import button, keyboard
from bot.chat.card import GONE
from bot.chat.follow import name_of
from bot.chat.render import bold
from bot.chat.settings import LABELS, rhythm_named
from bot.chat.turn import Press, Reply, Turn
from bot.track import following
from bot.track.following import RHYTHMS
from storage import subscriptions
from storage.models import Subscription


async def show(turn: Turn, subscription_id: int) -> Reply:
    """Return how the chat is told of what it follows, with buttons to change it."""
    mine = await subscriptions.get(turn.session, turn.chat.id, subscription_id)
    if mine is None:
        return GONE
    leads = turn.chat.leads if mine.leads is None else mine.leads
    lines = [f"You follow {bold(await name_of(turn, mine) or 'it')}."]
    rows = []
    if mine.kind in ("story", "event"):
        own = "as in /settings" if mine.leads is None else "for this alone"
        lines.append(f"Reminders ({own}): {', '.join(LABELS.get(one, one) for one in leads) or 'none'}")
        rows += [
            [button(f"{'✓ ' if lead in leads else ''}{label}", "lead_of", mine.id, lead)]
            for lead, label in LABELS.items()
        ]
    if mine.kind != "event":
        own = "as in /settings" if mine.rhythm is None else "for this alone"
        lines.append(f"News ({own}): {mine.rhythm or turn.chat.rhythm}")
        rows.append([button(rhythm, "rhythm_of", mine.id, rhythm.replace(" ", "-")) for rhythm in RHYTHMS])
    rows.append([button("As in /settings", "as_set", mine.id), button("Unfollow", "unfollow", mine.id)])
    return Reply("\n".join(lines), keyboard(*rows))


async def toggle_lead(turn: Turn, subscription_id: int, lead: str) -> Reply:
    """Switch one lead time of this subscription on or off."""
    mine = await subscriptions.get(turn.session, turn.chat.id, subscription_id)
    if mine is None or lead not in LABELS:
        return GONE
    leads = turn.chat.leads if mine.leads is None else mine.leads
    chosen = [one for one in leads if one != lead] if lead in leads else [*leads, lead]
    return await _tell(turn, mine, chosen, mine.rhythm)


async def set_rhythm(turn: Turn, subscription_id: int, word: str) -> Reply:
    """Set how often news of this subscription comes."""
    mine, rhythm = await subscriptions.get(turn.session, turn.chat.id, subscription_id), rhythm_named(word)
    if mine is None or rhythm is None:
        return GONE
    return await _tell(turn, mine, mine.leads, rhythm)


async def as_set(turn: Turn, subscription_id: int) -> Reply:
    """Let this subscription be told as the chat's settings have it."""
    mine = await subscriptions.get(turn.session, turn.chat.id, subscription_id)
    return GONE if mine is None else await _tell(turn, mine, None, None)


async def _tell(turn: Turn, mine: Subscription, leads: list[str] | None, rhythm: str | None) -> Reply:
    await following.tell(turn.session, turn.chat.id, mine.id, now=turn.now, leads=leads, rhythm=rhythm)
    turn.owes = True
    return await show(turn, mine.id)


PRESSES = (
    Press("how", (int,), show),
    Press("lead_of", (int, str), toggle_lead, who="admins"),
    Press("rhythm_of", (int, str), set_rhythm, who="admins"),
    Press("as_set", (int,), as_set, who="admins"),
)
