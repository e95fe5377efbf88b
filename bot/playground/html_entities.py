"""Telegram's HTML: https://core.telegram.org/bots/api#html-style, with TDLib's messages for what is wrong.

The wording and the rules follow td/telegram/MessageEntity.cpp of https://github.com/tdlib/td; the two
messages about `tg-time` are ours, since no published source shows Telegram's.
"""

import re
from dataclasses import dataclass, field
from typing import NoReturn

from bot.playground.entities import checked_link, utf16_length
from bot.playground.wire import Json, bad_request

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "pre": "pre",
    "code": "code",
}
_TAGS = {*_SIMPLE, "a", "blockquote", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(?P<decimal>[0-9]{1,8})|#[xX](?P<hex>[0-9a-fA-F]{1,7})|(?P<name>[a-zA-Z]+));?")
_DATE_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_SPACE = " \t\r\n\v\f"


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    at: int  # where it opened, in characters of the source
    offset: int  # in UTF-16 units of the text
    start: int  # in characters of the text


def parse(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, offsets in UTF-16 code units.

    Raises ApiError "Bad Request: can't parse entities: …" where Telegram would.
    """
    return _Parser(source).run()


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    text: str = ""
    offset: int = 0
    entities: list[Json] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            match self.source[self.at]:
                case "&":
                    self._append(self._reference() or self._take())
                case "<" if self.source.startswith("</", self.at):
                    self._end_tag()
                case "<":
                    self._start_tag()
                case _:
                    end = re.compile("[<&]").search(self.source, self.at)
                    stop = end.start() if end else len(self.source)
                    self._append(self.source[self.at : stop])
                    self.at = stop
        if self.open:
            self._fail(f"Can't find end tag corresponding to start tag {self.open[-1].tag}")
        for entity in self.entities:
            entity.pop("class", None)
        return self.text, self.entities

    def _append(self, text: str) -> None:
        self.text += text
        self.offset += utf16_length(text)

    def _take(self) -> str:
        self.at += 1
        return self.source[self.at - 1]

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self.at += 1

    def _until(self, stops: str) -> str:
        start = self.at
        while self._peek() and self._peek() not in stops:
            self.at += 1
        return self.source[start : self.at]

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _fail(self, why: str) -> NoReturn:
        raise bad_request(f"can't parse entities: {why}")

    def _reference(self) -> str:
        """Read `&…;` and return its character; empty, and nothing read, where it is none."""
        found = _REFERENCE.match(self.source, self.at)
        if not found:
            return ""
        if name := found["name"]:
            character = _NAMED.get(name, "")
        else:
            code = int(found["decimal"] or found["hex"], 10 if found["decimal"] else 16)
            if 0xD800 <= code <= 0xDFFF:
                self._fail(
                    "Text contains invalid Unicode characters after decoding HTML entities, "
                    "check for unmatched surrogate code units"
                )
            character = chr(code) if 0 < code < 0x10FFFF else ""
        if character:
            self.at = found.end()
        return character

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._until(_SPACE + ">").lower()
        if not self._peek():
            self._fail(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in _TAGS:
            self._fail(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._peek() == ">":
                self.at += 1
                break
            name, value = self._attribute(tag, begin)
            attributes[name] = value
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            self._fail(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(_Open(tag, attributes, begin, self.offset, len(self.text)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._until(_SPACE + "=>")
        where = f'the tag "{tag}" at byte offset {self._byte(begin)}'
        if not self._peek():
            self._fail(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if not name:
            self._fail(f"Empty attribute name in {where}")
        self._skip_space()
        if self._peek() != "=":
            if tag == "blockquote" and name == "expandable":
                return name, ""
            self._fail(f"Expected equal sign in declaration of an attribute of {where}")
        self.at += 1
        self._skip_space()
        quote = self._peek()
        value = ""
        if quote and quote in "\"'":
            self.at += 1
            while self._peek() and self._peek() != quote:
                value += (self._reference() if self._peek() == "&" else "") or self._take()
            self.at += 1
        else:
            token_at = self.at
            value = self._token().lower()
            if self._peek() and self._peek() not in _SPACE + ">":
                self._fail(f"Unexpected end of name token at byte offset {self._byte(token_at)}")
        if not self._peek():
            self._fail(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return name, value

    def _token(self) -> str:
        start = self.at
        while (c := self._peek()) and c.isascii() and (c.isalnum() or c in ".-"):
            self.at += 1
        return self.source[start : self.at]

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            self._fail(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 2
        tag = self._until(_SPACE + ">").lower()
        self._skip_space()
        if self._peek() != ">":
            self._fail(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            self._fail(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.offset > opened.offset and (entity := self._entity(opened)):
            place = {"offset": opened.offset, "length": self.offset - opened.offset}
            self._add({"type": entity.pop("type"), **place, **entity})

    def _add(self, entity: Json) -> None:
        """Add an entity; a `code` with a language and a `pre` around the same text become one `pre`."""
        last = self.entities[-1] if self.entities else {}
        same = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if same and {last.get("type"), entity["type"]} == {"pre", "code"}:
            language = last.pop("class", None) or entity.get("class")
            last["type"] = "pre"
            if language:
                last["language"] = language
        else:
            self.entities.append(entity)

    def _entity(self, opened: _Open) -> Json | None:
        attributes = opened.attributes
        match opened.tag:
            case "a":
                url = attributes.get("href") or self.text[opened.start :]
                if user := re.fullmatch(r"tg://user\?id=([0-9]+)", url):
                    return {"type": "text_mention", "user": {"id": int(user[1])}}
                link = checked_link(url)
                return {"type": "text_link", "url": link} if link else None
            case "blockquote":
                return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
            case "tg-emoji":
                if not attributes.get("emoji-id", "").isdecimal():
                    self._fail("Invalid custom emoji identifier specified")
                return {"type": "custom_emoji", "custom_emoji_id": attributes["emoji-id"]}
            case "tg-time":
                return self._date_time(attributes)
            case "code" if attributes.get("class", "").startswith("language-"):
                return {"type": "code", "class": attributes["class"].removeprefix("language-")}
            case tag:
                return {"type": _SIMPLE[tag]}

    def _date_time(self, attributes: dict[str, str]) -> Json:
        if not re.fullmatch(r"[0-9]{1,10}", attributes.get("unix", "")):
            self._fail("Invalid date-time value specified")
        form = attributes.get("format", "")
        if not _DATE_FORMAT.fullmatch(form):
            self._fail("Invalid date-time format specified")
        entity: Json = {"type": "date_time", "unix_time": int(attributes["unix"])}
        return entity | {"date_time_format": form} if form else entity
