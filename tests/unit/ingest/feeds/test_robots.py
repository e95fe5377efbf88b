from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock
from bot.ingest.article import UnreadableError
from bot.ingest.feeds.robots import Robots
from bot.ingest.fetch import Fetcher
from tests.unit.ingest.site import Answer, answer, redirect, serving

RULES = "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /private\nAllow: /\nCrawl-delay: 5\n"


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(timeout_seconds=5, max_bytes=1_000_000, allow_loopback=True)
    yield fetcher
    await fetcher.aclose()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2023, 3, 8, tzinfo=UTC))


async def test_its_own_rules_go_before_those_for_all(fetcher: Fetcher, clock: MovableClock) -> None:
    robots = Robots(fetcher, clock)
    with serving({"/robots.txt": answer(RULES, content_type="text/plain")}) as site:
        assert await robots.allows(f"{site.address}/feed")
        assert not await robots.allows(f"{site.address}/private/feed")
        assert await robots.delay(f"{site.address}/feed") == timedelta(seconds=5)

    assert [path for path, _ in site.requests] == ["/robots.txt"]


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        (answer("none", status=404), True),
        (answer("no", status=403), True),
        (answer("later", status=429), False),
        (answer("trouble", status=503), False),
        (answer(b"\xff\x00\xfe not rules", content_type=None), True),
        (answer("User-agent: *\nDisallow: /\n" + "# \n" * 200_000), False),
        (answer("x" * 2_000_000), False),
    ],
)
async def test_where_there_are_none_all_is_allowed_and_in_trouble_nothing(
    fetcher: Fetcher, clock: MovableClock, given: Answer, *, allowed: bool
) -> None:
    with serving({"/robots.txt": given}) as site:
        assert await Robots(fetcher, clock).allows(f"{site.address}/feed") is allowed


async def test_they_are_asked_for_again_after_a_day(fetcher: Fetcher, clock: MovableClock) -> None:
    robots = Robots(fetcher, clock)
    pages = {"/robots.txt": answer("User-agent: *\nDisallow: /")}
    with serving(pages) as site:
        assert not await robots.allows(f"{site.address}/feed")
        pages["/robots.txt"] = answer("")
        assert not await robots.allows(f"{site.address}/feed")
        clock.move_to(clock.now() + timedelta(hours=25))
        assert await robots.allows(f"{site.address}/feed")


async def test_a_page_that_another_leads_to_is_asked_about_too(fetcher: Fetcher, clock: MovableClock) -> None:
    pages = {
        "/robots.txt": answer("User-agent: *\nDisallow: /private"),
        "/feed": redirect("/private/feed"),
        "/private/feed": answer("secret"),
    }
    robots = Robots(fetcher, clock)
    polite = Fetcher(timeout_seconds=5, max_bytes=1_000, allow_loopback=True, allows=robots.allows)
    with (
        serving(pages) as site,
        pytest.raises(UnreadableError, match=r"asks programs not to read that page \(robots.txt\)"),
    ):
        await polite.answer(f"{site.address}/feed")
    await polite.aclose()

    assert "/private/feed" not in [path for path, _ in site.requests]
