"""What was given up can be seen and tried again."""

from datetime import timedelta

from storage import dead_letters, deliveries
from storage.session import Database
from tests.storage.records import at, chat


async def test_what_was_given_up_is_listed_and_tried_again(any_database: Database) -> None:
    async with any_database.begin() as session:
        await chat(session)
        rows = [{"chat_id": 1, "key": key, "kind": "lead", "due_at": at(7)} for key in "abc"]
        await deliveries.owe(session, rows)
        for row in await deliveries.claim_due(session, at(8), timedelta(minutes=1), 10):
            if row.key != "c":
                await deliveries.mark_dead(session, [row.id], "message is too long")
    async with any_database.begin() as session:
        listed = await dead_letters.listing(session, limit=10)
        assert [(one.key, one.error) for one in listed] == [
            ("b", "message is too long"),
            ("a", "message is too long"),
        ]
        assert await dead_letters.backlog(session, at(8)) == dead_letters.Backlog(0, None, 2)
        assert await dead_letters.retry(session, [listed[0].id], at(9)) == 1
        assert await dead_letters.backlog(session, at(10)) == dead_letters.Backlog(2, at(7), 1)
        assert await dead_letters.retry(session, None, at(9)) == 1
        again = await deliveries.claim_due(session, at(10), timedelta(minutes=1), 10)
    assert [one.key for one in again] == ["a", "b", "c"]
