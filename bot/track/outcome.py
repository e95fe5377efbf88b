"""What came of an event, as far as anybody on record has said: the day after, its followers are told."""

from datetime import UTC, datetime, time

from bot.track.schedule import When, instant
from bot.words import families, stems
from storage import claims, events
from storage.models import Claim, Event
from storage.session import AsyncSession

_LOOKED_THROUGH = 200


async def promise_of(session: AsyncSession, event: Event) -> Claim | None:
    """Return the promise that has an event for its deadline, its article loaded; None where there is none."""
    if event.status != "deadline":
        return None
    for mention in event.mentions:
        found = await claims.covering(session, mention.article_id, mention.start, act="promise")
        if found is not None:
            return found
    return None


async def said_since(session: AsyncSession, event_id: int, *, limit: int = 5) -> list[Claim]:
    """Return the claims of the event's story published since it was due that share words with it.

    Those that share most come first, then the newest; articles are loaded. Empty when nothing has been said,
    or the event is gone.
    """
    event = await events.get(session, event_id)
    if event is None or event.story_id is None or event.first_day is None:
        return []
    since = instant(When.of(event)) or datetime.combine(event.first_day, time(), UTC)
    found = await claims.of_story_since(session, event.story_id, since, limit=_LOOKED_THROUGH)
    about = set(stems(" ".join([event.what, *(mention.what for mention in event.mentions)])))
    kinds = families(about)

    def shared(claim: Claim) -> int:
        said = set(stems(" ".join(claim.article.text[start:end] for start, end in claim.content)))
        return len(said & about) + len((families(said) & kinds) - families(said & about))

    return sorted((claim for claim in found if shared(claim)), key=shared, reverse=True)[:limit]
