"""How the bot presents itself: its name, descriptions and commands."""

import json
import re

from bot.playground.cast import Chat, Person
from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request

_DEFAULT_SCOPE = {"type": "default"}
_SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


@method("getMe")
async def get_me(playground: Playground, given: Parameters) -> Json:
    """Return who the bot is."""
    return {
        **playground.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("setMyCommands")
async def set_my_commands(playground: Playground, given: Parameters) -> bool:
    """Set the command menu for a scope and a language."""
    commands = given.parsed("commands")
    if not isinstance(commands, list) or not all(isinstance(command, dict) for command in commands):
        raise bad_request("can't parse commands JSON object")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    kept = [
        {"command": command["command"].removeprefix("/"), "description": command["description"]}
        for command in commands
    ]
    playground.bot.commands[_key(given)] = kept
    playground.changes.add("commands")
    return True


@method("getMyCommands")
async def get_my_commands(playground: Playground, given: Parameters) -> list[Json]:
    """Return the command menu of a scope and a language."""
    return playground.bot.commands.get(_key(given), [])


@method("setMyDescription")
async def set_my_description(playground: Playground, given: Parameters) -> bool:
    """Set the text shown in a chat with the bot that is still empty."""
    _put(playground.bot.descriptions, given, _short_text(given, "description", 512))
    playground.changes.add("profile")
    return True


@method("getMyDescription")
async def get_my_description(playground: Playground, given: Parameters) -> Json:
    """Return the text shown in an empty chat."""
    return {"description": _get(playground.bot.descriptions, given)}


@method("setMyShortDescription")
async def set_my_short_description(playground: Playground, given: Parameters) -> bool:
    """Set the text on the bot's profile."""
    _put(playground.bot.short_descriptions, given, _short_text(given, "short_description", 120))
    return True


@method("getMyShortDescription")
async def get_my_short_description(playground: Playground, given: Parameters) -> Json:
    """Return the text on the bot's profile."""
    return {"short_description": _get(playground.bot.short_descriptions, given)}


def commands_for(playground: Playground, chat: Chat, person: Person) -> list[Json]:
    """Return the menu that someone sees in a chat: the narrowest scope that has one.

    The order is https://core.telegram.org/bots/api#determining-list-of-commands.
    """
    scopes: list[Json] = []
    admin = person.id in chat.administrators
    if chat.is_group:
        scopes.append({"type": "chat_member", "chat_id": chat.id, "user_id": person.id})
        scopes += [{"type": "chat_administrators", "chat_id": chat.id}] if admin else []
    scopes.append({"type": "chat", "chat_id": chat.id})
    scopes += [{"type": "all_chat_administrators"}] if chat.is_group and admin else []
    scopes.append({"type": "all_group_chats" if chat.is_group else "all_private_chats"})
    scopes.append(_DEFAULT_SCOPE)
    for scope in scopes:
        for language in (person.language_code, ""):
            if commands := playground.bot.commands.get((_scope_key(scope), language)):
                return commands
    return []


def _key(given: Parameters) -> tuple[str, str]:
    scope = given.parsed("scope") or _DEFAULT_SCOPE
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return _scope_key(scope), given.text("language_code")


def _scope_key(scope: Json) -> str:
    return json.dumps({key: str(value) for key, value in scope.items()}, sort_keys=True)


def _short_text(given: Parameters, name: str, longest: int) -> str:
    text = given.text(name)
    if len(text) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    return text


def _put(texts: dict[str, str], given: Parameters, text: str) -> None:
    language = given.text("language_code")
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)


def _get(texts: dict[str, str], given: Parameters) -> str:
    return texts.get(given.text("language_code")) or texts.get("", "")
