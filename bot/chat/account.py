"""Whose token it is."""

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.config import ConfigError


async def username(token: str, base_url: str) -> str:
    """Ask Telegram for the bot's name. Raises ConfigError when it does not answer, or not know the token."""
    bot = Bot(token, base_url=f"{base_url}/bot", base_file_url=f"{base_url}/file/bot")
    try:
        async with bot:
            return bot.username
    except InvalidToken:
        raise ConfigError("Telegram does not know this token: copy it again from @BotFather.") from None
    except TelegramError as error:
        raise ConfigError(
            f"Telegram cannot be reached at {base_url} ({type(error).__name__}): check the connection."
        ) from None
