"""A copy each night, and none that is too old."""

from datetime import date, timedelta
from pathlib import Path

from bot.nightly import back_up
from storage.session import Database


async def test_a_fortnight_of_copies_is_kept(sqlite_url: str, database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first = date(2026, 3, 1)
    for day in range(16):
        await back_up(sqlite_url, first + timedelta(days=day), folder, 14)
    (folder / "notes.txt").write_text("not ours")
    await back_up(sqlite_url, first + timedelta(days=16), folder, 14)

    kept = sorted(path.name for path in folder.iterdir())
    assert kept[0] == "notes.txt"
    assert kept[1:] == [f"onrecord-2026-03-{day:02}.db" for day in range(4, 18)]
