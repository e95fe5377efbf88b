"""Reply markups, checked as Telegram checks them."""

import re
from typing import Any

from bot.playground.parameters import Parameters
from bot.playground.wire import Json, bad_request

MOST_BUTTONS = 100
LONGEST_DATA = 64  # bytes
_ACTIONS = (
    "callback_data",
    "url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "web_app",
    "login_url",
    "pay",
    "callback_game",
)


def markup_of(given: Parameters) -> Json:
    """Return a call's checked reply markup, empty if it has none. Raises ApiError on a wrong one."""
    markup = given.parsed("reply_markup")
    if markup in (None, "", {}):
        return {}
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = [_row(row, "inline keyboard") for row in _rows(markup["inline_keyboard"], "inline keyboard")]
        buttons = [_inline_button(button) for row in rows for button in row]
        _count(buttons)
        kept = [row for row in rows if row]
        return {"inline_keyboard": kept} if kept else {}
    if "keyboard" in markup:
        rows = [_row(row, "keyboard") for row in _rows(markup["keyboard"], "keyboard")]
        _count([button for row in rows for button in row])
        return {**markup, "keyboard": [[_text_button(button) for button in row] for row in rows]}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    raise bad_request("can't parse reply keyboard markup JSON object")


def inline_only(markup: Json) -> Json:
    """Return the markup if it may be part of an edited message. Raises ApiError otherwise."""
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(rows: Any, what: str) -> list[Any]:
    if not isinstance(rows, list):
        raise bad_request(f"field {what.replace(' ', '_')!r} must be of type Array".replace("'", '"'))
    return rows


def _row(row: Any, what: str) -> list[Any]:
    if not isinstance(row, list):
        raise bad_request(f"can't parse {what} row: expected an Array of buttons")
    return row


def _count(buttons: list[Any]) -> None:
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")


def _text_button(button: Any) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    return button


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not isinstance(text := button.get("text"), str) or not text.strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    if not any(action in button for action in _ACTIONS):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    data = button.get("callback_data")
    if "callback_data" in button and not (
        isinstance(data, str) and 1 <= len(data.encode("utf-8", "replace")) <= LONGEST_DATA
    ):
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not re.fullmatch(
        r"(?:https?://[^\s/]*(?:\.[^\s/.]+|localhost|\d)(?::\d+)?(?:[/?#]\S*)?|tg://\S+)", str(button["url"])
    ):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return button
