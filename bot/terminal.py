"""Readings, answers and what is due, as a person reads them in a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answer import Answer
from bot.exchange.record import Named
from bot.extract.reading import Span
from storage.dead_letters import Backlog
from storage.models import Claim, Delivery, Event


def show_reading(console: Console, named: Named) -> None:
    """Print who said what, the dates and what is due."""
    text, reading = named.article.text, named.reading
    published = named.article.published
    console.print(
        Text(named.article.title or named.doc, style="bold"), f"({published or 'no date'})", highlight=False
    )
    claims = _table("Who", "Act", "Words", "Said on")
    for claim in reading.claims:
        claims.add_row(
            *map(Text, (claim.speaker or "—", claim.act, words(text, claim.content), claim.said_on or ""))
        )
    dates = _table("Date", "Type", "Words")
    for timex in reading.timexes:
        dates.add_row(*map(Text, (timex.value or "—", timex.type, text[timex.start : timex.end])))
    due = _table("Due", "Status", "What")
    for event in reading.events:
        due.add_row(*map(Text, (when(event.date, event.time), event.status, event.what)))
    for table in (claims, dates, due):
        if table.row_count:
            console.print(table)


def show_answer(console: Console, answer: Answer) -> None:
    """Print the evidence, or that there is none."""
    if answer.events:
        show_events(console, answer.events)
    for claim in answer.claims:
        _show_claim(console, claim)
    if not answer.claims and not answer.events:
        console.print("Nothing on record." + (" The nearest there is:" if answer.nearest else ""))
        for claim in answer.nearest:
            _show_claim(console, claim)


def show_events(console: Console, events: Sequence[Event]) -> None:
    """Print events as a table, in the order given."""
    table = _table("Due", "Status", "What", "Source")
    for event in events:
        article = event.mentions[-1].article
        source = article.url or article.title or article.doc
        table.add_row(*map(Text, (when(event.date, event.time), event.status, event.what, source)))
    console.print(table if events else "Nothing is due.")


def when(date: str | None, time: str | None) -> str:
    """A date with its clock time where it has one."""
    return f"{date or 'no date'}{f' {time}' if time else ''}"


def words(text: str, spans: Sequence[Span] | Sequence[Sequence[int]]) -> str:
    """The words of the spans, on one line, gaps marked."""
    return " … ".join(" ".join(text[span[0] : span[1]].split()) for span in spans)


def _show_claim(console: Console, claim: Claim) -> None:
    article = claim.article
    line = Text(
        f"{claim.speaker or 'Unnamed'} ({claim.act}, {claim.said_on or 'day not known'}): ", style="bold"
    )
    line.append(words(article.text, claim.content), style="not bold")
    console.print(line)
    console.print(
        Text(f"  {article.title or article.doc} · {article.url or article.doc}#{claim.start}", style="dim")
    )


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def show_deliveries(out: Console, given_up: Sequence[Delivery], waiting: Backlog) -> None:
    """List what was given up, and say how much is due."""
    for one in given_up:
        out.print(
            f"{one.id}  {one.kind} to chat {one.chat_id}, due {one.due_at:%Y-%m-%d %H:%M} UTC: {one.error}",
            highlight=False,
        )
    out.print(f"{waiting.dead} given up, {waiting.due} due and waiting.", highlight=False)
