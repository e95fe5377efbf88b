"""Speakers on record, the names they go by, and which names are one speaker's."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conflicts import insert
from storage.identity import Name, Said, grouped, meet_under
from storage.models import Alias, Introduction, Ruling, Speaker
from storage.naming import fold

Relation = Literal["initials", "speaks_for"]

_PLACE = "country"
OWN_VOICE = ("body", "country", "group")  # kinds that speak in their own name, for a country perhaps


async def ensure(session: AsyncSession, name: str, kind: str) -> Speaker:
    """The speaker of this very name, as `ensure_all` has it."""
    return (await ensure_all(session, {name: kind}))[name]


async def ensure_all(session: AsyncSession, kinds: Mapping[str, str]) -> dict[str, Speaker]:
    """The speakers of these very names, made on first sight and put with the other names of who they are.

    A name that is a country's as well as a person's counts as the country's, which nobody is called after.
    """
    found = {fold(one.name): one for one in await _bearing(session, *map(fold, kinds))}
    changed: list[Speaker] = []
    for name, kind in kinds.items():
        known = found.get(fold(name))
        if known is None:
            found[fold(name)] = known = await _add(session, name, kind)
            changed.append(known)
        elif kind == _PLACE != known.kind:
            known.kind = kind
            changed.append(known)
    if changed:
        await settle(session, [speaker.id for speaker in changed])
    return {name: found[fold(name)] for name in kinds}


async def _add(session: AsyncSession, name: str, kind: str) -> Speaker:
    row = {"name": name, "kind": kind}
    await session.execute(insert(session, Speaker).values(row).on_conflict_do_nothing())
    speaker = (await session.scalars(select(Speaker).where(Speaker.name == name))).one()
    aliases = [{"speaker_id": speaker.id, "alias": alias} for alias in sorted(meet_under(name, kind))]
    await session.execute(insert(session, Alias).values(aliases).on_conflict_do_nothing())
    return speaker


async def introduce(
    session: AsyncSession, article_id: int, speaker_id: int, relation: Relation, words: str
) -> None:
    """Keep that an article introduces a body by its initials, or a speaker as speaking for somebody."""
    words = fold(words) if relation == "initials" else words
    row = {"article_id": article_id, "speaker_id": speaker_id, "relation": relation, "words": words}
    await session.execute(insert(session, Introduction).values(row).on_conflict_do_nothing())
    if relation == "initials":
        await settle(session, [speaker_id])


async def settle(session: AsyncSession, speaker_ids: Iterable[int]) -> None:
    """Work out anew which names belong together, of all that these may have to do with."""
    await session.flush()
    near = await _near(session, set(speaker_ids))
    rulings = await session.scalars(
        select(Ruling).where(Ruling.speaker_id.in_(near), Ruling.other_id.in_(near)).order_by(Ruling.id)
    )
    said = [Said(one.verdict, one.speaker_id, one.other_id) for one in rulings]  # type: ignore[arg-type]  # as added
    initials = await session.execute(
        select(Introduction.speaker_id, Introduction.words).where(
            Introduction.relation == "initials", Introduction.speaker_id.in_(near)
        )
    )
    names = [Name(one.id, one.name, one.kind) for one in near.values()]
    for speaker_id, belongs in grouped(names, said, [(body, words) for body, words in initials]).items():
        near[speaker_id].same_as_id = None if belongs.leader == speaker_id else belongs.leader
        near[speaker_id].why = belongs.why
    await session.flush()


async def clear(session: AsyncSession, gone: ColumnElement[bool]) -> None:
    """Delete the speakers for whom `gone` holds, and work out anew what may have been one because of them."""
    ids = set(await session.scalars(select(Speaker.id).where(gone)))
    left = set(await _near(session, set(ids))) - ids
    left |= set(await session.scalars(select(Speaker.id).where(Speaker.why == "initials")))
    under_gone = Speaker.same_as_id.in_(ids)
    await session.execute(update(Speaker).where(under_gone).values(same_as_id=None, why=None))
    await session.execute(delete(Speaker).where(Speaker.id.in_(ids)))
    await settle(session, left)


async def _near(session: AsyncSession, wanted: set[int]) -> dict[int, Speaker]:
    """The speakers and all whom shared aliases, initials or a person's word tie to them, however far."""
    near: dict[int, Speaker] = {}
    while wanted:
        found = await session.scalars(select(Speaker).where(Speaker.id.in_(wanted)).order_by(Speaker.id))
        near |= {speaker.id: speaker for speaker in found}
        aliases = select(Alias.alias).where(Alias.speaker_id.in_(wanted))
        initials = Introduction.relation == "initials"
        introduced = select(Introduction.words).where(initials, Introduction.speaker_id.in_(wanted))
        ties = (
            select(Alias.speaker_id).where(or_(Alias.alias.in_(aliases), Alias.alias.in_(introduced))),
            select(Introduction.speaker_id).where(
                initials, or_(Introduction.words.in_(aliases), Introduction.words.in_(introduced))
            ),
            select(Ruling.other_id).where(Ruling.speaker_id.in_(wanted)),
            select(Ruling.speaker_id).where(Ruling.other_id.in_(wanted)),
            select(Speaker.id).where(Speaker.same_as_id.in_(wanted)),
        )
        wanted = {tied for tie in ties for tied in await session.scalars(tie)} - near.keys()
    return near


async def _bearing(session: AsyncSession, *folded: str) -> list[Speaker]:
    bearing = select(Alias.speaker_id).where(Alias.alias.in_(folded))
    return list(await session.scalars(select(Speaker).where(Speaker.id.in_(bearing)).order_by(Speaker.id)))


async def named(session: AsyncSession, names: Sequence[str]) -> list[Speaker]:
    """Speakers one of whose aliases equals one of the names, each as the name it is shown under."""
    bearing = await _bearing(session, *{fold(name) for name in names})
    shown = {speaker.same_as_id or speaker.id for speaker in bearing}
    return list(await session.scalars(select(Speaker).where(Speaker.id.in_(shown)).order_by(Speaker.id)))


async def get(session: AsyncSession, speaker_id: int) -> Speaker | None:
    """The speaker of this id, under the name it is shown by."""
    speaker = await session.get(Speaker, speaker_id)
    if speaker is None or speaker.same_as_id is None:
        return speaker
    return await session.get(Speaker, speaker.same_as_id)


async def going_by(session: AsyncSession, speaker_ids: Collection[int]) -> list[Speaker]:
    """Every name of these speakers, the ones they are shown under first."""
    shown = select(Speaker.id, Speaker.same_as_id).where(Speaker.id.in_(speaker_ids))
    leaders = {same_as or own for own, same_as in await session.execute(shown)}
    every = select(Speaker).where(or_(Speaker.id.in_(leaders), Speaker.same_as_id.in_(leaders)))
    return list(await session.scalars(every.order_by(Speaker.same_as_id.is_not(None), Speaker.id)))


async def namesakes(session: AsyncSession, speaker_ids: Collection[int]) -> list[Speaker]:
    """Others that may be met under an alias of these names, each under the name it is shown by."""
    alike = select(Alias.alias).where(Alias.speaker_id.in_(speaker_ids))
    bearing = await session.scalars(
        select(Speaker).where(Speaker.id.in_(select(Alias.speaker_id).where(Alias.alias.in_(alike))))
    )
    shown = {speaker.same_as_id or speaker.id for speaker in bearing} - set(speaker_ids)
    return list(await session.scalars(select(Speaker).where(Speaker.id.in_(shown)).order_by(Speaker.id)))


async def bearing(session: AsyncSession, aliases: Collection[str]) -> set[int]:
    """Ids of the names met under one of these aliases (folded), or introduced by it as initials."""
    met = select(Alias.speaker_id).where(Alias.alias.in_(aliases))
    told = (Introduction.relation == "initials", Introduction.words.in_(aliases))
    return {*await session.scalars(met), *await session.scalars(select(Introduction.speaker_id).where(*told))}


async def like(session: AsyncSession, beginning: str, *, limit: int = 5_000) -> set[int]:
    """Ids of names met under an alias that begins so."""
    after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    met = select(Alias.speaker_id).where(Alias.alias >= beginning, Alias.alias < after)
    return set(await session.scalars(met.limit(limit)))


async def names(session: AsyncSession, among: Collection[int]) -> list[tuple[int, str]]:
    """(speaker id, alias): each name of these speakers with each alias any of them has."""
    every = await going_by(session, among)
    ids: defaultdict[int, list[int]] = defaultdict(list)
    for one in sorted(every, key=lambda one: one.id):
        ids[one.same_as_id or one.id].append(one.id)
    shown = {own: leader for leader, named in ids.items() for own in named}
    met = select(Alias.speaker_id, Alias.alias).where(Alias.speaker_id.in_(shown))
    initials = select(Introduction.speaker_id, Introduction.words).where(
        Introduction.relation == "initials", Introduction.speaker_id.in_(shown)
    )
    rows = [*await session.execute(met), *await session.execute(initials)]
    aliases = sorted({(shown[own], alias) for own, alias in rows}, key=lambda row: row[::-1])
    return [(own, alias) for leader, alias in aliases for own in ids[leader]]


async def voices(session: AsyncSession, among: Collection[int]) -> list[tuple[int, str]]:
    """(speaker id, for whom it speaks): bodies and the like for themselves, spokespeople as articles tell."""
    own = select(Speaker.id, Speaker.name).where(Speaker.kind.in_(OWN_VOICE), Speaker.id.in_(among))
    told = select(Introduction.speaker_id, Introduction.words).where(
        Introduction.relation == "speaks_for", Introduction.speaker_id.in_(among)
    )
    return [(number, name) for query in (own, told) for number, name in await session.execute(query)]


async def spoken_for(session: AsyncSession, speaker_ids: Collection[int]) -> list[str]:
    """For whom these speak as articles tell, as worded."""
    told = select(Introduction.words).where(
        Introduction.relation == "speaks_for", Introduction.speaker_id.in_(speaker_ids)
    )
    return list(await session.scalars(told.distinct().order_by(Introduction.words)))
