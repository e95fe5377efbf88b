"""The command line: thin commands over the program's parts."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bot import answer, llm, logs, terminal
from bot.clock import SystemClock
from bot.config import ConfigError, Settings, load
from bot.exchange import door, record
from bot.exchange.record import RecordError
from bot.ingest.article import UnreadableError
from bot.intake import File, Link
from storage import backup, dead_letters, events
from storage.session import Database, StorageError

app = typer.Typer(
    name="onrecord",
    help="Reads the news, keeps who said what, and comes back on the day something is due.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
out = Console(markup=False)  # what is printed are other people's words: their brackets are brackets
errors = Console(stderr=True, markup=False)

ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Settings file; config.toml where there is one.")
]
DatabaseOption = Annotated[
    str | None, typer.Option("--database", help="sqlite:///PATH or postgresql://…; else the setting.")
]
Files = Annotated[list[Path] | None, typer.Argument(help="Files; standard input when none is named.")]
Lines = Annotated[bool, typer.Option("--jsonl", help="One JSON object per line, in and out.")]


def settings_for(config: Path | None, database: str | None = None) -> Settings:
    """Load the settings, with the database named on the command line before all else."""
    settings = load(config)
    if database:
        settings.database.url = url_of(database)
    return settings


def url_of(database: str) -> str:
    """A database's URL; a bare path is an SQLite file."""
    return database if "://" in database else f"sqlite:///{database}"


def material_of(what: str) -> Link | File:
    """A link, or the file of that name. Raises OSError."""
    return Link(what) if "://" in what else File(Path(what).name, Path(what).read_bytes())


def finish(work: Callable[[], Coroutine[Any, Any, int | None]]) -> None:
    """Run `work`; turn what people can mend into one line on standard error and exit code 1."""
    try:
        code = asyncio.run(work())
    except (ConfigError, StorageError, RecordError) as error:
        errors.print(str(error), style="red", highlight=False, soft_wrap=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except BrokenPipeError:  # `onrecord export | head`: nobody reads on
        sys.stderr.close()
        raise typer.Exit(0) from None
    raise typer.Exit(code or 0)


class Role(StrEnum):
    """What a running program does."""

    chat = "chat"
    worker = "worker"
    all = "all"


@app.command()
def run(
    role: Annotated[
        Role,
        typer.Option(help="chat answers people, worker sends what is owed and reads feeds, all does both."),
    ] = Role.all,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Run the bot on Telegram. On PostgreSQL several can run at once."""

    async def work() -> None:
        from bot.app import run as serve

        settings = settings_for(config, database)
        logs.start(settings.log)
        await serve(settings, role.value)

    finish(work)


@app.command()
def playground(
    config: ConfigOption = None,
    database: Annotated[
        str | None, typer.Option("--database", help="Keep the record here; else it is forgotten at the end.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="Else the setting playground.port.")] = None,
) -> None:
    """Try the bot in a browser, with no token and a clock that can be moved."""

    async def work() -> None:
        from bot.app import play

        settings = settings_for(config)
        logs.start(settings.log)
        await play(
            settings,
            port=settings.playground.port if port is None else port,
            database=database and url_of(database),
            tell=lambda address: errors.print(f"On Record is at {address} (Ctrl-C to stop)"),
        )

    finish(work)


@app.command()
def add(
    what: Annotated[list[str], typer.Argument(help="Links or files.")],
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Add articles by link or file."""

    async def work() -> int:
        from bot.app import opened

        wrong = 0
        async with opened(settings_for(config, database), SystemClock()) as context:
            for one in what:
                with errors.status(f"Reading {one}"):
                    try:
                        article = await context.intake.ingest(material_of(one))
                        filed = await context.intake.file(article, None)
                    except (UnreadableError, OSError) as error:
                        reason = getattr(error, "strerror", None) or error
                        errors.print(f"{one}: {reason}", highlight=False, soft_wrap=True)
                        wrong += 1
                        continue
                out.print(
                    f"{'Added' if filed.new else 'On record already'}: {article.title or one}",
                    highlight=False,
                )
        return 1 if wrong else 0

    finish(work)


@app.command()
def extract(files: Files = None, jsonl: Lines = False, config: ConfigOption = None) -> None:
    """Read articles and print who said what, the dates and what is due."""

    async def work() -> int:
        wrong = 0
        async with llm.opened(settings_for(config), SystemClock()) as find:
            async for one in door.extract(files or [], find, jsonl=jsonl):
                if isinstance(one, RecordError):
                    errors.print(str(one), highlight=False, soft_wrap=True)
                    wrong += 1
                elif jsonl or not out.is_terminal:
                    print(record.line(one))  # noqa: T201 - the output of the command
                else:
                    terminal.show_reading(out, one)
        return 1 if wrong else 0

    finish(work)


@app.command()
def ask(
    words: Annotated[list[str] | None, typer.Argument(help="A question; with --jsonl, files.")] = None,
    jsonl: Lines = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Answer a question from what is on record."""

    async def work() -> int:
        async with archive_of(config, database) as opened:
            if jsonl:
                return await door.ask(opened, [Path(word) for word in words or []])
            if not words:
                raise ConfigError('Ask something: onrecord ask "what was said about the summit".')
            async with opened.read() as session:
                found = await answer.ask(session, " ".join(words), today=SystemClock().now().date())
            terminal.show_answer(out, found)
        return 0

    finish(work)


@app.command()
def upcoming(config: ConfigOption = None, database: DatabaseOption = None) -> None:
    """List what is due, soonest first."""

    async def work() -> None:
        async with archive_of(config, database) as opened, opened.read() as session:
            due = await events.upcoming(session, SystemClock().now().date(), limit=200)
            terminal.show_events(out, due)

    finish(work)


@app.command("import")
def import_(files: Files = None, config: ConfigOption = None, database: DatabaseOption = None) -> None:
    """File records, one JSON object per line, as if each had arrived when it was published."""

    async def work() -> int:
        clock = SystemClock()
        async with archive_of(config, database) as opened, llm.opened(settings_for(config), clock) as find:
            return await door.import_(opened, clock, files or [], find)

    finish(work)


@app.command()
def export(config: ConfigOption = None, database: DatabaseOption = None) -> None:
    """Write every article on record as a line of JSON, with its events as they now stand."""

    async def work() -> int:
        async with archive_of(config, database) as opened:
            return await door.export(opened)

    finish(work)


@app.command()
def deliveries(
    retry: Annotated[
        list[int] | None, typer.Option("--retry", help="Try the one of this number again.")
    ] = None,
    retry_all: Annotated[bool, typer.Option("--retry-all", help="Try all of them again.")] = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """List the messages that were given up, or have them tried again."""

    async def work() -> None:
        now = SystemClock().now()
        async with archive_of(config, database) as opened:
            if retry or retry_all:
                async with opened.begin() as session:
                    tried = await dead_letters.retry(session, None if retry_all else retry, now)
                out.print(f"{tried} to be tried again.")
                return
            async with opened.read() as session:
                given_up = await dead_letters.listing(session, limit=200)
                waiting = await dead_letters.backlog(session, now)
            terminal.show_deliveries(out, given_up, waiting)

    finish(work)


@app.command()
def doctor(config: ConfigOption = None, database: DatabaseOption = None) -> None:
    """Look at all the bot needs, and say what is wrong."""

    async def work() -> int:
        from bot.doctor import examine

        wrong = 0
        async for finding in examine(settings_for(config, database), SystemClock()):
            out.print(f"{'ok ' if finding.well else 'BAD'} {finding.what}: {finding.says}", highlight=False)
            wrong += not finding.well
        return 1 if wrong else 0

    finish(work)


@app.command("backup")
def save(
    to: Annotated[Path, typer.Argument(help="The copy to write.")],
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Copy the database, while the bot runs or not."""

    async def work() -> None:
        await backup.save(settings_for(config, database).database.url, to)
        out.print(f"Copied to {to}.", highlight=False)

    finish(work)


@app.command()
def restore(
    copy: Annotated[Path, typer.Argument(help="A copy made by onrecord backup.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Put a copy in the database's place, while the bot runs or not."""
    if not yes:
        typer.confirm("All that has happened since the copy was made is lost. Go on?", abort=True)

    async def work() -> None:
        url = settings_for(config, database).database.url
        await backup.load(url, copy)
        await (await Database.open(url)).close()  # a copy of an older version is brought up to date
        out.print(f"Restored from {copy}.", highlight=False)

    finish(work)


@asynccontextmanager
async def archive_of(config: Path | None, database: str | None) -> AsyncIterator[Database]:
    """Open the database of a command that needs no more of the program."""
    opened = await Database.open(settings_for(config, database).database.url)
    try:
        yield opened
    finally:
        await opened.close()
