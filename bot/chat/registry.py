"""All commands and buttons there are; /help and the command menu are derived from here."""

from telegram import BotCommand

from bot.chat import (
    article,
    card,
    decide,
    feed,
    feeds,
    follow,
    forget,
    message,
    privacy,
    question,
    remind,
    settings,
    snooze,
    speaker,
    start,
    stories,
    subscription,
    upcoming,
    zone,
)
from bot.chat import help as help_
from bot.chat.callbacks import Shape
from bot.chat.turn import Command, Press

COMMANDS: tuple[Command, ...] = (
    *start.COMMANDS,
    *question.COMMANDS,
    *upcoming.COMMANDS,
    *stories.COMMANDS,
    *speaker.COMMANDS,
    *follow.COMMANDS,
    *feeds.COMMANDS,
    *remind.COMMANDS,
    *settings.COMMANDS,
    *privacy.COMMANDS,
    *forget.COMMANDS,
    help_.command(lambda: COMMANDS),
)

PRESSES: dict[str, Press] = {
    press.verb: press
    for press in (
        *start.PRESSES,
        *message.PRESSES,
        *article.PRESSES,
        *card.PRESSES,
        *question.PRESSES,
        *upcoming.PRESSES,
        *stories.PRESSES,
        *speaker.PRESSES,
        *follow.PRESSES,
        *feeds.PRESSES,
        *feed.PRESSES,
        *remind.PRESSES,
        *snooze.PRESSES,
        *decide.PRESSES,
        *subscription.PRESSES,
        *zone.PRESSES,
        *settings.PRESSES,
        *forget.PRESSES,
    )
}

SHAPES: dict[str, Shape] = {verb: press.fields for verb, press in PRESSES.items()}


def menu() -> list[BotCommand]:
    """Return the command menu Telegram shows."""
    return [BotCommand(command.name, command.line) for command in COMMANDS]
