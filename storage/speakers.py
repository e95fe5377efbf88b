"""Speakers on record and the names they go by."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import insert
from storage.models import Alias, Speaker

_PARTICLES = frozenset(
    "al bin da dal de del della den der di dos du el ibn la le ten ter van von zu".split()  # noqa: SIM905 - in one line
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def fold(name: str) -> str:
    """A name in lower case without accents, articles and punctuation: how names are compared."""
    marked = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in marked if not unicodedata.combining(c))
    joined = re.sub(r"['’.]", "", re.sub(r"['’]s$", "", letters))  # U.S. is us, O'Brien obrien
    words = re.findall(r"[^\W_]+", joined)
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        del words[0]
    return " ".join(words) or name.strip().casefold()


async def ensure(session: AsyncSession, name: str, kind: str) -> Speaker:
    """The speaker of this name, made on first sight (aliases: the folded name, and for a person the surname).

    A person's lone surname is the one person on record who bears it; where several do, it stands for
    itself. A full name takes over the lone surname that was on record before it, unless another person
    bears that too.
    """
    folded = fold(name)
    surnames = _surnames(folded) if kind == "person" else set()
    bearers = await _bearing(session, folded, *surnames)
    for speaker in bearers:
        if fold(speaker.name) == folded:
            return speaker
    people = [speaker for speaker in bearers if speaker.kind == "person"]
    if surnames and len(people) == 1:
        known = fold(people[0].name)
        if folded in _surnames(known):
            return people[0]
        if known in surnames:
            people[0].name = name
            await _also_called(session, people[0], {folded} | surnames)
            return people[0]
    return await _add(session, name, kind, {folded} | surnames)


def _surnames(folded: str) -> set[str]:
    """What a person may be called by last name alone: "leyen" and "von der leyen"."""
    words = folded.split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return {words[-1], " ".join(words[first:])}


async def _add(session: AsyncSession, name: str, kind: str, aliases: set[str]) -> Speaker:
    row = {"name": name, "kind": kind}
    await session.execute(insert(session, Speaker).values(row).on_conflict_do_nothing())
    speaker = (await session.scalars(select(Speaker).where(Speaker.name == name))).one()
    await _also_called(session, speaker, aliases)
    return speaker


async def _also_called(session: AsyncSession, speaker: Speaker, aliases: set[str]) -> None:
    rows = [{"speaker_id": speaker.id, "alias": alias} for alias in sorted(aliases)]
    await session.execute(insert(session, Alias).values(rows).on_conflict_do_nothing())


async def _bearing(session: AsyncSession, *folded: str) -> list[Speaker]:
    bearing = select(Alias.speaker_id).where(Alias.alias.in_(folded))
    return list(await session.scalars(select(Speaker).where(Speaker.id.in_(bearing)).order_by(Speaker.id)))


async def named(session: AsyncSession, names: Sequence[str]) -> list[Speaker]:
    """Speakers one of whose aliases equals one of the (unfolded) names."""
    return await _bearing(session, *{fold(name) for name in names})


async def get(session: AsyncSession, speaker_id: int) -> Speaker | None:
    """The speaker of this id."""
    return await session.get(Speaker, speaker_id)


async def names(session: AsyncSession) -> list[tuple[int, str]]:
    """(speaker id, alias) of all aliases: for finding names in a question."""
    rows = await session.execute(select(Alias.speaker_id, Alias.alias).order_by(Alias.alias))
    return [(speaker_id, alias) for speaker_id, alias in rows]
