from datetime import UTC, datetime

import pytest

from tests.track.by_hand import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 3, 2, 8, tzinfo=UTC))
