import pytest

from bot.clock import MovableClock
from storage.session import Database
from tests.unit.chat.room import NOW, Room


@pytest.fixture
def room(database: Database) -> Room:
    return Room(database, MovableClock(NOW))
