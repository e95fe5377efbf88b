"""Given reminders that are owed, when the rules of time zones change, then they are computed anew."""

from datetime import UTC, datetime

from sqlalchemy import update

from bot.track import following, zone_rules
from storage import chats, deliveries
from storage.models import Delivery
from storage.session import Database
from tests.storage.records import event
from tests.track.by_hand import SetClock


async def test_reminders_follow_the_rules_in_use(any_database: Database, clock: SetClock) -> None:
    async with any_database.begin() as session:
        await chats.ensure(session, 1, clock.now(), chats.Defaults(leads=("0d",)))
        fair = event("book fair", datetime(2026, 3, 5, tzinfo=UTC).date())
        session.add(fair)
        await session.flush()
        await following.follow(session, 1, "event", fair.id, now=clock.now())
        # As if the clocks had been an hour behind when it was computed.
        wrong = update(Delivery).values(due_at=datetime(2026, 3, 5, 10, tzinfo=UTC))
        await session.execute(wrong.where(Delivery.kind == "due"))

    assert await zone_rules.renew(any_database, clock, "2026a") == 1
    assert await zone_rules.renew(any_database, clock, "2026a") == 0
    async with any_database.read() as session:
        due = [one for one in await deliveries.of_chat(session, 1) if one.kind == "due"]
    assert [(one.state, one.due_at) for one in due] == [("pending", datetime(2026, 3, 5, 9, tzinfo=UTC))]
