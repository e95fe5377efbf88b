"""Makes docs/playground.png: an article read, its story followed, and the reminder on its eve."""

import asyncio
import shutil
from pathlib import Path

from playwright.async_api import async_playwright

from bot.app import playing
from bot.config import Settings

PICTURE = Path(__file__).with_name("playground.png")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


async def main() -> None:
    """Live through the first sample's eve in a browser, and keep the picture."""
    async with playing(Settings(), port=0) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = await browser.new_page(
            viewport={"width": 1180, "height": 1500}, color_scheme="light", locale="en-GB", timezone_id="UTC"
        )
        await page.goto(address)
        await page.get_by_role("button", name="Velmark presses the Northern Pact").click()
        await page.get_by_role("button", name="Follow story").click()
        await page.get_by_text("You follow").wait_for()
        await page.get_by_role("button", name="UTC", exact=True).click()
        await page.get_by_role("button", name="Jump to the next reminder").click()
        await page.get_by_text("Tomorrow, Fri 17 Mar 2023", exact=True).wait_for()
        await page.wait_for_timeout(4000)  # the toast has gone
        await page.screenshot(path=PICTURE)
        await browser.close()


asyncio.run(main())
