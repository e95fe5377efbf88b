"""Writing down what became of a delivery that was tried."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.track.results import Blocked, Later, Moved, NothingToSay, Outcome, Refused, Sent
from storage import chats, deliveries, subscriptions
from storage.models import Delivery
from storage.session import AsyncSession

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)


async def record(
    session: AsyncSession, delivery: Delivery, outcome: Outcome, rest: Iterable[Delivery], now: datetime
) -> bool:
    """Record the outcome, and what it means for the `rest` claimed with it.

    Return whether the chat's next delivery may be sent.
    """
    match outcome:
        case Sent():
            await deliveries.mark_sent(session, delivery.id, now)
        case NothingToSay():
            await deliveries.mark_dropped(session, delivery.id)
        case Refused(error):
            await deliveries.mark_dead(session, delivery.id, error)
        case Blocked():
            await subscriptions.end_chat(session, delivery.chat_id)
            return False
        case Moved(chat_id) if chat_id == delivery.chat_id:
            await deliveries.mark_dead(session, delivery.id, "the chat moved to itself")
        case Moved(chat_id):
            await chats.rename(session, delivery.chat_id, chat_id)
            await deliveries.mark_retry(session, delivery.id, now, "the chat has moved")
            await deliveries.give_back(session, [one.id for one in rest], now)
            return False
        case Later(after, error):
            wait = after or min(FIRST_WAIT * 2 ** min(delivery.attempts, 20), LONGEST_WAIT)
            await deliveries.mark_retry(session, delivery.id, now + wait, error)
            await deliveries.give_back(session, [one.id for one in rest], now + wait)
            if after is not None:
                await deliveries.put_off(session, delivery.chat_id, now + wait)
            return False
    return True
