import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event as event_hooks

from storage import deliveries
from storage.models import Delivery
from storage.session import Database
from tests.storage.records import at, chat, event

LEASE = timedelta(minutes=1)


def owed(key: str, due_at: datetime, **given: Any) -> dict[str, Any]:
    return {"chat_id": 1, "key": key, "kind": "lead", "due_at": due_at} | given


async def owe(database: Database, *rows: dict[str, Any]) -> int:
    async with database.begin() as session:
        await chat(session)
        return await deliveries.owe(session, list(rows))


async def claim(database: Database, now: datetime, limit: int = 100) -> list[Delivery]:
    async with database.begin() as session:
        return await deliveries.claim_due(session, now, LEASE, limit)


async def test_nothing_is_owed_twice(any_database: Database) -> None:
    assert await owe(any_database, owed("a", at(7)), owed("b", at(8)), owed("a", at(9))) == 2
    assert await owe(any_database, owed("b", at(20)), owed("c", at(9))) == 1
    async with any_database.read() as session:
        rows = await deliveries.of_chat(session, 1)
    assert [(row.key, row.due_at) for row in rows] == [("a", at(7)), ("b", at(8)), ("c", at(9))]


async def test_many_are_owed_in_one_call(any_database: Database) -> None:
    rows = [owed(f"k{number}", at(7) + timedelta(seconds=number)) for number in range(2_500)]
    assert await owe(any_database, *rows) == 2_500
    assert await owe(any_database, *rows, owed("last", at(9))) == 1


async def test_what_is_due_is_claimed_earliest_first_and_once(any_database: Database) -> None:
    await owe(any_database, owed("late", at(7, 11)), owed("early", at(7, 10)), owed("ahead", at(7, 13)))
    assert [row.key for row in await claim(any_database, at(7))] == ["early", "late"]
    assert await claim(any_database, at(7)) == []


async def test_a_lease_that_ran_out_makes_a_row_claimable_again(any_database: Database) -> None:
    await owe(any_database, owed("a", at(7, 10)))
    await claim(any_database, at(7))
    assert await claim(any_database, at(7) + LEASE - timedelta(seconds=1)) == []
    assert [row.key for row in await claim(any_database, at(7) + LEASE)] == ["a"]


async def test_next_due_is_when_there_is_something_to_claim(any_database: Database) -> None:
    async def next_due() -> datetime | None:
        async with any_database.read() as session:
            return await deliveries.next_due(session)

    assert await next_due() is None
    await owe(any_database, owed("a", at(7, 10)), owed("b", at(9)))
    assert await next_due() == at(7, 10)
    [row] = await claim(any_database, at(7))
    assert await next_due() == at(7) + LEASE  # should its sender die
    async with any_database.begin() as session:
        await deliveries.mark_sent(session, [row.id], at(7))
    assert await next_due() == at(9)


async def test_what_became_of_a_row_is_kept(any_database: Database) -> None:
    await owe(any_database, *(owed(key, at(7)) for key in ("sent", "retry", "dead", "dropped")))
    ids = {row.key: row.id for row in await claim(any_database, at(7))}
    async with any_database.begin() as session:
        await deliveries.mark_sent(session, [ids["sent"]], at(7, 12, 1))
        await deliveries.mark_retry(session, [ids["retry"]], at(7, 12, 5), "timed out")
        await deliveries.mark_dead(session, [ids["dead"]], "message is too long")
        await deliveries.mark_dropped(session, [ids["dropped"]])
    async with any_database.read() as session:
        rows = {row.key: row for row in await deliveries.of_chat(session, 1)}
    assert {key: row.state for key, row in rows.items()} == {
        "sent": "sent",
        "retry": "pending",
        "dead": "dead",
        "dropped": "dropped",
    }
    assert rows["sent"].sent_at == at(7, 12, 1)
    assert (rows["retry"].attempts, rows["retry"].error) == (1, "timed out")
    assert [row.key for row in await claim(any_database, at(7, 12, 4))] == []
    assert [row.key for row in await claim(any_database, at(7, 12, 5))] == ["retry"]


async def test_pending_rows_of_an_event_are_dropped_by_kind_and_can_be_owed_anew(
    any_database: Database,
) -> None:
    async with any_database.begin() as session:
        session.add(vote := event("the vote", at(9).date()))
        await session.flush()
    rows = [
        owed("lead", at(8), event_id=vote.id),
        owed("after", at(10), event_id=vote.id, kind="after"),
        owed("other", at(8), event_id=None),
    ]
    await owe(any_database, *rows)
    async with any_database.begin() as session:
        assert await deliveries.drop_pending(session, event_id=vote.id, chat_id=1, kinds=("lead", "due")) == 1
        assert await deliveries.drop_pending(session, event_id=vote.id) == 1
    [other] = await claim(any_database, at(20))
    assert other.key == "other"
    async with any_database.begin() as session:
        await deliveries.mark_sent(session, [other.id], at(20))
    assert await owe(any_database, owed("lead", at(18), event_id=vote.id)) == 1
    assert [(row.key, row.due_at) for row in await claim(any_database, at(20))] == [("lead", at(18))]


async def test_dropping_needs_to_be_told_of_what(any_database: Database) -> None:
    async with any_database.begin() as session:
        with pytest.raises(ValueError, match="an event or a chat"):
            await deliveries.drop_pending(session)


async def test_a_message_dropped_and_owed_again_on_its_way_is_not_sent_twice(any_database: Database) -> None:
    await owe(any_database, owed("a", at(7)))
    [row] = await claim(any_database, at(7))
    async with any_database.begin() as session:  # the chat changes its settings while the message goes out
        await deliveries.drop_pending(session, chat_id=1)
        await deliveries.owe(session, [owed("a", at(7))])
    assert await claim(any_database, at(7)) == []
    async with any_database.begin() as session:
        await deliveries.mark_sent(session, [row.id], at(7))
    assert await claim(any_database, at(8)) == []


async def test_claimers_at_once_never_get_the_same_row(any_url: str) -> None:
    first, second = await Database.open(any_url), await Database.open(any_url)
    async with first.begin() as session:
        for number in range(200):
            await chat(session, number)
        await deliveries.owe(session, [owed("k", at(7), chat_id=number) for number in range(200)])

    async def claim_all(database: Database) -> list[int]:
        ids: list[int] = []
        while rows := await claim(database, at(7), limit=7):
            ids += [row.id for row in rows]
        return ids

    taken = await asyncio.gather(*(claim_all(database) for database in (first, second) * 3))
    ids = [row_id for some in taken for row_id in some]
    assert len(ids) == len(set(ids)) == 200
    await first.close()
    await second.close()


async def test_on_postgres_a_second_claimer_passes_over_what_the_first_has_locked(postgres_url: str) -> None:
    database = await Database.open(postgres_url)
    async with database.begin() as session:
        for number in range(6):
            await chat(session, number)
        rows = [owed(f"k{n}", at(7) + timedelta(seconds=n), chat_id=n) for n in range(6)]
        await deliveries.owe(session, rows)
    async with database.begin() as one, database.begin() as other:
        first = await deliveries.claim_due(one, at(8), LEASE, 4)
        second = await deliveries.claim_due(other, at(8), LEASE, 4)
    assert [row.key for row in first] == ["k0", "k1", "k2"]
    assert [row.key for row in second] == ["k3", "k4", "k5"]
    await database.close()


async def test_what_else_a_chat_has_due_comes_with_it_and_is_left_to_one_claimer(
    any_database: Database,
) -> None:
    async with any_database.begin() as session:
        for number in (1, 2):
            await chat(session, number)
        rows = [owed(f"k{n}", at(7) + timedelta(seconds=n)) for n in range(5)]
        await deliveries.owe(session, [*rows, owed("other", at(7, 13), chat_id=2)])
    assert [row.key for row in await claim(any_database, at(8), limit=1)] == ["k0", "k1", "k2", "k3", "k4"]
    await owe(any_database, owed("new", at(7)))
    assert [row.key for row in await claim(any_database, at(8))] == ["other"]
    assert "new" in [row.key for row in await claim(any_database, at(8) + LEASE)]


async def test_a_crowd_lets_others_pass_and_is_never_kept_waiting_for_ever(any_database: Database) -> None:
    async with any_database.begin() as session:
        for number in range(300):
            await chat(session, number)
        crowd = [owed("crowd", at(6), chat_id=number) for number in range(200)]
        await deliveries.owe(session, crowd)
        for number in range(200, 300):
            await deliveries.owe(session, [owed("own", at(7), chat_id=number)])
    first = [row.key for row in await claim(any_database, at(8), limit=8)]
    assert (first.count("own"), first.count("crowd")) == (6, 2)


async def test_what_is_due_is_found_by_the_index_of_what_is_pending(any_database: Database) -> None:
    statements: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if "UPDATE" in statement:
            statements.append((statement, parameters))

    async with any_database.begin() as session:
        engine = session.get_bind().engine
        event_hooks.listen(engine, "before_cursor_execute", note)
        await deliveries.claim_due(session, at(7), LEASE, 5)
        event_hooks.remove(engine, "before_cursor_execute", note)
        claiming, parameters = statements[0]
        connection = await session.connection()
        if engine.dialect.name == "postgresql":  # the table is empty, and reading all of it would be quickest
            await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN " if engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
        plan = (await connection.exec_driver_sql(explain + claiming, parameters)).all()
    assert "ix_deliveries_pending" in str(plan)
