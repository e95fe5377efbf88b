"""Writing down what became of a message that was tried."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.track.results import Blocked, Later, Moved, NothingToSay, Outcome, Refused, Sent
from storage import chats, deliveries, subscriptions
from storage.models import Delivery
from storage.session import AsyncSession

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)


async def record(
    session: AsyncSession,
    message: Sequence[Delivery],
    outcome: Outcome,
    rest: Sequence[Delivery],
    now: datetime,
) -> bool:
    """Record the outcome for the deliveries of one message, and what it means for the `rest` claimed with it.

    Return whether the chat's next message may be sent.
    """
    chat_id, ids = message[0].chat_id, [one.id for one in message]
    match outcome:
        case Sent():
            await deliveries.mark_sent(session, ids, now)
        case NothingToSay():
            await deliveries.mark_dropped(session, ids)
        case Refused(error):
            await deliveries.mark_dead(session, ids, error)
        case Blocked():
            await subscriptions.end_chat(session, chat_id)
            return False
        case Moved(to) if to == chat_id:
            await deliveries.mark_dead(session, ids, "the chat moved to itself")
        case Moved(to):
            await chats.rename(session, chat_id, to)
            await deliveries.mark_retry(session, ids, now, "the chat has moved")
            await deliveries.give_back(session, [one.id for one in rest], now)
            return False
        case Later(after, error):
            wait = after or min(FIRST_WAIT * 2 ** min(message[0].attempts, 20), LONGEST_WAIT)
            await deliveries.mark_retry(session, ids, now + wait, error)
            await deliveries.give_back(session, [one.id for one in rest], now + wait)
            if after is not None:
                await deliveries.put_off(session, chat_id, now + wait)
            return False
    return True
