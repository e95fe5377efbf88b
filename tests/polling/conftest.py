from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from storage.session import Database
from tests.polling.press import Press
from tests.unit.ingest.site import serving

NOW = datetime(2023, 3, 8, 9, 0, tzinfo=UTC)


@pytest.fixture
async def press(database: Database) -> AsyncIterator[Press]:
    pages: dict = {}  # type: ignore[type-arg]  # what a site's pages are
    with serving(pages) as site:
        press = Press(database, pages, site, NOW)
        yield press
        await press.aclose()
