"""The chat page in a real browser (Debian's chromium, headless), with the real bot behind it."""

import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.clock import MovableClock
from bot.playground.samples import opening_instant
from bot.playground.serve import running
from bot.playground.server import create_server
from tests.chat.conftest import House

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADA = 1001
PATIENCE = 20_000  # milliseconds for what the whole bot has to do first

pytestmark = [
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("ONRECORD_REQUIRE_BROWSER") != "1",
        reason="no chromium on this machine: the chat page is not tested in a browser",
    ),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all; each test has a profile of its own in it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def opened_page(browser: Browser, address: str, **look: Any) -> AsyncIterator[Page]:
    """Open the page; whatever the browser complains about meanwhile fails the test."""
    complaints: list[str] = []
    look = {"locale": "en-GB", "timezone_id": "Europe/Berlin", **look}
    async with await browser.new_context(**look) as profile:
        page = await profile.new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(address)
        yield page
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, sqlite_url: str) -> AsyncIterator[Page]:
    """The page with the whole bot behind it."""
    house = House(sqlite_url)
    await house.open()
    async with opened_page(browser, house.address) as page:
        yield page
    await house.close()


@pytest_asyncio.fixture(loop_scope="module")
async def address() -> AsyncIterator[str]:
    """A playground whose bot is only what a test sends in its name, with a reminder due in two days."""

    async def next_due() -> datetime:
        return opening_instant() + timedelta(days=2)

    async with running(
        create_server(MovableClock(opening_instant()), next_due=next_due, limits=False)
    ) as port:
        yield f"http://127.0.0.1:{port}"


@pytest_asyncio.fixture(loop_scope="module")
async def bare_page(browser: Browser, address: str) -> AsyncIterator[Page]:
    async with opened_page(browser, address) as page:
        yield page


def messages(page: Page) -> Locator:
    return page.get_by_role("log", name="Messages").get_by_role("listitem")


async def send(address: str, method: str, **fields: Any) -> Any:
    """Call the Bot API as the bot would, and return the result."""
    async with httpx.AsyncClient(base_url=f"{address}/bot1:any/", timeout=20, trust_env=False) as client:
        return (await client.post(method, json=fields)).raise_for_status().json()["result"]


async def test_an_article_is_sent_its_story_followed_and_the_reminder_seen(page: Page) -> None:
    await page.get_by_role("button", name="Velmark presses the Northern Pact").click()
    card = messages(page).filter(has=page.get_by_role("button", name="Follow story"))
    await expect(card).to_contain_text("Velmark and Ostrian officials meet", timeout=PATIENCE)

    await card.get_by_role("button", name="Follow story").click()
    await expect(page.get_by_text("next reminder 16 Mar")).to_be_visible(timeout=PATIENCE)

    await page.get_by_role("button", name="Jump to the next reminder").click()
    await expect(page.get_by_label("Bot's time", exact=True)).to_contain_text("16 Mar 2023")
    reminder = messages(page).filter(has_text=re.compile("omorrow.*officials meet", re.DOTALL))
    await expect(reminder).to_have_count(1, timeout=PATIENCE)


async def test_a_pressed_button_shows_the_bots_answer_and_its_edit(bare_page: Page, address: str) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Remind me", "callback_data": "remind"}]]}
    sent = await send(address, "sendMessage", chat_id=ADA, text="Shall I?", reply_markup=keyboard)
    await messages(bare_page).last.get_by_role("button", name="Remind me").click()
    [update] = await send(address, "getUpdates", timeout=10)
    query = update["callback_query"]["id"]
    await send(address, "answerCallbackQuery", callback_query_id=query, text="I will remind you.")
    await expect(bare_page.get_by_text("I will remind you.")).to_be_visible()
    await send(address, "editMessageText", chat_id=ADA, message_id=sent["message_id"], text="I shall.")
    await expect(messages(bare_page).last).to_contain_text("I shall.edited")
    await expect(bare_page.get_by_role("button", name="Remind me")).to_have_count(0)


async def test_the_clock_jumps_to_the_next_reminder(bare_page: Page) -> None:
    clock = bare_page.get_by_label("Bot's time", exact=True)
    await expect(clock).to_contain_text("14 Mar 2023, 21:00")
    await bare_page.get_by_role("button", name="+1 h").click()
    await expect(clock).to_contain_text("22:00")
    await bare_page.get_by_role("button", name="Jump to the next reminder").click()
    await expect(clock).to_contain_text("16 Mar 2023, 21:00")
    await bare_page.get_by_label("Date and time to move the clock to").fill("2023-03-22T08:30")
    await bare_page.get_by_role("button", name="Set the clock").click()
    await expect(clock).to_contain_text("22 Mar 2023, 08:30")


async def test_an_article_still_to_come_offers_to_move_the_clock(bare_page: Page) -> None:
    await bare_page.get_by_role("button", name="Velmark and Ostria put off talks").click()
    await bare_page.get_by_role("button", name="Move the clock there and send it").click()
    await expect(messages(bare_page).last).to_contain_text("postponed to March 21")
    await expect(bare_page.get_by_label("Bot's time", exact=True)).to_contain_text("16 Mar 2023")


async def test_what_anyone_writes_is_never_read_as_html(bare_page: Page, address: str) -> None:
    attack = "<img src=x onerror=alert(1)>"
    await bare_page.get_by_label("Message", exact=True).fill(attack)
    await bare_page.get_by_role("button", name="Send", exact=True).click()
    await expect(messages(bare_page).last).to_contain_text(attack)
    link = {"type": "text_link", "offset": 0, "length": len(attack), "url": "http://a.org/'><script>"}
    await send(address, "sendMessage", chat_id=ADA, text=attack, entities=[link])
    await expect(messages(bare_page).last.get_by_role("link")).to_have_text(attack)
    assert await bare_page.locator("#messages img, #messages script").count() == 0


async def test_dates_are_shown_in_the_readers_zone(bare_page: Page, address: str) -> None:
    noon = 1_679_050_800  # 17 March 2023, 11:00 UTC
    html = (
        f'Meet <tg-time unix="{noon}" format="wDt">at noon</tg-time>, <tg-time unix="{noon}">then</tg-time>'
    )
    await send(address, "sendMessage", chat_id=ADA, text=html, parse_mode="HTML")
    times = messages(bare_page).last.locator(".words time")
    await expect(times).to_have_count(2)
    first, second = times.nth(0), times.nth(1)
    await expect(first).to_contain_text("Friday")
    await expect(first).to_contain_text("17 March 2023")
    await expect(first).to_contain_text("12:00")
    await expect(second).to_have_text("then")
    await expect(second).to_have_attribute("title", re.compile("Friday.*17 March 2023.*12:00 CET"))


async def test_a_long_quote_opens_and_stays_open_while_others_write(bare_page: Page, address: str) -> None:
    quote = "<blockquote expandable>" + "\n".join(f"Line {n}" for n in range(9)) + "</blockquote>"
    await send(address, "sendMessage", chat_id=ADA, text=quote, parse_mode="HTML")
    more = bare_page.get_by_role("button", name="Show more")
    await more.click()
    await send(address, "sendMessage", chat_id=ADA, text="Something else")
    await expect(messages(bare_page).last).to_contain_text("Something else")
    await expect(bare_page.get_by_role("button", name="Show less")).to_be_visible()


async def test_commands_are_offered_on_a_slash_and_places_on_the_bots_keyboard(
    bare_page: Page, address: str
) -> None:
    await send(address, "setMyCommands", commands=[{"command": "upcoming", "description": "What is due"}])
    keyboard = {"keyboard": [[{"text": "Share your place", "request_location": True}]]}
    await send(address, "sendMessage", chat_id=ADA, text="Where are you?", reply_markup=keyboard)
    await bare_page.get_by_role("button", name="Share your place").click()
    await bare_page.get_by_role("button", name="Berlin").click()
    await expect(messages(bare_page).last).to_contain_text("52.520, 13.405")
    await bare_page.get_by_label("Message", exact=True).press_sequentially("/u")
    await bare_page.get_by_role("menuitem", name="/upcoming").click()
    await expect(messages(bare_page).last).to_contain_text("/upcoming")


async def test_on_a_phone_the_list_and_the_chat_take_turns(browser: Browser, address: str) -> None:
    async with opened_page(browser, address, viewport={"width": 390, "height": 844}) as page:
        await expect(page.get_by_label("Message", exact=True)).to_be_visible()
        await page.get_by_role("button", name="All chats and samples").click()
        await expect(page.get_by_label("Message", exact=True)).to_be_hidden()
        await page.get_by_role("button", name="Newsroom").click()
        await expect(page.get_by_role("heading", name="Newsroom")).to_be_visible()
        await expect(page.get_by_label("Write as")).to_be_visible()
        wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not await page.evaluate(wider)
