"""What an older version of the program kept is what a newer one finds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, text

from storage import connection, deliveries, speakers
from storage.migrations import configuration
from storage.session import Database
from tests.storage.records import at

FILED = """
INSERT INTO articles (id, doc, fingerprint, authors, language, zone_from, text, timexes, added_at, shared)
VALUES (1, 'a1', 'f1', '[]', 'en', 'unknown', 'Lind said so. Mara Lind said so.', '[]',
    '2024-05-06 12:00:00', true);
INSERT INTO speakers (id, name, kind) VALUES (1, 'Mara Lind', 'person'), (2, 'Port Council', 'body');
INSERT INTO aliases (speaker_id, alias) VALUES (1, 'lind'), (1, 'mara lind'), (2, 'port council');
INSERT INTO claims
    (id, article_id, start, source, cue, content, speaker, speaker_id, kind, act, quote, confidence)
VALUES (1, 1, 0, '[]', '[]', '[[0, 4]]', 'Lind', 1, 'person', 'state', 'direct', 0.9),
       (2, 1, 14, '[]', '[]', '[[14, 18]]', 'Mara Lind', 1, 'person', 'state', 'direct', 0.9),
       (3, 1, 20, '[]', '[]', '[[20, 24]]', 'Port Council & Lind', 2, 'body', 'state', 'direct', 0.9),
       (4, 1, 25, '[]', '[]', '[[25, 29]]', NULL, NULL, 'unnamed', 'state', 'direct', 0.9);
INSERT INTO chats (id, created_at, reminder_time, leads) VALUES (1, '2024-05-06 12:00:00', '09:00', '[]');
INSERT INTO subscriptions (chat_id, kind, speaker_id, key, created_at)
VALUES (1, 'speaker', 1, 'speaker:1', '2024-05-06 12:00:00')
"""


@pytest.fixture(params=["sqlite", "postgres"])
def filed_before_names(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database left by the version that filed claims under one name of their speaker."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'own.db'}"
    make: Callable[[], str] = request.getfixturevalue("new_postgres")
    return make()


async def test_claims_filed_under_another_name_get_their_own_back(filed_before_names: str) -> None:
    def fill(opened: Connection) -> None:
        command.upgrade(configuration(opened), "0001")
        for statement in FILED.split(";\n"):
            opened.execute(text(statement))
        if opened.dialect.name == "postgresql":
            opened.execute(text("SELECT setval('speakers_id_seq', 2)"))

    engines = connection.connect(connection.parse(filed_before_names))
    async with engines.write.begin() as opened:
        await opened.run_sync(fill)
    await engines.dispose()

    database = await Database.open(filed_before_names)
    async with database.begin() as session:
        names = await speakers.going_by(session, [1])
        found = await session.execute(text("SELECT id, speaker_id FROM claims ORDER BY id"))
        again = await speakers.ensure(session, "Lind", "person")
        kept = [await session.scalar(text(f"SELECT count(*) FROM {t}")) for t in ("subscriptions", "rulings")]  # noqa: S608 - two names of our own
    await database.close()

    assert [(name.name, name.why) for name in names] == [("Mara Lind", None), ("Lind", "surname")]
    lind = names[1].id
    assert again.id == lind
    assert [(number, speaker) for number, speaker in found] == [(1, lind), (2, 1), (3, 2), (4, None)]
    assert kept == [1, 0]


async def test_what_was_owed_is_still_owed_when_it_was_and_after_its_lease(filed_before_names: str) -> None:
    def fill(opened: Connection) -> None:
        command.upgrade(configuration(opened), "0002")
        opened.execute(
            text(
                "INSERT INTO chats (id, created_at, reminder_time, leads)"
                " VALUES (1, '2024-05-06 12:00:00', '09:00', '[]')"
            )
        )
        owed = text(
            "INSERT INTO deliveries (chat_id, key, kind, detail, due_at, state, leased_until, attempts)"
            " VALUES (1, :key, 'lead', '{}', '2024-05-07 12:00:00', 'pending', NULL, 0)"
        )
        for key in ("waiting", "on its way"):
            opened.execute(owed, {"key": key})
        opened.execute(
            text("UPDATE deliveries SET leased_until = '2024-05-07 12:05:00' WHERE key = 'on its way'")
        )

    engines = connection.connect(connection.parse(filed_before_names))
    async with engines.write.begin() as opened:
        await opened.run_sync(fill)
    await engines.dispose()

    database = await Database.open(filed_before_names)
    async with database.begin() as session:
        early = await deliveries.next_due(session)
        owed = await deliveries.of_chat(session, 1)
    await database.close()

    assert early == at(7)
    assert {row.key: row.try_at for row in owed} == {"waiting": at(7), "on its way": at(7, 12, 5)}
