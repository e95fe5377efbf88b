"""Filing a reading: its story, its speakers, its events, and what is owed to followers because of it."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time

from bot.extract import reading as extracted
from bot.extract.reading import Published, Reading
from bot.ingest.article import Article
from bot.track import news, stories
from bot.track.closing import close, outcomes
from bot.track.introductions import initials_of, spoken_for
from bot.track.merging import Step, merge, restate
from storage import articles, events, models, search, speakers
from storage.session import AsyncSession

UNNAMED = {"unnamed", "author"}
"""Kinds of speaker that are nobody one could ask after by name, but for whom they speak for."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Where an article went.

    `new` is False when it was on record already: then only who brought it is noted.
    """

    article_id: int
    new: bool


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
    if known is not None:
        if chat_id is None:
            known.shared = True
        else:
            await articles.note_addition(session, chat_id, known.id, now)
        return Filed(known.id, new=False)
    row = models.Article(
        fingerprint=articles.fingerprint(article.text),
        url=article.url,
        title=article.title,
        source=article.source,
        authors=list(article.authors),
        language=article.language,
        text=article.text,
        added_at=now,
        shared=chat_id is None,
    )
    if doc is not None:
        row.doc = doc
    await _read_into(session, row, article, reading)
    row = await articles.add(session, row)
    await _introduce(session, row)
    if chat_id is not None:
        await articles.note_addition(session, chat_id, row.id, now)
    steps = await _track(session, row, reading, now)
    await news.announce(session, row, steps, now=now, added_by=chat_id)
    return Filed(row.id, new=True)


async def redate(
    session: AsyncSession, article_id: int, article: Article, reading: Reading, *, now: datetime
) -> None:
    """Replace an article's publication instant and all that was read with it (a person has said the date).

    Raises LookupError when there is no such article (any more).
    """
    row = await articles.get(session, article_id)
    if row is None:
        raise LookupError(f"no article {article_id}")
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
    await news.announce(session, row, steps, now=now, added_by=None)


async def story_of(session: AsyncSession, article_id: int, now: datetime) -> models.Story:
    """Return the article's story, begun now where it stood alone, so that it can be followed.

    Raises LookupError when there is no such article (any more).
    """
    row = await articles.get(session, article_id)
    if row is None:
        raise LookupError(f"no article {article_id}")
    return await stories.of_article(session, row, now)


async def _read_into(session: AsyncSession, row: models.Article, article: Article, reading: Reading) -> None:
    row.published = article.published.isoformat() if article.published else None
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
    if row.story_id is None:
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
