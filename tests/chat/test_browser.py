"""The chat page in a real browser: Debian's chromium, headless, against the real server."""

import html
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from playwright.async_api import Page, async_playwright, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.clock import MovableClock
from bot.playground.samples import opening_instant
from bot.playground.serve import running
from bot.playground.server import create_server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("ONRECORD_REQUIRE_BROWSER") != "1",
        reason="no chromium on this machine: the chat page is not tested in a browser",
    ),
]


class TinyBot:
    """Just enough of a bot for the page: a card for a text, a button, a reminder when its time has come."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.due: datetime | None = None
        self.chat_id = 0

    async def next_due(self) -> datetime | None:
        return self.due

    async def read(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        await message.reply_chat_action("typing")
        progress = await message.reply_text("Reading …")
        lines = [line for line in (message.text or "").split("\n") if line]
        title = html.escape(lines[min(2, len(lines) - 1)])
        due = self.clock.now() + timedelta(days=2)
        await progress.edit_text(
            f"<b>{title}</b>\n<i>Harbour Wire</i>\n"
            "<blockquote expandable>“We expect\nthe alliance\nto name\nits terms\nopenly.”</blockquote>\n"
            f'Officials meet on <tg-time unix="{int(due.timestamp())}" format="wD">Friday</tg-time>.',
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Remind me", callback_data="remind")]]),
        )

    async def remind(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        self.due = self.clock.now() + timedelta(days=2)
        self.chat_id = update.effective_chat.id
        await update.callback_query.answer("I will remind you.")
        await update.callback_query.edit_message_reply_markup()

    async def wake(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        if self.due and self.clock.now() >= self.due:
            self.due = None
            await context.bot.send_message(self.chat_id, "Today: the officials meet.")


@asynccontextmanager
async def tiny_bot(tiny: TinyBot, port: int) -> AsyncIterator[None]:
    base = f"http://127.0.0.1:{port}"
    application = (
        Application.builder().token("1:any").base_url(f"{base}/bot").base_file_url(f"{base}/file/bot").build()
    )
    application.add_handler(MessageHandler(filters.TEXT, tiny.read))
    application.add_handler(CallbackQueryHandler(tiny.remind))
    async with application:
        await application.start()
        application.job_queue.run_repeating(tiny.wake, interval=0.1)
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def browser_page(port: int, **look: object) -> AsyncIterator[Page]:
    """Open the page; whatever it complains about fails the test."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = await browser.new_page(**look)
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(f"http://127.0.0.1:{port}/")
        yield page
        await browser.close()
    assert complaints == []


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    clock = MovableClock(opening_instant())
    tiny = TinyBot(clock)
    async with (
        running(create_server(clock, next_due=tiny.next_due)) as port,
        tiny_bot(tiny, port),
        browser_page(port) as page,
    ):
        yield page


async def test_an_article_is_sent_its_button_pressed_and_the_reminder_seen(page: Page) -> None:
    await page.get_by_role("button", name="Velmark presses the Northern Pact").click()
    messages = page.get_by_role("log", name="Messages")
    card = messages.get_by_role("listitem", name="On Record")
    await expect(card).to_contain_text("Velmark presses the Northern Pact for an answer")
    await expect(card).to_contain_text("edited")

    await card.get_by_role("button", name="Remind me").click()
    await expect(page.get_by_text("I will remind you.")).to_be_visible()
    await expect(card.get_by_role("button", name="Remind me")).to_have_count(0)

    await page.get_by_role("button", name="Jump to the next reminder").click()
    await expect(messages).to_contain_text("Today: the officials meet.")
    await expect(page.get_by_label("Bot's time", exact=True)).to_contain_text("16")


async def test_what_people_write_is_never_read_as_html(page: Page) -> None:
    await page.get_by_label("Message", exact=True).fill("<img src=x onerror=alert(1)>\n\n<b>bold?</b>")
    await page.get_by_role("button", name="Send").click()
    bubbles = page.get_by_role("log", name="Messages").get_by_role("listitem")
    await expect(bubbles.filter(has_text="<img src=x onerror=alert(1)>")).to_have_count(1)
    assert await page.locator("#messages img").count() == 0


async def test_an_article_still_to_come_offers_to_move_the_clock(page: Page) -> None:
    await page.get_by_role("button", name="Velmark and Ostria put off talks").click()
    await page.get_by_role("button", name="Move the clock there and send it").click()
    await expect(page.get_by_role("log", name="Messages")).to_contain_text("postponed to March 21")
    await expect(page.get_by_label("Bot's time", exact=True)).to_contain_text("16")


async def test_on_a_phone_the_list_and_the_chat_take_turns() -> None:
    clock = MovableClock(opening_instant())
    phone = {"viewport": {"width": 390, "height": 844}}
    async with running(create_server(clock)) as port, browser_page(port, **phone) as page:
        await expect(page.get_by_label("Message", exact=True)).to_be_visible()
        await page.get_by_role("button", name="All chats and samples").click()
        await expect(page.get_by_label("Message", exact=True)).to_be_hidden()
        await page.get_by_role("button", name="Newsroom").click()
        await expect(page.get_by_role("heading", name="Newsroom")).to_be_visible()
        await expect(page.get_by_label("Write as")).to_be_visible()
