"""Filing a reading: its story, its speakers, its events, and what is owed to followers because of it."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time

from bot.extract import reading as extracted
from bot.extract.reading import Published, Reading
from bot.ingest.article import Article, iso
from bot.track import copies, news, stories
from bot.track.closing import close, outcomes
from bot.track.introductions import initials_of, spoken_for
from bot.track.merging import Step, merge, restate
from storage import articles, events, models, search, shingles, speakers
from storage.session import AsyncSession

UNNAMED = {"unnamed", "author"}
"""Kinds of speaker that are nobody one could ask after by name, but for whom they speak for."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Where an article went.

    `new` is False when it was on record already: then only who brought it is noted. A `copy` of another
    article is new only with what it adds; where that is nothing, `article_id` is the other's.
    """

    article_id: int
    new: bool
    copy: bool = False


async def file(
    session: AsyncSession,
    article: Article,
    reading: Reading,
    *,
    now: datetime,
    chat_id: int | None = None,
    doc: str | None = None,
) -> Filed:
    """File the article with what was read out of it, and owe followers what follows from it.

    `chat_id` is the chat that added it; an article that came by itself (an import, a feed) has none.
    """
    known = await articles.find(session, text=article.text, url=article.url, doc=doc)
    same, name = None, article.text
    if known is not None and known.doc != doc and copies.ran_elsewhere(known, article):
        same, name = known, copies.name_of(article)
        known = await articles.find(session, text=name, url=None)
    if known is not None:
        return await _again(session, known, chat_id, now)
    original = await copies.original_of(session, article, _in_order(article.published), same)
    if original is not None:
        reading = await copies.new_in(session, reading, original)
    row = models.Article(
        fingerprint=articles.fingerprint(name),
        url=article.url,
        title=article.title,
        source=article.source,
        authors=list(article.authors),
        language=article.language,
        text=article.text,
        added_at=now,
    )
    if doc is not None:
        row.doc = doc
    await _read_into(session, row, article, reading)
    row = await articles.add(session, row)
    await shingles.keep(session, row.id, shingles.of_text(row.text))
    await _introduce(session, row)
    await _brought(session, row, chat_id, now)
    adds = bool(reading.claims or reading.events)
    if original is not None:
        await _join(session, row, original, now, adds=adds)
        await _brought(session, original, chat_id, now)
    steps = await _track(session, row, reading, now)
    await news.announce(session, row, steps, now=now, added_by=chat_id)
    if original is not None and not adds:
        return Filed(original.id, new=False, copy=True)
    return Filed(row.id, new=True, copy=original is not None)


async def _again(session: AsyncSession, known: models.Article, chat_id: int | None, now: datetime) -> Filed:
    await _brought(session, known, chat_id, now)
    original = await copies.first(session, known)
    if original is known:
        return Filed(known.id, new=False)
    await _brought(session, original, chat_id, now)
    whole = await articles.get(session, known.id)
    adds = whole is not None and bool(whole.claims or whole.mentions)
    return Filed(known.id if adds else original.id, new=False, copy=True)


async def _brought(session: AsyncSession, row: models.Article, chat_id: int | None, now: datetime) -> None:
    """Note who brought an article, so that it stays on record for them: a chat, or nobody in particular."""
    if chat_id is None:
        row.shared = True
    else:
        await articles.note_addition(session, chat_id, row.id, now)


async def _join(
    session: AsyncSession, row: models.Article, original: models.Article, now: datetime, *, adds: bool
) -> None:
    """Put a copy beside its original; the story of one that adds something begins with it."""
    row.copy_of_id = original.id
    row.story_id = (await stories.of_article(session, original, now)).id if adds else original.story_id
    await session.flush()


async def redate(
    session: AsyncSession,
    article_id: int,
    article: Article,
    reading: Reading,
    *,
    now: datetime,
    told_by: int | None = None,
) -> None:
    """Replace an article's publication instant and all that was read with it (a person has said the date).

    The chat `told_by` is where it was said. Raises LookupError when there is no such article (any more).
    """
    row = await articles.get(session, article_id)
    if row is None:
        raise LookupError(f"no article {article_id}")
    original = await copies.first(session, row)
    if original is not row:
        reading = await copies.new_in(session, reading, original)
    for event in {mention.event for mention in row.mentions}:
        whole = await events.get(session, event.id)
        if whole is None:
            continue
        whole.mentions[:] = [mention for mention in whole.mentions if mention.article_id != row.id]
        if restate(whole, now) is None:
            await session.delete(whole)
    row.mentions.clear()
    row.claims.clear()
    await session.flush()
    await _read_into(session, row, article, reading)
    await session.flush()
    await search.index(session, row)
    await _introduce(session, row)
    steps = await _track(session, row, reading, now)
    await news.announce(session, row, steps, now=now, added_by=told_by)


async def story_of(session: AsyncSession, article_id: int, now: datetime) -> models.Story:
    """Return the article's story, begun now where it stood alone, so that it can be followed.

    Raises LookupError when there is no such article (any more).
    """
    row = await articles.get(session, article_id)
    if row is None:
        raise LookupError(f"no article {article_id}")
    return await stories.of_article(session, row, now)


async def _read_into(session: AsyncSession, row: models.Article, article: Article, reading: Reading) -> None:
    row.published, row.otherwise = iso(article.published), iso(article.otherwise)
    row.published_at = _in_order(article.published)
    row.zone_from = article.zone_from
    row.timexes = [asdict(timex) for timex in reading.timexes]
    kinds = {
        name: claim.kind
        for claim in reversed(reading.claims)
        if claim.speaker is not None and (claim.kind not in UNNAMED or spoken_for(claim.speaker))
        for name in claim.speaker.split(" & ")
    }
    ids = {name: speaker.id for name, speaker in (await speakers.ensure_all(session, kinds)).items()}
    row.claims = [_claim(claim, ids) for claim in reading.claims]


def _claim(claim: extracted.Claim, ids: dict[str, int]) -> models.Claim:
    # Of several who say it together the first one answers for it; the others have become known.
    first = (claim.speaker or "").split(" & ")[0]
    return models.Claim(
        start=claim.content[0][0],
        source=[list(span) for span in claim.source],
        cue=[list(span) for span in claim.cue],
        content=[list(span) for span in claim.content],
        speaker=claim.speaker,
        speaker_id=ids.get(first),
        kind=claim.kind,
        act=claim.act,
        quote=claim.quote,
        said_on=claim.said_on,
        confidence=claim.confidence,
    )


async def _introduce(session: AsyncSession, row: models.Article) -> None:
    """Keep what the article tells of its speakers beside their names."""
    told: set[tuple[int, speakers.Relation, str]] = set()
    for claim in row.claims:
        if claim.speaker_id is None or claim.speaker is None:
            continue
        if claim.kind in ("person", "unnamed"):
            source = " ".join(row.text[start:end] for start, end in claim.source)
            told.add((claim.speaker_id, "speaks_for", spoken_for(source) or ""))
        elif claim.kind == "body":
            name = claim.speaker.split(" & ")[0]
            told.add((claim.speaker_id, "initials", initials_of(name, row.text) or ""))
    for speaker_id, relation, words in sorted(told):
        if words:
            await speakers.introduce(session, row.id, speaker_id, relation, words)


async def _track(session: AsyncSession, row: models.Article, reading: Reading, now: datetime) -> list[Step]:
    if row.story_id is None and row.copy_of_id is None:
        await stories.place(session, row, now)
    known = await events.candidates(session, [row.story_id]) if row.story_id is not None else []
    over = outcomes(reading.past, known)
    steps = merge(row, reading.events, known, now, done=[event for said, event in over if said.done])
    steps += close(row, over, [step.event for step in steps], now)
    session.add_all(step.event for step in steps)
    session.add_all(step.change for step in steps if step.change is not None)
    await session.flush()
    for step in steps:
        if step.change is not None:
            step.change.mention_id = step.said.id
    await session.flush()
    return steps


def _in_order(published: Published) -> datetime | None:
    """Return the instant an article is ordered by: a missing zone is UTC, a missing time midnight."""
    if published is None:
        return None
    if not isinstance(published, datetime):
        published = datetime.combine(date.fromisoformat(published.isoformat()), time())
    return published.replace(tzinfo=UTC) if published.tzinfo is None else published.astimezone(UTC)
