"""One article as a line of JSON, in and out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.extract import read
from bot.extract.reading import Act, Attribution, Claim, Event, Published, Quote, Reading, SpeakerKind, Timex
from bot.ingest.article import Article, ZoneFrom
from bot.ingest.locale import day_first
from bot.llm import FindAttributions

Spans = tuple[tuple[int, int], ...]


class RecordError(ValueError):
    """A line that is no record. The message is one sentence that names what is wrong."""


class GivenClaim(BaseModel):
    """An attribution whose spans are kept; what it lacks is filled in."""

    model_config = ConfigDict(extra="ignore")

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    speaker: str | None = None
    kind: SpeakerKind | None = None
    act: Act | None = None
    quote: Quote | None = None
    said_on: str | None = Field(None, pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")
    confidence: float | None = Field(None, ge=0, le=1)


class Record(BaseModel):
    """An article whose text is clean already."""

    model_config = ConfigDict(extra="ignore")

    doc: str = Field(min_length=1)
    text: str = Field(min_length=1)
    published: str | None = None
    dct: str | None = None
    date: str | None = None
    title: str | None = None
    source: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    zone_from: ZoneFrom | None = None
    language: str = "en"
    claims: tuple[GivenClaim, ...] | None = None
    attributions: tuple[GivenClaim, ...] | None = None

    @field_validator("published", "dct", "date")
    @classmethod
    def _a_day_or_an_instant(cls, value: str | None) -> str | None:
        parse_published(value)
        return value

    @property
    def instant(self) -> Published:
        """When the article appeared."""
        return parse_published(self.published or self.dct or self.date)

    @property
    def article(self) -> Article:
        """The record as ingest would give it."""
        published = self.instant
        aware = isinstance(published, datetime) and published.tzinfo is not None
        return Article(
            text=self.text,
            title=self.title or None,
            source=self.source or self.publisher,
            authors=self.authors,
            url=self.url,
            published=published,
            zone_from=self.zone_from or ("printed" if aware else "unknown"),
            language=self.language,
        )

    async def find(self, find: FindAttributions) -> tuple[Attribution, ...] | None:
        """Find the attributions by `find` where the record brings none, to be handed to `reading`."""
        return await find(self.text) if self.claims is None and self.attributions is None else None

    def reading(self, found: tuple[Attribution, ...] | None = None) -> Reading:
        """Read the text, keeping spans that are given, else those found.

        Raises RecordError when a span lies outside the text.
        """
        given = self.claims if self.claims is not None else self.attributions
        if given is None:
            return read(self.text, self.instant, found, day_first=day_first(self.url))
        given = tuple(claim for claim in given if claim.content)
        spans = (span for claim in given for span in (*claim.source, *claim.cue, *claim.content))
        for start, end in spans:
            if not 0 <= start < end <= len(self.text):
                raise RecordError(f"the span {start}:{end} lies outside the text")
        bare = [Attribution(claim.source, claim.cue, claim.content) for claim in given]
        reading = read(self.text, self.instant, bare, day_first=day_first(self.url))
        return replace(reading, claims=tuple(map(_keep_what_is_given, reading.claims, given)))


def _keep_what_is_given(claim: Claim, given: GivenClaim) -> Claim:
    stated = {
        name: value
        for name in ("speaker", "kind", "act", "quote", "said_on", "confidence")
        if (value := getattr(given, name)) is not None
    }
    return replace(claim, **stated)


def parse_published(value: str | None) -> Published:
    """Parse an ISO day or instant. Raises ValueError for anything else."""
    if not value:
        return None
    return date.fromisoformat(value) if len(value) == len("2022-02-21") else datetime.fromisoformat(value)


def parse(line: str) -> Record:
    """Parse one line. Raises RecordError."""
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise RecordError(f"{where}: {first['msg']}" if where else first["msg"]) from None


def records(lines: Iterable[str]) -> Iterator[tuple[int, Record | RecordError]]:
    """Yield each non-empty line's number with its record, or with what is wrong with it."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, parse(line)
            except RecordError as error:
                yield number, error


@dataclass(frozen=True, slots=True)
class Named:
    """A reading with the article it was read from, under a name."""

    doc: str
    article: Article
    reading: Reading
    ingested: bool


def line(named: Named) -> str:
    """One output line; an article that went through ingest also carries what ingest made of it."""
    article, reading = named.article, named.reading
    row: dict[str, Any] = {
        "doc": named.doc,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "claims": [claim_row(claim) for claim in reading.claims],
        "timexes": [timex_row(timex) for timex in reading.timexes],
        "events": [event_row(event) for event in reading.events],
    }
    if named.ingested:
        row |= {
            "text": article.text,
            "authors": list(article.authors),
            "source": article.source,
            "url": article.url,
            "zone_from": article.zone_from,
            "language": article.language,
        }
    return json.dumps(row, ensure_ascii=False)


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as the door writes it."""
    return {
        "source": [list(span) for span in claim.source],
        "cue": [list(span) for span in claim.cue],
        "content": [list(span) for span in claim.content],
        "speaker": claim.speaker,
        "kind": claim.kind,
        "act": claim.act,
        "quote": claim.quote,
        "said_on": claim.said_on,
        "confidence": round(claim.confidence, 3),
    }


def timex_row(timex: Timex) -> dict[str, Any]:
    """A temporal expression as the door writes it; `mod` only where there is one."""
    row: dict[str, Any] = {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}
    return row | {"mod": timex.mod} if timex.mod else row


EVENT_FIELDS: tuple[
    Literal["date", "time", "zone", "date_end", "precision", "status", "what", "start", "end"], ...
] = ("date", "time", "zone", "date_end", "precision", "status", "what", "start", "end")


def event_row(event: Event) -> dict[str, Any]:
    """An event as the door writes it."""
    return {name: getattr(event, name) for name in EVENT_FIELDS}
