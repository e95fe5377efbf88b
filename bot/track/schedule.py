"""When a chat is reminded of an event: pure computation, zoneinfo in, UTC out."""
from dataclasses import dataclass
from datetime import datetime

@dataclass(frozen=True, slots=True)
class Due:
    """One reminder: its kind (lead | due | after), the lead it is for ("1d"), and its UTC instant."""
    kind: str
    lead: str
    at: datetime
