"""Texts and their entities: offsets in UTF-16 code units, as the Bot API counts."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.wire import Json, bad_request

MOST_ENTITIES = 100

_KINDS = {
    "bold": (),
    "italic": (),
    "underline": (),
    "strikethrough": (),
    "spoiler": (),
    "blockquote": (),
    "expandable_blockquote": (),
    "code": (),
    "pre": ("language",),
    "text_link": ("url",),
    "text_mention": ("user",),
    "custom_emoji": ("custom_emoji_id",),
    "date_time": ("unix_time", "date_time_format"),
}
# Found by Telegram itself; given explicitly they are taken no notice of.
_FOUND = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
_PATTERNS = {
    "url": re.compile(r"(?:https?://|\bwww\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]", re.IGNORECASE),
    "email": re.compile(r"(?<![\w.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b"),
    "bot_command": re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/@])"),
    "hashtag": re.compile(r"(?<![\w#&])#\w*[^\W\d_]\w*"),
}
_OPAQUE = ("code", "pre")
_EMPHASIS = ("bold", "italic", "underline", "strikethrough", "spoiler")
_BLOCKS = ("blockquote", "expandable_blockquote")


def utf16_length(text: str) -> int:
    """Return how many UTF-16 code units the text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def piece(text: str, entity: Json) -> str:
    """Return the part of the text that the entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


def checked_link(url: str) -> str:
    """Return the address as Telegram keeps it, empty if it is not one that a link may have."""
    url = url.strip()
    if url.lower().startswith(("tg:", "ton:")):
        return url
    parts = urlsplit(url if "://" in url else f"http://{url}") if " " not in url else None
    try:
        host = parts.hostname if parts else None
    except ValueError:
        host = None
    if not parts or not host or parts.scheme.lower() not in ("http", "https"):
        return ""
    if "." not in host and host != "localhost":
        return ""
    return parts._replace(path=parts.path or "/").geturl()


def given(raw: Any, text: str) -> list[Json]:
    """Check entities that a call gave explicitly. Raises ApiError on ones that do not fit the text."""
    if not isinstance(raw, list):
        raise (
            bad_request("expected an Array of MessageEntity") if raw else bad_request("can't parse entities")
        )
    units = text.encode("utf-16-le")
    checked: list[Json] = []
    for item in raw:
        if not isinstance(item, dict) or item.get("type") not in (*_KINDS, *_FOUND):
            raise bad_request("can't parse MessageEntity: Unsupported entity type specified")
        kind, offset, length = item["type"], item.get("offset"), item.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 0:
            raise bad_request("can't parse MessageEntity: Invalid offset or length specified")
        if 2 * offset > len(units):
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
        if 2 * (offset + length) > len(units):
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )
        for edge, verb in ((offset, "begins"), (offset + length, "ends")):
            if 0xDC <= units[2 * edge + 1 : 2 * edge + 2].ljust(1, b"\0")[0] <= 0xDF:
                raise bad_request(f"entity {verb} in a middle of a UTF-16 symbol at UTF-16 offset {edge}")
        if length and kind in _KINDS:
            more = {key: item[key] for key in _KINDS[kind] if item.get(key) is not None}
            checked.append({"type": kind, "offset": offset, "length": length, **more})
    return checked


def finish(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Do what Telegram does to every text: trim it, put its entities in order, and find links and the like.

    Returns the text without space around it and at most `MOST_ENTITIES` entities.
    """
    kept = text.rstrip()
    lead = utf16_length(kept) - utf16_length(kept.lstrip())
    kept = kept.lstrip()
    end = utf16_length(kept)
    moved: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] - lead + entity["length"])
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    settled = _settle(moved)
    found = [entity for entity in _find(kept) if not any(_excludes(other, entity) for other in settled)]
    return kept, sorted(settled + found, key=_order)[:MOST_ENTITIES]


def _order(entity: Json) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _stop(entity: Json) -> int:
    return int(entity["offset"] + entity["length"])


def _overlap(one: Json, other: Json) -> bool:
    return bool(one["offset"] < _stop(other) and other["offset"] < _stop(one))


def _excludes(inner: Json, found: Json) -> bool:
    """Whether an entity leaves no room for one that Telegram would find."""
    return inner["type"] not in (*_EMPHASIS, *_BLOCKS) and _overlap(inner, found)


def _settle(entities: list[Json]) -> list[Json]:
    """Apply the nesting rules: nothing inside or around code, no quote in a quote, no crossing."""
    opaque = [entity for entity in entities if entity["type"] in _OPAQUE]
    settled: list[Json] = []
    for entity in sorted(entities, key=_order):
        if entity["type"] in _OPAQUE:
            if not any(other["type"] in _OPAQUE and _overlap(entity, other) for other in settled):
                settled.append(entity)
        elif entity["type"] in _EMPHASIS:
            settled += _around(entity, opaque)
        elif not any(_clash(entity, other) for other in settled + opaque):
            settled.append(entity)
    return settled


def _clash(entity: Json, other: Json) -> bool:
    if not _overlap(entity, other) or other["type"] in _EMPHASIS:
        return False
    quotes = (entity["type"] in _BLOCKS) + (other["type"] in _BLOCKS)
    crossing = not (_holds(entity, other) or _holds(other, entity))
    return quotes != 1 or crossing


def _holds(outer: Json, inner: Json) -> bool:
    return bool(outer["offset"] <= inner["offset"] and _stop(inner) <= _stop(outer))


def _around(entity: Json, holes: list[Json]) -> list[Json]:
    """Cut what lies in the holes out of an entity."""
    parts: list[Json] = []
    at = entity["offset"]
    for hole in sorted(holes, key=_order):
        if _overlap(entity, hole):
            if hole["offset"] > at:
                parts.append({**entity, "offset": at, "length": hole["offset"] - at})
            at = max(at, _stop(hole))
    if at < _stop(entity):
        parts.append({**entity, "offset": at, "length": _stop(entity) - at})
    return parts


def _find(text: str) -> list[Json]:
    found: list[Json] = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            entity: Json = {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match[0]),
            }
            if not any(_overlap(entity, other) for other in found):
                found.append(entity)
    return found
