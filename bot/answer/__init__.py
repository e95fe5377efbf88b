"""From a question to ranked evidence."""
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from sqlalchemy.ext.asyncio import AsyncSession
from storage.models import Claim, Event, Speaker

@dataclass(frozen=True, slots=True)
class Query:
    """A question taken apart."""
    kind: Literal["claims", "when", "next"]
    speakers: tuple[int, ...]  # ids on record
    unknown_name: str | None  # a capitalised name asked about as a speaker that nobody on record bears
    topic: tuple[str, ...]
    acts: tuple[str, ...]
    since: date | None
    until: date | None

@dataclass(frozen=True, slots=True)
class Answer:
    """Evidence for a question, best first: claims (articles loaded) or events. Empty: nothing on record."""
    query: Query
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    nearest: tuple[Claim, ...] = ()  # offered as what it is when claims is empty

async def ask(session: AsyncSession, question: str, *, today: date, limit: int = 50) -> Answer:
    """Answer a question asked on `today` (the asker's day)."""
    raise NotImplementedError
