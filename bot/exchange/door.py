"""The door's commands on whole inputs. An exit code of 1 says that some of the input could not be read."""

import json
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ValidationError
from rich.console import Console
from rich.progress import track

from bot.answer import ask as find_answer
from bot.clock import Clock
from bot.exchange import archive, record
from bot.exchange.record import Named, Record, RecordError
from bot.extract import read
from bot.ingest.article import UnreadableError
from bot.ingest.confined import confined
from bot.ingest.documents import from_file
from bot.llm import FindAttributions
from storage.session import Database

errors = Console(stderr=True, markup=False)


class Asked(BaseModel):
    """A question as a line of JSON."""

    qid: str
    question: str
    asked_on: str


async def extract(
    files: Sequence[Path], find: FindAttributions, *, jsonl: bool
) -> AsyncIterator[Named | RecordError]:
    """Read each record or file in turn; what cannot be read comes out as an error that names it.

    Standard input holds records when `jsonl`, else one text. A FILE of records is told by its name.
    """
    if not files and not jsonl:
        yield await _file("stdin", sys.stdin.buffer.read(), find)
        return
    for source in files or (None,):
        if source is None or source.suffix == ".jsonl":
            async for one in _records(source, find):
                yield one
        else:
            yield await _file(source.name, _bytes(source), find)


async def _records(source: Path | None, find: FindAttributions) -> AsyncIterator[Named | RecordError]:
    for one in _with_progress(source):
        if isinstance(one, RecordError):
            yield one
            continue
        try:
            yield Named(one.doc, one.article, one.reading(await one.find(find)), ingested=False)
        except RecordError as error:
            yield RecordError(f"{one.doc}: {error}")


async def _file(name: str, content: bytes, find: FindAttributions) -> Named | RecordError:
    try:
        article = await confined(from_file, name, content)
    except UnreadableError as error:
        return RecordError(f"{name}: {error}")
    reading = read(article.text, article.published, await find(article.text))
    return Named(name, article, reading, ingested=True)


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise RecordError(f"{source}: {error.strerror}") from None


def _with_progress(source: Path | None) -> Iterator[Record | RecordError]:
    if source is None:
        lines = sys.stdin.read().splitlines()
    else:
        lines = _bytes(source).decode("utf-8", errors="replace").splitlines()
    named = source or "stdin"
    shown = track(
        lines, description=str(named), console=errors, transient=True, disable=not errors.is_terminal
    )
    for number, one in record.records(shown):
        yield RecordError(f"{named}, line {number}: {one}") if isinstance(one, RecordError) else one


async def import_(database: Database, clock: Clock, files: Sequence[Path], find: FindAttributions) -> int:
    """File records in the order given; say on standard error how many are new and which are wrong."""
    new = known = wrong = 0
    for source in files or (None,):
        for one in _with_progress(source):
            try:
                if isinstance(one, RecordError):
                    raise one
                if await archive.take(database, one, clock, find):
                    new += 1
                else:
                    known += 1
            except RecordError as error:
                errors.print(str(error), highlight=False, soft_wrap=True)
                wrong += 1
    errors.print(f"{new} filed, {known} on record already, {wrong} not read.", highlight=False)
    return 1 if wrong else 0


async def export(database: Database) -> int:
    """Write every article on record to standard output."""
    async for line in archive.lines(database):
        print(line)  # noqa: T201 - the output of the command
    return 0


async def ask(database: Database, files: Sequence[Path]) -> int:
    """Answer questions, one JSON object per line, with the documents and offsets of the evidence."""
    wrong = 0
    for source in files or (None,):
        lines = sys.stdin if source is None else _bytes(source).decode("utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                asked = Asked.model_validate_json(line)
                today = datetime.fromisoformat(asked.asked_on).date()
            except (ValidationError, ValueError):
                errors.print(f'line {number}: not {{"qid", "question", "asked_on"}}', highlight=False)
                wrong += 1
                continue
            async with database.read() as session:
                answer = await find_answer(session, asked.question, today=today)
            ranked = [f"{claim.article.doc}#{claim.start}" for claim in answer.with_repeats()]
            row = {"qid": asked.qid, "ranked": ranked, "nothing": not ranked and not answer.events}
            print(json.dumps(row, ensure_ascii=False))  # noqa: T201 - the output of the command
    return 1 if wrong else 0
