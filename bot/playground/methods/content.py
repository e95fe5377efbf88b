"""What the sending and the editing methods have in common: texts, captions, keyboards."""

from bot.playground import entities, html_entities
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def formatted(
    playground: Playground, given: Parameters, text_name: str, entities_name: str
) -> tuple[str, list[Json]]:
    """Return a call's text and entities as Telegram keeps them. Raises ApiError on wrong markup."""
    text = given.text(text_name)
    mode = given.text("parse_mode").lower()
    if mode == "html":
        text, found = html_entities.parse(text)
    elif mode:
        # MarkdownV2 and Markdown are real modes; the playground speaks HTML and plain entities only.
        raise bad_request("unsupported parse_mode")
    else:
        found = entities.given(given.parsed(entities_name), text) if given.has(entities_name) else []
    text, found = entities.finish(text, found)
    return text, [_with_user(playground, entity) for entity in found]


def _with_user(playground: Playground, entity: Json) -> Json:
    """Fill in whom a mention by number means."""
    if entity["type"] != "text_mention":
        return entity
    people = {person.id: person for chat in playground.chats.values() for person in chat.members}
    user = entity.get("user")
    person = people.get(user.get("id", 0)) if isinstance(user, dict) else None
    return {**entity, "user": person.user()} if person else {**entity, "type": "underline"}


def text_of(playground: Playground, given: Parameters) -> tuple[str, list[Json]]:
    """Return the text of a message, 1 to 4096 characters.

    Length counts UTF-16 code units, the stricter of the ways in which Telegram's clients and servers count.
    """
    text, found = formatted(playground, given, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if entities.utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, found


def caption_of(playground: Playground, given: Parameters) -> tuple[str, list[Json]]:
    """Return the caption of a picture or file, up to 1024 characters."""
    text, found = formatted(playground, given, "caption", "caption_entities")
    if entities.utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text, found
